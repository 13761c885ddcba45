"""The cells of a table: words, choices, days, and what is offered for them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from textual import events
from textual.containers import VerticalScroll

from tests.ui.fields.picking_helpers import AWKWARD, FieldApp, is_safe, place_of, running, shown, text_of
from workbook.guide.model import Column, Table
from workbook.ui.widgets.options import HOW, NOT_YET
from workbook.ui.widgets.suggestions import PUT_IN, Suggestions

WORDS = Table(
    id="words",
    label="Keywords",
    columns=(
        Column(id="word", label="Keyword", suggest=("analyst", "data")),
        Column(id="do", label="Keep it?", kind="choice", options=("keep", "drop", "try")),
        Column(id="when", label="When", kind="date"),
    ),
)


def cells(app: FieldApp) -> list[Any]:
    return [cell for cell in app.field().editor.cells if cell.display]


async def test_choices_and_days_are_cells_too() -> None:
    async with running(FieldApp(WORDS)) as (app, pilot):
        await pilot.press("tab", *"tea", "enter", "2", "enter", *"2026-11-27", "enter")
        row = {"word": "tea", "do": "drop", "when": {"text": "2026-11-27", "day": "2026-11-27"}}
        assert app.answer == [row]
        assert "Row 2 of 2" in shown(app)
        assert "27 November 2026" in text_of(app.field().table_list)


async def test_a_column_for_what_is_ahead_takes_a_weekday_for_the_coming_one() -> None:
    columns = (Column(id="word", label="Word"), Column(id="when", label="When", kind="date", follow_up="Write"))
    async with running(FieldApp(Table(id="words", label="Words", columns=columns))) as (app, pilot):
        await pilot.press("tab", *"tea", "enter", *"friday", "enter")
        assert app.answer == [{"word": "tea", "when": {"text": "friday", "day": "2026-11-27"}}]


async def test_a_choice_cell_is_answered_with_space_after_arrows_or_by_a_digit() -> None:
    keys = {
        "space": "keep",
        "right space": "drop",
        "left space": "keep",
        "end space": "try",
        "home right right right space": "try",
        "3": "try",
        "2": "drop",
    }
    async with running(FieldApp(WORDS, answers={"words": [{"word": "tea"}]})) as (app, pilot):
        await pilot.press("tab", "enter")
        for pressed, choice in keys.items():
            await pilot.press(*pressed.split())
            assert app.answer == [{"word": "tea", "do": choice}], pressed
            await pilot.press("backspace")
            assert app.answer == [{"word": "tea", "do": ""}]


async def test_space_takes_back_what_it_chose_in_a_cell() -> None:
    async with running(FieldApp(WORDS, answers={"words": [{"word": "tea"}]})) as (app, pilot):
        await pilot.press("tab", "enter", "right", "space", "space")
        assert [value[0]["do"] for _, value in app.said] == ["drop", ""]
        assert "› ( ) drop" in text_of(cells(app)[1])


async def test_the_mark_in_a_cell_follows_the_cursor_and_nothing_looks_chosen_that_is_not() -> None:
    async with running(FieldApp(WORDS, answers={"words": [{"word": "tea", "do": "drop"}]})) as (app, pilot):
        assert text_of(cells(app)[1]) == "  ( ) keep   (•) drop   ( ) try"
        await pilot.press("tab", "enter")
        assert text_of(cells(app)[1]) == "  ( ) keep › (•) drop   ( ) try"
        await pilot.press("right")
        assert text_of(cells(app)[1]) == "  ( ) keep   (•) drop › ( ) try"
        await pilot.press("enter")
        assert text_of(cells(app)[1]) == "  ( ) keep   (•) drop   ( ) try"
        assert app.said == []


async def test_up_and_down_move_among_options_below_each_other_and_are_left_alone_in_a_row() -> None:
    options = tuple(f"a rather long option, number {n}" for n in range(1, 4))
    long = Table(id="long", label="L", columns=(Column(id="do", label="Do", kind="choice", options=options),))
    app = FieldApp(long, WORDS, *(Table(id=f"t{n}", label="T", columns=WORDS.columns) for n in range(4)))
    async with running(app, size=(60, 20)) as (_, pilot):
        cell = app.field("long").editor.cells[0]
        cell.focus()
        await pilot.press("down", "down", "up", "space")
        assert app.answer == [{"do": options[1]}]
        assert f"› (•) {options[1]}" in text_of(cell)
        row = app.field("words").editor.cells[1]
        row.focus()
        await pilot.pause()
        page = app.screen.query_one(VerticalScroll)
        page.scroll_to(y=0, animate=False)
        await pilot.press("down")
        await pilot.pause()
        assert row.cursor == 0
        assert page.scroll_target_y > 0, "the page scrolls"


async def test_words_typed_or_pasted_in_a_choice_cell_choose_nothing_and_it_is_said_how_to() -> None:
    async with running(FieldApp(WORDS, answers={"words": [{"word": "tea"}]})) as (app, pilot):
        await pilot.press("tab", "enter", *"on the 2 of may")
        assert app.said == []
        assert HOW in " ".join(text_of(cells(app)[1]).split())
        await pilot.press("right", "space")
        assert app.answer == [{"word": "tea", "do": "drop"}]
        assert HOW not in " ".join(text_of(cells(app)[1]).split())
        app.post_message(events.Paste("words"))
        await pilot.pause()
        await pilot.pause()
        assert HOW in " ".join(text_of(cells(app)[1]).split())


@pytest.mark.parametrize("leave", ["tab", "enter"])
async def test_whoever_moves_in_a_cell_and_goes_on_with_nothing_chosen_is_told(leave: str) -> None:
    async with running(FieldApp(WORDS, answers={"words": [{"word": "tea"}]})) as (app, pilot):
        await pilot.press("tab", "enter", "right", leave)
        assert app.said == []
        assert NOT_YET in shown(app)
        await pilot.press("shift+tab", "space")
        assert app.answer == [{"word": "tea", "do": "drop"}]
        assert NOT_YET not in shown(app)


async def test_a_choice_cell_is_clicked() -> None:
    async with running(FieldApp(WORDS)) as (app, pilot):
        cell = cells(app)[1]
        await pilot.click(cell, offset=place_of(cell, "drop"))
        assert app.answer == [{"do": "drop"}]


async def test_the_cell_shows_what_another_row_holds_and_says_nothing() -> None:
    rows = [{"word": "a", "do": "keep", "when": {"text": "27.11.2026", "day": "2026-11-27"}}, {"word": "b"}]
    async with running(FieldApp(WORDS, answers={"words": rows})) as (app, pilot):
        await pilot.press("tab", "down")
        assert [cells(app)[0].text, cells(app)[1].value, cells(app)[2].box.text] == ["b", "", ""]
        await pilot.press("up")
        assert cells(app)[2].box.text == "27.11.2026"
        assert app.said == []


async def test_texts_are_offered_for_the_cell_in_hand_and_picked_into_it() -> None:
    async with running(FieldApp(WORDS)) as (app, pilot):
        offers = app.field().query_one(Suggestions)
        await pilot.press("tab")
        await pilot.pause()
        assert offers.offers == ("analyst", "data")
        offers.focus()
        await pilot.press("right", "enter")
        assert app.answer == [{"word": "data"}]
        await pilot.press("enter")
        await pilot.pause()
        assert offers.offers == ()


async def test_the_cell_in_hand_can_be_written_elsewhere() -> None:
    async with running(FieldApp(WORDS, answers={"words": [{"word": "tea"}]})) as (app, pilot):
        assert app.field().editable_text() is None
        await pilot.press("tab")
        assert app.field().editable_text() == "tea"
        app.field().take_text("green tea\n")
        await pilot.pause()
        assert app.answer == [{"word": "green tea"}]


async def test_whatever_was_written_is_kept_and_harms_nothing() -> None:
    rows = [{"word": words, "do": words, "when": {"text": words, "day": None}} for words in AWKWARD]
    async with running(FieldApp(WORDS, answers={"words": [*rows, {"word": "b"}]}), size=(60, 50)) as (app, pilot):
        assert is_safe(text_of(app.field().table_list), 60)
        await pilot.press("tab", *["down"] * len(rows), "enter", "end", "s")
        assert app.answer == [*rows, {"word": "bs"}]


async def test_what_does_not_fit_is_shown_as_blank_and_left_alone() -> None:
    strange = [{"word": 3, "do": [], "when": "soon"}, {"when": {"day": 3}}]
    junk = ["x", 7, {"a": 1}, [1, None, "x"], strange]
    fields = [Table(id=f"t{n}", label="x", columns=WORDS.columns) for n in range(len(junk))]
    async with running(FieldApp(*fields, answers={f"t{n}": item for n, item in enumerate(junk)})) as (app, _):
        for field in fields:
            assert app.field(field.id).editor.cells[0].text == ""
            assert app.field(field.id).editor.cells[1].value == ""
        assert app.said == []


async def test_what_is_chosen_in_the_instant_another_row_is_opened_stays_in_its_row() -> None:
    rows = [{"word": "a"}, {"word": "b"}]
    async with running(FieldApp(WORDS, answers={"words": rows})) as (app, pilot):
        table, (_, choice, when) = app.field(), cells(app)
        choice.choose("drop")  # as a click does, and another row before anybody was told
        when.box.replace_all("2026-11-27")
        table.go_to(table.rows.rows[1])
        await pilot.pause()
        assert app.answer == [
            {"word": "a", "do": "drop", "when": {"text": "2026-11-27", "day": "2026-11-27"}},
            {"word": "b"},
        ]
        when.put_day(date(2026, 11, 28))
        table.go_to(table.rows.rows[0])
        await pilot.pause()
        assert app.answer[1] == {"word": "b", "when": {"text": "28 November 2026", "day": "2026-11-28"}}
        assert app.answer[0]["when"]["day"] == "2026-11-27"


async def test_an_offer_put_into_a_cell_is_told_and_undone_at_once() -> None:
    async with running(FieldApp(WORDS)) as (app, pilot):
        await pilot.press("tab")
        app.field().query_one(Suggestions).focus()
        await pilot.pause()
        await pilot.press("space")
        await pilot.pause()
        assert app.answer == [{"word": "analyst"}]
        assert PUT_IN in shown(app)
        await pilot.press("ctrl+z")
        assert cells(app)[0].text == ""


async def test_an_offer_put_into_one_row_is_not_told_of_another_that_says_the_same() -> None:
    rows = [{"word": ""}, {"word": "analyst", "do": "keep"}]
    async with running(FieldApp(WORDS, answers={"words": rows})) as (app, pilot):
        await pilot.press("tab", "enter")
        app.field().query_one(Suggestions).focus()
        await pilot.press("enter")
        assert PUT_IN in shown(app)
        await pilot.press("alt+down")
        assert cells(app)[0].text == "analyst"
        assert PUT_IN not in shown(app), "ctrl+z would not take it out here"


async def test_words_written_among_the_offers_of_a_cell_go_into_the_cell() -> None:
    async with running(FieldApp(WORDS)) as (app, pilot):
        await pilot.press("tab")
        app.field().query_one(Suggestions).focus()
        await pilot.pause()
        await pilot.press(*"a new word")
        assert app.answer == [{"word": "a new word"}]
