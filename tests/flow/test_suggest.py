"""What a field offers without being asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from workbook.flow.suggest import cell_suggestions, letter, prefill, suggested_day, suggestions
from workbook.guide.model import Column, Date, Letter, LongText, Text

from .sample_guide import GUIDE
from .states import AROUND, TODAY, day, state

if TYPE_CHECKING:
    from workbook.flow.values import Value


def text(ref: str) -> Text:
    found = GUIDE.fields[ref].field
    assert isinstance(found, Text)
    return found


def date_field(ref: str) -> Date:
    found = GUIDE.fields[ref].field
    assert isinstance(found, Date)
    return found


def email() -> Letter:
    found = GUIDE.fields["look.ask.email"].field
    assert isinstance(found, Letter)
    return found


def test_each_answer_is_offered_by_itself_and_once() -> None:
    answers: dict[str, Value] = {
        "look.room.room": {"rows": {"clear": "no"}, "own": []},
        "look.walk.items": [{"what": "my question"}, {"what": " sleep on it "}],
        "look.walk.moments": [{"moment": "arriving", "happened": "rain", "went": "hard"}],
    }
    assert suggestions(text("look.room.thing"), state(answers)) == (
        "My answers were clear: no",
        "arriving: hard",
        "my question",
        "sleep on it",
        "arriving",
        "rain",
    )


def test_what_stands_there_already_is_not_offered() -> None:
    assert suggestions(text("look.room.thing"), state()) == ("sleep on it",)
    assert suggestions(text("look.room.thing"), state({"look.room.thing": "sleep on it "})) == ()


def test_ticks_are_offered_one_by_one() -> None:
    answers = {"look.words.words": ["low", "calm"]}
    assert suggestions(text("rest.plan.thought"), state(answers)) == ("rather low", "calm")
    column = Column(id="x", label="X", suggest=("look.words.words", "literal"))
    assert cell_suggestions(column, state(answers)) == ("rather low", "calm", "literal")


def test_a_longer_answer_is_offered_whole_or_to_a_box_of_one_line_line_by_line() -> None:
    answers = {"rest.write.text": "one thing\n\n another "}
    source = ("rest.write.text",)
    assert cell_suggestions(Column(id="x", label="X", suggest=source), state(answers)) == (
        "one thing",
        "another",
    )
    assert suggestions(Text(id="x", label="X", suggest=source), state(answers)) == ("one thing", "another")
    assert suggestions(LongText(id="x", label="X", suggest=source), state(answers)) == ("one thing\n\n another",)


def test_an_empty_box_starts_with_its_prefill() -> None:
    note = GUIDE.fields["rest.write.note"].field
    assert prefill(note, state()) == "Dear you"
    assert prefill(note, state({"open.facts.company": "Acme"})) == "Dear Acme"
    assert prefill(text("rest.plan.thought"), state()) is None


def test_nothing_is_prefilled_over_an_answer_even_an_emptied_one() -> None:
    note = GUIDE.fields["rest.write.note"].field
    assert prefill(note, state({"rest.write.note": ""})) is None


def test_a_prefill_that_is_only_a_pipe_is_not_its_fallback() -> None:
    plan = GUIDE.fields["rest.plan.plan"].field
    assert prefill(plan, state()) == {"if": "", "then": "I breathe out"}
    assert prefill(plan, state({"rest.plan.thought": "doubt"})) == {"if": "doubt", "then": "I breathe out"}


@pytest.mark.parametrize(
    ("want", "news", "ahead", "suggested"),
    [
        (None, 1, None, 1),
        (0, 1, None, 1),
        (4, 1, None, 1),
        (5, 1, None, 2),
        (7, 1, None, 2),
        (8, 1, None, 3),
        (10, 7, None, 3),
        (10, 8, None, 0),
        (10, 1, 10, 3),
        (10, 1, 3, 2),
        (10, 1, 1, 0),
        (10, 1, 0, 0),
        (10, 1, -1, 3),
    ],
)
def test_the_day_to_look_back_gives_time_and_keeps_clear_of_the_next_interview(
    want: int | None, news: int, ahead: int | None, suggested: int
) -> None:
    def later(days: int) -> date:
        return date.fromordinal(TODAY.toordinal() + days)

    answers: dict[str, Value] = {"open.facts.news": day(later(-news).isoformat()), "open.facts.want": want}
    if ahead is not None:
        answers["open.facts.next"] = day(later(ahead).isoformat())
    assert suggested_day(date_field("rest.write.until"), state(answers)) == later(suggested)


def test_old_news_is_told_by_the_day_the_workbook_was_begun_when_no_day_was_given() -> None:
    begun = replace(AROUND, begun=date(2026, 11, 1))
    assert suggested_day(date_field("rest.write.until"), state(around=begun)) == TODAY


def test_a_day_is_counted_from_another_or_from_today() -> None:
    send, stop = date_field("look.ask.send"), date_field("look.ask.stop")
    assert suggested_day(send, state({"open.facts.news": day("2026-11-30")})) == date(2026, 12, 2)
    assert suggested_day(send, state({"open.facts.news": day("2026-11-01")})) == date(2026, 11, 23)
    assert suggested_day(stop, state({"look.ask.send": day("2026-11-24")})) == date(2026, 12, 8)
    assert suggested_day(stop, state()) == date(2026, 12, 6)
    assert suggested_day(stop, state({"look.ask.send": day("9999-12-31")})) == date.max
    assert suggested_day(date_field("end.now.on"), state()) is None


def test_a_letter_is_drafted_from_the_answers() -> None:
    assert letter(email(), state()) == ("About the interview", "Hello there,\n\nSam")
    answers = {"open.facts.company": "Acme", "look.ask.people": [{"who": "Ada"}]}
    assert letter(email(), state(answers)) == ("About Acme", "Hello Ada,\n\nSam")


def test_a_letter_the_person_changed_stays_theirs() -> None:
    changed = {"look.ask.email": {"subject": "", "body": "My own {{open.facts.company|x}}"}}
    assert letter(email(), state(changed)) == ("", "My own {{open.facts.company|x}}")
