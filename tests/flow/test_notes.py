"""Notes that appear as they become true, and timers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from workbook.flow.notes import notes, timer_minutes
from workbook.guide.model import LongText

from .sample_guide import GUIDE
from .states import AROUND, day, state

if TYPE_CHECKING:
    from workbook.flow.values import Answers


def shown(answers: Answers, page: str, **outside: int) -> list[tuple[str, str]]:
    around = replace(AROUND, **outside)  # type: ignore[arg-type]
    return [(note.text, note.after) for note in notes(state(answers, here=page, around=around), page)]


def test_a_note_shows_while_its_condition_holds() -> None:
    assert shown({}, "open.facts") == []
    assert shown({"open.facts.want": 8}, "open.facts") == [("A lot.", "want")]
    assert shown({"open.facts.want": 7}, "open.facts") == []
    assert shown({"open.facts.next": day("2026-11-23")}, "open.facts") == [("Soon.", "next")]
    assert notes(state(), "gone.page") == ()


def test_a_note_stands_after_the_last_field_it_looks_at_or_at_the_top() -> None:
    answers = {"look.room.room": {"rows": {"best": "yes"}}, "open.facts.company": "Acme"}
    assert shown(answers, "look.room") == [("You gave it.", "room"), ("Known.", "")]


def test_a_note_on_a_hidden_field_stands_after_the_shown_one_above() -> None:
    assert ("There.", "thought") in shown({}, "rest.plan")


def test_a_note_on_a_fact_stands_after_the_fields_the_fact_is_about() -> None:
    lower = {"open.facts.mood": 6, "end.now.mood": 5}
    assert shown(lower, "end.now") == [("Up and down.", "mood")]
    assert shown({}, "rest.write", minutes_writing=15) == [("Plenty.", "note")]


@pytest.mark.parametrize(
    ("length", "minutes"), [("30 seconds", 0.5), ("5 minutes", 5.0), ("no timer", None), (None, None)]
)
def test_a_timer_runs_as_long_as_was_chosen(length: str | None, minutes: float | None) -> None:
    field = GUIDE.fields["rest.write.text"].field
    assert isinstance(field, LongText)
    assert timer_minutes(field, state({"rest.write.length": length})) == minutes


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("2 minutes", 2.0), ("1 hour", 60.0), ("1.5 Minutes", 1.5), ("", None), ("0 minutes", None)],
)
def test_a_timer_may_have_one_length(written: str, minutes: float | None) -> None:
    assert timer_minutes(LongText(id="x", label="X", timer=written), state()) == minutes
