"""A summary: earlier answers shown back."""

from __future__ import annotations

import pytest

from tests.ui.fields.picking_helpers import AWKWARD, FieldApp, running, shown
from workbook.guide.model import Checklist, Summary, Text

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
