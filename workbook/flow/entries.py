"""One answered question of the document, in the shape it is best read in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbook.flow.fields import is_let_go, label, row_label
from workbook.flow.fitting import fit
from workbook.flow.lookup import given
from workbook.flow.values import is_blank
from workbook.flow.words import cell_words, grid_pairs, items_of, words_of
from workbook.guide.model import Checklist, Grid, Letter, Plan, Table

if TYPE_CHECKING:
    from workbook.flow.state import State
    from workbook.flow.values import Value
    from workbook.guide.model import Place


@dataclass(frozen=True)
class DocEntry:
    """A question and its answer. Of `text`, `items`, `pairs` and `rows` the kind of field fills one."""

    ref: str
    label: str
    kind: str
    """The field's kind; empty for an answer whose field is gone."""
    value: Value
    """The answer as it is kept."""
    text: str = ""
    """One line or many: text, number, choice, day."""
    items: tuple[str, ...] = ()
    """What was ticked."""
    pairs: tuple[tuple[str, str], ...] = ()
    """Rows of a grid with their choice; `If` and `then` of a plan; `Subject` and `Body` of a letter."""
    columns: tuple[str, ...] = ()
    """Labels of the table's columns."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The table's rows, a cell for each of `columns`."""
    given: tuple[int, ...] = ()
    """Places of the columns whose words come with the content: nothing the person wrote."""
    before: str = ""
    """The earlier answer to the same question, to stand beside this one."""
    after_completion: bool = False
    """Can still be changed when the workbook is complete."""


def entry(place: Place, state: State) -> DocEntry | None:
    """Return the entry for a field; None when it has no answer that fits it."""
    field, stored = place.field, state.answers.get(place.ref)
    fitting = fit(field, stored)
    if is_blank(fitting) or is_let_go(place, state):
        return None
    bare = DocEntry(
        ref=place.ref,
        label=label(field, state),
        kind=field.kind_name,
        value=stored,
        before=_before(field.compare_with, state),
        after_completion=field.after_completion,
    )
    match field:
        case Checklist():
            return replace(bare, items=items_of(field, fitting))
        case Grid():
            labels = {row.id: row_label(row, state) for row in field.rows}
            return replace(bare, pairs=tuple(grid_pairs(field, fitting, labels)))
        case Plan():
            return replace(bare, pairs=_halves(fitting, "If", "then"))
        case Letter():
            return replace(bare, pairs=_halves(fitting, "Subject", "Body"))
        case Table():
            columns, rows, given_words = _table(field, stored)
            return replace(bare, columns=columns, rows=rows, given=given_words)
    return replace(bare, text=words_of(field, fitting))


def _before(ref: str, state: State) -> str:
    answer = given(state, ref) if ref else None
    return words_of(state.guide.fields[ref].field, answer) if answer is not None else ""


def _halves(value: Mapping[str, str], *titles: str) -> tuple[tuple[str, str], ...]:
    return tuple((title, value[title.lower()]) for title in titles if value.get(title.lower(), "").strip())


def _table(table: Table, stored: Value) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...], tuple[int, ...]]:
    """Column labels and rows of a table, without the columns and rows in which nothing stands, and what was given.

    A column the guide no longer has follows under its id.
    """
    fitting = fit(table, stored)
    full = [
        row
        for row, fits in zip(stored, fitting, strict=True)
        if isinstance(row, Mapping) and (not is_blank(fits) or _extra(table, row))
    ]
    known = {column.id: column for column in table.columns}
    extra = dict.fromkeys(key for row in full for key in _extra(table, row))
    said = {
        **{
            id_: [cell_words(column, row.get(id_)) or json_words(row.get(id_)) for row in full]
            for id_, column in known.items()
        },
        **{key: [json_words(row.get(key)) for row in full] for key in extra},
    }
    kept = [id_ for id_, cells in said.items() if any(cells)]
    labels = tuple(known[id_].label if id_ in known else id_ for id_ in kept)
    came = {column.id for column in table.columns if column.read_only and table.rows is not None}
    given_words = tuple(place for place, id_ in enumerate(kept) if id_ in came)
    return labels, tuple(zip(*(said[id_] for id_ in kept), strict=True)), given_words


def _extra(table: Table, row: Mapping[str, Value]) -> list[str]:
    known = {column.id for column in table.columns}
    return [key for key, cell in row.items() if key not in known and not is_blank(cell)]


def json_words(value: Value) -> str:
    """Any JSON value as lines of text, for an answer whose field is gone."""
    if is_blank(value):
        return ""
    if isinstance(value, Mapping):
        day = value.get("day")
        if set(value) == {"text", "day"}:
            return json_words(value["text"]) or json_words(day)
        return "\n".join(f"{key}: {json_words(item)}" for key, item in value.items() if not is_blank(item))
    if isinstance(value, list | tuple):
        return "\n".join(json_words(item) for item in value if not is_blank(item))
    return str(value).strip()
