"""What one save is to change, and when two answers are the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import UNSET, UnsetType

from workbook.library.record import Answer, EarlierAnswer, Mark, Record, RecordNote, own_copy

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What to change in a workbook; whatever is left out stays as it is."""

    answers: Mapping[str, Any] = field(default_factory=dict)
    """New values by ref. None takes an answer away; anything else is kept just as it is, an empty text too."""
    position: str | None = None
    visited: tuple[str, ...] | None = None
    completed: datetime | UnsetType | None = UNSET
    """When it was finished; None to reopen it."""
    notes: tuple[RecordNote, ...] | None = None
    """All notes as they should now be."""
    writing_sittings: int | None = None
    marks: Mapping[str, str | None] = field(default_factory=dict)
    """What marks are to say by key (see `marks`). None or empty text takes a mark away."""
    keep_earlier: bool = False
    """Whether the answers that give way here stay among the earlier answers."""
    in_passing: bool = False
    """Whether this is no work on the workbook, such as a date done or moved: its place among the others stays, and no
    earlier copy is taken."""


def same(one: Any, other: Any) -> bool:
    """Whether two JSON values are the same, telling 1 from true and 1.0 as JSON does."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and bool(one == other)


def changed(record: Record, changes: Changes, moment: datetime) -> Record:
    """Return `record` with `changes` made at `moment`; the very same record where nothing is different."""
    answers = dict(record.answers)
    for ref, value in changes.answers.items():
        if value is None:
            answers.pop(ref, None)
        elif ref not in answers or not same(answers[ref].value, value):
            answers[ref] = Answer(own_copy(value), moment)  # the caller may go on changing its own lists
    marks = _marks(record, changes, moment)
    made = msgspec.structs.replace(
        record,
        answers=answers,
        position=record.position if changes.position is None else changes.position,
        visited=record.visited if changes.visited is None else tuple(changes.visited),
        completed=record.completed if isinstance(changes.completed, UnsetType) else changes.completed,
        notes=record.notes if changes.notes is None else tuple(changes.notes),
        writing_sittings=(record.writing_sittings if changes.writing_sittings is None else changes.writing_sittings),
        earlier_answers=record.earlier_answers + (_replaced(record, answers, moment) if changes.keep_earlier else ()),
        marks=marks,
    )
    untouched = all(answer is record.answers.get(ref) for ref, answer in answers.items())
    if untouched and made == record:
        return record
    return made if changes.in_passing else msgspec.structs.replace(made, updated=moment)


def _marks(record: Record, changes: Changes, moment: datetime) -> dict[str, Mark]:
    """Return the marks as they are to be. One that is taken away stays as an empty one; one never set is not made."""
    wanted = {key: value or "" for key, value in changes.marks.items()}
    return record.marks | {
        key: Mark(value, moment)
        for key, value in wanted.items()
        if (record.marks[key].value != value if key in record.marks else bool(value))
    }


def _replaced(record: Record, answers: Mapping[str, Answer], moment: datetime) -> tuple[EarlierAnswer, ...]:
    """Return the answers of `record` that are another one now, or none."""
    return tuple(
        EarlierAnswer(ref, own_copy(answer.value), answer.updated, moment)
        for ref, answer in record.answers.items()
        if answers.get(ref) is not answer
    )
