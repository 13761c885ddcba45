"""What a path leads to: which field or piece of an answer, of what kind, and what can be in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from workbook.guide.model import (
    Checklist,
    Choice,
    Column,
    Date,
    Grid,
    Letter,
    Plan,
    Scale,
    Summary,
    Table,
    Text,
)
from workbook.guide.spelling import did_you_mean, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbook.guide.checks.index import FieldAt, Index
    from workbook.guide.model import Field

_ID = r"[a-z][a-z0-9_]*"
PATH = re.compile(rf"{_ID}\.{_ID}\.{_ID}(?:\.(?:{_ID}|[0-9]+))*")
"""A ref, or a way further into its answer."""

Shape = Literal[
    "text",
    "long text",
    "scale",
    "choice",
    "checklist",
    "date",
    "table",
    "row",
    "cells",
    "grid",
    "pair",
    "summary",
]
"""What kind of value stands at a path: `row` and `cells` of a table, `pair` for plan and letter."""


class Target(NamedTuple):
    """What a path leads to."""

    at: FieldAt
    shape: Shape
    options: tuple[str, ...] | None = None
    """The values it can have, where they are known."""
    cell: Shape = "text"
    """For `cells`: the kind of each one."""


def target(path: str, index: Index) -> Target | str:
    """What a path leads to, or what is wrong with it; empty when a file that is broken anyway may hold it."""
    ref, rest = ".".join(path.split(".")[:3]), path.split(".")[3:]
    if ref not in index.fields:
        if index.is_uncertain(path):
            return ""
        if not PATH.fullmatch(path):
            guess = did_you_mean(path, index.fields) or "."
            return f"`{path}` is no ref; a ref is written `part.page.field`{guess}"
        return f"There is no field `{ref}`{did_you_mean(ref, _likely(ref, index)) or '.'}"
    at = index.fields[ref]
    return _into(at, rest, index) if rest else _whole(at, index)


def _likely(ref: str, index: Index) -> Iterable[str]:
    """The fields of the same page if there is such a page, else all of them."""
    page = ref.rpartition(".")[0]
    near = [name for name in index.fields if name.rpartition(".")[0] == page]
    return near if did_you_mean(ref, near) else index.fields


def _whole(at: FieldAt, index: Index) -> Target:
    match at.field:
        case Summary():
            return Target(at, "summary")
        case Scale():
            return Target(at, "scale")
        case Choice():
            return Target(at, "choice", offered(at.field, index))
        case Checklist():
            return Target(at, "checklist", offered(at.field, index))
        case Date():
            return Target(at, "date")
        case Table():
            return Target(at, "table")
        case Grid():
            return Target(at, "grid", offered(at.field, index))
        case Plan() | Letter():
            return Target(at, "pair")
        case Text():
            return Target(at, "text")
    return Target(at, "long text")


def _into(at: FieldAt, rest: list[str], index: Index) -> Target | str:
    match at.field:
        case Table():
            return _into_table(at, at.field, rest)
        case Grid():
            known = [row.id for row in at.field.rows]
            made = Target(at, "choice", offered(at.field, index))
            what = "row"
        case Plan():
            known, made, what = ["if", "then"], Target(at, "text"), "part"
        case Letter():
            known, made, what = ["subject", "body"], Target(at, "long text"), "part"
        case _:
            return f"Nothing can follow `{at.ref}` in a path: it is no table, grid, plan or letter."
    if len(rest) == 1 and rest[0] in known:
        return made
    wrong = ".".join(rest)
    guess = did_you_mean(wrong, known) or f"; it has {listed(known, 'and')}."
    return f"`{at.ref}` has no {what} `{wrong}`{guess}"


def _into_table(at: FieldAt, table: Table, rest: list[str]) -> Target | str:
    numbered = rest[0].isdecimal()
    if numbered and len(rest) == 1:
        return _row(at, table, rest[0]) or Target(at, "row")
    name = ".".join(rest[1:] if numbered else rest)
    column = next((column for column in table.columns if column.id == name), None)
    if column is None:
        known = [column.id for column in table.columns]
        guess = did_you_mean(name, known) or f"; it has {listed(known, 'and')}."
        return f"`{at.ref}` has no column `{name}`{guess}"
    if not numbered:
        return cells(at, column)
    return _row(at, table, rest[0]) or Target(at, column.kind, column.options or None)


def cells(at: FieldAt, column: Column) -> Target:
    """The cells of a column."""
    return Target(at, "cells", column.options or None, column.kind)


def _row(at: FieldAt, table: Table, number: str) -> str:
    if len(number) < 5 and int(number) < table.max_rows:
        return ""
    return f"`{at.ref}` has no row {number}; rows count from 0, and there are at most {table.max_rows}."


def offered(field: Field, index: Index) -> tuple[str, ...] | None:
    """The values a field offers; None where they are not known before it is answered."""
    if not isinstance(field, Choice | Checklist | Grid):
        return None
    own = tuple(option.value for option in field.choices)
    if not isinstance(field, Choice) or not field.options_from:
        return own
    at = index.fields.get(".".join(field.options_from.split(".")[:3]))
    if at is None or at.field is field:
        return None
    if isinstance(at.field, Checklist):
        # Words of one's own can be among the ticks, but a condition can only mean those the guide offers.
        return (*own, *(option.value for option in at.field.choices))
    return None
