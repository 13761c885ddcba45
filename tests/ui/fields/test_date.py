"""A day is said back with its weekday and distance, asked about when in doubt, and never guessed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual import events

from tests.ui.fields.writing_helpers import AWKWARD, TODAY, FieldApp, shown
from workbook.guide.model import Date, DateRule
from workbook.ui.fields.date import UNREADABLE, DateField
from workbook.ui.widgets.suggestions import Suggestions
from workbook.ui.widgets.writing import Line

FIELD = Date(id="a", label="When?")
NEWS = Date(id="a", label="When did the news come?", default="today")
SUGGESTED = Date(id="a", label="When?", suggest=DateRule(days=5))


def words(app: FieldApp) -> str:
    return " ".join(shown(app.query_one(DateField)).split())


def answered(text: str, day: str | None) -> dict[str, object]:
    return {"start.page.a": {"text": text, "day": day}}


async def test_a_day_is_said_back_while_it_is_typed() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        await pilot.press(*"tomorrow")
        assert "Monday 23 November 2026, tomorrow" in words(app)
        assert app.answer("a") == {"text": "tomorrow", "day": "2026-11-23"}


async def test_a_passed_day_is_said_without_comment() -> None:
    app = FieldApp(FIELD, answers=answered("10 November 2026", "2026-11-10"))
    async with app.run_test():
        assert words(app).endswith("Tuesday 10 November 2026, 12 days ago")


async def test_what_cannot_be_read_is_kept_and_said_only_once_it_is_left() -> None:
    app = FieldApp(FIELD, Date(id="b", label="B"))
    async with app.run_test() as pilot:
        await pilot.press(*"whenever")
        assert UNREADABLE not in words(app)
        await pilot.press("tab")
        await pilot.pause()
        field = app.query(DateField).first()
        assert UNREADABLE in " ".join(shown(field).split())
        assert app.answer("a") == {"text": "whenever", "day": None}


async def test_what_was_kept_unread_is_said_when_the_page_opens() -> None:
    app = FieldApp(Date(id="b", label="B"), FIELD, answers=answered("whenever", None))
    async with app.run_test():
        assert UNREADABLE in " ".join(shown(app.query(DateField).last()).split())


async def test_enter_keeps_what_cannot_be_read_and_goes_on() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        await pilot.press(*"whenever", "enter")
        assert len(app.done) == 1
        assert UNREADABLE in words(app)


async def test_a_day_that_could_be_two_is_asked_about_and_picked_by_its_number() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        await pilot.press(*"3/4/2027")
        assert app.answer("a") == {"text": "3/4/2027", "day": None}
        assert "Which day do you mean? + Thursday 4 March 2027, in about 3 months + Saturday" in words(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "› 1 Thursday 4 March 2027, in about 3 months 2 Saturday" in words(app)
        chosen_from: object = app.focused
        assert isinstance(chosen_from, Suggestions)
        assert app.done == []
        await pilot.press("2")
        assert app.answer("a") == {"text": "3/4/2027", "day": "2027-04-03"}
        assert "Saturday 3 April 2027" in words(app)
        assert "Which day" not in words(app)
        focused: object = app.focused
        assert isinstance(focused, Line)
        await pilot.press("enter")
        assert len(app.done) == 1


async def test_a_stored_day_stays_although_its_words_would_mean_another_day_now() -> None:
    app = FieldApp(FIELD, answers=answered("next friday", "2026-10-30"))
    async with app.run_test() as pilot:
        assert "Friday 30 October 2026, about 3 weeks ago" in words(app)
        app.follow(today=TODAY + timedelta(days=7))
        await pilot.pause()
        assert "Friday 30 October 2026" in words(app)
        assert app.changes == []


async def test_a_stored_text_that_was_not_settled_is_asked_about_not_settled_by_itself() -> None:
    app = FieldApp(Date(id="b", label="B"), FIELD, answers=answered("tomorrow", None))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Which day do you mean?" in shown(app.query(DateField).last())
        assert app.changes == []


async def test_a_suggested_day_is_taken_with_one_key() -> None:
    app = FieldApp(SUGGESTED)
    async with app.run_test() as pilot:
        assert "Suggested: + Friday 27 November 2026, in 5 days" in words(app)
        await pilot.press("tab", "enter")
        assert app.answer("a") == {"text": "27 November 2026", "day": "2026-11-27"}
        assert "Suggested" not in words(app)


async def test_a_suggested_day_is_taken_by_mouse() -> None:
    app = FieldApp(SUGGESTED)
    async with app.run_test() as pilot:
        await pilot.click(Suggestions, offset=(20, 0))
        await pilot.pause()
        assert app.answer("a") == {"text": "27 November 2026", "day": "2026-11-27"}


async def test_today_stands_there_until_it_is_changed_and_typing_replaces_it() -> None:
    app = FieldApp(NEWS)
    async with app.run_test() as pilot:
        assert "22 November 2026 Sunday 22 November 2026, today" in words(app)
        app.follow(today=TODAY + timedelta(days=1))
        assert app.query_one(Line).text == "23 November 2026"
        assert app.changes == []
        await pilot.press(*"yesterday")
        assert app.answer("a") == {"text": "yesterday", "day": "2026-11-22"}


async def test_a_default_that_was_kept_elsewhere_no_longer_moves_with_the_day() -> None:
    app = FieldApp(NEWS)
    async with app.run_test():
        app.state.answers["start.page.a"] = {"text": "22 November 2026", "day": "2026-11-22"}  # type: ignore[index]
        app.follow(today=TODAY + timedelta(days=3))
        assert app.query_one(Line).text == "22 November 2026"


async def test_a_default_emptied_on_purpose_stays_empty() -> None:
    app = FieldApp(NEWS)
    async with app.run_test() as pilot:
        await pilot.press("backspace")
        app.follow(name="Kim")
        assert app.query_one(Line).text == ""
        assert app.answer("a") == {"text": "", "day": None}


async def test_an_emptied_day_is_no_answer() -> None:
    app = FieldApp(FIELD, answers=answered("x", None))
    async with app.run_test() as pilot:
        await pilot.press("backspace")
        assert app.changes[-1] == ("a", None)


async def test_up_and_down_move_the_day_and_can_be_undone() -> None:
    app = FieldApp(FIELD, answers=answered("tomorrow", "2026-11-23"))
    async with app.run_test() as pilot:
        await pilot.press("up", "up")
        assert app.answer("a") == {"text": "25 November 2026", "day": "2026-11-25"}
        await pilot.press("down", "down", "down")
        assert app.answer("a") == {"text": "22 November 2026", "day": "2026-11-22"}
        await pilot.press(*["ctrl+z"] * 5)
        assert app.query_one(Line).text == "tomorrow"


async def test_down_stops_where_the_calendar_does() -> None:
    app = FieldApp(FIELD, answers=answered("1 January 1900", "1900-01-01"))
    async with app.run_test() as pilot:
        await pilot.press("down")
        assert app.changes == []


@pytest.mark.parametrize("text", [*AWKWARD, "9" * 20, "[red]3/4[/]", "w" * 100_000])
async def test_awkward_words_are_kept_unread(text: str) -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        app.query_one(Line).post_message(events.Paste(text))
        await pilot.pause()
        answer = app.answer("a")
        assert answer is not None
        assert answer["text"] == text.replace("\t", " ")


@pytest.mark.parametrize(
    "junk", [5, "tomorrow", ["a"], {"day": 7}, {"text": 5, "day": "never"}, {"text": None, "day": None}, {}]
)
async def test_an_answer_of_the_wrong_type_is_shown_and_not_changed(junk: object) -> None:
    app = FieldApp(FIELD, answers={"start.page.a": junk})
    async with app.run_test() as pilot:
        app.follow(name="Kim")
        await pilot.press("tab")
        assert app.changes == []


async def test_of_two_days_the_one_to_come_is_offered_first() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        await pilot.press(*"friday")
        assert "+ Friday 27 November 2026" in words(app)


@pytest.mark.parametrize(
    ("field", "typed", "day"),
    [
        (Date(id="a", label="A", follow_up="Next step"), "friday", "Friday 27 November 2026, in 5 days"),
        (Date(id="a", label="A", follow_up="Next step"), "3 Dec", "Thursday 3 December 2026, in 11 days"),
        (Date(id="a", label="A", past=True), "15.11.", "Sunday 15 November 2026, 7 days ago"),
    ],
)
async def test_a_day_that_cannot_be_meant_is_no_choice(field: Date, typed: str, day: str) -> None:
    app = FieldApp(field)
    async with app.run_test() as pilot:
        await pilot.press(*("space" if key == " " else key for key in typed))
        assert day in words(app)
        assert "Which day do you mean?" not in words(app)


async def test_a_field_that_looks_neither_way_asks_about_both() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        await pilot.press(*"friday")
        assert "Friday 27 November 2026" in words(app)
        assert "Friday 20 November 2026" in words(app)


async def test_a_kept_day_is_never_read_again_whichever_way_its_field_looks() -> None:
    app = FieldApp(Date(id="a", label="A", follow_up="Next step"), answers=answered("friday", "2026-11-20"))
    async with app.run_test() as pilot:
        assert words(app).endswith("Friday 20 November 2026, 2 days ago")
        await pilot.press("tab")
        assert app.changes == []


async def test_no_number_stands_beside_a_day_while_it_would_be_typed_into_the_box() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        await pilot.press(*"3/4")
        assert "Enter, then its number; or click it" in words(app)
        assert "1 " not in words(app).partition("Which day")[2].replace("2021 ", "")
        before = app.query_one(DateField).size
        await pilot.press("enter")
        await pilot.pause()
        assert app.query_one(DateField).size == before, "nothing below may move when the focus goes from day to day"
        await pilot.press("1")
        assert app.answer("a")["day"] is not None  # type: ignore[index]


async def test_a_click_into_a_day_that_only_stands_there_lets_typing_replace_it() -> None:
    app = FieldApp(Date(id="b", label="B"), NEWS)
    async with app.run_test() as pilot:
        box = app.query(DateField).last().box
        await pilot.click(box, offset=(5, 0))
        await pilot.press(*"3 dec 2026")
        assert app.answer("a") == {"text": "3 dec 2026", "day": "2026-12-03"}


async def test_a_second_click_into_a_day_sets_the_cursor() -> None:
    app = FieldApp(Date(id="b", label="B"), NEWS)
    async with app.run_test() as pilot:
        box = app.query(DateField).last().box
        await pilot.click(box, offset=(5, 0))
        await pilot.click(box, offset=(4, 0))
        assert box.selection.is_empty


async def test_a_day_typed_on_coming_back_replaces_the_one_that_stands_there() -> None:
    app = FieldApp(Date(id="b", label="B"), FIELD, answers=answered("tomorrow", "2026-11-23"))
    async with app.run_test() as pilot:
        await pilot.press("tab", *"3 dec 2026")
        assert app.answer("a") == {"text": "3 dec 2026", "day": "2026-12-03"}
        await pilot.press(*["ctrl+z"] * 2)
        assert app.query(DateField).last().box.text == "tomorrow"


async def test_a_day_typed_on_coming_back_replaces_one_that_was_not_settled() -> None:
    app = FieldApp(Date(id="b", label="B"), FIELD, answers=answered("3/12", None))
    async with app.run_test() as pilot:
        await pilot.press("tab", *"3/12/2026")
        assert app.answer("a") == {"text": "3/12/2026", "day": None}
        await pilot.press("shift+tab", "tab", "end", "backspace", "7")
        assert app.answer("a") == {"text": "3/12/2027", "day": None}


async def test_words_that_are_no_day_are_never_written_over_by_coming_back() -> None:
    app = FieldApp(Date(id="b", label="B"), FIELD, answers=answered("when I feel like it", None))
    async with app.run_test() as pilot:
        await pilot.press("tab", *" again")
        assert app.answer("a") == {"text": "when I feel like it again", "day": None}


async def test_numbers_that_are_no_day_yet_give_way_to_a_day() -> None:
    app = FieldApp(Date(id="b", label="B"), FIELD, answers=answered("12", None))
    async with app.run_test() as pilot:
        await pilot.press("tab", *"12 dec 2026")
        assert app.answer("a") == {"text": "12 dec 2026", "day": "2026-12-12"}


async def test_a_day_half_typed_is_typed_on_after_a_look_at_another_window() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        await pilot.press(*"3 dec")
        app.app_focus = False
        await pilot.pause()
        assert app.focused is None
        app.app_focus = True
        await pilot.pause()
        await pilot.press(*" 2026")
        assert app.answer("a") == {"text": "3 dec 2026", "day": "2026-12-03"}


async def test_a_click_into_a_day_that_is_being_typed_sets_the_cursor() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        await pilot.press(*"12 nov 206")
        await pilot.click(app.query_one(DateField).box, offset=(11, 0))
        await pilot.press("2")
        assert app.answer("a") == {"text": "12 nov 2026", "day": "2026-11-12"}


async def test_a_click_that_comes_back_from_another_window_keeps_a_day_half_typed() -> None:
    app = FieldApp(Date(id="b", label="B"), FIELD)
    async with app.run_test() as pilot:
        box = app.query(DateField).last().box
        await pilot.click(box)
        await pilot.press(*"3 dec")
        app.post_message(events.AppBlur())
        app.post_message(events.AppFocus())
        await pilot.pause()
        await pilot.click(box, offset=(20, 0))
        await pilot.press(*" 2026")
        assert app.answer("a") == {"text": "3 dec 2026", "day": "2026-12-03"}


async def test_a_day_half_typed_is_typed_on_though_the_window_is_back_at_once() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        await pilot.press(*"3 dec")
        app.post_message(events.AppBlur())
        app.post_message(events.AppFocus())
        await pilot.press(*" 2026")
        assert app.answer("a") == {"text": "3 dec 2026", "day": "2026-12-03"}
