"""What is typed is on the disk, or the person is told that it is not; nobody else's window writes over it."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Static, TextArea

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import answers, begun, click, completed, field, is_on, is_up, on_disk, said, send, wizard
from workbook.library.library import Library
from workbook.ui.screens import wizard as wizard_module
from workbook.ui.screens.ask import AskScreen
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.review import ReviewScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.ui.app import WorkbookApp

COMPANY = "open.interview.company"
WRITE, KEEP = "feel.write.text", "feel.write.keep"
FRIEND = "feel.kind.friend"


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Makes the disk full, or takes things again."""
    state = {"full": False}
    real = os.replace

    def replace(*args: Any, **kwargs: Any) -> None:
        if state["full"]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(*args, **kwargs)

    monkeypatch.setattr(os, "replace", replace)
    return lambda full: state.update(full=full)


def box(app: WorkbookApp, ref: str) -> TextArea:
    return field(app, ref).query_one(TextArea)


def saved_line(app: WorkbookApp) -> str:
    return said(app.screen, "#saved")


async def test_words_reach_the_disk_while_the_page_stays_open(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, "open.interview"))
    async with running(app, (80, 24)) as pilot:
        assert saved_line(app) == "Saved as you write"
        send(app, *"Acme")
        await until(pilot, lambda: answers(library) == {COMPANY: "Acme"})
        await until(pilot, lambda: saved_line(app).startswith("Saved ") and saved_line(app)[-3] == ":")


async def test_a_full_disk_is_told_loses_nothing_and_is_over_by_itself(
    make_app: MakeApp, library: Library, guide: Guide, disk: Callable[[bool], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbook.ui.autosave.TRY_AGAIN", 0.05)
    app = make_app("resume", begun(library, guide, "open.interview", {COMPANY: "A"}))
    async with running(app, (100, 30)) as pilot:
        assert saved_line(app).startswith("Saved ")
        disk(True)
        send(app, *"cme")
        await until(pilot, lambda: saved_line(app).startswith("Not saved yet: there is no room left on the disk"))
        assert app.screen.query_one("#saved", Static).has_class("trouble")
        send(app, "tab", *"Chef", "ctrl+n")
        await until(pilot, lambda: is_on(app, "open.news"))
        await until(pilot, lambda: saved_line(app).startswith("Not saved yet"))
        assert answers(library) == {COMPANY: "A"}
        disk(False)
        await until(pilot, lambda: answers(library) == {COMPANY: "Acme", "open.interview.role": "Chef"})
        await until(pilot, lambda: saved_line(app).startswith("Saved "))


async def test_leaving_asks_while_the_disk_says_no(
    make_app: MakeApp, library: Library, guide: Guide, disk: Callable[[bool], None]
) -> None:
    app = make_app("resume", begun(library, guide, "open.interview"))
    async with running(app, (80, 24)) as pilot:
        disk(True)
        send(app, *"Acme", "ctrl+q", "ctrl+q", "ctrl+q")
        await until(pilot, lambda: is_up(app, AskScreen))
        assert "What you wrote is still here." in screen_text(app)
        send(app, "escape")
        await until(pilot, lambda: is_on(app, "open.interview"))
        assert box(app, COMPANY).text == "Acme"
        send(app, "escape")
        await until(pilot, lambda: is_up(app, AskScreen))
        await click(pilot, "Stay here")
        await until(pilot, lambda: is_on(app, "open.interview"))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, AskScreen))
        disk(False)
        await click(pilot, "Try again")
        await until(pilot, lambda: is_up(app, HomeScreen))
    assert answers(library) == {COMPANY: "Acme"}


async def test_leaving_without_saving_is_the_persons_own_choice(
    make_app: MakeApp, library: Library, guide: Guide, disk: Callable[[bool], None]
) -> None:
    app = make_app("resume", begun(library, guide, "open.interview", {COMPANY: "A"}))
    async with running(app, (80, 24)) as pilot:
        disk(True)
        send(app, *"cme", "escape")
        await until(pilot, lambda: is_up(app, AskScreen))
        await click(pilot, "Leave without saving")
        await until(pilot, lambda: is_up(app, HomeScreen))
        disk(False)
        assert answers(library) == {COMPANY: "A"}


async def test_a_workbook_finished_on_a_full_disk_says_so_and_is_saved_when_it_can_be(
    make_app: MakeApp, library: Library, guide: Guide, disk: Callable[[bool], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbook.ui.autosave.TRY_AGAIN", 0.05)
    app = make_app("resume", begun(library, guide, "close.page"))
    async with running(app, (80, 24)) as pilot:
        disk(True)
        send(app, "ctrl+n")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        await until(pilot, lambda: saved_line(app).startswith("Not saved yet"))
        assert library.read(library.ids()[0]).completed is None
        disk(False)
        await until(pilot, lambda: saved_line(app) == "")
        assert library.read(library.ids()[0]).completed is not None


@pytest.mark.parametrize("keys", [["ctrl+q"], ["escape"]])
async def test_looking_without_changing_anything_alters_not_a_byte(
    make_app: MakeApp, library: Library, guide: Guide, keys: list[str]
) -> None:
    unfinished = begun(library, guide, "feel.write", {COMPANY: "Acme", "open.welcome.route": "full"})
    completed(library, guide, {COMPANY: "Acme", "feel.room.until": {"text": "x", "day": "2026-11-30"}})
    library.entries()
    before = on_disk(library)
    app = make_app("resume", unfinished)
    async with running(app, (80, 24)) as pilot:
        send(app, "tab", "f2")
        await until(pilot, lambda: not is_on(app, "feel.write"))
        send(app, "escape")
        await until(pilot, lambda: is_on(app, "feel.write"))
        if keys == ["escape"]:
            send(app, "escape")
            await until(pilot, lambda: is_up(app, HomeScreen))
            app.screen.query_one("#workbooks").focus()
            send(app, "enter")
            await until(pilot, lambda: is_up(app, ReviewScreen))
        send(app, "ctrl+q")
        await until(pilot, lambda: not app.is_running)
    assert on_disk(library) == before


async def test_a_second_window_on_the_same_workbook_only_reads(
    make_app: MakeApp, library: Library, guide: Guide, tmp_path: Path
) -> None:
    workbook_id = begun(library, guide, "open.interview", {COMPANY: "Acme"})
    first = make_app("resume", workbook_id)
    async with running(first, (80, 24)):
        library = Library(tmp_path / "data")
        second = make_app("resume", workbook_id)
        second.desk.library = library
        async with running(second, (80, 24)) as pilot:
            assert isinstance(second.screen, ReviewScreen)
            assert "open in another window" in said(second.screen, "#notice")
            assert "Acme" in screen_text(second)
            send(second, "a", "l", "R")
            send(second, "escape")
            await until(pilot, lambda: is_up(second, HomeScreen))
    assert answers(library) == {COMPANY: "Acme"}


async def test_a_page_that_is_let_go_is_never_written_and_is_empty_when_left(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, "feel.write"))
    async with running(app, (100, 40)) as pilot:
        field(app, KEEP).first_focus().focus()  # type: ignore[union-attr]
        send(app, "2")
        await until(pilot, lambda: answers(library) == {KEEP: "discard"})
        box(app, WRITE).focus()
        send(app, *"xyzzy")
        await until(pilot, lambda: box(app, WRITE).text == "xyzzy")
        await until(pilot, lambda: not wizard(app).sitting.unsaved)
        assert saved_line(app) == "This page is not being saved"
        send(app, "ctrl+n")
        await until(pilot, lambda: is_on(app, "feel.kind"))
        send(app, "alt+left")
        await until(pilot, lambda: is_on(app, "feel.write"))
        assert box(app, WRITE).text == ""
        box(app, WRITE).focus()
        send(app, "ctrl+z", "x")
        await until(pilot, lambda: box(app, WRITE).text == "x")
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
    assert not [name for name, data in on_disk(library).items() if b"xyzzy" in data]


async def test_before_another_program_has_the_screen_everything_is_saved(
    make_app: MakeApp, library: Library, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[Any] = []

    def elsewhere(app: object, text: str) -> str:
        kept.append(answers(library).get(FRIEND))
        return text

    monkeypatch.setattr(wizard_module, "write_elsewhere", elsewhere)
    app = make_app("resume", begun(library, guide, "feel.kind"))
    async with running(app, (80, 24)) as pilot:
        box(app, FRIEND).focus()
        send(app, *"ab", "ctrl+o")
        await until(pilot, lambda: kept)
        assert kept == ["ab"]
        assert wizard(app).sitting.state.answers[FRIEND] == "ab"


async def test_home_tells_of_a_file_that_something_else_changed_meanwhile(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, "open.interview", {COMPANY: "Acme"}))
    async with running(app, (100, 30)) as pilot:
        path = library.places.workbook(library.ids()[0])
        path.write_bytes(path.read_bytes().replace(b"Acme", b"Bolt"))
        box(app, COMPANY).focus()
        send(app, "x")
        await until(pilot, lambda: saved_line(app).startswith("Saved "))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert "Something else changed this workbook's file while it was open" in " ".join(screen_text(app).split())
