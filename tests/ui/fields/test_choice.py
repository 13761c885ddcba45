"""A choice: one of a few, or words of one's own."""

from __future__ import annotations

import pytest
from textual import events

from tests.ui.fields.picking_helpers import AWKWARD, FieldApp, is_safe, place_of, running, shown, text_of
from workbook.guide.model import Checklist, Choice, Option
from workbook.ui.widgets.options import HOW, NOT_YET

NEXT = Choice(
    id="next",
    label="What now?",
    options=(Option(value="stop", label="Stop here"), Option(value="on", label="Carry on"), "later"),
)
OWN = Choice(id="next", label="What now?", options=("a walk", "music"), other="something else")
WORDS = Checklist(id="words", label="I feel", options=("sad", "angry", "tired"))
LOUDEST = Choice(id="loudest", label="Which is loudest?", options_from="part.page.words")
MANY = Choice(id="many", label="Which?", options=tuple(f"option number {n}" for n in range(1, 10)))


async def test_space_chooses_and_stays() -> None:
    async with running(FieldApp(NEXT)) as (app, pilot):
        await pilot.press("tab", "down", "space")
        assert app.said == [("next", "on")]
        assert app.done == []
        assert "(•) Carry on" in text_of(app.field().choice_list)


async def test_enter_chooses_and_goes_on() -> None:
    async with running(FieldApp(NEXT)) as (app, pilot):
        await pilot.press("tab", "enter")
        assert app.answer == "stop"
        assert app.done == ["next"]


async def test_a_digit_chooses_by_place() -> None:
    async with running(FieldApp(NEXT)) as (app, pilot):
        await pilot.press("tab", "3", "9")
        assert app.said == [("next", "later")]


async def test_a_click_chooses() -> None:
    async with running(FieldApp(NEXT)) as (app, pilot):
        options = app.field().choice_list
        await pilot.click(options, offset=place_of(options, "Carry on"))
        assert app.answer == "on"


async def test_a_choice_can_be_taken_back() -> None:
    async with running(FieldApp(NEXT, answers={"next": "on"})) as (app, pilot):
        await pilot.press("tab", "backspace")
        assert app.answer is None
        assert "•" not in text_of(app.field().choice_list)
        await pilot.press("1", "delete")
        assert app.answer is None


async def test_the_cursor_begins_at_what_is_chosen_and_stays_at_the_ends() -> None:
    async with running(FieldApp(NEXT, answers={"next": "later"})) as (app, pilot):
        await pilot.press("tab", "down")
        assert "› (•) later" in text_of(app.field().choice_list)
        assert app.said == []
        await pilot.press("up", "up", "up", "up")
        assert "› ( ) Stop here" in text_of(app.field().choice_list)


async def test_moving_never_chooses_whether_something_is_chosen_or_not() -> None:
    async with running(FieldApp(NEXT)) as (app, pilot):
        await pilot.press("tab", "down")
        assert app.said == []
        await pilot.press("space", "up", "end", "home")
        assert app.said == [("next", "on")]
        assert "› ( ) Stop here" in text_of(app.field().choice_list)
        assert "(•) Carry on" in text_of(app.field().choice_list)
        await pilot.press("space")
        assert app.answer == "stop"


@pytest.mark.parametrize("leave", ["tab", "shift+tab"])
async def test_whoever_moves_and_leaves_with_nothing_chosen_is_told_until_something_is(leave: str) -> None:
    async with running(FieldApp(NEXT)) as (app, pilot):
        await pilot.press("tab", "down", leave)
        assert NOT_YET in shown(app)
        app.field().choice_list.focus()
        await pilot.press("space")
        assert app.answer == "on"
        assert NOT_YET not in shown(app)
        await pilot.press("up", leave)
        assert NOT_YET not in shown(app), "what was chosen stands"


async def test_whoever_only_passes_by_is_told_nothing() -> None:
    async with running(FieldApp(NEXT)) as (app, pilot):
        await pilot.press("tab", "tab", "shift+tab", "tab")
        assert NOT_YET not in shown(app)


async def test_whoever_took_a_choice_back_knows_that_nothing_is_chosen() -> None:
    async with running(FieldApp(NEXT)) as (app, pilot):
        await pilot.press("tab", "2", "backspace", "tab")
        assert app.answer is None
        assert NOT_YET not in shown(app)


async def test_words_of_ones_own_end_the_line_that_nothing_is_chosen() -> None:
    async with running(FieldApp(OWN)) as (app, pilot):
        await pilot.press("tab", "down", "tab")
        assert NOT_YET in shown(app)
        app.field().choice_list.focus()
        await pilot.press(*"tea")
        assert app.answer == "tea"
        assert NOT_YET not in shown(app)


async def test_the_cursor_is_marked_only_while_focused() -> None:
    async with running(FieldApp(NEXT)) as (app, pilot):
        assert "›" not in text_of(app.field().choice_list)
        await pilot.press("tab")
        assert "›" in text_of(app.field().choice_list)
        await pilot.press("tab")
        assert "›" not in text_of(app.field().choice_list)


async def test_a_default_stands_chosen_but_is_not_sent_until_it_is_chosen() -> None:
    field = Choice(id="next", label="What now?", options=("keep", "discard"), default="discard")
    async with running(FieldApp(field)) as (app, pilot):
        assert "(•) discard" in text_of(app.field().choice_list)
        assert app.said == []
        await pilot.press("tab", "space")
        assert app.said == [("next", "discard")]


async def test_words_of_ones_own_become_the_answer_as_they_are_typed() -> None:
    async with running(FieldApp(OWN)) as (app, pilot):
        await pilot.press("tab", "3", *"tea")
        assert [value for _, value in app.said] == ["t", "te", "tea"]
        assert "(•) something else" in text_of(app.field().choice_list)
        await pilot.press("enter")
        assert app.done == ["next"]


async def test_the_last_option_leads_to_the_line() -> None:
    async with running(FieldApp(OWN)) as (app, pilot):
        await pilot.press("tab", "3", "x")
        assert app.answer == "x"


async def test_choosing_an_option_keeps_the_words_in_the_line_to_come_back_to() -> None:
    async with running(FieldApp(OWN, answers={"next": "tea"})) as (app, pilot):
        assert app.field().own.text == "tea"
        await pilot.press("tab", "1")
        assert app.answer == "a walk"
        assert app.field().own.text == "tea"
        await pilot.press("3")
        assert app.answer == "tea"


async def test_clearing_the_line_clears_the_answer() -> None:
    async with running(FieldApp(OWN, answers={"next": "a"})) as (app, pilot):
        await pilot.press("tab", "tab", "end", "backspace")
        assert app.answer is None


async def test_options_follow_what_was_ticked_earlier() -> None:
    async with running(FieldApp(WORDS, LOUDEST, show="loudest")) as (app, pilot):
        assert "What you tick above appears here." in shown(app)
        app.set_answer("words", ["sad", "tired"])
        await pilot.pause()
        assert "What you tick" not in shown(app)
        await pilot.press("tab", "2")
        assert app.answer == "tired"


async def test_what_was_chosen_stays_when_it_is_no_longer_offered() -> None:
    async with running(FieldApp(WORDS, LOUDEST, show="loudest", answers={"words": ["sad", "tired"]})) as (app, pilot):
        await pilot.press("tab", "2")
        app.set_answer("words", ["angry"])
        await pilot.pause()
        assert "(•) tired" in text_of(app.field().choice_list)
        assert app.said == [("loudest", "tired")]


async def test_without_options_there_is_still_the_line_of_ones_own() -> None:
    field = Choice(id="loudest", label="Which?", options_from="part.page.words", other="another")
    async with running(FieldApp(WORDS, field, show="loudest")) as (app, pilot):
        assert "What you tick above" in shown(app)
        await pilot.press("tab", "tab", *"odd")
        assert app.answer == "odd"


async def test_following_earlier_answers_moves_neither_cursor_nor_answer() -> None:
    async with running(FieldApp(WORDS, NEXT, show="next")) as (app, pilot):
        await pilot.press("tab", "down")
        app.set_answer("words", ["sad"])
        await pilot.pause()
        assert "› ( ) Carry on" in text_of(app.field().choice_list)
        assert app.said == []


async def test_many_options_stand_in_two_columns_where_there_is_room() -> None:
    async with running(FieldApp(MANY)) as (app, pilot):
        options = app.field().choice_list
        assert options.size.height == 5
        await pilot.press("tab", "right", "space")
        assert app.answer == "option number 6"
        await pilot.press("up", "space")
        assert app.answer == "option number 5"
    async with running(FieldApp(MANY), size=(58, 20)) as (app, _):
        assert app.field().choice_list.size.height == 9


async def test_whatever_was_ticked_or_written_is_shown_and_harms_nothing() -> None:
    app = FieldApp(WORDS, LOUDEST, OWN, answers={"words": list(AWKWARD), "next": AWKWARD[0]}, show="loudest")
    async with running(app, size=(56, 40)) as (_, pilot):
        await pilot.press("tab")
        for digit, words in enumerate(AWKWARD, start=1):
            await pilot.press(str(digit))
            assert app.answer == words
        assert is_safe(text_of(app.field().choice_list), 56)


async def test_what_does_not_fit_is_shown_as_blank_and_left_alone() -> None:
    junk = [7, True, ["on"], {"a": 1}, "   "]
    fields = [Choice(id=f"c{n}", label="x", options=("on",), other="own") for n in range(len(junk))]
    async with running(FieldApp(*fields, answers={f"c{n}": item for n, item in enumerate(junk)})) as (app, _):
        assert all("•" not in text_of(app.field(field.id).choice_list) for field in fields)
        assert app.said == []


async def test_words_written_among_the_options_are_written_in_the_line_in_sight() -> None:
    async with running(FieldApp(OWN)) as (app, pilot):
        await pilot.press("tab", *"a long bath")
        assert app.answer == "a long bath"
        assert [value for _, value in app.said] == ["a long bath"[:n] for n in range(1, 12)]
        assert app.field().own.has_focus
        assert "(•) something else" in text_of(app.field().choice_list)
        await pilot.press(*["ctrl+z"] * 4)
        assert app.answer is None


async def test_words_written_among_the_options_join_words_of_before() -> None:
    async with running(FieldApp(OWN, answers={"next": "tea"})) as (app, pilot):
        await pilot.press("tab", "1", *"and cake")
        assert app.answer == "tea and cake"


async def test_words_that_are_an_option_are_that_option() -> None:
    async with running(FieldApp(OWN)) as (app, pilot):
        await pilot.press("tab", *"a walk")
        assert app.answer == "a walk"


async def test_where_there_is_no_line_words_choose_nothing_and_it_is_said_how_to() -> None:
    async with running(FieldApp(NEXT)) as (app, pilot):
        await pilot.press("tab", *"on a day")
        assert app.said == []
        assert HOW in " ".join(shown(app).split())
        await pilot.press("down", "space")
        assert app.answer == "on"
        assert HOW not in " ".join(shown(app).split())


async def test_a_letter_pressed_by_mistake_does_not_keep_space_from_choosing() -> None:
    async with running(FieldApp(NEXT)) as (app, pilot):
        await pilot.press("tab", "down", "j", "space")
        assert app.said == []
        assert HOW in " ".join(shown(app).split())
        await pilot.press("space")
        assert app.answer == "on"


@pytest.mark.parametrize("words", ["in 2 days", "on the 12 of may", "q "])
async def test_a_number_within_words_chooses_nothing(words: str) -> None:
    async with running(FieldApp(NEXT)) as (app, pilot):
        await pilot.press("tab", *words)
        assert app.said == []
        await pilot.press("down", "1")
        assert app.answer == "stop"


async def test_words_pasted_among_the_options_are_written_in_the_line_too() -> None:
    async with running(FieldApp(OWN)) as (app, pilot):
        await pilot.press("tab")
        app.post_message(events.Paste("a long bath\nand tea"))
        await pilot.pause()
        await pilot.pause()
        assert app.answer == "a long bath and tea"
        assert app.field().own.has_focus


async def test_the_empty_line_is_no_stop_of_the_tab_key() -> None:
    async with running(FieldApp(OWN)) as (app, pilot):
        assert not app.field().own.display
        await pilot.press("tab", "tab")
        assert not app.field().own.has_focus
        await pilot.press("shift+tab", "3")
        assert app.field().own.has_focus
        await pilot.press("shift+tab")
        assert app.field().own.display, "nothing that could be clicked may move"
