"""A plan is two lines that make one answer."""

from __future__ import annotations

import pytest
from textual import events

from tests.ui.fields.writing_helpers import AWKWARD, FieldApp, shown
from workbook.guide.model import Plan
from workbook.ui.fields.plan import PlanField
from workbook.ui.widgets.writing import Line

FIELD = Plan(id="a", label="A plan", if_placeholder="It happens", then_placeholder="I breathe out")
PREFILLED = Plan(id="a", label="A plan", if_prefill='I notice "{{start.first.name|it}}"')


async def test_enter_goes_from_if_to_then_and_on() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        await pilot.press("a", "enter", "b")
        assert app.done == []
        assert app.answer("a") == {"if": "a", "then": "b"}
        await pilot.press("enter")
        assert len(app.done) == 1


async def test_the_two_lines_are_named_and_say_what_could_stand_there() -> None:
    app = FieldApp(FIELD)
    async with app.run_test():
        lines = shown(app.query_one(PlanField)).splitlines()
        assert lines[1].startswith("│ If ")
        assert "such as: It happens" in lines[1]
        assert lines[2].startswith("│ then ")
        assert "such as: I breathe out" in lines[2]


async def test_words_that_stand_there_are_told_from_those_that_only_could() -> None:
    app = FieldApp(Plan(id="a", label="A plan", if_prefill="it comes", then_placeholder="I breathe out"))
    async with app.run_test():
        assert shown(app.query_one(PlanField)).count("such as: ") == 1
        assert "such as" not in shown(app.query_one(PlanField).if_box)


async def test_a_prefill_follows_until_it_is_changed_and_then_belongs_to_the_person() -> None:
    app = FieldApp(PREFILLED)
    async with app.run_test() as pilot:
        app.follow(name="[b]")
        assert app.query(Line).first().text == 'I notice "[b]"'
        assert app.changes == []
        await pilot.press("tab", "x")
        app.follow(name="other")
        await pilot.pause()
        assert app.answer("a") == {"if": 'I notice "other"', "then": "x"}, "only the other half was written"
        assert app.query(Line).first().text == 'I notice "other"'
        await pilot.press("backspace")
        assert app.answer("a") is None
        await pilot.press("shift+tab", "end", "y")
        app.follow(name="third")
        await pilot.pause()
        assert app.answer("a") == {"if": 'I notice "other"y', "then": ""}
        assert app.query(Line).first().text == 'I notice "other"y'


async def test_an_emptied_plan_is_no_answer() -> None:
    app = FieldApp(FIELD, answers={"start.page.a": {"if": "", "then": "x"}})
    async with app.run_test() as pilot:
        await pilot.press("tab", "backspace")
        assert app.changes == [("a", None)]


async def test_a_prefill_emptied_on_purpose_stays_empty() -> None:
    app = FieldApp(PREFILLED)
    async with app.run_test() as pilot:
        await pilot.press("ctrl+u")
        app.follow(name="Kim")
        assert app.answer("a") == {"if": "", "then": ""}
        assert app.query(Line).first().text == ""


async def test_awkward_words_are_kept() -> None:
    app = FieldApp(*(Plan(id=f"f{number}", label="A") for number in range(len(AWKWARD))))
    async with app.run_test(size=(80, 60)) as pilot:
        for number, field in enumerate(app.query(PlanField)):
            field.if_box.post_message(events.Paste(AWKWARD[number]))
            field.then_box.post_message(events.Paste(AWKWARD[-number]))
        await pilot.pause()
        for number in range(len(AWKWARD)):
            told = (AWKWARD[number].replace("\t", " "), AWKWARD[-number].replace("\t", " "))
            assert app.answer(f"f{number}") == {"if": told[0], "then": told[1]}


@pytest.mark.parametrize("junk", [5, "words", ["a"], {"if": 7}, {}, {"if": None, "then": ["x"]}])
async def test_an_answer_of_the_wrong_type_is_shown_and_not_changed(junk: object) -> None:
    app = FieldApp(FIELD, answers={"start.page.a": junk})
    async with app.run_test():
        app.follow(name="Kim")
        assert app.changes == []


async def test_the_editor_takes_the_half_with_the_cursor() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        await pilot.press("a", "tab", "b")
        field = app.query_one(PlanField)
        assert field.editable_text() == "b"
        field.take_text("c")
        await pilot.pause()
        assert app.answer("a") == {"if": "a", "then": "c"}
