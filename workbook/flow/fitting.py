"""Whether a stored answer has the shape its field holds, and the part of it that has.

Answers may come from an import or from an older guide, where the field was of another kind. What does not fit
is read as unanswered and left alone where it is stored, so that no function of `flow` ever trips over it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from workbook.flow.values import is_blank
from workbook.guide.model import (
    Checklist,
    Choice,
    Column,
    Date,
    Field,
    Grid,
    Letter,
    LongText,
    Plan,
    Scale,
    Table,
    Text,
)

if TYPE_CHECKING:
    from workbook.flow.values import Value


def fit(field: Field, value: Value) -> Value:
    """Return the answer as this field holds it, or None when it is nothing of the kind."""
    match field:
        case Text() | LongText() | Choice():
            return value if isinstance(value, str) else None
        case Scale():
            whole = isinstance(value, int) and not isinstance(value, bool)
            return value if whole and 0 <= value <= 10 else None
        case Checklist():
            return [item for item in value if isinstance(item, str)] if isinstance(value, list | tuple) else None
        case Date():
            return _date(value)
        case Table():
            return [_row(field, row) for row in value] if isinstance(value, list | tuple) else None
        case Grid():
            return _grid(value)
        case Plan():
            return _texts(value, "if", "then")
        case Letter():
            return _texts(value, "subject", "body")
    return None


def _date(value: Value) -> Value:
    if not isinstance(value, Mapping):
        return None
    text, day = value.get("text"), value.get("day")
    return {"text": text if isinstance(text, str) else "", "day": day if isinstance(day, str) else None}


def fit_cell(column: Column, value: Value) -> Value:
    """One cell of a table as its column holds it, or None."""
    if column.kind == "date":
        return _date(value)
    return value if isinstance(value, str) else None


def _row(table: Table, row: Value) -> dict[str, Value]:
    """One row, empty when it does not fit or holds only what was given with it.

    It stays in its place even so: the rows after it keep their numbers.
    """
    if not isinstance(row, Mapping):
        return {}
    cells = {column.id: fit_cell(column, row.get(column.id)) for column in table.columns}
    own = [cell for id_, cell in cells.items() if not is_blank(cell) and not _is_given(table, id_, cell)]
    return {column: cell for column, cell in cells.items() if cell is not None} if own else {}


def _is_given(table: Table, column_id: str, cell: Value) -> bool:
    """Whether a cell is one of those the table starts with, and nothing the person wrote."""
    read_only = any(column.read_only for column in table.columns if column.id == column_id)
    if table.rows is None or not read_only:
        return False
    return cell in table.rows.default or any(cell in case for case in table.rows.cases.values())


def _grid(value: Value) -> Value:
    if not isinstance(value, Mapping):
        return None
    rows, own = value.get("rows"), value.get("own")
    chosen = rows.items() if isinstance(rows, Mapping) else ()
    added = own if isinstance(own, list | tuple) else ()
    return {
        "rows": {row: choice for row, choice in chosen if isinstance(row, str) and isinstance(choice, str)},
        "own": [_own(item) for item in added if isinstance(item, Mapping)],
    }


def _own(item: Mapping[str, Value]) -> dict[str, str]:
    text, choice = item.get("text"), item.get("choice")
    return {
        "text": text if isinstance(text, str) else "",
        "choice": choice if isinstance(choice, str) else "",
    }


def _texts(value: Value, *keys: str) -> Value:
    if not isinstance(value, Mapping):
        return None
    return {key: value[key] for key in keys if isinstance(value.get(key), str)}
