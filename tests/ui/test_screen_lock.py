"""A screen that locks, by itself or when asked, without losing a letter."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from tests.library.locks import PASSPHRASE, lying_open, unsealed
from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import answers, begun, is_on, is_up, said, send, told, wizard, words
from tests.ui.locked import COMPANY, PAGE, give, is_asking, lock_one
from workbook.library import files
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.line import LineScreen
from workbook.ui.screens.passphrase import PassphraseScreen

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp


@pytest.fixture
def locked(library: Library, guide: Guide) -> str:
    return lock_one(library, guide)


def typed(app: WorkbookApp) -> object:
    """The answer as it stands on the page."""
    return wizard(app).sitting.state.answers.get(COMPANY)


async def test_a_locked_screen_hides_everything_and_comes_back_to_the_letter(
    make_app: MakeApp, library: Library, locked: str
) -> None:
    library.unlock(PASSPHRASE)
    app = make_app("resume", locked)
    async with running(app) as pilot:
        await until(pilot, lambda: is_on(app, PAGE))
        box = app.focused
        send(app, *" Sturm", "left", "left", "f9")
        await until(pilot, lambda: is_asking(app))
        assert answers(library, locked)[COMPANY] == "Zimmerei Sturm", "saved before anything else"
        assert "Zimmerei" not in screen_text(app)
        assert "Locked. Everything is saved" in screen_text(app)
        await give(pilot, "wrong")
        await until(pilot, lambda: said(app.screen, "#came-of-it") == "That is not the passphrase.")
        assert "Zimmerei" not in screen_text(app)
        await give(pilot)
        await until(pilot, lambda: is_on(app, PAGE))
        assert app.focused is box
        send(app, "x")
        await until(pilot, lambda: typed(app) == "Zimmerei Stuxrm")
        assert lying_open(library.folder, "Zimmerei", "Sturm") == []
    assert unsealed(library.folder) == []


async def test_words_that_could_not_be_saved_stay_behind_a_locked_screen(
    make_app: MakeApp, library: Library, locked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.unlock(PASSPHRASE)
    app = make_app("resume", locked)
    async with running(app) as pilot:
        await until(pilot, lambda: is_on(app, PAGE))
        refusing = True
        real = files.write_atomically

        def write(path: Path, data: bytes) -> None:
            if refusing:
                raise OSError(28, "No space left on device")
            real(path, data)

        monkeypatch.setattr("workbook.library.storage.write_atomically", write)
        send(app, *" Sturm", "f9")
        await until(pilot, lambda: is_asking(app))
        assert "Not everything could be saved yet" in screen_text(app)
        refusing = False
        await until(pilot, lambda: answers(library, locked)[COMPANY] == "Zimmerei Sturm")  # saving goes on behind it
        await give(pilot)
        await until(pilot, lambda: is_on(app, PAGE))
        assert typed(app) == "Zimmerei Sturm"


async def test_after_a_while_without_a_key_it_locks_by_itself(
    make_app: MakeApp, library: Library, locked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.unlock(PASSPHRASE)
    app = make_app("resume", locked)
    async with running(app) as pilot:
        await until(pilot, lambda: is_on(app, PAGE))
        passed = Passing(monkeypatch)
        passed.move(560)
        app.screen_lock.look()
        assert not app.screen_lock.is_up
        send(app, "x")
        await until(pilot, lambda: typed(app) == "Zimmereix")
        passed.move(560)
        app.screen_lock.look()
        assert not app.screen_lock.is_up, "a key begins the time anew"
        passed.move(40)
        app.screen_lock.look()
        await until(pilot, lambda: is_asking(app))
        assert answers(library, locked)[COMPANY] == "Zimmereix"


async def test_a_key_that_comes_too_late_shows_nothing_and_is_not_typed(
    make_app: MakeApp, library: Library, locked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A computer that slept for hours wakes up with the page still on screen: the first key locks it."""
    library.unlock(PASSPHRASE)
    app = make_app("resume", locked)
    async with running(app) as pilot:
        await until(pilot, lambda: is_on(app, PAGE))
        Passing(monkeypatch, only_wall_clock=True).move(3600)
        send(app, "x")
        await until(pilot, lambda: is_asking(app))
        assert app.screen.query_one(Input).value == ""
        await give(pilot)
        await until(pilot, lambda: is_on(app, PAGE))
        assert typed(app) == "Zimmerei"


class Passing:
    """Time that passes when a test says so."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, only_wall_clock: bool = False) -> None:
        self.by = 0.0
        monotonic, wall = time.monotonic, time.time
        if not only_wall_clock:
            monkeypatch.setattr("workbook.ui.screen_lock.monotonic", lambda: monotonic() + self.by)
        monkeypatch.setattr("workbook.ui.screen_lock.wall_clock", lambda: wall() + self.by)

    def move(self, seconds: float) -> None:
        """Let time pass."""
        self.by += seconds


async def test_without_a_lock_nothing_ever_locks(
    make_app: MakeApp, library: Library, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = begun(library, guide, PAGE, {COMPANY: "Zimmerei"})
    app = make_app("resume", found)
    async with running(app) as pilot:
        await until(pilot, lambda: is_on(app, PAGE))
        Passing(monkeypatch).move(100_000)
        app.screen_lock.look()
        send(app, "f9", "x")
        await until(pilot, lambda: typed(app) == "Zimmereix")
        assert "Lock now" not in [command.title for command in app.get_system_commands(app.screen)]
        assert wizard(app)


async def test_a_step_that_was_on_its_way_waits_behind_the_locked_screen(
    make_app: MakeApp, library: Library, locked: str
) -> None:
    library.unlock(PASSPHRASE)
    app = make_app("resume", locked)
    async with running(app) as pilot:
        await until(pilot, lambda: is_on(app, PAGE))
        app.screen_lock.lock()
        await until(pilot, lambda: is_asking(app))
        app.desk.home.show()
        await pilot.pause()
        assert isinstance(app.screen, PassphraseScreen)
        await give(pilot)
        await until(pilot, lambda: is_up(app, HomeScreen))


async def test_the_time_until_it_locks_is_a_setting(make_app: MakeApp, library: Library, locked: str) -> None:
    library.unlock(PASSPHRASE)
    path = library.folder.parent / "settings.toml"
    path.write_text("lock_after_minutes = 0\n")
    app = make_app("resume", locked)
    assert app.screen_lock._seconds == 0
    path.write_text("lock_after_minutes = 2.5\n")
    assert make_app().screen_lock._seconds == 150
    path.write_text("lock_after_minutes = -1\n")
    app = make_app()
    assert app.screen_lock._seconds == 600
    assert "lock_after_minutes must be a number of minutes" in app.desk.preferences.problems[0]


@pytest.mark.parametrize("how", ["tell", "backup"])
async def test_what_ends_behind_a_locked_screen_is_told_once_it_is_open(
    make_app: MakeApp, library: Library, locked: str, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    library.unlock(PASSPHRASE)
    app = make_app()
    go_on = threading.Event()
    monkeypatch.setattr("workbook.ui.patience.SOON", 20)

    def refuse(*_: object, **__: object) -> None:
        go_on.wait(20)
        raise OSError("xyzzy")

    monkeypatch.setattr("workbook.library.backup.back_up", refuse)
    async with running(app) as pilot:
        await until(pilot, lambda: is_up(app, HomeScreen))
        if how == "backup":
            app.desk.backups.back_up()
            await until(pilot, lambda: is_up(app, LineScreen))
            send(app, "enter")
            await until(pilot, lambda: is_up(app, HomeScreen))
        send(app, "f9")
        await until(pilot, lambda: is_asking(app))
        if how == "tell":
            app.tell("xyzzy")
        go_on.set()
        for _ in range(10):
            await pilot.pause()
        assert is_asking(app)
        assert "xyzzy" not in told(app) + screen_text(app)
        await give(pilot)
        await until(pilot, lambda: "xyzzy" in told(app) + screen_text(app))


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_first_page_of_a_locked_workbook_says_that_it_is_locked(
    make_app: MakeApp, library: Library, locked: str, size: tuple[int, int]
) -> None:
    library.unlock(PASSPHRASE)
    app = make_app("new")
    async with running(app, size) as pilot:
        await until(pilot, lambda: is_on(app, "open.welcome"))
        assert "Your answers are locked with your passphrase." in words(app)
        assert "not encrypted" not in words(app)


async def test_the_first_page_of_a_workbook_without_a_lock_says_that_it_is_not_encrypted(make_app: MakeApp) -> None:
    app = make_app("new")
    async with running(app, (80, 24)) as pilot:
        await until(pilot, lambda: is_on(app, "open.welcome"))
        assert "The file is not encrypted, so anyone who can open your account can read it." in words(app)
        assert "locked with" not in words(app)
