"""Fields to pick in, and rows of several."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from workbook.guide.model.base import Struct
from workbook.guide.model.field import FieldBase, Option, options_of
from workbook.guide.model.settle import Settle


class Scale(FieldBase, tag="scale", frozen=True, kw_only=True):
    """0 to 10, or blank."""

    low: str = ""
    """What 0 means."""
    high: str = ""
    """What 10 means."""
    default: int | None = None


class Choice(FieldBase, tag="choice", frozen=True, kw_only=True):
    """One of a few."""

    options: tuple[str | Option, ...] = ()
    options_from: str = ""
    """Path of an earlier checklist, or table column, whose answers are the options."""
    other: str = ""
    """Label of a line for an answer of one's own; none when left out."""
    default: str = ""
    """The value chosen until the person chooses."""

    @cached_property
    def choices(self) -> tuple[Option, ...]:
        """The options as structs."""
        return options_of(self.options)


class Checklist(FieldBase, tag="checklist", frozen=True, kw_only=True):
    """Any of many."""

    options: tuple[str | Option, ...] = ()
    groups: dict[str, tuple[str | Option, ...]] = {}
    """Options under headings, in order; used instead of `options`."""
    max_picks: int | None = None
    other: str = ""
    """Label of a line for one's own; none when left out."""
    checked: tuple[str, ...] = ()
    """Values ticked until the person changes them."""

    @cached_property
    def choices(self) -> tuple[Option, ...]:
        """Every option in order, whatever group it is in."""
        grouped = tuple(item for group in self.groups.values() for item in group)
        return options_of(self.options or grouped)


class Column(Struct, rename={"with_": "with"}, frozen=True, kw_only=True):
    """One column of a table."""

    id: str
    label: str
    kind: Literal["text", "choice", "date"] = "text"
    width: int = 24
    """How wide it would like to be, in characters."""
    read_only: bool = False
    """Given with the row, not typed."""
    options: tuple[str, ...] = ()
    suggest: tuple[str, ...] = ()
    """Paths whose answers, or literal texts, are offered for a cell."""
    placeholder: str = ""
    help: str = ""
    routes: tuple[str, ...] = ()
    names: bool = False
    """Holds names of other people, or how to reach them: left out of what is shared without names."""
    follow_up: str = ""
    """For a date column: what it is a date for."""
    with_: tuple[str, ...] = ()
    """Paths of what was written with it on this page or before, such as a plan, to stand beside the date."""
    says: str = ""
    """A sentence to say instead of `follow_up` and the day. May pipe, this date too."""
    settle: Settle | None = None
    """What is asked about it when the day is there."""


class GivenRows(Struct, frozen=True, kw_only=True):
    """Rows a table starts with, as the texts of its read-only column."""

    default: tuple[str, ...]
    by: str = ""
    """Ref of a choice that decides between `cases`."""
    cases: dict[str, tuple[str, ...]] = {}
    """Rows to use instead, by the value of that choice."""


class Table(FieldBase, tag="table", frozen=True, kw_only=True):
    """Rows of one's own. The answer is a list of rows, each a mapping of column id to cell."""

    columns: tuple[Column, ...]
    rows: GivenRows | None = None
    max_rows: int = 20
    quick_rows: int | None = None
    """The most rows on the quick route."""
    add_rows: bool = True
    """Whether rows can be added."""


class GridRow(Struct, frozen=True, kw_only=True):
    """One row of a grid."""

    id: str
    label: str
    by: str = ""
    """Ref of a choice that decides between `cases`."""
    cases: dict[str, str] = {}
    """Wording to use instead, by the value of that choice."""


class Grid(FieldBase, tag="grid", frozen=True, kw_only=True):
    """One choice for each row."""

    rows: tuple[GridRow, ...]
    options: tuple[str | Option, ...]
    add_own: str = ""
    """Label of a line that adds rows of one's own; none when left out."""
    quick_rows: tuple[str, ...] = ()
    """Ids of the rows asked on the quick route; all when left out."""

    @cached_property
    def choices(self) -> tuple[Option, ...]:
        """The options as structs."""
        return options_of(self.options)
