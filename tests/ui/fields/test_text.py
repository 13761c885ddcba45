"""A line of text keeps what is typed and pasted, and offers what was written earlier."""

from __future__ import annotations

import pytest
from textual import events

from tests.ui.fields.writing_helpers import AWKWARD, FieldApp, shown
from workbook.guide.model import Text
from workbook.ui.fields.boxed import FULL
from workbook.ui.fields.text import LONG, TextField
from workbook.ui.widgets.suggestions import Suggestions
from workbook.ui.widgets.writing import LIMIT, Line

FIELD = Text(id="a", label="A word [of] your own", help="One [/b] is enough.")


async def paste(app: FieldApp, text: str) -> None:
    assert app.focused is not None
    app.focused.post_message(events.Paste(text))


async def test_what_is_typed_is_the_answer_exactly_as_typed() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        await pilot.press("space", "o", "k", "space")
        assert app.answer("a") == " ok "


async def test_awkward_words_are_pasted_and_shown_again_unchanged() -> None:
    fields = [Text(id=f"f{number}", label="A") for number in range(len(AWKWARD))]
    kept = {f"f{number}": words.replace("\t", " ") for number, words in enumerate(AWKWARD)}
    app = FieldApp(*fields)
    async with app.run_test(size=(80, 50)) as pilot:
        for line, words in zip(app.query(Line), AWKWARD, strict=True):
            line.post_message(events.Paste(words))
        await pilot.pause()
        assert {name: app.answer(name) for name in kept} == kept
    again = FieldApp(*fields, answers={f"start.page.{name}": words for name, words in kept.items()})
    async with again.run_test(size=(80, 50)) as pilot:
        await pilot.pause()
        assert [line.text for line in again.query(Line)] == list(kept.values())
        assert AWKWARD[0] in shown(again.screen)
        assert again.changes == []


async def test_label_and_help_are_shown_as_they_are_written() -> None:
    app = FieldApp(FIELD)
    async with app.run_test():
        assert "A word [of] your own\nOne [/b] is enough." in shown(app.query_one(TextField))


async def test_pasted_lines_are_joined_so_that_none_is_lost() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        await paste(app, "one\ntwo\r\nthree\u2028four\u2029")
        await pilot.pause()
        assert app.answer("a") == "one two three four "


async def test_control_bytes_become_pictures_of_themselves() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        await paste(app, "a\x1b[31mb\x07\x00\ud800")
        await pilot.pause()
        assert app.answer("a") == "a␛[31mb␇␀\ufffd"


async def test_lines_from_the_apps_own_clipboard_are_joined_too() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        app.copy_to_clipboard("one\ntwo")
        await pilot.press("ctrl+v")
        assert app.answer("a") == "one two"


async def test_enter_goes_on_to_the_next_field_and_writes_nothing() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        await pilot.press("x", "enter")
        assert [field.place.field.id for field in app.done] == ["a"]
        assert app.answer("a") == "x"


async def test_an_emptied_line_is_no_answer() -> None:
    app = FieldApp(FIELD, answers={"start.page.a": "x"})
    async with app.run_test() as pilot:
        await pilot.press("backspace")
        assert app.changes == [("a", None)]


async def test_a_prefill_follows_earlier_answers_until_it_is_changed() -> None:
    app = FieldApp(Text(id="a", label="A", prefill="About {{start.first.name|it}}"))
    async with app.run_test() as pilot:
        line = app.query_one(Line)
        assert line.text == "About it"
        app.follow(name="Kim")
        assert line.text == "About Kim"
        assert app.changes == []
        await pilot.press("full_stop")
        app.follow(name="Lou")
        assert line.text == "About Kim."
        assert app.answer("a") == "About Kim."
        await pilot.press("backspace")
        assert app.answer("a") is None


async def test_a_prefill_emptied_on_purpose_stays_empty() -> None:
    field = Text(id="a", label="A", prefill="x")
    app = FieldApp(field)
    async with app.run_test() as pilot:
        await pilot.press("backspace")
        app.follow(name="Kim")
        assert app.query_one(Line).text == ""
        assert app.answer("a") == ""
    again = FieldApp(field, answers=dict(app.state.answers))
    async with again.run_test():
        assert again.query_one(Line).text == ""


async def test_following_other_answers_keeps_text_cursor_and_undo() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        await pilot.press("a", "b", "left")
        app.follow(name="Kim")
        line = app.query_one(Line)
        assert (line.text, line.cursor_location) == ("ab", (0, 1))
        await pilot.press("ctrl+z")
        assert line.text == ""


async def test_more_than_a_few_words_is_kept_and_said_kindly() -> None:
    app = FieldApp(Text(id="a", label="A", max=5))
    async with app.run_test() as pilot:
        await pilot.press(*"abcdef")
        assert app.answer("a") == "abcdef"
        assert LONG in shown(app.query_one(TextField))
        await pilot.press("backspace")
        assert LONG not in shown(app.query_one(TextField))


async def test_a_paste_up_to_the_limit_goes_in_and_one_beyond_it_changes_nothing() -> None:
    app = FieldApp(FIELD)
    async with app.run_test(size=(100, 30)) as pilot:
        await paste(app, "w" * LIMIT)
        await pilot.pause()
        assert app.answer("a") == "w" * LIMIT
        await pilot.press("x")
        await pilot.pause()
        assert app.answer("a") == "w" * LIMIT
        assert " ".join(shown(app.query_one(TextField)).split()).endswith(FULL)
        await pilot.press("backspace")
        assert len(app.answer("a") or "") == LIMIT - 1
        assert "holds" not in shown(app.query_one(TextField))


async def test_a_line_grows_to_six_rows_and_then_scrolls() -> None:
    app = FieldApp(FIELD)
    async with app.run_test(size=(60, 20)) as pilot:
        line = app.query_one(Line)
        assert line.size.height == 1
        await paste(app, "word " * 20)
        await pilot.pause()
        assert line.size.height == 2
        await paste(app, "word " * 200)
        await pilot.pause()
        assert line.size.height == 6


async def test_a_long_placeholder_is_shown_whole() -> None:
    app = FieldApp(Text(id="a", label="A", placeholder="word " * 15 + "end"))
    async with app.run_test(size=(60, 20)):
        assert "end" in shown(app.query_one(Line))


async def test_an_offer_is_picked_by_keyboard_and_the_box_has_the_cursor_again() -> None:
    app = FieldApp(Text(id="a", label="A", suggest=("a walk", "[b]music[/b]")))
    async with app.run_test() as pilot:
        await pilot.press("tab", "right", "enter")
        assert app.answer("a") == "[b]music[/b]"
        assert isinstance(app.focused, Line)
        assert "music" not in shown(app.query_one(Suggestions))


async def test_an_offer_is_added_to_what_was_written_and_can_be_undone() -> None:
    app = FieldApp(Text(id="a", label="A", suggest=("a walk",)))
    async with app.run_test() as pilot:
        await pilot.press(*"tea", "tab", "enter")
        assert app.answer("a") == "tea a walk"
        await pilot.press("ctrl+z")
        assert app.answer("a") == "tea"


async def test_offers_take_no_room_while_there_are_none() -> None:
    app = FieldApp(Text(id="a", label="A", suggest=("start.first.name",)))
    async with app.run_test() as pilot:
        assert not app.query_one(Suggestions).display
        app.follow(name="Kim")
        await pilot.pause()
        assert "From earlier   + Kim" in shown(app.query_one(TextField))


@pytest.mark.parametrize("junk", [5, ["a", "b"], {"text": "[/b]"}, True, 1.5])
async def test_an_answer_of_the_wrong_type_is_shown_and_not_changed(junk: object) -> None:
    app = FieldApp(FIELD, answers={"start.page.a": junk})
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.query_one(Line).text
        app.follow(name="Kim")
        assert app.changes == []


async def test_the_editor_takes_the_text_and_brings_it_back_whatever_its_length() -> None:
    app = FieldApp(FIELD, answers={"start.page.a": "one"})
    async with app.run_test() as pilot:
        field = app.query_one(TextField)
        assert field.editable_text() == "one"
        field.take_text("w" * (LIMIT + 1))
        await pilot.pause()
        assert app.answer("a") == "w" * (LIMIT + 1)
        await pilot.press("ctrl+z")
        assert app.answer("a") == "one"


async def test_focus_shows_without_colour() -> None:
    app = FieldApp(FIELD, Text(id="b", label="B"))
    async with app.run_test() as pilot:
        here, there = app.query(Line)
        assert (shown(here)[0], shown(there)[0]) == ("▌", "▏")
        await pilot.press("tab")
        assert (shown(here)[0], shown(there)[0]) == ("▏", "▌")
