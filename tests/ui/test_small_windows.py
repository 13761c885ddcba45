"""At 60 × 20, the least that pages are made for, every button is there whole and says all it says."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.widget import Widget
from textual.widgets import Button

from tests.ui.conftest import running, until
from tests.ui.driving import begun, completed, is_on, is_up, review, send
from workbook.ui.rescue import ask_before_leaving
from workbook.ui.screens.ask import AskScreen
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
    return inside and button.region.width >= cell_len(str(button.label)) + 2


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
