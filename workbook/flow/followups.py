"""Days ahead that were set for something: every date whose field says what it is a date for."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING

from workbook.flow.conditions import holds
from workbook.flow.lookup import given
from workbook.flow.values import day_of, is_blank
from workbook.flow.words import cell_words, items_of
from workbook.guide.model import Choice, Date, Field, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from workbook.flow.state import State
    from workbook.flow.values import Value
    from workbook.guide.model import Place

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


def follow_ups(state: State) -> tuple[FollowUp, ...]:
    """Every settled day that was set for something, the earliest first.

    A date whose question no longer applies, because its own condition stopped holding, is left out; one that
    only the route does not ask is not.
    """
    found = (one for place in state.guide.fields.values() for one in _of_place(place, state))
    return tuple(sorted(found, key=lambda one: one.day))


def _of_place(place: Place, state: State) -> Iterator[FollowUp]:
    field = place.field
    answer = given(state, place.ref) if isinstance(field, Date | Table) else None
    if answer is None or not holds(field.when, state, f"{place.part.id}.{place.page.id}"):
        return
    if isinstance(field, Date):
        day = day_of(answer)
        if field.follow_up and day:
            yield FollowUp(place.ref, field.follow_up, day, _about(place, state))
    elif isinstance(field, Table):
        yield from _of_table(place.ref, field, answer)


def _of_table(ref: str, table: Table, rows: list[dict[str, Value]]) -> Iterator[FollowUp]:
    for column in table.columns:
        if column.kind != "date" or not column.follow_up:
            continue
        for number, row in enumerate(rows):
            day = day_of(row.get(column.id))
            if day:
                path = f"{ref}.{number}.{column.id}"
                yield FollowUp(path, column.follow_up, day, _first_text(table, row))


def _about(place: Place, state: State) -> str:
    """Return the words of the question just above the date, where these are the person's own."""
    fields: tuple[Field, ...] = place.page.fields
    number = [field.id for field in fields].index(place.field.id)
    above = fields[number - 1] if number else None
    if above is None:
        return ""
    answer = given(state, f"{place.part.id}.{place.page.id}.{above.id}")
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
    cells = (cell_words(column, row.get(column.id)) for column in table.columns if column.kind == "text")
    return _short(next((cell for cell in cells if cell), ""))


def _short(text: str) -> str:
    return shorten(text, _ABOUT, placeholder="…")
