"""The passphrase before everything else, and a screen that locks without losing a letter."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from tests.library.locks import PASSPHRASE
from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import is_on, is_up, paste, said, send
from tests.ui.locked import PAGE, give, is_asking, lock_one
from workbook.library.errors import LibraryError
from workbook.library.library import Library
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.words import WordsScreen
from workbook.ui.start import Start

if TYPE_CHECKING:
    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide


@pytest.fixture
def locked(library: Library, guide: Guide) -> str:
    return lock_one(library, guide)


async def test_the_passphrase_comes_before_anything_else(make_app: MakeApp, locked: str) -> None:
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        await until(pilot, lambda: is_asking(app))
        assert "Zimmerei" not in screen_text(app)
        send(app, "escape", "f2", "ctrl+n", "n", "backspace")
        await give(pilot)
        await until(pilot, lambda: is_up(app, HomeScreen) and "Zimmerei" in screen_text(app))


async def test_what_is_typed_does_not_show_and_a_wrong_one_is_told_plainly(make_app: MakeApp, locked: str) -> None:
    app = make_app()
    async with running(app, (60, 20)) as pilot:
        await until(pilot, lambda: is_asking(app))
        send(app, *"secret")
        await until(pilot, lambda: app.screen.query_one(Input).value == "secret")
        await until(pilot, lambda: "••••••" in screen_text(app))
        assert "secret" not in screen_text(app)
        app.screen.query_one(Input).select_all()
        send(app, "ctrl+c", "ctrl+x")
        await pilot.pause()
        assert app.clipboard == ""
        assert app.screen.query_one(Input).value == "secret"
        send(app, "enter")
        await until(pilot, lambda: said(app.screen, "#came-of-it") == "That is not the passphrase.")
        assert app.screen.query_one(Input).value == ""
        await give(pilot)
        await until(pilot, lambda: is_up(app, HomeScreen))


async def test_a_pasted_passphrase_opens_too(make_app: MakeApp, locked: str) -> None:
    app = make_app()
    async with running(app) as pilot:
        await until(pilot, lambda: is_asking(app))
        paste(app, PASSPHRASE)
        send(app, "enter")
        await until(pilot, lambda: is_up(app, HomeScreen))


async def test_while_it_opens_the_app_goes_on_and_says_so(
    make_app: MakeApp, library: Library, locked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    real = Library.unlock

    def slow(library: Library, passphrase: str) -> None:
        go_on.wait(10)
        real(library, passphrase)

    monkeypatch.setattr(Library, "unlock", slow)
    app = make_app()
    async with running(app) as pilot:
        await give(pilot)
        await until(pilot, lambda: said(app.screen, "#came-of-it") == "Opening…")
        send(app, "f4")
        await until(pilot, lambda: is_up(app, WordsScreen))
        go_on.set()
        await until(pilot, lambda: not app.screen_lock.is_up or not library.locked)
        assert is_up(app, WordsScreen), "what is being read stays"
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))


async def test_people_to_talk_to_help_and_the_way_out_are_there(make_app: MakeApp, locked: str) -> None:
    app = make_app()
    async with running(app) as pilot:
        await until(pilot, lambda: is_asking(app))
        for name in ("f4", "f1"):
            send(app, name)
            await until(pilot, lambda: is_up(app, WordsScreen))
            send(app, "escape")
            await until(pilot, lambda: is_asking(app))
        titles = [command.title for command in app.get_system_commands(app.screen)]
        assert "Your name in letters" not in titles
        assert "Save and quit" in titles
        send(app, "ctrl+q")
        await until(pilot, lambda: not app.is_running)


async def test_what_the_command_line_asked_for_opens_after_the_passphrase(make_app: MakeApp, locked: str) -> None:
    app = make_app()
    app._start = Start(later=lambda: Start("resume", locked))
    async with running(app) as pilot:
        await give(pilot)
        await until(pilot, lambda: is_on(app, PAGE))


async def test_where_there_is_nothing_to_open_it_is_said_over_home(make_app: MakeApp, locked: str) -> None:
    def nothing() -> Start:
        raise LibraryError("There is no unfinished workbook.")

    app = make_app()
    app._start = Start(later=nothing)
    async with running(app) as pilot:
        await give(pilot)
        await until(pilot, lambda: "There is no unfinished workbook." in screen_text(app))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
