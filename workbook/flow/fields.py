"""What a page asks: which of its fields show, and what each one offers for these answers and this route."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.flow.conditions import holds
from workbook.flow.lookup import given, items, value
from workbook.flow.piping import fill
from workbook.flow.refs import ref_of, split
from workbook.flow.values import is_blank
from workbook.flow.walk import QUICK, on_route, route
from workbook.guide.model import Checklist, Choice, LongText, Option

if TYPE_CHECKING:
    from workbook.flow.state import State
    from workbook.guide.model import Column, Field, Grid, GridRow, Place, Table


def shown_fields(state: State, page_ref: str) -> tuple[Place, ...]:
    """Return the fields that show on a page, in order."""
    if page_ref not in state.guide.pages:
        return ()
    _, page = state.guide.pages[page_ref]
    places = (state.guide.fields[f"{page_ref}.{field.id}"] for field in page.fields)
    return tuple(place for place in places if is_shown(place, state))


def is_shown(place: Place, state: State) -> bool:
    """Whether a field is asked on its page now."""
    return on_route(place.field.routes, state) and holds(place.field.when, state, place.page_ref)


def is_let_go(place: Place, state: State) -> bool:
    """Whether the person chose that what stands here is kept nowhere."""
    field = place.field
    if not isinstance(field, LongText) or field.let_go is None:
        return False
    return holds(field.let_go, state, place.page_ref)


def label(field: Field, state: State) -> str:
    """Return the question, with what it pipes filled in."""
    return fill(field.label, state)


def columns(table: Table, state: State) -> tuple[Column, ...]:
    """Return the columns of a table that this route asks."""
    return tuple(column for column in table.columns if on_route(column.routes, state))


def given_rows(table: Table, state: State) -> tuple[str, ...]:
    """Return the texts of the rows a table starts with."""
    if table.rows is None:
        return ()
    return table.rows.cases.get(_said(table.rows.by, state), table.rows.default)


def max_rows(table: Table, state: State) -> int:
    """Return the most rows the table may have: never fewer than it already holds."""
    quick = table.quick_rows is not None and route(state) == QUICK
    most = (table.quick_rows if quick else table.max_rows) or 0
    stored = given(state, ref_of(table, state.guide)) or []
    return max(most, len(given_rows(table, state)), len(stored))


def row_label(row: GridRow, state: State) -> str:
    """Return the wording of a grid row for these answers."""
    return fill(row.cases.get(_said(row.by, state), row.label), state)


def grid_rows(grid: Grid, state: State) -> tuple[tuple[str, str], ...]:
    """Id and wording of the rows to show. On the quick route only some, and any that was answered before."""
    rows = grid.rows
    if route(state) == QUICK and grid.quick_rows:
        answered = (given(state, ref_of(grid, state.guide)) or {}).get("rows", {})
        rows = tuple(row for row in rows if row.id in grid.quick_rows or not is_blank(answered.get(row.id)))
    return tuple((row.id, row_label(row, state)) for row in rows)


def _said(path: str, state: State) -> str:
    """Return the choice that decides between cases."""
    answer = value(state, path) if path else None
    return answer if isinstance(answer, str) else ""


def choices(choice: Choice, state: State) -> tuple[Option, ...]:
    """Return what there is to choose from.

    An answer that is no longer offered is still among them, unless the field has a line for one's own words,
    where it then stands.
    """
    offered = {option.value: option for option in (*_options_from(choice, state), *choice.choices)}
    stored = given(state, ref_of(choice, state.guide))
    if not choice.other and not is_blank(stored) and stored not in offered:
        offered[stored] = Option(value=stored)
    return tuple(offered.values())


def _options_from(choice: Choice, state: State) -> tuple[Option, ...]:
    """Return the answers at an earlier path as options, each once."""
    found = split(choice.options_from, state.guide) if choice.options_from else None
    if found is None:
        return ()
    source = state.guide.fields[found[0]].field
    if isinstance(source, Checklist) and not found[1]:
        known = {option.value: option for option in source.choices}
        return tuple(
            known.get(ticked, Option(value=ticked))
            for ticked in value(state, choice.options_from) or ()
            if ticked.strip()
        )
    return tuple(Option(value=item) for item in items(state, choice.options_from))
