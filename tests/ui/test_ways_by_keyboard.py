"""The buttons below a page, by keyboard: which comes first, what presses them, and the page beside them scrolls on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from textual.widgets import TextArea

from tests.ui.conftest import running, until
from tests.ui.driving import begun, completed, field, is_on, is_up, review, send, wizard
from workbook.ui.app import WorkbookApp
from workbook.ui.keymap import usable
from workbook.ui.screens.blank import BlankScreen
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.note import NoteScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.screens.search import SearchScreen
from workbook.ui.screens.words import WordsScreen

if TYPE_CHECKING:
    from textual.widget import Widget

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library

LONG = "It was one conversation among many. " * 60


def stands(scrolled: Widget, at: float) -> bool:
    """Whether something is scrolled to this line."""
    return scrolled.scroll_y == at


async def test_tab_after_the_last_field_comes_to_the_way_on_before_the_way_back(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, "feel.kind"))
    async with running(app, (80, 24)) as pilot:
        last = [*wizard(app).page_view.field_widgets][-1]
        field(app, last).first_focus().focus()  # type: ignore[union-attr]
        await pilot.pause()
        send(app, "tab")
        await until(pilot, lambda: app.focused and app.focused.id == "next")
        send(app, "tab")
        await until(pilot, lambda: app.focused and app.focused.id == "back")
        back, on = app.screen.query_one("#back"), app.screen.query_one("#next")
        assert back.region.y == on.region.y
        assert back.region.right < on.region.x, "Back stands on the left all the same"
        send(app, "shift+tab", "enter")
        await until(pilot, lambda: not is_on(app, "feel.kind"))
        pages = list(guide.pages)
        assert pages.index(wizard(app).sitting.state.here) > pages.index("feel.kind")


@pytest.mark.parametrize("focused", ["next", "back"])
async def test_a_page_longer_than_the_window_scrolls_by_keys_from_the_buttons(
    make_app: MakeApp, library: Library, guide: Guide, focused: str
) -> None:
    written = {"feel.kind.friend": LONG, "evaluate.worked.items": [{"what": LONG}], "open.interview.company": "Acme"}
    app = make_app("resume", begun(library, guide, "close.page", written))
    async with running(app, (60, 20)) as pilot:
        await until(pilot, lambda: is_on(app, "close.page"))
        app.screen.query_one(f"#{focused}").focus()
        page = wizard(app).page_view
        await until(pilot, lambda: page.max_scroll_y > 0)
        for keys, lands in (
            (("down", "down"), 2),
            (("up",), 1),
            (("end",), page.max_scroll_y),
            (("pageup",), page.max_scroll_y - page.size.height + 1),
            (("home",), 0),
            (("pagedown",), min(page.max_scroll_y, page.size.height - 1)),
        ):
            send(app, *keys)
            await until(pilot, partial(stands, page, max(0, lands)))
        assert app.focused
        assert app.focused.id == focused


async def test_a_review_scrolls_by_keys_after_a_button_or_a_dialogue_had_the_focus(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("review", completed(library, guide, {"feel.kind.friend": LONG, "refine.words.other": LONG}))
    async with running(app, (60, 20)) as pilot:
        await until(pilot, lambda: is_up(app, ReviewScreen))
        pane = review(app).pane.reading
        review(app).query_one("#note").focus()
        await pilot.pause()
        send(app, "enter")
        await until(pilot, lambda: is_up(app, NoteScreen))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        assert not pane.has_focus
        for key, lands in (
            ("pagedown", pane.size.height - 1),
            ("home", 0),
            ("down", 1),
            ("up", 0),
            ("end", pane.max_scroll_y),
            ("pageup", pane.max_scroll_y - pane.size.height + 1),
        ):
            send(app, key)
            await until(pilot, partial(stands, pane, lands))


async def test_a_box_keeps_the_keys_it_moves_its_cursor_with(make_app: MakeApp, library: Library, guide: Guide) -> None:
    app = make_app("resume", begun(library, guide, "feel.kind", {"feel.kind.friend": "one line\nand another"}))
    async with running(app, (60, 20)) as pilot:
        await until(pilot, lambda: is_on(app, "feel.kind"))
        box = field(app, "feel.kind.friend").query_one(TextArea)
        box.focus()
        box.move_cursor((1, 3))
        await pilot.pause()
        send(app, "up", "end")
        await until(pilot, lambda: box.cursor_location == (0, 8))


async def test_space_presses_the_button_that_has_the_focus_on_a_page_and_in_a_dialogue(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, "feel.kind"))
    async with running(app, (80, 24)) as pilot:
        app.screen.query_one("#next").focus()
        await pilot.pause()
        send(app, "space")
        await until(pilot, lambda: not is_on(app, "feel.kind") and is_on(app, wizard(app).sitting.state.here))
        app.screen.query_one("#back").focus()
        await pilot.pause()
        send(app, "space")
        await until(pilot, lambda: is_on(app, "feel.kind"))
        app.desk.say("Some words", "to read")
        await until(pilot, lambda: is_up(app, WordsScreen))
        app.screen.query_one("#close").focus()
        await pilot.pause()
        send(app, "space")
        await until(pilot, lambda: is_on(app, "feel.kind"))


async def test_space_presses_a_way_on_home(make_app: MakeApp, library: Library, guide: Guide) -> None:
    completed(library, guide)
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        await until(pilot, lambda: is_up(app, HomeScreen) and app.screen.query("Button.way"))
        app.screen.query("Button.way").first().focus()
        await pilot.pause()
        send(app, "space")
        await until(pilot, lambda: isinstance(app.screen, SearchScreen))


async def test_space_is_written_in_a_box_and_ends_a_blank_screen_without_pressing_what_is_behind(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, "feel.kind"))
    async with running(app, (80, 24)) as pilot:
        box = field(app, "feel.kind.friend").query_one(TextArea)
        box.focus()
        await pilot.pause()
        send(app, *"a", "space", *"b")
        await until(pilot, lambda: box.text == "a b")
        app.screen.query_one("#next").focus()
        await pilot.pause()
        send(app, "f8")
        await until(pilot, lambda: isinstance(app.screen, BlankScreen))
        send(app, "space")
        await until(pilot, lambda: is_on(app, "feel.kind"))
        await pilot.pause()
        assert is_on(app, "feel.kind")


def test_space_may_still_be_given_to_other_things() -> None:
    keys = {"list.pick": "space", "app.press": "space,ctrl+j"}
    assert usable(keys, WorkbookApp.BINDINGS) == (keys, [])
