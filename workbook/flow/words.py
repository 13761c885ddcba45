"""Saying an answer in words: options by their label, dates as days, lists with commas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.flow.dates.saying import short
from workbook.flow.fitting import fit, fit_cell
from workbook.flow.values import day_of, is_blank
from workbook.guide.model import Checklist, Choice, Column, Date, Field, Grid, Letter, Plan, Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbook.flow.values import Value


def words_of(field: Field, value: Value) -> str:
    """Return what to say for this answer; empty when it is blank or does not fit the field."""
    return ("; " if isinstance(field, Table) else ", ").join(items_of(field, value))


def items_of(field: Field, value: Value) -> tuple[str, ...]:
    """Return the same, each tick, row or line of the answer by itself and blank ones left out."""
    fitting = fit(field, value)
    if is_blank(fitting):
        return ()
    match field:
        case Choice() | Checklist():
            chosen = [fitting] if isinstance(fitting, str) else fitting
            found = [option_text(field, item) for item in chosen]
        case Date():
            found = [date_words(fitting)]
        case Table():
            found = [row_words(field, row) for row in fitting]
        case Grid():
            found = [f"{row.rstrip('.')}: {choice}" for row, choice in grid_pairs(field, fitting) if choice]
        case Plan():
            found = [plan_words(fitting)]
        case Letter():
            found = ["\n\n".join(text for text in fitting.values() if text.strip())]
        case _:
            found = [str(fitting)]
    return tuple(item for item in (item.strip() for item in found) if item)


def option_text(field: Choice | Checklist | Grid, value: str) -> str:
    """Return the label of the option with this value, or the value itself when no option has it."""
    return next((option.text for option in field.choices if option.value == value), value)


def date_words(value: Value) -> str:
    """Return a date as `27 November 2026`, or as it was typed while it is not settled."""
    day = day_of(value)
    return short(day) if day else str(value.get("text") or "").strip()


def cell_words(column: Column, value: Value) -> str:
    """One cell of a table."""
    fitting = fit_cell(column, value)
    if is_blank(fitting):
        return ""
    return date_words(fitting) if column.kind == "date" else str(fitting).strip()


def row_words(table: Table, row: Mapping[str, Value]) -> str:
    """One row of a table: its cells that are not blank, in the order of the columns."""
    cells = (cell_words(column, row.get(column.id)) for column in table.columns)
    return " – ".join(cell for cell in cells if cell)


def grid_pairs(grid: Grid, value: Value, labels: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
    """Each answered row of a grid with the label of its choice, then the rows of the person's own.

    `labels` words the rows otherwise than the guide's default. A row the guide no longer has is named by
    its id.
    """
    known = {row.id: row.label for row in grid.rows} | dict(labels or {})
    rows: dict[str, str] = value["rows"]
    order = [*(row for row in known if row in rows), *(row for row in rows if row not in known)]
    pairs = [(known.get(row, row), option_text(grid, rows[row])) for row in order if rows[row].strip()]
    own = [(item["text"].strip(), option_text(grid, item["choice"])) for item in value["own"]]
    return pairs + [(text, choice) for text, choice in own if text or choice]


def plan_words(value: Mapping[str, str]) -> str:
    """Return a plan as one sentence, or the half of it there is."""
    cue, act = (value.get(key, "").strip() for key in ("if", "then"))
    if cue and act:
        return f"If {cue}, then {act}"
    return f"If {cue}" if cue else act
