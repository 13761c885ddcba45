"""One date in full, and what settling or moving it changes in its workbook.

Nothing here is written: the changes are for whoever has the workbook open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbook.flow.beside import beside, date_of
from workbook.flow.dates.saying import typed
from workbook.flow.followups import FollowUp, follow_ups, is_asked
from workbook.flow.refs import field_of, split
from workbook.guide.model import Choice, Settle, Table
from workbook.library.changes import Changes
from workbook.library.record import own_copy

if TYPE_CHECKING:
    from datetime import date

    from workbook.flow.standing import Stage
    from workbook.flow.state import State
    from workbook.library.record import Record


@dataclass(frozen=True)
class Dated:
    """One date as its workbook has it."""

    follow_up: FollowUp
    settle: Settle
    """What it asks and how it calls the ways on, blank where the guide does not say."""
    beside: tuple[str, ...]
    """The plan written with it, and what else goes with it, each line by itself."""


def dated(state: State, record: Record, ref: str, day: date) -> Dated | None:
    """Return the date that stands at `ref` on this day; None where it does not stand there any more."""
    for one in follow_ups(state, record.marked):
        if one.ref == ref and one.day == day:
            date = date_of(one, state)
            return Dated(one, (date.settle if date else None) or Settle(), beside(one, state))
    return None


def settled(one: Dated, state: State, stage: Stage) -> Changes:
    """Return what makes a date done, let go, kept as it is, or open again: in passing, as no work on the workbook.

    Where the guide asks how it went, and asks it by now, that answer is given; otherwise a mark is set.
    """
    found, settle = one.follow_up, one.settle
    marks: dict[str, str | None] = {found.mark: None if stage == "open" else stage}
    if not settle.field or stage == "kept":
        return Changes(marks=marks, in_passing=True)
    choice = {"done": settle.done, "let_go": settle.let_go}.get(stage, _not_yet(settle, state))
    if split(found.date_ref, state.guide) != (found.date_ref, ()):
        ref = field_of(found.ref)
        rows = _with_cell(state, found, settle.field.rpartition(".")[2], choice)
        return Changes(answers={ref: rows}, marks={found.mark: None}, in_passing=True)
    if stage == "open":
        answers = {settle.field: choice or None} if settle.field in state.answers else {}
        return Changes(answers=answers, marks=marks, in_passing=True)
    if is_asked(settle, state):
        return Changes(answers={settle.field: choice}, marks={found.mark: None}, in_passing=True)
    return Changes(marks=marks, in_passing=True)


def moved(one: Dated, state: State, day: date) -> Changes:
    """Return what puts a date on another day, open again. The old answer stays among the earlier ones."""
    found = one.follow_up
    answer = {"text": typed(day), "day": day.isoformat()}
    opened = settled(one, state, "open") if found.stage in ("done", "let_go") else Changes()
    ref = field_of(found.ref)
    if ref == found.ref:
        answers = {**opened.answers, ref: answer}
        return Changes(answers=answers, marks=opened.marks, keep_earlier=True, in_passing=True)
    rows = opened.answers.get(ref) or own_copy(state.answers[ref])
    _row_of(rows, found)[found.ref.split(".")[4]] = answer
    return Changes(answers={ref: rows}, marks=opened.marks, keep_earlier=True, in_passing=True)


def undone(before: Record, after: Record, changes: Changes) -> Changes:
    """Return what takes these changes back, which led from one record to the other."""
    answers: dict[str, Any] = {}
    for ref in changes.answers:
        had = before.answers.get(ref)
        answers[ref] = had.value if had else None
    marks = {key: before.marks[key].value if key in before.marks else None for key in changes.marks}
    return Changes(
        answers={ref: value for ref, value in answers.items() if before.answers.get(ref) != after.answers.get(ref)},
        marks={key: value for key, value in marks.items() if before.marks.get(key) != after.marks.get(key)},
        in_passing=True,
    )


def _not_yet(settle: Settle, state: State) -> str:
    """Return the option that says it is still to come, where the question has one; empty where not."""
    found = split(settle.field, state.guide)
    field = state.guide.fields[found[0]].field if found else None
    options: tuple[str, ...] = ()
    if isinstance(field, Choice):
        options = tuple(option.value for option in field.choices)
    elif isinstance(field, Table) and found:
        options = next((column.options for column in field.columns if column.id == found[1][-1]), ())
    return settle.move if settle.move in options else ""


def _with_cell(state: State, found: FollowUp, column: str, value: str) -> list[Any]:
    """Return the table of a date with another cell in its row."""
    rows: list[Any] = own_copy(state.answers[field_of(found.ref)])
    _row_of(rows, found)[column] = value
    return rows


def _row_of(rows: list[Any], found: FollowUp) -> dict[str, Any]:
    """Return the row that a date stands in, to be changed."""
    number = int(found.ref.split(".")[3])
    if not isinstance(rows[number], Mapping):
        raise TypeError("a date stands in a row, and this is none")
    row: dict[str, Any] = rows[number]
    return row
