"""A date that may still be several days when its page is left is told of once, and nothing waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Button

from tests.ui.conftest import running, until
from tests.ui.driving import answers, begun, field, is_on, is_up, said, send, told, wizard
from workbook.flow.walk import next_page
from workbook.ui.fields.date import DateField
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.review import ReviewScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

PAGE = "celebrate.reward"
WHEN = f"{PAGE}.when"
UNSETTLED = {"text": "3/12", "day": None}
BEFORE = "“3/12” on the page before has no day yet, so nothing reminds you of it. The page before: alt+←."
HOME = "“3/12” on the page “{}” has no day yet, so nothing reminds you of it."


def line(app: WorkbookApp) -> str:
    """What the line above the way on says."""
    return said(app.screen, ".no-day")


async def write(app: WorkbookApp, pilot: Pilot[None], *keys: str) -> None:
    """Type into the date of the page, and on."""
    await until(pilot, lambda: is_on(app, PAGE))
    widget = field(app, WHEN)
    assert isinstance(widget, DateField)
    widget.box.focus()
    await pilot.pause()
    send(app, *keys)


@pytest.mark.parametrize("by_button", [False, True])
async def test_on_the_next_page_it_is_told_once(
    make_app: MakeApp, library: Library, guide: Guide, by_button: bool
) -> None:
    app = make_app("resume", begun(library, guide, PAGE))
    async with running(app, (80, 24)) as pilot:
        await write(app, pilot, *"3/12")
        await until(pilot, lambda: wizard(app).sitting.state.answers.get(WHEN) == UNSETTLED)
        after = next_page(wizard(app).sitting.state) or ""
        if by_button:
            app.screen.query_one("#next", Button).press()
        else:
            send(app, "ctrl+n")
        await until(pilot, lambda: is_on(app, after) and line(app) == BEFORE)
        assert app.screen.query_one(".no-day").region.height > 0
        send(app, "alt+left")
        await until(pilot, lambda: is_on(app, PAGE) and line(app) == "")
        send(app, "ctrl+n")
        await until(pilot, lambda: is_on(app, after))
        assert line(app) == "", "it is said once of the same words"
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert told(app) == ""
    assert answers(library)[WHEN] == UNSETTLED


async def test_at_home_it_is_told_by_the_name_of_its_page(make_app: MakeApp, library: Library, guide: Guide) -> None:
    app = make_app("resume", begun(library, guide, PAGE))
    async with running(app, (80, 24)) as pilot:
        await write(app, pilot, *"3/12", "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert told(app) == HOME.format(guide.pages[PAGE][1].title)


async def test_a_finished_workbook_tells_it_too(make_app: MakeApp, library: Library, guide: Guide) -> None:
    app = make_app("resume", begun(library, guide, "close.step", {"close.step.step_on": UNSETTLED}))
    async with running(app, (80, 24)) as pilot:
        await until(pilot, lambda: is_on(app, "close.step"))
        wizard(app).action_finish()
        await until(pilot, lambda: is_up(app, ReviewScreen))
        assert told(app) == HOME.format(guide.pages["close.step"][1].title)


@pytest.mark.parametrize("typed", ["friday", "in 6 months", ""])
async def test_a_day_that_is_settled_and_a_blank_one_are_nothing_to_tell(
    make_app: MakeApp, library: Library, guide: Guide, typed: str
) -> None:
    app = make_app("resume", begun(library, guide, PAGE))
    async with running(app, (80, 24)) as pilot:
        await write(app, pilot, *("space" if char == " " else char for char in typed), "ctrl+n")
        await until(pilot, lambda: not is_on(app, PAGE))
        assert line(app) == ""
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert told(app) == ""


async def test_stopping_for_today_tells_it_at_home_without_a_key_that_means_nothing_there(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, PAGE, {WHEN: UNSETTLED}))
    async with running(app, (80, 24)) as pilot:
        await until(pilot, lambda: is_on(app, PAGE))
        wizard(app).stop_here()
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert told(app) == HOME.format(guide.pages[PAGE][1].title)


async def test_several_dates_of_a_page_are_told_in_one_line_and_words_are_no_markup(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    rows = [{"who": who, "when": {"text": "[/b] " + "far off " * 9, "day": None}} for who in ("Sam", "Kim", "Jo")]
    app = make_app("resume", begun(library, guide, "refine.door", {"refine.door.contacts": rows}))
    async with running(app, (60, 20)) as pilot:
        await until(pilot, lambda: is_on(app, "refine.door"))
        send(app, "ctrl+n")
        await until(pilot, lambda: not is_on(app, "refine.door") and line(app))
        assert line(app).startswith("“[/b] far off far off far off…” and 2 more on the page before have no day yet")
        assert app.screen.query_one("#next").region.bottom <= 20
