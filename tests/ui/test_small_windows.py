"""At 60 × 20, the least that pages are made for, every button is there whole and says all it says."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual.widget import Widget
from textual.widgets import Button

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import begun, completed, field, is_on, is_up, review, send, wizard
from workbook.ui.rescue import ask_before_leaving
from workbook.ui.screens.ask import AskScreen
from workbook.ui.screens.contents import ContentsScreen
from workbook.ui.screens.dates import DatesScreen
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.late import LateScreen
from workbook.ui.screens.pick import PickScreen
from workbook.ui.screens.search import SearchScreen
from workbook.ui.widgets.row_list import RowList
from workbook.ui.widgets.support_card import SupportCard

if TYPE_CHECKING:
    from textual.screen import Screen

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library

SMALL = (60, 20)


def cut(screen: Screen[object]) -> list[str]:
    """Buttons that are cut off at a side, or have too little room for their words."""
    shown = [button for button in screen.query(Button) if button.region]
    assert shown
    return [str(button.label) for button in shown if not has_room(button)]


def has_room(button: Button) -> bool:
    """Whether nothing around this button cuts into it from a side, and it holds its words."""
    around = [node.content_region for node in button.ancestors if isinstance(node, Widget)]
    inside = all(each.x <= button.region.x and button.region.right <= each.right for each in around)
    return inside and button.region.width >= cell_len(str(button.label)) + 2 * button.styles.line_pad


async def test_home_and_the_card_with_people_to_talk_to(make_app: MakeApp, library: Library, guide: Guide) -> None:
    begun(library, guide, "open.now")
    app = make_app()
    async with running(app, SMALL) as pilot:
        assert cut(app.screen) == []
        app.desk.removing.delete(library.entries()[0])
        await until(pilot, lambda: is_up(app, AskScreen))
        await pilot.pause()
        assert cut(app.screen) == []
        send(app, "escape", "enter")
        await until(pilot, lambda: is_on(app, "open.now"))
        send(app, "1")
        await until(pilot, lambda: any(card.display for card in app.screen.query(SupportCard)))
        await pilot.pause()
        assert cut(app.screen) == []


async def test_every_question_that_is_asked(make_app: MakeApp, library: Library, guide: Guide) -> None:
    app = make_app("review", completed(library, guide))
    async with running(app, SMALL) as pilot:
        sitting = review(app).sitting
        assert cut(app.screen) == []
        errands = app.desk.errands
        trouble = app.run_worker(ask_before_leaving(app, library, sitting))
        later = (
            partial(errands.reopen, sitting),
            partial(errands.recover, library.entries()[0]),
        )
        for ask in (None, *later):
            if ask is not None:
                ask()
            await until(pilot, lambda: is_up(app, AskScreen))
            await pilot.pause()
            assert cut(app.screen) == []
            send(app, "escape")
            await until(pilot, lambda: not is_up(app, AskScreen))
        assert trouble.result is None


async def test_a_long_question_leaves_room_for_four_answers(make_app: MakeApp) -> None:
    app = make_app()
    async with running(app, SMALL) as pilot:
        ways = {name: f"An answer of some length, {name}" for name in ("one", "two", "three", "four")}
        app.push_screen(AskScreen("Is this the same question?", "A long line of words. " * 40, ways))
        await until(pilot, lambda: is_up(app, AskScreen))
        await pilot.pause()
        shown = [each for each in app.screen.query(Button) if app.screen.region.contains_region(each.region)]
        assert [bool(each.region) for each in shown] == [True] * 4


@pytest.mark.parametrize(("size", "highest"), [(SMALL, 19), ((100, 30), 23)])
async def test_below_a_long_list_to_choose_from_the_way_back_is_in_sight(
    make_app: MakeApp, library: Library, guide: Guide, size: tuple[int, int], highest: int
) -> None:
    for _ in range(15):
        completed(library, guide, {"open.interview.company": "Internationale Versicherungsgesellschaft 日本語"})
    app = make_app()
    async with running(app, size) as pilot:
        app.push_screen(PickScreen("Beside a workbook " * 4, library.entries()))
        await until(pilot, lambda: is_up(app, PickScreen))
        await pilot.pause()
        back, card = app.screen.query_one("#close", Button), app.screen.query_one(".card")
        assert card.content_region.contains_region(back.region)
        assert card.region.height <= highest, "no higher than what is in it"
        send(app, *"zzzz")
        await until(pilot, lambda: "No workbook fits." in screen_text(app))


async def test_in_a_tiny_window_lists_are_kept_and_the_explanation_goes_first(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    completed(library, guide, {"feel.kind.friend": "a kind word"})
    begun(library, guide, "evaluate.two")
    app = make_app("resume", next(entry.id for entry in library.entries() if entry.state == "unfinished"))
    async with running(app, (40, 10)) as pilot:
        await until(pilot, lambda: is_on(app, "evaluate.two"))
        stage, place = app.screen.query_one("#stage"), app.screen.query_one("#place")
        assert stage.content_region.right + 2 <= place.content_region.x, "a gap, or cut"
        send(app, "f2")
        await until(pilot, lambda: is_up(app, ContentsScreen))
        await pilot.pause()
        assert app.screen.query_one("#pages-list").region.height >= 3
        assert "One or two things" in screen_text(app)
        send(app, *"walk")
        await until(pilot, lambda: getattr(app.screen.query_one(RowList).current, "ref", "") == "evaluate.walk")
        assert "Contents  walk" in screen_text(app)
        send(app, "backspace", "up", "escape")
        await until(pilot, lambda: is_on(app, "evaluate.two"))


async def test_in_a_tiny_window_what_was_found_can_be_seen(make_app: MakeApp, library: Library, guide: Guide) -> None:
    completed(library, guide, {"feel.kind.friend": "a kind word"})
    app = make_app()
    async with running(app, (40, 10)) as pilot:
        send(app, "slash")
        await until(pilot, lambda: is_up(app, SearchScreen))
        send(app, *"kind")
        await until(pilot, lambda: "a kind word" in screen_text(app))


async def test_all_dates_and_late_answers_say_so_kindly_where_the_window_is_very_small(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("review", completed(library, guide))
    async with running(app, (59, 20)) as pilot:
        send(app, "l")
        await until(pilot, lambda: is_up(app, LateScreen) and "This window is small" in screen_text(app))
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: "This window is small" not in screen_text(app))
        send(app, "escape", "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        app.desk.want_date("all")
        await pilot.resize_terminal(60, 19)
        await until(pilot, lambda: is_up(app, DatesScreen) and "This window is small" in screen_text(app))


@pytest.mark.parametrize("name", ["company", "interview_date", "format"])
async def test_what_has_the_focus_stays_in_sight_when_the_window_becomes_small(
    make_app: MakeApp, library: Library, guide: Guide, name: str
) -> None:
    app = make_app("resume", begun(library, guide, "open.interview"))
    async with running(app, (100, 45)) as pilot:
        await until(pilot, lambda: is_on(app, "open.interview"))
        control = field(app, f"open.interview.{name}").first_focus()
        assert control is not None
        control.focus()
        await until(pilot, lambda: app.focused is control)
        await pilot.resize_terminal(*SMALL)
        await until(pilot, lambda: wizard(app).page_view.region.contains_region(control.region))
