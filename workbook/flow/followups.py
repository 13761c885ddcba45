"""Days that were set for something: every date whose field says what it is a date for, and how each stands.

A date is open until it is done, let go, or kept after its day. Where the guide names a question for that
(`settle.field`) and it is asked by now, its answer decides; otherwise a mark does, kept under a key with the day in it,
so that a date that is moved is open again. The plan written with a date is what its `with` names; without that, every
plan on the same page.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from workbook.flow.conditions import holds
from workbook.flow.lookup import given
from workbook.flow.piping import fill
from workbook.flow.shortening import shortened
from workbook.flow.standing import Stage
from workbook.flow.values import day_of, is_blank
from workbook.flow.words import cell_words, items_of
from workbook.guide.model import Choice, Column, Date, Field, Settle, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from workbook.flow.state import State
    from workbook.flow.values import Value
    from workbook.guide.model import Place

MARKS = "coming"
"""The kind of the marks that say it; see `library.marks`."""

_ABOUT = 60
"""The most characters of the person's words that go with a day."""


@dataclass(frozen=True)
class FollowUp:
    """A day set for something."""

    ref: str
    """The date's ref, or the path of its cell: `refine.door.contacts.0.when`."""
    what: str
    """What it is a date for, in the guide's words."""
    day: date
    about: str
    """A few of the person's words that go with it, or nothing."""
    says: str = ""
    """What to say of it in a sentence, where the guide has one."""
    stage: Stage = "open"
    row: str = ""
    """For a cell: what tells its row from others of the table, wherever it stands; no word can be read from it."""

    @property
    def date_ref(self) -> str:
        """The date's ref, or its table's with the column, whichever row it is in."""
        parts = self.ref.split(".")
        return ".".join([*parts[:3], *parts[4:]])

    @property
    def id(self) -> str:
        """What it is known by in its workbook, whatever its day."""
        return f"{self.date_ref}:{self.row}" if self.row else self.date_ref

    @property
    def mark(self) -> str:
        """The key of the mark that says how it stands."""
        return mark_of(self.date_ref, self.day, self.row)


def mark_of(date_ref: str, day: date, row: str = "") -> str:
    """Return the key of the mark of a date on this day."""
    return ":".join([MARKS, date_ref, day.isoformat(), *([row] if row else [])])


def follow_ups(state: State, marked: Mapping[str, str] | None = None) -> tuple[FollowUp, ...]:
    """Every settled day that was set for something, the earliest first, as these marks say it stands.

    A date whose question no longer applies, because its own condition stopped holding, is left out; one that
    only the route does not ask is not.
    """
    found = (one for place in state.guide.fields.values() for one in _of_place(place, state, marked or {}))
    return tuple(sorted(found, key=lambda one: one.day))


def _of_place(place: Place, state: State, marked: Mapping[str, str]) -> Iterator[FollowUp]:
    field = place.field
    answer = given(state, place.ref) if isinstance(field, Date | Table) else None
    if answer is None or not holds(field.when, state, place.page_ref):
        return
    if isinstance(field, Date):
        day = day_of(answer)
        if field.follow_up and day:
            mark = marked.get(mark_of(place.ref, day))
            kept = asked_answer(field.settle, state)
            stage = _stage(field.settle, kept, mark)
            yield FollowUp(place.ref, field.follow_up, day, _about(place, state), fill(field.says, state), stage)
    elif isinstance(field, Table):
        for column in field.columns:
            if column.kind == "date" and column.follow_up:
                yield from _of_column(place.ref, field, column, answer, state, marked)


def _of_column(
    ref: str, table: Table, column: Column, rows: list[dict[str, Value]], state: State, marked: Mapping[str, str]
) -> Iterator[FollowUp]:
    says = fill(column.says, state)
    for number, (row, name) in enumerate(zip(rows, row_names(table, rows), strict=True)):
        day = day_of(row.get(column.id))
        if day:
            mark = marked.get(mark_of(f"{ref}.{column.id}", day, name))
            kept = row.get(column.settle.field.rpartition(".")[2]) if column.settle else None
            stage = _stage(column.settle, kept, mark)
            path = f"{ref}.{number}.{column.id}"
            yield FollowUp(path, column.follow_up, day, _first_text(table, row), says, stage, name)


def row_names(table: Table, rows: list[dict[str, Value]]) -> list[str]:
    """Return what tells each row from the others: a digest of its first words, and which of several alike it is."""
    names = [hashlib.sha256(_whole_first_text(table, row).encode(errors="replace")).hexdigest()[:12] for row in rows]
    seen: Counter[str] = Counter()
    for number, name in enumerate(names):
        seen[name] += 1
        names[number] = name if seen[name] == 1 else f"{name}-{seen[name]}"
    return names


def asked_answer(settle: Settle | None, state: State) -> Value:
    """Return how it went as it was answered, where the guide asks that and does so by now."""
    if settle is None or not settle.field or not is_asked(settle, state):
        return None
    return given(state, settle.field)


def is_asked(settle: Settle, state: State) -> bool:
    """Whether the question that keeps how it went is asked by now."""
    place = state.guide.fields.get(settle.field)
    return place is not None and holds(place.field.when, state, place.page_ref)


def _stage(settle: Settle | None, kept: Value, mark: str | None) -> Stage:
    if settle is not None and settle.field and not is_blank(kept):
        mark = {settle.done: "done", settle.let_go: "let_go"}.get(kept, mark if mark == "kept" else "open")
    return next((stage for stage in get_args(Stage) if stage == mark), "open")


def _about(place: Place, state: State) -> str:
    """Return the words of the question just above the date, where these are the person's own."""
    fields: tuple[Field, ...] = place.page.fields
    number = [field.id for field in fields].index(place.field.id)
    above = fields[number - 1] if number else None
    if above is None:
        return ""
    answer = given(state, f"{place.page_ref}.{above.id}")
    if is_blank(answer):
        return ""
    match above:
        case Text():
            return _short(answer)
        case Choice() if above.other:
            return _short("".join(items_of(above, answer)))
        case Table():
            return next((text for text in (_first_text(above, row) for row in answer) if text), "")
    return ""


def _first_text(table: Table, row: dict[str, Value]) -> str:
    return _short(_whole_first_text(table, row))


def _whole_first_text(table: Table, row: dict[str, Value]) -> str:
    cells = (cell_words(column, row.get(column.id)) for column in table.columns if column.kind == "text")
    return next((cell for cell in cells if cell), "")


def _short(text: str) -> str:
    return shortened(text, _ABOUT)
