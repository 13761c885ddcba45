"""Help, people to talk to and the blank screen are one key away, wherever a person is; the editor from any box."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import TextArea

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import answers, begun, field, home, is_on, is_up, paste, send, told, wizard
from workbook.ui.screens.blank import BlankScreen
from workbook.ui.screens.contents import ContentsScreen
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.line import LineScreen
from workbook.ui.screens.note import NoteScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.screens.words import WordsScreen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.pilot import Pilot
    from textual.screen import Screen

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

FRIEND = "feel.kind.friend"
WRITE, KEEP = "feel.write.text", "feel.write.keep"


def box(app: WorkbookApp, ref: str) -> TextArea:
    return field(app, ref).query_one(TextArea)


# ------------------------------------------------------------------------------------------ help and people


async def keys_that_work_from(app: WorkbookApp, pilot: Pilot[None], kind: type[Screen[Any]]) -> None:
    """F1, F4 and F8 from a screen once it is in sight, each back to it."""
    await until(pilot, lambda: is_up(app, kind))
    send(app, "f1")
    await until(pilot, lambda: is_up(app, WordsScreen) and "Keys here" in screen_text(app))
    send(app, "f1")
    await until(pilot, lambda: isinstance(app.screen, kind))
    send(app, "f4")
    await until(pilot, lambda: is_up(app, WordsScreen) and "People you can talk to" in screen_text(app))
    send(app, "escape")
    await until(pilot, lambda: isinstance(app.screen, kind))
    send(app, "f8")
    await until(pilot, lambda: isinstance(app.screen, BlankScreen))
    send(app, "f8")
    await until(pilot, lambda: isinstance(app.screen, kind))


def dialogues(app: WorkbookApp) -> Iterator[Screen[Any]]:
    sitting, autosave = wizard(app).sitting, wizard(app).autosave
    yield ContentsScreen(sitting.state)
    yield LineScreen("A line", "Words", "here", "Keep")
    yield NoteScreen(sitting, autosave)
    yield ReviewScreen(sitting)


async def test_help_and_people_to_talk_to_open_from_every_screen_and_go_back(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, "feel.kind"))
    async with running(app, (80, 24)) as pilot:
        await keys_that_work_from(app, pilot, type(wizard(app)))
        for screen in dialogues(app):
            app.push_screen(screen)
            await keys_that_work_from(app, pilot, type(screen))
            app.pop_screen()
            await until(pilot, lambda: is_on(app, "feel.kind"))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        await keys_that_work_from(app, pilot, type(home(app)))
    assert answers(library) == {}


# ------------------------------------------------------------------------------------------------ the blank


async def test_a_blank_screen_shows_nothing_and_the_key_that_ends_it_does_nothing_else(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, "feel.kind", {FRIEND: "words"}))
    async with running(app, (80, 24)) as pilot:
        box(app, FRIEND).focus()
        await until(pilot, lambda: box(app, FRIEND).has_focus)
        for swallowed in ("x", "f1", "ctrl+p", "ctrl+n", "escape", "enter"):
            send(app, "f8")
            await until(pilot, lambda: isinstance(app.screen, BlankScreen))
            await until(pilot, lambda: not screen_text(app).strip())
            send(app, swallowed)
            await until(pilot, lambda: is_on(app, "feel.kind"))
            assert box(app, FRIEND).has_focus
        send(app, *"!")
        await until(pilot, lambda: box(app, FRIEND).text == "words!")
        send(app, "f8")
        await until(pilot, lambda: isinstance(app.screen, BlankScreen))
        paste(app, "from another window")
        await pilot.click(offset=(5, 5))
        await until(pilot, lambda: is_on(app, "feel.kind"))
        assert box(app, FRIEND).text == "words!"


# ------------------------------------------------------------------------------------------------ the editor


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor that adds a line, and notes what it was given and who may read that."""
    script = tmp_path / "editor"
    script.write_text(
        f'#!/bin/sh\nstat -c %a "$1" >"{tmp_path}/mode"\ncp "$1" "{tmp_path}/given"\n'
        f'printf %s "$1" >"{tmp_path}/where"\nprintf "\\n[b]from outside\\n" >>"$1"\n'
    )
    script.chmod(0o700)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(script))
    return tmp_path


async def test_an_answer_goes_to_the_persons_own_editor_and_back_and_leaves_no_copy(
    make_app: MakeApp, library: Library, guide: Guide, editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app("resume", begun(library, guide, "feel.kind", {FRIEND: "inside"}))
    async with running(app, (80, 24)) as pilot:
        monkeypatch.setattr(app, "suspend", lambda: pytest.MonkeyPatch().context())
        box(app, FRIEND).focus()
        send(app, "ctrl+o")
        await until(pilot, lambda: box(app, FRIEND).text == "inside\n[b]from outside")
        send(app, "ctrl+z")
        await until(pilot, lambda: box(app, FRIEND).text == "inside")
        send(app, "ctrl+o")
        await until(pilot, lambda: box(app, FRIEND).text != "inside")
    assert answers(library)[FRIEND] == "inside\n[b]from outside"
    assert (editor / "given").read_text() == "inside"
    assert (editor / "mode").read_text().strip() == "600"
    assert not Path((editor / "where").read_text()).exists()


async def test_where_no_editor_can_be_used_it_is_said_and_the_words_stay(
    make_app: MakeApp, library: Library, guide: Guide, editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app("resume", begun(library, guide, "feel.write", {WRITE: "inside", KEEP: "discard"}))
    async with running(app, (80, 24)) as pilot:
        monkeypatch.setattr(app, "suspend", lambda: pytest.MonkeyPatch().context())
        box(app, WRITE).focus()
        send(app, "ctrl+o")
        await until(pilot, lambda: "kept nowhere" in told(app))
        await wizard(app).jump("feel.name")
        send(app, "ctrl+o")
        await until(pilot, lambda: "Go to a box to write in" in told(app))
        await wizard(app).jump("feel.kind")
        box(app, FRIEND).focus()
        monkeypatch.setenv("EDITOR", "/no/such/editor")
        send(app, "ctrl+o")
        await until(pilot, lambda: "could not be opened" in told(app))
        monkeypatch.delenv("EDITOR")
        send(app, "ctrl+o")
        await until(pilot, lambda: "No editor is set" in told(app))
    assert not (editor / "given").exists()


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_under_a_dialogue_no_keys_are_shown_that_do_nothing_now(
    make_app: MakeApp, library: Library, guide: Guide, size: tuple[int, int]
) -> None:
    app = make_app("resume", begun(library, guide, "open.interview"))
    async with running(app, size) as pilot:
        await until(pilot, lambda: is_on(app, "open.interview") and "^n Next" in screen_text(app))
        send(app, "f1")
        await until(pilot, lambda: is_up(app, WordsScreen) and "^n Next" not in screen_text(app))
        assert "Contents" not in screen_text(app).splitlines()[-1]
        send(app, "escape")
        await until(pilot, lambda: is_on(app, "open.interview") and "^n Next" in screen_text(app))
