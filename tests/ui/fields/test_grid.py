"""A grid: one choice for each row, and rows of one's own."""

from __future__ import annotations

import pytest
from textual.geometry import Offset

from tests.ui.fields.picking_helpers import AWKWARD, FieldApp, is_safe, place_of, running, shown, text_of
from workbook.guide.model import Choice, Grid, GridRow, Option

ROWS = (
    GridRow(id="clear", label="My answers were easy to follow."),
    GridRow(id="voice", label="My voice matched.", by="part.page.format", cases={"phone": "My pace matched."}),
    GridRow(id="best", label="I gave the best I had that day."),
)
FORMAT = Choice(id="format", label="How?", options=("phone", "in person"))
ROUTE = Choice(id="route", label="Route", options=("full", "quick"))
ROOM = Grid(id="room", label="In the room", rows=ROWS, options=("yes", "partly", "no", "doesn't apply"))
SORT = Grid(
    id="sort",
    label="Where does each belong?",
    rows=ROWS,
    options=(Option(value="mine", label="Mine to change"), Option(value="other", label="Not mine")),
    add_own="Add one of your own",
)


async def test_a_digit_picks_and_goes_to_the_next_row() -> None:
    async with running(FieldApp(ROOM)) as (app, pilot):
        await pilot.press("tab", "1", "4", "2")
        assert app.answer == {"rows": {"clear": "yes", "voice": "doesn't apply", "best": "partly"}, "own": []}
        assert "› I gave the best" in text_of(app.field().grid_list)


async def test_a_digit_with_no_option_does_nothing() -> None:
    async with running(FieldApp(ROOM)) as (app, pilot):
        await pilot.press("tab", "5", "9", "0")
        assert app.said == []


async def test_left_and_right_change_the_choice_of_the_row() -> None:
    async with running(FieldApp(ROOM)) as (app, pilot):
        await pilot.press("tab", "right", "right")
        assert app.answer["rows"] == {"clear": "partly"}
        await pilot.press("left", "left", "left")
        assert app.answer["rows"] == {"clear": "yes"}
        await pilot.press("down", "left")
        assert app.answer["rows"] == {"clear": "yes", "voice": "doesn't apply"}


async def test_the_options_of_the_row_at_the_cursor_are_shown_with_the_choice_in_brackets() -> None:
    async with running(FieldApp(ROOM, answers={"room": {"rows": {"clear": "no"}, "own": []}})) as (app, pilot):
        rows = app.field().grid_list
        assert "1 yes   2 partly  [3 no]  4 doesn't apply" in text_of(rows)
        await pilot.press("tab", "down")
        assert "1 yes   2 partly   3 no   4 doesn't apply" in text_of(rows)
        first = text_of(rows).splitlines()[0]
        assert first.endswith(" no")


async def test_a_choice_can_be_cleared() -> None:
    async with running(FieldApp(ROOM, answers={"room": {"rows": {"clear": "no"}, "own": []}})) as (app, pilot):
        await pilot.press("tab", "backspace")
        assert app.answer is None
        await pilot.press("right", "delete")
        assert app.answer is None


async def test_a_click_on_a_row_opens_it_and_one_on_an_option_picks() -> None:
    async with running(FieldApp(ROOM)) as (app, pilot):
        rows = app.field().grid_list
        await pilot.click(rows, offset=place_of(rows, "I gave the best"))
        assert app.said == []
        await pilot.click(rows, offset=place_of(rows, "2 partly"))
        assert app.answer["rows"] == {"best": "partly"}


async def test_enter_walks_the_rows_and_then_goes_on() -> None:
    async with running(FieldApp(ROOM)) as (app, pilot):
        await pilot.press("tab", "enter", "enter")
        assert app.done == []
        await pilot.press("enter")
        assert app.done == ["room"]


async def test_what_is_kept_is_the_value_and_what_is_shown_the_label() -> None:
    async with running(FieldApp(SORT)) as (app, pilot):
        await pilot.press("tab", "2")
        assert app.answer["rows"] == {"clear": "other"}
        assert "Not mine" in text_of(app.field().grid_list).splitlines()[0]


async def test_wording_follows_an_earlier_answer_and_keeps_the_choice_and_the_cursor() -> None:
    async with running(FieldApp(FORMAT, ROOM, show="room")) as (app, pilot):
        await pilot.press("tab", "1", "2")
        app.set_answer("format", "phone")
        await pilot.pause()
        drawn = text_of(app.field().grid_list)
        assert "My pace matched." in drawn
        assert "› I gave the best" in drawn
        assert len(app.said) == 2


async def test_choices_of_rows_that_are_not_shown_are_kept() -> None:
    quick = Grid(id="room", label="x", rows=ROWS, options=("yes", "no"), quick_rows=("best",))
    stored = {"rows": {"gone": "yes"}, "own": [], "later": 1}
    async with running(FieldApp(ROUTE, quick, show="room", answers={"room": stored, "route": "quick"})) as (app, pilot):
        assert "easy to follow" not in text_of(app.field().grid_list)
        await pilot.press("tab", "2")
        assert app.answer == {"rows": {"gone": "yes", "best": "no"}, "own": [], "later": 1}


async def test_a_row_answered_a_moment_ago_stays_when_the_route_becomes_short() -> None:
    quick = Grid(id="room", label="x", rows=ROWS, options=("yes", "no"), quick_rows=("best",))
    async with running(FieldApp(ROUTE, quick, show="room")) as (app, pilot):
        await pilot.press("tab", "1")
        app.set_answer("route", "quick")
        await pilot.pause()
        drawn = text_of(app.field().grid_list)
        assert "easy to follow" in drawn
        assert "My voice" not in drawn


async def test_what_is_being_typed_is_part_of_the_answer_at_once() -> None:
    async with running(FieldApp(SORT)) as (app, pilot):
        app.field().own.focus()
        await pilot.press(*"tr", "a")
        assert app.answer == {"rows": {}, "own": [{"text": "tra", "choice": ""}]}
        assert "tra" not in text_of(app.field().grid_list)
        await pilot.press("backspace", "backspace", "backspace")
        assert app.answer is None


async def test_enter_makes_a_row_and_goes_to_it_to_choose() -> None:
    async with running(FieldApp(SORT)) as (app, pilot):
        app.field().own.focus()
        await pilot.press(*"trains", "enter", "2")
        assert app.answer == {"rows": {}, "own": [{"text": "trains", "choice": "other"}]}
        assert app.field().own.text == ""
        await pilot.press("tab", *"rain", "enter")
        assert [row["text"] for row in app.answer["own"]] == ["trains", "rain"]


async def test_enter_in_the_empty_line_goes_on() -> None:
    async with running(FieldApp(SORT)) as (app, pilot):
        app.field().own.focus()
        await pilot.press("enter")
        assert app.done == ["sort"]


OWN = {"rows": {"clear": "mine"}, "own": [{"text": "trains", "choice": "other"}, {"text": "rain", "choice": ""}]}


async def test_a_row_of_ones_own_can_be_removed_and_brought_back_in_its_place() -> None:
    async with running(FieldApp(SORT, answers={"sort": OWN})) as (app, pilot):
        await pilot.press("tab", "down", "down", "down", "delete")
        assert app.answer == {"rows": {"clear": "mine"}, "own": [{"text": "rain", "choice": ""}]}
        assert "Removed. Press u to bring it back." in shown(app)
        await pilot.press("u")
        assert app.answer == OWN
        assert "Removed" not in shown(app)
        assert "› trains" in text_of(app.field().grid_list)


async def test_removing_and_bringing_back_work_with_the_mouse() -> None:
    async with running(FieldApp(SORT, answers={"sort": OWN})) as (app, pilot):
        rows = app.field().grid_list
        await pilot.click(rows, offset=place_of(rows, " rain") + Offset(1, 0))
        await pilot.click(rows, offset=place_of(rows, "remove"))
        assert [row["text"] for row in app.answer["own"]] == ["trains"]
        await pilot.click(app.field().undo)
        assert app.answer == OWN


async def test_the_words_of_ones_own_row_can_be_changed_and_its_choice_stays() -> None:
    async with running(FieldApp(SORT, answers={"sort": OWN})) as (app, pilot):
        await pilot.press("tab", "down", "down", "down", "e", "end", "s", "enter")
        assert app.answer["own"][0] == {"text": "trainss", "choice": "other"}
        assert "› trainss" in text_of(app.field().grid_list)


async def test_a_row_of_the_guide_cannot_be_removed_or_reworded() -> None:
    async with running(FieldApp(SORT, answers={"sort": OWN})) as (app, pilot):
        await pilot.press("tab", "e", "down", "delete")
        assert app.answer == OWN
        assert "Removed" not in shown(app)


@pytest.mark.parametrize("width", [80, 60, 40])
async def test_every_word_is_in_sight_at_any_width(width: int) -> None:
    async with running(FieldApp(SORT, answers={"sort": OWN}), size=(width, 30)) as (app, _):
        drawn = text_of(app.field().grid_list)
        assert all(len(line) <= width for line in drawn.splitlines())
        for words in ("easy to follow", "My voice matched.", "1 Mine to change", "2 Not mine", "trains"):
            assert words in drawn.replace("\n", " ")


async def test_whatever_was_written_is_kept_and_harms_nothing() -> None:
    stored = {"rows": {}, "own": [{"text": words, "choice": words} for words in AWKWARD]}
    async with running(FieldApp(SORT, answers={"sort": stored}), size=(60, 50)) as (app, pilot):
        await pilot.press("tab", "1", "2", "down", *["down"] * len(AWKWARD))
        assert is_safe(text_of(app.field().grid_list), 60)
        assert app.answer == {"rows": {"clear": "mine", "voice": "other"}, "own": stored["own"]}


async def test_what_does_not_fit_is_shown_as_blank_and_left_alone() -> None:
    strange = {"rows": {"clear": 3}, "own": [1, None, {"text": 3, "choice": []}]}
    junk = ["x", 7, [], {"rows": 3, "own": "x"}, strange, {}]
    fields = [Grid(id=f"g{n}", label="x", rows=ROWS[:1], options=("yes", "no")) for n in range(len(junk))]
    async with running(FieldApp(*fields, answers={f"g{n}": item for n, item in enumerate(junk)})) as (app, pilot):
        assert all("[" not in text_of(app.field(field.id).grid_list) for field in fields)
        assert app.said == []
        for field in fields:
            app.field(field.id).grid_list.focus()
            await pilot.press("2")
            assert app.answer["rows"] == {"clear": "no"}
        assert dict(app.said)["g4"]["own"] == [{"text": 3, "choice": []}, 1, None]


async def test_removing_a_row_while_another_stands_emptied_in_the_line_removes_the_right_one() -> None:
    own = [{"text": text, "choice": ""} for text in ("aaa", "bbb", "ccc")]
    async with running(FieldApp(SORT, answers={"sort": {"rows": {}, "own": own}})) as (app, pilot):
        await pilot.press("tab", "down", "down", "down", "e", "backspace", "backspace", "backspace", "shift+tab")
        await pilot.press("home", *("down",) * 4, "delete")
        assert [row["text"] for row in app.answer["own"]] == ["ccc"]


async def test_removing_the_row_that_stands_emptied_in_the_line_leaves_the_others() -> None:
    own = [{"text": text, "choice": ""} for text in ("aaa", "bbb")]
    async with running(FieldApp(SORT, answers={"sort": {"rows": {}, "own": own}})) as (app, pilot):
        await pilot.press("tab", "down", "down", "down", "e", "backspace", "backspace", "backspace", "shift+tab")
        await pilot.press("home", *("down",) * 3, "delete")
        assert [row["text"] for row in app.answer["own"]] == ["bbb"]
