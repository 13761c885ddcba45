"""Whoever opens a workbook from a list of many comes back to the list as it was left; Home forgets where that was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Button

from tests.flow.states import day
from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import begun, click, completed, is_up, said, send
from workbook.ui.screens.ask import AskScreen
from workbook.ui.screens.date import DateScreen
from workbook.ui.screens.dates import DatesScreen
from workbook.ui.screens.gathered import GatheredScreen
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.patterns import PatternsScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.screens.search import SearchScreen
from workbook.ui.screens.wizard import WizardScreen
from workbook.ui.screens.words import WordsScreen
from workbook.ui.widgets.coming_up import DateRows
from workbook.ui.widgets.figure_list import FigureList
from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

COMPANY, STRENGTHS = "open.interview.company", "refine.offer.strengths"


@pytest.fixture
def app(make_app: MakeApp, library: Library, guide: Guide) -> WorkbookApp:
    """Twenty completed workbooks: more than a window holds of anything."""
    for number in range(20):
        said: dict[str, Any] = {
            COMPANY: f"Firm {number}",
            "open.now.confidence": 3,
            "close.now.confidence": 5,
            "close.step.step": "the lantern",
            "close.step.step_on": day(f"2026-12-{number + 1:02}"),
            STRENGTHS: [{"strength": f"Strength {number}"}],
        }
        completed(library, guide, said)
    return make_app()


def rows(app: WorkbookApp, name: str) -> RowList[Any]:
    return app.screen.query_one(name, RowList)


async def read_one(app: WorkbookApp, pilot: Pilot[None], *keys: str) -> None:
    """Open what is under the cursor and leave it again."""
    send(app, *keys)
    await until(pilot, lambda: is_up(app, ReviewScreen))
    send(app, "q")


async def stays_home(app: WorkbookApp, pilot: Pilot[None]) -> None:
    """Go Home, and from there to a workbook and back."""
    send(app, "escape")
    await until(pilot, lambda: is_up(app, HomeScreen))
    await read_one(app, pilot, "escape", "enter")
    await until(pilot, lambda: is_up(app, HomeScreen))


async def test_from_the_table_of_patterns_to_the_line_it_was_opened_from(app: WorkbookApp) -> None:
    async with running(app, (80, 24)) as pilot:
        send(app, "p")
        await until(pilot, lambda: is_up(app, PatternsScreen) and "Counted: 20" in said(app.screen, "#counted"))
        send(app, "right", "t", "end", "up", "up")
        await until(pilot, lambda: rows(app, "#figures").cursor == len(rows(app, "#figures").items) - 3)
        cursor, line = rows(app, "#figures").cursor, rows(app, "#figures").current
        await read_one(app, pilot, "enter")
        await until(pilot, lambda: is_up(app, PatternsScreen) and "Counted: 20" in said(app.screen, "#counted"))
        await until(pilot, lambda: rows(app, "#figures").cursor == cursor and rows(app, "#figures").has_focus)
        assert rows(app, "#figures").current == line
        assert rows(app, "#figures").scroll_offset.y > 0
        send(app, "t", "right")
        await until(pilot, lambda: not app.screen.query_one(FigureList).display)
        await stays_home(app, pilot)


async def test_from_what_was_gathered_to_the_shelf_and_the_thing_on_it(app: WorkbookApp) -> None:
    async with running(app, (80, 24)) as pilot:
        send(app, "w")
        await until(pilot, lambda: is_up(app, GatheredScreen) and said(app.screen, "#state").startswith("from"))
        send(app, "end")
        await until(pilot, lambda: rows(app, "#rows").cursor == len(rows(app, "#rows").items) - 1)
        row = rows(app, "#rows").current
        assert row is not None
        await read_one(app, pilot, "enter")
        await until(pilot, lambda: is_up(app, GatheredScreen) and rows(app, "#rows").current == row)
        await until(pilot, lambda: said(app.screen, "#state").startswith("from"))
        assert rows(app, "#rows").current == row
        assert rows(app, "#rows").scroll_offset.y > 0
        await stays_home(app, pilot)


@pytest.mark.parametrize("by_dialog", [False, True])
async def test_from_all_dates_to_the_date(app: WorkbookApp, by_dialog: bool) -> None:
    async with running(app, (80, 24)) as pilot:
        app.desk.want_date("all")
        await until(pilot, lambda: is_up(app, DatesScreen))
        send(app, "end")
        await until(pilot, lambda: rows(app, "#dates").cursor == 20)
        coming = rows(app, "#dates").current
        if by_dialog:
            send(app, "enter")
            await until(pilot, lambda: is_up(app, DateScreen))
            await click(pilot, "Open its page")
        else:
            send(app, "o")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        send(app, "q")
        await until(pilot, lambda: is_up(app, DatesScreen) and rows(app, "#dates").cursor == 20)
        assert rows(app, "#dates").current == coming
        assert rows(app, "#dates").scroll_offset.y > 0
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        await until(pilot, lambda: app.screen.query_one(DateRows).has_focus)


async def test_a_date_opened_from_home_comes_back_home(app: WorkbookApp) -> None:
    async with running(app, (80, 24)) as pilot:
        app.screen.query_one(DateRows).focus()
        await read_one(app, pilot, "o")
        await until(pilot, lambda: is_up(app, HomeScreen))


async def test_a_key_pressed_twice_leaves_to_the_search_and_no_further(app: WorkbookApp) -> None:
    async with running(app, (80, 24)) as pilot:
        send(app, "slash", *"lantern")
        await until(pilot, lambda: is_up(app, SearchScreen) and said(app.screen, "#says").startswith("20 hits"))
        send(app, "down", "enter")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        app.desk.leaving.leave()
        app.desk.leaving.leave()
        await until(pilot, lambda: is_up(app, SearchScreen))
        await until(pilot, lambda: all(each.is_finished for each in app.workers if each.group == "leaving"))
        await pilot.pause()
        assert is_up(app, SearchScreen)


async def test_home_forgets_a_search_whose_workbook_was_left_in_another_way(app: WorkbookApp) -> None:
    async with running(app, (80, 24)) as pilot:
        send(app, "slash", *"lantern")
        await until(pilot, lambda: is_up(app, SearchScreen) and said(app.screen, "#says").startswith("20 hits"))
        send(app, "down", "enter")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        app.desk.removing.delete_open()
        await until(pilot, lambda: is_up(app, AskScreen))
        await stays_home(app, pilot)


async def test_a_search_that_was_closed_is_not_come_back_to_though_a_hit_could_not_be_opened(
    app: WorkbookApp, library: Library
) -> None:
    async with running(app, (80, 24)) as pilot:
        send(app, "slash", *"lantern")
        await until(pilot, lambda: is_up(app, SearchScreen) and said(app.screen, "#says").startswith("20 hits"))
        library.places.workbook(app.desk.home.entries[0].id).unlink()
        send(app, "down", "enter")
        await until(pilot, lambda: is_up(app, WordsScreen))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, SearchScreen))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        await read_one(app, pilot, "escape", "down", "enter")
        await until(pilot, lambda: is_up(app, HomeScreen))


@pytest.mark.parametrize("key", ["enter", "r"])
async def test_home_has_the_cursor_on_the_workbook_that_was_read(app: WorkbookApp, key: str) -> None:
    async with running(app, (80, 24)) as pilot:
        send(app, "escape", *["down"] * 12)
        await until(pilot, lambda: rows(app, "#workbooks").cursor == 12)
        chosen = rows(app, "#workbooks").current
        assert chosen is not None
        send(app, key)
        await until(pilot, lambda: is_up(app, ReviewScreen))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen) and rows(app, "#workbooks").has_focus)
        assert rows(app, "#workbooks").current == chosen
        assert str(chosen.title) in screen_text(app), "and it is in sight"


async def test_home_offers_to_go_on_with_the_workbook_that_was_just_written_in(
    app: WorkbookApp, library: Library, guide: Guide
) -> None:
    begun(library, guide, "open.interview", {COMPANY: "Mine"})
    async with running(app, (80, 24)) as pilot:
        app.desk.home.show()
        await until(pilot, lambda: is_up(app, HomeScreen) and "Mine" in screen_text(app))
        send(app, "enter")
        await until(pilot, lambda: is_up(app, WizardScreen))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert isinstance(app.focused, Button)
