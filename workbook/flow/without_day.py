"""Dates of a page that were typed for something ahead and may still be several days, or none: no list has them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from workbook.flow.conditions import holds
from workbook.flow.lookup import given
from workbook.flow.values import day_of, is_blank
from workbook.guide.model import Date, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbook.flow.state import State
    from workbook.flow.values import Value
    from workbook.guide.model import Place


def without_day(state: State, page: str) -> tuple[tuple[str, str], ...]:
    """Return the path and the words of each such date on a page, in the order they stand there.

    As in `follow_ups`, one whose question no longer applies is left out.
    """
    return tuple(
        (path, text)
        for place in state.guide.fields.values()
        if place.page_ref == page and holds(place.field.when, state, page)
        for path, answer in _dates_of(place, state)
        if (text := _words(answer)) and day_of(answer) is None
    )


def _dates_of(place: Place, state: State) -> Iterator[tuple[str, Value]]:
    """Give the answer of each date that is set for something."""
    field = place.field
    if isinstance(field, Date) and field.follow_up:
        yield place.ref, given(state, place.ref)
    elif isinstance(field, Table):
        columns = [column.id for column in field.columns if column.kind == "date" and column.follow_up]
        for number, row in enumerate(given(state, place.ref) or () if columns else ()):
            yield from ((f"{place.ref}.{number}.{column}", row.get(column)) for column in columns)


def _words(answer: Value) -> str:
    text = answer.get("text") if isinstance(answer, Mapping) else answer
    return text if isinstance(text, str) and not is_blank(text) else ""
