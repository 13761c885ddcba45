"""Conditions on answers and facts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from workbook.flow.conditions import holds
from workbook.flow.facts import fact
from workbook.guide.model import Condition

from .states import AROUND, day, state

ANSWERS = {
    "open.facts.company": "Acme",
    "open.facts.want": 0,
    "open.facts.news": day("2026-11-10"),
    "open.facts.next": day("2026-11-25"),
    "open.facts.mood": 4,
    "look.words.words": ["sad", "calm"],
    "look.walk.moments": [{"moment": "arriving", "went": "hard"}, {"went": "worked"}, {"went": "hard"}, {}],
    "look.walk.items": [{"what": "a", "call": day("2026-11-01")}, {"what": ""}],
    "look.room.room": {"rows": {"clear": "yes", "best": "no"}, "own": []},
}
UNANSWERED = "open.facts.format"


@pytest.mark.parametrize(
    ("tests", "expected"),
    [
        ({"field": "open.facts.company", "is_": "Acme"}, True),
        ({"field": "open.facts.company", "is_": "Other"}, False),
        ({"field": "open.facts.company", "in_": ("x", "Acme")}, True),
        ({"field": "open.facts.want", "is_": 0}, True),
        ({"field": "open.facts.want", "answered": True}, True),
        ({"field": "open.facts.want", "at_most": 0}, True),
        ({"field": "open.facts.want", "at_least": 1}, False),
        ({"field": "open.facts.company", "at_least": 1}, False),
        ({"field": "look.words.words", "has": "sad"}, True),
        ({"field": "look.words.words", "has": "low"}, False),
        ({"field": "look.words.words", "in_": ("low", "calm")}, True),
        ({"field": "look.words.words", "at_least": 2}, True),
        ({"field": "look.words.words", "at_least": 3}, False),
        ({"field": "look.walk.items", "at_most": 1}, True),
        ({"field": "look.walk.items.what", "at_least": 1}, True),
        ({"field": "look.walk.moments", "column": "went", "is_": "hard", "rows": 2}, True),
        ({"field": "look.walk.moments", "column": "went", "is_": "hard", "rows": 3}, False),
        ({"field": "look.walk.moments", "column": "went", "in_": ("hard", "worked"), "rows": 3}, True),
        ({"field": "look.walk.items", "column": "call", "before_today": True}, True),
        ({"field": "look.walk.items", "column": "call", "within_days": 30}, False),
        ({"field": "look.room.room.best", "is_": "no"}, True),
        ({"field": "look.room.room.voice", "answered": False}, True),
        ({"field": "look.room.room", "in_": ("no",)}, True),
        ({"field": "open.facts.next", "within_days": 3}, True),
        ({"field": "open.facts.next", "within_days": 2}, False),
        ({"field": "open.facts.news", "within_days": 30}, False),
        ({"field": "open.facts.news", "before_today": True}, True),
        ({"field": "open.facts.next", "before_today": False}, True),
        ({"fact": "since_news", "at_least": 12, "at_most": 12}, True),
        ({"fact": "latest_mood", "is_": 4}, True),
        ({"fact": "completed_workbooks", "at_least": 1}, False),
        ({"fact": "no_such_fact", "at_most": 5}, False),
        ({"fact": "no_such_fact", "answered": False}, True),
        (
            {"any": (Condition(field=UNANSWERED, answered=True), Condition(field="open.facts.want", is_=0))},
            True,
        ),
        (
            {"all": (Condition(field=UNANSWERED, answered=True), Condition(field="open.facts.want", is_=0))},
            False,
        ),
        ({"not_": Condition(field="open.facts.want", is_=1)}, True),
    ],
)
def test_a_condition_tests_what_was_answered(tests: dict[str, Any], expected: bool) -> None:
    assert holds(Condition(**tests), state(ANSWERS)) is expected


@pytest.mark.parametrize(
    "tests",
    [
        {"is_": ""},
        {"is_": 0},
        {"in_": ("", 0)},
        {"has": "x"},
        {"at_least": 0},
        {"at_most": 10},
        {"answered": True},
        {"within_days": 999},
        {"before_today": False},
        {"before_today": True},
        {"answered": False, "at_most": 3},
    ],
)
@pytest.mark.parametrize("ref", [UNANSWERED, "look.ask.send", "look.ask.people", "rest.plan.plan", "gone.page.field"])
def test_an_unanswered_field_makes_every_test_false(ref: str, tests: dict[str, Any]) -> None:
    assert not holds(Condition(field=ref, **tests), state())


def test_only_answered_false_holds_for_an_unanswered_field() -> None:
    assert holds(Condition(field=UNANSWERED, answered=False), state())
    assert not holds(Condition(field="open.facts.want", answered=False), state({"open.facts.want": 0}))


def test_a_date_that_is_not_settled_is_neither_ahead_nor_past() -> None:
    unsettled = state({"open.facts.next": {"text": "3/4", "day": None}})
    assert holds(Condition(field="open.facts.next", answered=True), unsettled)
    assert not holds(Condition(field="open.facts.next", before_today=True), unsettled)
    assert not holds(Condition(field="open.facts.next", before_today=False), unsettled)


def test_no_condition_holds() -> None:
    assert holds(None, state())


def test_a_hidden_field_is_tested_by_the_answer_it_keeps() -> None:
    hidden = state({"open.start.route": "quick", "open.facts.format": "phone"})
    assert holds(Condition(field="open.facts.format", is_="phone"), hidden)


def test_days_are_counted_from_when_the_workbook_was_begun_if_no_day_was_given() -> None:
    assert fact("since_news", state()) == 2
    assert fact("since_news", state({"open.facts.news": {"text": "a while ago", "day": None}})) == 2


def test_the_latest_mood_looks_no_further_than_the_page_it_is_seen_from() -> None:
    both = state({"open.facts.mood": 3, "end.now.mood": 8})
    assert fact("latest_mood", both) == 8
    assert fact("latest_mood", both, "look.ready") == 3
    assert fact("latest_mood", both, "end.now") == 8
    assert fact("latest_mood", state()) is None


def test_facts_from_outside_the_workbook() -> None:
    busy = state(around=replace(AROUND, completed_workbooks=2, minutes_writing=16, writing_sittings=3))
    names = ("completed_workbooks", "minutes_writing", "writing_sittings")
    assert [fact(name, busy) for name in names] == [2, 16, 3]


@pytest.mark.parametrize(("locked", "number"), [(False, 0), (True, 1)])
def test_whether_answers_are_locked_can_be_asked_either_way(locked: bool, number: int) -> None:
    here = state(around=replace(AROUND, is_locked=locked))
    assert fact("answers_locked", here) == number
    assert [one for one in (0, 1) if holds(Condition(fact="answers_locked", is_=one), here)] == [number]


@pytest.mark.parametrize(("before", "now", "lower"), [(5, 4, 1), (5, 5, 0), (5, None, 0), (None, 4, 0), (0, 0, 0)])
def test_lower_than_before_counts_only_scales_answered_both_times(
    before: int | None, now: int | None, lower: int
) -> None:
    asked = state({"open.facts.mood": before, "end.now.mood": now}, here="end.now")
    assert fact("lower_than_before", asked, "end.now") == lower
    assert fact("lower_than_before", asked) == lower
