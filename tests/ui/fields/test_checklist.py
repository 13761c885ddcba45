"""A checklist: any of many, in groups or not."""

from __future__ import annotations

import pytest

from tests.ui.fields.picking_helpers import AWKWARD, FieldApp, is_safe, place_of, running, shown, text_of
from workbook.guide.model import Checklist, Option, Text

FEEL = Checklist(
    id="words",
    label="I feel",
    groups={
        "Sad": ("sad", "low", "tearful", "lonely", "heartbroken"),
        "Let down": ("disappointed", "deflated", "rejected", "overlooked", "envious"),
        "Worried": ("uneasy", "anxious", "worried about money", "panicky", "unsure what's next"),
    },
)
VALUES = Checklist(id="values", label="Which matter?", options=("family", "learning", "humour", "faith"), max_picks=2)
DONE = Checklist(
    id="done",
    label="I ...",
    options=(Option(value="asked_in", label="got as far as an interview"), Option(value="prepared", label="prepared")),
    checked=("asked_in",),
    other="something else",
)


async def test_space_and_enter_tick_and_untick() -> None:
    async with running(FieldApp(FEEL)) as (app, pilot):
        await pilot.press("tab", "space", "right", "right", "enter")
        assert app.answer == ["sad", "tearful"]
        await pilot.press("space")
        assert app.answer == ["sad"]
        await pilot.press("home", "space")
        assert app.answer is None


async def test_the_answer_keeps_the_order_that_is_shown() -> None:
    async with running(FieldApp(FEEL)) as (app, pilot):
        await pilot.press("tab", "end", "space", "home", "space")
        assert app.answer == ["sad", "unsure what's next"]


async def test_a_tick_is_drawn_without_colour() -> None:
    async with running(FieldApp(FEEL, answers={"words": ["low"]})) as (app, _):
        assert "[ ] sad  [x] low" in text_of(app.field().check_list)


async def test_up_and_down_go_to_the_nearest_word_of_the_next_line() -> None:
    async with running(FieldApp(FEEL)) as (app, pilot):
        await pilot.press("tab", "right", "right", "down")
        assert "› [ ] deflated" in text_of(app.field().check_list)
        await pilot.press("up")
        assert "› [ ] tearful" in text_of(app.field().check_list)
        await pilot.press("up")
        assert "› [ ] tearful" in text_of(app.field().check_list)
        await pilot.press("down", "down", "down", "down", "down", "down")
        assert "› [ ] unsure what's next" in text_of(app.field().check_list)


async def test_a_letter_goes_to_the_next_word_that_begins_with_it() -> None:
    async with running(FieldApp(FEEL)) as (app, pilot):
        await pilot.press("tab", "l", "l")
        assert "› [ ] lonely" in text_of(app.field().check_list)
        await pilot.press("l")
        assert "› [ ] low" in text_of(app.field().check_list)
        assert app.said == []


async def test_a_click_ticks_the_word_under_it() -> None:
    async with running(FieldApp(FEEL)) as (app, pilot):
        words = app.field().check_list
        await pilot.click(words, offset=place_of(words, "rejected"))
        assert app.answer == ["rejected"]
        await pilot.click(words, offset=place_of(words, "[x] rejected"))
        assert app.answer is None


@pytest.mark.parametrize("width", [80, 60, 40])
async def test_every_word_is_shown_whole_with_its_heading(width: int) -> None:
    async with running(FieldApp(FEEL), size=(width, 30)) as (app, _):
        drawn = text_of(app.field().check_list)
        assert all(len(line) <= width for line in drawn.splitlines())
        for heading, words in FEEL.groups.items():
            assert heading in drawn
            assert all(f"[ ] {word}" in drawn for word in words)


async def test_a_sentence_wider_than_the_window_is_wrapped() -> None:
    sentence = "I wrote to somebody I respect and asked what they had made of the whole thing"
    async with running(FieldApp(Checklist(id="a", label="a", options=(sentence, "b"))), size=(40, 20)) as (app, _):
        assert sentence in " ".join(text_of(app.field().check_list).replace("[ ]", "").split())


async def test_a_pick_too_many_is_not_taken_and_says_so() -> None:
    async with running(FieldApp(VALUES)) as (app, pilot):
        await pilot.press("tab", "space", "right", "space", "right", "space")
        assert app.answer == ["family", "learning"]
        assert len(app.said) == 2
        assert "Up to 2 here. Untick one to choose another." in shown(app)
        await pilot.press("home", "space")
        assert "Up to 2 here" not in shown(app)


async def test_words_of_ones_own_beyond_the_most_are_kept_and_said() -> None:
    field = Checklist(id="two", label="Two", options=("a", "b"), max_picks=2, other="else")
    async with running(FieldApp(field)) as (app, pilot):
        await pilot.press("tab", "space", "right", "space", "tab", "x")
        assert app.answer == ["a", "b", "x"]
        assert "Up to 2 here. Untick one, or empty this line." in shown(app)
        await pilot.press("backspace")
        assert app.answer == ["a", "b"]
        assert "Up to 2 here" not in shown(app)


async def test_ticks_that_stand_from_the_start_are_sent_only_with_a_change() -> None:
    async with running(FieldApp(DONE)) as (app, pilot):
        assert "[x] got as far as an interview" in text_of(app.field().check_list)
        assert app.said == []
        await pilot.press("tab", "end", "space")
        assert app.answer == ["asked_in", "prepared"]


async def test_unticking_what_stood_from_the_start_lasts() -> None:
    async with running(FieldApp(DONE)) as (app, pilot):
        await pilot.press("tab", "space")
        assert app.answer == []
    async with running(FieldApp(DONE, answers={"done": []})) as (app, _):
        assert "[x]" not in text_of(app.field().check_list)


async def test_words_of_ones_own_come_after_the_ticks() -> None:
    async with running(FieldApp(DONE)) as (app, pilot):
        await pilot.press("tab", "tab", *"slept")
        assert app.answer == ["asked_in", "slept"]
    async with running(FieldApp(DONE, answers={"done": ["prepared", "slept"]})) as (app, _):
        assert app.field().own.text == "slept"
        assert "[x] prepared" in text_of(app.field().check_list)


async def test_words_that_are_no_option_any_more_stay_ticked_in_sight() -> None:
    async with running(FieldApp(FEEL, answers={"words": ["low", "blue", "grey"]})) as (app, pilot):
        drawn = text_of(app.field().check_list)
        assert "[x] blue" in drawn
        assert "[x] grey" in drawn
        await pilot.press("tab", "space")
        assert app.answer == ["sad", "low", "blue", "grey"]


async def test_the_cursor_stays_in_sight_on_a_page_taller_than_the_window() -> None:
    options = tuple(f"a sentence that fills a line by itself, number {n}" for n in range(30))
    long = Checklist(id="long", label="Many", options=options)
    async with running(FieldApp(Text(id="t", label="t"), long), size=(60, 12)) as (app, pilot):
        await pilot.press("tab", "tab", *["down"] * 17)
        await pilot.pause()
        assert "› [ ] a sentence that fills a line by itself, number 17" in shown(app)
        await pilot.press("home")
        await pilot.pause()
        assert "number 0" in shown(app)


async def test_coming_back_to_a_tall_list_shows_where_the_cursor_is() -> None:
    options = tuple(f"a sentence that fills a line by itself, number {n}" for n in range(30))
    fields = Text(id="t", label="t"), Checklist(id="long", label="Many", options=options)
    async with running(FieldApp(*fields), size=(60, 12)) as (app, pilot):
        await pilot.press("tab", "tab", *["down"] * 25, "shift+tab")
        await pilot.pause()
        await pilot.press("tab")
        await pilot.pause()
        await pilot.wait_for_animation()
        await pilot.pause()
        assert "number 25" in shown(app)


async def test_whatever_was_written_is_kept_and_harms_nothing() -> None:
    async with running(FieldApp(FEEL, answers={"words": list(AWKWARD)}), size=(60, 30)) as (app, pilot):
        assert is_safe(text_of(app.field().check_list), 60)
        await pilot.press("tab", "space")
        assert app.answer == ["sad", *AWKWARD]


async def test_what_does_not_fit_is_shown_as_blank_and_left_alone() -> None:
    junk = ["sad", 7, {"sad": True}, [1, None, ["sad"]]]
    fields = [Checklist(id=f"c{n}", label="x", options=("sad",), other="own") for n in range(len(junk))]
    async with running(FieldApp(*fields, answers={f"c{n}": item for n, item in enumerate(junk)})) as (app, _):
        assert all("[x]" not in text_of(app.field(field.id).check_list) for field in fields)
        assert app.said == []
