"""Finding within a document: where the hits are, and going from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Input

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import click, completed, home, is_up, paste, review, send
from workbook.ui.document_blocks import words
from workbook.ui.screens.home import HomeScreen
from workbook.ui.widgets.find_line import FindLine
from workbook.ui.widgets.finding import Finder
from workbook.ui.widgets.passages import Block, Table, TableRow
from workbook.ui.widgets.steady import Steady
from workbook.ui.widgets.units import Spot

if TYPE_CHECKING:
    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

BLOCKS = [Block(words(text)) for text in ("A café by the sea", "nothing here", "Two cafés: the CAFE, and the café")]


def test_hits_go_round_from_the_place_in_sight_and_say_which_of_how_many() -> None:
    finder = Finder(BLOCKS)
    finder.look_for("cafe", Spot(1))
    assert (finder.said, finder.here) == ("2 of 4", Spot(2, 4))
    for said in ("3 of 4", "4 of 4", "1 of 4", "2 of 4"):
        finder.step(1)
        assert finder.said == said
    finder.step(-1)
    finder.step(-1)
    assert finder.said == "4 of 4"
    assert [mark.style for mark in finder.marks()].count("reading--here") == 1
    assert [mark.sign for mark in finder.marks()] == ["", "", "", "›"], "the one here is told from the others by a sign"


def test_after_the_last_comes_the_first_and_nothing_found_is_said() -> None:
    finder = Finder(BLOCKS)
    finder.look_for("by the sea", Spot(2))
    assert finder.said == "1 of 1"
    finder.look_for("zebra", Spot(0))
    assert (finder.said, finder.here, list(finder.marks())) == ("not found", None, [])
    finder.step(1)
    finder.look_for("  ", Spot(0))
    assert (finder.said, finder.hits) == ("", [])


def test_what_heads_the_columns_of_a_table_is_not_found_in_every_row() -> None:
    row = Block(words("What: what a day\nHow: well"), row=TableRow(Table(), ((6, 16), (22, 26))))
    finder = Finder([row])
    finder.look_for("WHAT", Spot(0))
    assert [(hit.start, hit.end) for hit in finder.hits] == [(6, 10)]


# ------------------------------------------------------------------------------------------- in the app

KEPT: dict[str, Any] = {
    "open.interview.company": "Zürich & [b]",
    "open.interview.role": "Night porter",
    "feel.kind.friend": "In Zurich they were kind.\n" + "It rained. " * 200 + "\nZÜRICH again.",
    "accept.company.next_no": {"if": "a no from Zürich comes", "then": "I rest"},
}


@pytest.fixture
def app(make_app: MakeApp, library: Library, guide: Guide) -> WorkbookApp:
    return make_app("review", completed(library, guide, KEPT))


def found(app: WorkbookApp) -> str:
    return "".join(str(line.visual) for line in review(app).query("#found").results(Steady))


async def test_words_are_found_as_they_are_typed_then_one_after_the_other(app: WorkbookApp) -> None:
    async with running(app, (80, 24)) as pilot:
        reading = review(app).pane.reading
        send(app, "/", *"zurich")
        await until(pilot, lambda: found(app) == "1 of 5")
        send(app, "down", "down", "down")
        await until(pilot, lambda: found(app) == "4 of 5" and "ZÜRICH again." in screen_text(app))
        send(app, "enter")
        await until(pilot, lambda: found(app) == "5 of 5" and reading.has_focus)
        assert "› " in next(line for line in screen_text(app).splitlines() if "a no from Zürich" in line)
        send(app, "n")
        await until(pilot, lambda: found(app) == "1 of 5")
        send(app, "N")
        await until(pilot, lambda: found(app) == "5 of 5")
        send(app, "enter")
        await until(pilot, lambda: found(app) == "1 of 5")


async def test_escape_ends_finding_where_the_reader_is_and_only_then_goes_home(app: WorkbookApp) -> None:
    async with running(app, (80, 24)) as pilot:
        reading = review(app).pane.reading
        await click(pilot, "Find")
        paste(app, "again")
        await until(pilot, lambda: found(app) == "1 of 1")
        send(app, "escape")
        await until(pilot, lambda: not review(app).query_one(FindLine).display)
        assert reading.has_focus
        assert "ZÜRICH again." in screen_text(app)
        assert "›" not in "".join(line[:2] for line in screen_text(app).splitlines()[:-3])
        send(app, "/")
        await until(pilot, lambda: isinstance(app.focused, Input))
        assert found(app) == "1 of 1", "what was looked for before is offered again"
        await click(pilot, "×")
        await until(pilot, lambda: not review(app).query_one(FindLine).display)
        await until(pilot, lambda: reading.has_focus)
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert home(app)


async def test_what_is_not_there_is_said_and_moves_nothing(app: WorkbookApp) -> None:
    async with running(app, (60, 20)) as pilot:
        send(app, "/", *"qqq", "enter")
        await until(pilot, lambda: found(app) == "not found")
        assert isinstance(app.focused, Input), "there is nothing to go to"
        assert review(app).pane.reading.scroll_offset.y == 0
