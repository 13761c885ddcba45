"""A letter is drafted, changed and copied, and nothing of it is lost or sent."""

from __future__ import annotations

import pytest
from textual.widgets import Button

from tests.ui.fields.writing_helpers import AWKWARD, FieldApp, shown
from workbook.guide.model import Letter
from workbook.ui.fields.letter import COPIED, STAYS, LetterField

FIELD = Letter(
    id="a", label="Your request", subject="About {{start.first.name|it}}", body="Hello,\n\n{{start.first.name|you}}"
)
CHANGED = {"start.page.a": {"subject": "S [b]", "body": "B [/b]"}}


def words(app: FieldApp) -> str:
    return " ".join(shown(app.query_one(LetterField)).split())


async def test_the_draft_follows_earlier_answers_until_it_is_changed() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        field = app.query_one(LetterField)
        app.follow(name="[red]")
        assert (field.subject.text, field.body.text) == ("About [red]", "Hello,\n\n[red]")
        assert app.changes == []
        await pilot.press("x")
        assert app.answer("a") == {"subject": "About [red]x", "body": "Hello,\n\n[red]"}
        app.follow(name="Kim")
        assert field.body.text == "Hello,\n\n[red]"


async def test_a_letter_changed_back_to_the_draft_is_no_answer_and_follows_again() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        await pilot.press("x", "backspace")
        assert app.answer("a") is None
        app.follow(name="Kim")
        assert app.query_one(LetterField).subject.text == "About Kim"


async def test_starting_again_brings_back_the_draft_and_undo_brings_back_the_letter() -> None:
    app = FieldApp(FIELD, answers=CHANGED)
    async with app.run_test() as pilot:
        field = app.query_one(LetterField)
        await pilot.press("tab", "tab", "tab", "enter")
        await pilot.pause()
        assert (field.subject.text, field.body.text) == ("About it", "Hello,\n\nyou")
        assert app.answer("a") is None
        assert "Undo" in words(app)
        again = app.query(Button).last()
        assert again.has_focus
        again.press()  # a button takes no second Enter while it still shows the first
        await pilot.pause()
        assert app.answer("a") == CHANGED["start.page.a"]
        assert "Start again from the draft" in words(app)


async def test_starting_again_is_offered_only_once_there_is_something_to_start_from() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        assert "Start again" not in words(app)
        await pilot.press("x")
        await pilot.pause()
        assert "Start again from the draft" in words(app)


async def test_after_starting_again_writing_takes_the_place_of_undo() -> None:
    app = FieldApp(FIELD, answers=CHANGED)
    async with app.run_test() as pilot:
        await pilot.click(app.query(Button).last())
        app.query_one(LetterField).body.focus()
        await pilot.press("x")
        await pilot.pause()
        assert "Undo" not in words(app)
        await pilot.press("backspace")
        await pilot.pause()
        assert "Undo" not in words(app)
        assert "Start again" not in words(app)


async def test_copy_takes_subject_and_body_and_says_so() -> None:
    app = FieldApp(FIELD, answers=CHANGED)
    async with app.run_test() as pilot:
        assert STAYS in words(app)
        await pilot.press("tab", "tab", "enter")
        await pilot.pause()
        assert app.copied == ["S [b]\n\nB [/b]"]
        assert COPIED in words(app)


async def test_enter_in_the_subject_goes_to_the_body() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        await pilot.press("enter", "ctrl+u", "x")
        assert app.query_one(LetterField).body.text.startswith("xHello")


async def test_a_stored_letter_keeps_its_words_whatever_the_draft_becomes() -> None:
    app = FieldApp(FIELD, answers=CHANGED)
    async with app.run_test() as pilot:
        app.follow(name="Kim")
        field = app.query_one(LetterField)
        assert (field.subject.text, field.body.text) == ("S [b]", "B [/b]")
        assert app.changes == []
        await pilot.click(app.query(Button).last())
        assert field.subject.text == "About Kim"


async def test_an_emptied_letter_stays_empty() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        field = app.query_one(LetterField)
        field.subject.replace_all("")
        field.body.replace_all("")
        await pilot.pause()
        assert app.answer("a") == {"subject": "", "body": ""}
        app.follow(name="Kim")
        assert field.body.text == ""


@pytest.mark.parametrize("text", [AWKWARD[0], AWKWARD[3]])
async def test_awkward_drafts_are_shown_and_copied_as_they_are(text: str) -> None:
    app = FieldApp(Letter(id="a", label="A", subject="{{start.first.name|}}", body=text))
    async with app.run_test() as pilot:
        app.follow(name=text)
        await pilot.click(app.query(Button).first())
        assert app.copied == [f"{text}\n\n{text}"]
        assert app.changes == []


@pytest.mark.parametrize("junk", [5, "words", ["a"], {"subject": 7}, {}, {"body": ["x"]}])
async def test_an_answer_of_the_wrong_type_is_shown_and_not_changed(junk: object) -> None:
    app = FieldApp(FIELD, answers={"start.page.a": junk})
    async with app.run_test():
        app.follow(name="Kim")
        assert app.changes == []


async def test_the_editor_takes_the_body() -> None:
    app = FieldApp(FIELD, answers=CHANGED)
    async with app.run_test() as pilot:
        field = app.query_one(LetterField)
        assert field.editable_text() == "B [/b]"
        field.take_text("one\ntwo")
        await pilot.pause()
        assert app.answer("a") == {"subject": "S [b]", "body": "one\ntwo"}
