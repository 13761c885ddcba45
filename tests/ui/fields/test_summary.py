"""A summary: earlier answers shown back."""

from __future__ import annotations

import pytest

from tests.ui.fields.picking_helpers import AWKWARD, FieldApp, running, shown
from workbook.guide.model import Checklist, Grid, GridRow, Summary, Text

NAME = Text(id="name", label="Company")
WORDS = Checklist(id="words", label="I feel", options=("sad", "angry"))
PAGE = Summary(
    id="sum", label="In your words", of="page", sources=("part.page.name", "part.page.words"), empty="Nothing yet."
)


async def test_labels_stand_above_the_words_that_answer_them() -> None:
    async with running(FieldApp(NAME, WORDS, PAGE, show="sum", answers={"name": "Acme", "words": ["sad"]})) as (app, _):
        lines = [line.strip() for line in shown(app).splitlines()]
        assert lines[lines.index("Company") + 1] == "Acme"
        assert lines[lines.index("I feel") + 1] == "sad"


async def test_it_says_so_when_there_is_nothing_and_follows_the_answers() -> None:
    async with running(FieldApp(NAME, WORDS, PAGE, show="sum")) as (app, pilot):
        assert "Nothing yet." in shown(app)
        app.set_answer("name", "Acme")
        await pilot.pause()
        assert "Nothing yet." not in shown(app)
        assert "Acme" in shown(app)


async def test_it_takes_no_focus_and_no_answer() -> None:
    async with running(FieldApp(NAME, PAGE, show="sum", answers={"name": "Acme"})) as (app, pilot):
        assert app.field().first_focus() is None
        await pilot.press("tab")
        assert app.focused is not None
        assert app.focused.id == "on"
        assert app.said == []


@pytest.mark.parametrize("words", AWKWARD[:2])
async def test_words_are_never_read_as_markup(words: str) -> None:
    async with running(FieldApp(NAME, PAGE, show="sum", answers={"name": words})) as (app, _):
        assert words in shown(app)


async def test_what_would_be_noticed_says_nothing_until_something_could_have_been() -> None:
    room = Grid(id="room", label="Room", rows=(GridRow(id="a", label="Calm"),), options=("yes", "no"))
    field = Summary(
        id="sum", label="From your answers", of="noticed", sources=("part.page.room",), picks=("no",), empty="Nothing."
    )
    async with running(FieldApp(room, field, show="sum")) as (app, pilot):
        assert "From your answers" not in shown(app)
        assert "Nothing." not in shown(app)
        assert not app.field().outer_size.height
        app.set_answer("room", {"rows": {"a": "yes"}, "own": []})
        await pilot.pause()
        assert "From your answers" in shown(app)
        assert "Nothing." in shown(app)
        app.set_answer("room", {"rows": {"a": "no"}, "own": []})
        await pilot.pause()
        assert "Calm: no" in shown(app)
