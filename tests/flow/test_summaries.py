"""What is worked out from answers and shown back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from workbook.flow.numbers import in_words
from workbook.flow.summaries import FollowUp, SummaryLine, follow_ups, summary
from workbook.guide.model import Summary

from .sample_guide import GUIDE
from .states import AROUND, day, state

if TYPE_CHECKING:
    from workbook.flow.values import Answers


def lines(ref: str, answers: Answers, **outside: tuple[str, ...]) -> list[str]:
    field = GUIDE.fields[ref].field
    assert isinstance(field, Summary)
    around = replace(AROUND, **outside)  # type: ignore[arg-type]
    return [line.text for line in summary(field, state(answers, around=around))]


ROOM = {
    "look.room.room": {
        "rows": {"clear": "yes", "voice": "part", "best": "part"},
        "own": [{"text": "the lift", "choice": "no"}, {"text": "", "choice": ""}],
    },
    "open.facts.format": "phone",
}


def test_noticed_names_what_was_worth_noticing() -> None:
    answers = ROOM | {
        "look.walk.moments": [{"moment": "arriving", "went": "hard"}, {"moment": "x", "went": "worked"}],
        "look.words.words": ["low"],
    }
    assert lines("look.room.noticed", answers) == [
        "My voice matched: partly",
        "I gave my best: partly",
        "the lift: no",
        "arriving: hard",
        "rather low",
    ]


def test_counts_are_sentences_in_the_order_of_the_options() -> None:
    assert lines("look.room.counts", ROOM) == ["yes: one.", "partly: two.", "no: one."]
    assert lines("look.room.counts", {}) == []


def test_counts_are_in_words_to_twenty() -> None:
    assert [in_words(number) for number in (0, 1, 12, 20, 21)] == ["none", "one", "twelve", "twenty", "21"]


def test_words_are_the_persons_own_a_line_each() -> None:
    answers = {"look.words.words": ["sad", "own"], "rest.plan.thought": "*why*"}
    assert lines("end.page.words", answers) == ["sad", "own", "*why*"]


def test_a_page_puts_words_beside_their_label_and_leaves_blanks_out() -> None:
    field = GUIDE.fields["end.page.page"].field
    assert isinstance(field, Summary)
    answers = ROOM | {
        "look.walk.items": [{"what": "a"}, {"what": ""}, {"what": "b"}],
        "rest.plan.plan": {"then": "I rest"},
    }
    assert summary(field, state(answers)) == (
        SummaryLine("What went well", "a"),
        SummaryLine("What went well", "b"),
        SummaryLine("My voice matched.", "partly"),
        SummaryLine("A plan for it", "I rest"),
    )


@pytest.mark.parametrize("ref", [ref for ref, place in GUIDE.fields.items() if isinstance(place.field, Summary)])
def test_with_nothing_answered_a_summary_is_empty(ref: str) -> None:
    assert lines(ref, {}) == []


def test_patterns_are_passed_on() -> None:
    assert lines("end.page.patterns", {}, patterns=("In two of three workbooks …",)) == ["In two of three workbooks …"]


DATES = {
    "look.ask.status": "ask",
    "look.ask.send": day("2026-11-27"),
    "look.walk.items": [{"what": "coffee"}, {"what": "the panel", "call": day("2026-11-25")}],
    "end.now.reward": "a nap",
    "end.now.on": day("2026-11-20"),
}


def test_follow_ups_come_in_the_order_of_their_days_with_a_few_words() -> None:
    assert follow_ups(state(DATES)) == (
        FollowUp("end.now.on", "Your reward", date(2026, 11, 20), "a nap"),
        FollowUp("look.walk.items.1.call", "Call them", date(2026, 11, 25), "the panel", row="3297bd0a843d"),
        FollowUp("look.ask.send", "Send the request", date(2026, 11, 27), ""),
    )


def test_coming_up_says_the_day_and_what_for() -> None:
    assert lines("end.page.coming", DATES) == [
        "20 November 2026: Your reward (a nap)",
        "25 November 2026: Call them (the panel)",
        "27 November 2026: Send the request",
    ]


def test_a_day_that_is_not_settled_or_no_longer_asked_for_is_no_follow_up() -> None:
    changed = DATES | {"look.ask.status": "no", "end.now.on": {"text": "some day", "day": None}}
    assert [one.ref for one in follow_ups(state(changed))] == ["look.walk.items.1.call"]


def test_a_follow_up_off_the_route_is_still_coming_up() -> None:
    quick = DATES | {"open.start.route": "quick"}
    assert "look.ask.send" in [one.ref for one in follow_ups(state(quick))]
