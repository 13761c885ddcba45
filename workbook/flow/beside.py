"""What was written with a date, to stand beside it: the plan for it, the other cells of its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.flow.fields import is_let_go
from workbook.flow.lookup import given, items
from workbook.flow.refs import page_of, split
from workbook.flow.values import is_blank
from workbook.flow.words import cell_words, plan_words
from workbook.guide.model import Column, Date, Plan, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workbook.flow.followups import FollowUp
    from workbook.flow.state import State
    from workbook.flow.values import Value


def date_of(one: FollowUp, state: State) -> Date | Column | None:
    """Return the field or the column that a date was set in; None where the guide has none."""
    found = split(one.date_ref, state.guide)
    if found is None:
        return None
    field, rest = state.guide.fields[found[0]].field, found[1]
    if isinstance(field, Table) and rest:
        return next((column for column in field.columns if column.id == rest[0]), None)
    return field if isinstance(field, Date) else None


def beside(one: FollowUp, state: State) -> tuple[str, ...]:
    """Return what was written with a date, each line by itself; nothing that is said of it already."""
    date = date_of(one, state)
    if date is None:
        return ()
    lines = [*_cells(one, state), *(line for path in date.with_ or _plans(one, state) for line in _lines(path, state))]
    return tuple(line for line in dict.fromkeys(lines) if line != one.about)


def _plans(one: FollowUp, state: State) -> Iterator[str]:
    """Refs of the plans on the page of a date."""
    for ref, place in state.guide.fields.items():
        if isinstance(place.field, Plan) and page_of(ref) == page_of(one.ref):
            yield ref


def _cells(one: FollowUp, state: State) -> Iterator[str]:
    """The other words in the row of a date in a table."""
    found = split(one.ref, state.guide)
    if found is None or not found[1]:
        return
    table, row = state.guide.fields[found[0]].field, given(state, f"{found[0]}.{found[1][0]}")
    if isinstance(table, Table) and row:
        texts = (cell_words(column, row.get(column.id)) for column in table.columns if column.kind == "text")
        yield from [text for text in texts if text][1:]


def _lines(path: str, state: State) -> Iterator[str]:
    found = split(path, state.guide)
    if found is None or is_let_go(state.guide.fields[found[0]], state):
        return
    field = state.guide.fields[found[0]].field
    if isinstance(field, Table) and not found[1] and {"if", "then"} <= {column.id for column in field.columns}:
        yield from _planned(field, given(state, path) or [])
    elif given(state, path) is not None:
        yield from items(state, path)


def _planned(table: Table, rows: list[dict[str, Value]]) -> Iterator[str]:
    """The rows of a table that has a plan in each, in its columns `if` and `then`."""
    first = next(
        (column for column in table.columns if column.kind == "text" and column.id not in ("if", "then")), None
    )
    for row in rows:
        thing = cell_words(first, row.get(first.id)) if first else ""
        plan = plan_words(_halves(row))
        if not is_blank(thing) or plan:
            yield f"{thing}: {plan}" if thing and plan else thing or plan


def _halves(row: Mapping[str, Value]) -> dict[str, str]:
    return {key: value if isinstance(value := row.get(key), str) else "" for key in ("if", "then")}
