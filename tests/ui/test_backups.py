"""Everything as one file, and back again, from the app: asked, checked and said before anything is done."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Button

from tests.library.locks import PASSPHRASE, as_another_process, lock
from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import answers, begun, click, is_on, is_up, on_disk, send, wizard, words
from tests.ui.locked import give, is_asking
from workbook.library import backup as backup_module
from workbook.library.backup import back_up
from workbook.library.library import Library
from workbook.ui.screens.ask import AskScreen
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.line import LineScreen
from workbook.ui.screens.wait import WaitScreen
from workbook.ui.screens.words import WordsScreen
from workbook.ui.widgets.writing import Line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.ui.app import WorkbookApp

COMPANY = "open.interview.company"
SIZES = [(100, 30), (80, 24), (60, 20)]


@pytest.fixture(autouse=True)
def started_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of the test's own as the one the program was started in: that is where it offers to put a backup."""
    monkeypatch.chdir(tmp_path)


def is_whole(app: WorkbookApp) -> bool:
    """Whether all buttons of the screen on top can be seen."""
    return all(app.screen.region.contains_region(each.region) and each.region for each in app.screen.query(Button))


def choose(app: WorkbookApp, title: str) -> None:
    """Do what the palette offers under a title."""
    (command,) = [each for each in app.get_system_commands(app.screen) if each.title == title]
    command.callback()


def takes_a_place(app: WorkbookApp) -> bool:
    """Whether a place is asked for, and what is typed replaces the one that is offered."""
    if not is_up(app, LineScreen):
        return False
    line = app.screen.query_one(Line)
    return line.has_focus and line.selected_text == line.text


async def say_where(pilot: Pilot[None], command: str, path: Path) -> None:
    """Choose a command and type the file it asks for."""
    app: WorkbookApp = pilot.app  # type: ignore[assignment]
    choose(app, command)
    await until(pilot, lambda: takes_a_place(app))
    assert is_whole(app)
    send(app, *str(path), "enter")


@pytest.mark.parametrize("size", SIZES)
async def test_everything_goes_into_one_file_and_comes_back_as_it_was(
    make_app: MakeApp, library: Library, guide: Guide, tmp_path: Path, size: tuple[int, int]
) -> None:
    workbook_id = begun(library, guide, "open.interview", {COMPANY: "Acme"})
    target = tmp_path / "all.zip"
    app = make_app()
    async with running(app, size) as pilot:
        await say_where(pilot, "Back everything up", target)
        await until(pilot, lambda: is_up(app, WordsScreen))
        assert "1 workbook, 2 files in all" in words(app)
        assert "Nothing in it is locked" in words(app)
        assert is_whole(app)
        assert target.stat().st_mode & 0o777 == 0o600
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        library.delete(workbook_id)
        later = begun(library, guide, "feel.kind", {COMPANY: "Later"})
        app.desk.home.show()
        await until(pilot, lambda: "Later" in screen_text(app))
        await say_where(pilot, "Bring back a backup", target)
        await until(pilot, lambda: is_up(app, AskScreen))
        assert "takes the place of everything that is here now, 1 workbook" in words(app)
        assert str(app.focused.label) == "Leave all as it is"  # type: ignore[union-attr]
        assert is_whole(app)
        await click(pilot, "Bring it back")
        await until(pilot, lambda: is_up(app, WordsScreen))
        assert "Brought back" in words(app)
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert "Acme" in screen_text(app)
        assert "Later" not in screen_text(app)
        send(app, "enter")
        await until(pilot, lambda: is_on(app, "open.interview"))
    assert library.ids() == [workbook_id]
    assert answers(library) == {COMPANY: "Acme"}
    (before,) = library.places.before_restore.glob("*.zip")
    assert later.encode() in before.read_bytes()


async def test_asking_and_checking_alone_change_nothing(
    make_app: MakeApp, library: Library, guide: Guide, tmp_path: Path
) -> None:
    begun(library, guide, "open.interview", {COMPANY: "Acme"})
    back_up(library, tmp_path / "all.zip")
    (tmp_path / "no.zip").write_text("no backup")
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        await until(pilot, lambda: is_up(app, HomeScreen))
        before = on_disk(library)
        for name in ("no.zip", "missing.zip"):
            await say_where(pilot, "Bring back a backup", tmp_path / name)
            await until(pilot, lambda: is_up(app, WordsScreen) and "cannot be brought back" in words(app))
            send(app, "escape")
            await until(pilot, lambda: is_up(app, HomeScreen))
        await say_where(pilot, "Bring back a backup", tmp_path / "all.zip")
        await until(pilot, lambda: is_up(app, AskScreen))
        send(app, "enter")
        await until(pilot, lambda: is_up(app, HomeScreen))
        await say_where(pilot, "Back everything up", tmp_path / "all.zip")
        await until(pilot, lambda: is_up(app, WordsScreen) and "It was not backed up" in words(app))
        assert on_disk(library) == before


async def test_from_the_open_workbook_the_last_key_is_in_it(
    make_app: MakeApp, library: Library, guide: Guide, tmp_path: Path
) -> None:
    app = make_app("resume", begun(library, guide, "open.interview"))
    async with running(app, (80, 24)) as pilot:
        await until(pilot, lambda: is_on(app, "open.interview"))
        titles = [each.title for each in app.get_system_commands(app.screen)]
        assert "Bring back a backup" not in titles, "a workbook is open"
        send(app, *"Acme")
        await until(pilot, lambda: wizard(app).sitting.state.answers.get(COMPANY) == "Acme")
        await say_where(pilot, "Back everything up", tmp_path)
        await until(pilot, lambda: is_up(app, WordsScreen))
        (made,) = tmp_path.glob("workbook-backup-*.zip")
        assert str(made) in words(app).replace(" ", "") or made.name in words(app)
        assert answers(library) == {COMPANY: "Acme"}


async def test_what_takes_long_says_how_far_it_is_and_cannot_be_left(
    make_app: MakeApp, library: Library, guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(library, guide, "open.interview", {COMPANY: "Acme"})
    go_on = threading.Event()
    real = backup_module._is_readable

    def slowly(name: str, data: bytes, path: Path) -> bool:
        if name.startswith("workbooks"):
            go_on.wait()
        return real(name, data, path)

    monkeypatch.setattr(backup_module, "_is_readable", slowly)
    monkeypatch.setattr("workbook.ui.patience.SOON", 0.01)
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        await say_where(pilot, "Back everything up", tmp_path / "all.zip")
        await until(pilot, lambda: isinstance(app.screen, WaitScreen) and "1 files so far" in screen_text(app))
        for key in ("escape", "ctrl+q", "f1", "ctrl+p", "enter"):
            send(app, key)
        await asyncio.sleep(0)
        await pilot.pause()
        assert isinstance(app.screen, WaitScreen)
        go_on.set()
        await until(pilot, lambda: is_up(app, WordsScreen))
        assert "Backed up" in words(app)


async def test_a_locked_library_stays_locked_in_it_and_asks_for_the_passphrase_of_that_time(
    make_app: MakeApp, library: Library, guide: Guide, tmp_path: Path
) -> None:
    workbook_id = begun(library, guide, "open.interview", {COMPANY: "Zimmerei"})
    lock(library)
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        await until(pilot, lambda: is_up(app, HomeScreen))
        choose(app, "Back everything up")
        await until(pilot, lambda: takes_a_place(app))
        assert "It stays locked" in words(app)
        send(app, *str(tmp_path / "all.zip"), "enter")
        await until(pilot, lambda: is_up(app, WordsScreen))
        assert b"Zimmerei" not in (tmp_path / "all.zip").read_bytes()
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        library.delete(workbook_id)
        await say_where(pilot, "Bring back a backup", tmp_path / "all.zip")
        await until(pilot, lambda: is_up(app, AskScreen))
        assert "the passphrase of that time" in words(app)
        await click(pilot, "Bring it back")
        await until(pilot, lambda: is_asking(app))
        await give(pilot, PASSPHRASE)
        await until(pilot, lambda: is_up(app, WordsScreen))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen) and "Zimmerei" in screen_text(app))
    as_another_process(library.folder)
    assert Library(library.folder).locked


async def test_the_palette_says_how_to_lock_and_offers_a_backup_first(
    make_app: MakeApp, library: Library, guide: Guide, locks: Callable[[], None]
) -> None:
    begun(library, guide, "open.interview")
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        choose(app, "The lock")
        await until(pilot, lambda: is_up(app, WordsScreen))
        for said in ("workbook lock", "cannot be recovered", "Back everything up"):
            assert said in words(app)
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        locks()
        choose(app, "The lock")
        await until(pilot, lambda: is_up(app, WordsScreen) and "workbook lock --off" in words(app))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))


@pytest.fixture
def locks(library: Library) -> Callable[[], None]:
    """Locks the library."""
    return lambda: lock(library)
