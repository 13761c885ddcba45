"""A table with rows that the guide gives, and columns that a route leaves out."""

from __future__ import annotations

from typing import Any

from tests.ui.fields.picking_helpers import FieldApp, running, shown, text_of
from workbook.guide.model import Choice, Column, GivenRows, Table

FORMAT = Choice(id="format", label="How?", options=("video", "in person"))
MOMENTS = Table(
    id="moments",
    label="Moment by moment",
    columns=(Column(id="moment", label="Moment", read_only=True), Column(id="what", label="What happened")),
    rows=GivenRows(
        default=("the day before", "the room"), by="part.page.format", cases={"video": ("the day before", "the call")}
    ),
)


def cells(app: FieldApp) -> list[Any]:
    return [cell for cell in app.field().editor.cells if cell.display]


async def test_given_rows_stand_there_and_are_sent_with_the_first_words() -> None:
    async with running(FieldApp(FORMAT, MOMENTS, show="moments")) as (app, pilot):
        assert "the room" in text_of(app.field().table_list)
        app.field().first_focus().focus()
        await pilot.press(*"ok", "enter")
        assert app.answer == [{"moment": "the day before", "what": "ok"}, {"moment": "the room"}]
        assert "Row 2 of 2" in shown(app)


async def test_given_rows_follow_an_earlier_answer_and_what_was_written_stays_in_hand() -> None:
    async with running(FieldApp(FORMAT, MOMENTS, show="moments")) as (app, pilot):
        app.field().table_list.focus()
        await pilot.press("down", "enter", *"ok")
        app.set_answer("format", "video")
        await pilot.pause()
        drawn = text_of(app.field().table_list)
        assert "the call" in drawn
        assert "› the room" in drawn
        await pilot.press("a")
        assert app.answer[-1] == {"moment": "the room", "what": "oka"}
        assert {"moment": "the call"} in app.answer


async def test_a_given_row_cannot_be_removed() -> None:
    async with running(FieldApp(FORMAT, MOMENTS, show="moments")) as (app, pilot):
        app.field().table_list.focus()
        await pilot.press("delete")
        assert "This row belongs to the page." in shown(app)
        assert len(app.field().rows) == 2


async def test_columns_that_this_route_does_not_ask_keep_what_they_hold() -> None:
    route = Choice(id="route", label="Route", options=("full", "quick"))
    table = Table(
        id="items",
        label="What went well",
        columns=(Column(id="what", label="What went well"), Column(id="how", label="How", routes=("full",))),
    )
    stored = {"what": "a nod", "how": "eye contact", "x": 1}
    app = FieldApp(route, table, show="items", answers={"route": "quick", "items": [stored]})
    async with running(app) as (_, pilot):
        assert len(cells(app)) == 1
        await pilot.press("tab", "end", "s", "enter")
        assert app.answer[0] == {"what": "a nods", "how": "eye contact", "x": 1}
        app.set_answer("route", "full")
        await pilot.pause()
        assert len(cells(app)) == 2
