"""When words reach the disk: soon after the last key, often while typing, again and again while the disk says no."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.ui.driving import answers
from workbook.flow.state import Around
from workbook.library.errors import CannotSave
from workbook.ui import autosave as module
from workbook.ui.autosave import Autosave
from workbook.ui.sitting import Sitting

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbook.guide.model import Guide
    from workbook.library.library import Library

COMPANY, ROLE = "open.interview.company", "open.interview.role"


@dataclass(eq=False)
class Timer:
    """Something that is to happen at a moment."""

    at: float
    do: Callable[[], Any]
    cancelled: bool = False

    def cancel(self) -> None:
        """Let it not happen."""
        self.cancelled = True


class Loop:
    """An event loop whose time passes only when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.timers: list[Timer] = []

    def time(self) -> float:
        return self.now

    def call_later(self, seconds: float, do: Callable[[], Any]) -> Timer:
        self.timers.append(Timer(self.now + seconds, do))
        return self.timers[-1]

    def call_soon_threadsafe(self, do: Callable[[], Any]) -> None:
        self.call_later(0, do)

    def pass_time(self, seconds: float) -> None:
        """Let everything happen that is due within `seconds`, in order."""
        end = self.now + seconds
        while due := [timer for timer in self.timers if not timer.cancelled and timer.at <= end + 1e-9]:
            timer = min(due, key=lambda one: one.at)
            self.timers.remove(timer)
            self.now = max(self.now, timer.at)
            timer.do()
        self.now = end


class Thread:
    """A thread that is done at once, or when it is told to."""

    def __init__(self) -> None:
        self.busy = False
        self._waiting: list[Callable[[], None]] = []

    def submit(self, do: Callable[..., None], *args: Any) -> Future[None]:
        future: Future[None] = Future()

        def run() -> None:
            try:
                do(*args)
            except Exception as error:  # noqa: BLE001 - handed on, as a thread does
                future.set_exception(error)
            else:
                future.set_result(None)

        if self.busy:
            self._waiting.append(run)
        else:
            run()
        return future

    def finish(self) -> None:
        """End what was begun."""
        self.busy = False
        while self._waiting:
            self._waiting.pop(0)()

    def shutdown(self, *, wait: bool) -> None:
        self.finish()


class Saving:
    """A sitting with its autosave, on a loop and a thread of our own."""

    def __init__(self, library: Library, guide: Guide) -> None:
        self.library = library
        self.sitting = Sitting(library.new(guide), Around(today=date(2026, 11, 22), begun=date(2026, 11, 22)))
        self.told = 0
        self.autosave = Autosave(self.sitting, self._tell)
        self.thread = Thread()
        self.autosave._thread.shutdown()
        self.autosave._thread = self.thread  # type: ignore[assignment]

    def _tell(self) -> None:
        self.told += 1

    def type(self, text: str, ref: str = COMPANY) -> None:
        """Write something, as the wizard passes it on."""
        self.sitting.answer(ref, text)
        self.autosave.touched()

    @property
    def kept(self) -> Any:
        """What the disk has."""
        return answers(self.library).get(COMPANY)


@pytest.fixture
def loop(monkeypatch: pytest.MonkeyPatch) -> Loop:
    made = Loop()
    monkeypatch.setattr(module, "monotonic", made.time)
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: made)
    return made


@pytest.fixture
def saving(library: Library, guide: Guide, loop: Loop) -> Saving:
    return Saving(library, guide)


@pytest.fixture
def disk_says_no(saving: Saving, monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception | None], None]:
    """Makes every save fail with an error, until it is given None."""
    refusing: list[Exception | None] = [None]
    real = saving.sitting.workbook.save

    def save(changes: Any = None) -> bool:
        if refusing[0] is not None:
            raise refusing[0]
        return real(changes)

    monkeypatch.setattr(saving.sitting.workbook, "save", save)
    return lambda error: refusing.__setitem__(0, error)


NO_ROOM = CannotSave("Not saved yet: there is no room left on the disk (/data).")


def test_within_half_a_second_after_the_last_key_it_is_on_the_disk(saving: Saving, loop: Loop) -> None:
    saving.type("Acme")
    assert not answers(saving.library)
    loop.pass_time(0.5)
    assert saving.kept == "Acme"
    assert saving.sitting.saved_at is not None
    assert saving.told == 1


def test_steady_typing_is_saved_at_least_every_two_seconds(saving: Saving, loop: Loop) -> None:
    typed_at = {}
    for number in range(200):
        saving.type(f"{number}")
        typed_at[number] = loop.now
        loop.pass_time(0.05)
        kept = -1 if saving.kept is None else int(saving.kept)
        assert all(loop.now - at <= 2 for known, at in typed_at.items() if known > kept)
    assert saving.told <= 7, "not a write for each key"


def test_nothing_is_written_while_nothing_changes(saving: Saving, loop: Loop) -> None:
    saving.autosave.touched()
    loop.pass_time(60)
    assert saving.told == 0
    assert not loop.timers


def test_what_is_typed_during_a_save_is_saved_by_the_next(saving: Saving, loop: Loop) -> None:
    saving.thread.busy = True
    saving.type("A")
    loop.pass_time(0.5)
    saving.type("Acme")
    loop.pass_time(5)
    assert saving.kept is None, "one save at a time"
    saving.thread.finish()
    loop.pass_time(0.5)
    assert saving.kept == "Acme"


def test_a_failed_save_keeps_the_words_says_so_and_recovers_by_itself(
    saving: Saving, loop: Loop, disk_says_no: Callable[[Exception | None], None]
) -> None:
    disk_says_no(NO_ROOM)
    saving.type("Acme")
    loop.pass_time(60)
    assert saving.sitting.trouble == str(NO_ROOM)
    assert saving.sitting.saved_at is None
    assert saving.sitting.unsaved
    assert 20 <= saving.told <= 40, "tried again and again, but not without a pause"
    saving.type("Chef", ROLE)
    disk_says_no(None)
    loop.pass_time(2.5)
    assert answers(saving.library) == {COMPANY: "Acme", ROLE: "Chef"}
    assert not saving.sitting.trouble
    assert not saving.sitting.unsaved


def test_a_failing_disk_is_not_tried_at_every_key(
    saving: Saving, loop: Loop, disk_says_no: Callable[[Exception | None], None]
) -> None:
    disk_says_no(NO_ROOM)
    saving.type("A")
    loop.pass_time(3)
    before = saving.told
    for number in range(100):
        saving.type(f"{number}")
        loop.pass_time(0.05)
    assert 3 <= saving.told - before <= 5


def test_a_mistake_of_our_own_in_saving_loses_nothing_either(
    saving: Saving, loop: Loop, disk_says_no: Callable[[Exception | None], None]
) -> None:
    disk_says_no(RuntimeError("Acme"))
    saving.type("Acme")
    loop.pass_time(0.5)
    assert "RuntimeError" in saving.sitting.trouble
    assert "Acme" not in saving.sitting.trouble
    disk_says_no(None)
    loop.pass_time(2.5)
    assert saving.kept == "Acme"


def test_saving_here_and_now_waits_for_the_save_under_way(saving: Saving, loop: Loop) -> None:
    saving.type("A")
    loop.pass_time(0.5)
    saving.type("Acme")
    assert saving.autosave.flush()
    assert saving.kept == "Acme"
    loop.pass_time(5)
    assert saving.told == 2


@pytest.mark.parametrize("error", [NO_ROOM, RuntimeError("a mistake")])
def test_saving_here_and_now_never_says_saved_when_it_was_not(
    saving: Saving, disk_says_no: Callable[[Exception | None], None], error: Exception
) -> None:
    disk_says_no(error)
    saving.type("Acme")
    assert not saving.autosave.flush()
    assert saving.sitting.unsaved
    assert saving.sitting.trouble
    disk_says_no(None)
    assert saving.autosave.flush()
    assert saving.kept == "Acme"


def test_saving_goes_on_by_itself_after_leaving_was_tried_in_vain(
    saving: Saving, loop: Loop, disk_says_no: Callable[[Exception | None], None]
) -> None:
    disk_says_no(NO_ROOM)
    saving.type("Acme")
    assert not saving.autosave.flush()
    disk_says_no(None)
    loop.pass_time(2.5)
    assert saving.kept == "Acme"
