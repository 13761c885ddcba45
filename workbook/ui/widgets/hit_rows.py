"""What was found, as rows of a list: the workbook, the question, and the words with what was looked for marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.flow.dates.saying import short
from workbook.flow.plain import one_line
from workbook.ui.text import plain
from workbook.ui.widgets.entry_rows import spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.content import Content

    from workbook.insight.search import Hit
    from workbook.library.entry import Entry

MARK = "bold underline"
"""Seen without colour."""
BEFORE = 24
"""Characters before what was found: it must be in sight in a narrow window too."""


@dataclass(frozen=True)
class BookRow:
    """The workbook that the hits below are in."""

    entry: Entry


@dataclass(frozen=True)
class QuestionRow:
    """The question that the words below answer."""

    hit: Hit


@dataclass(frozen=True)
class HitRow:
    """The words around a hit; enter opens it."""

    hit: Hit


Row = BookRow | QuestionRow | HitRow


def rows_of(hits: Sequence[Hit], after: Hit | None = None) -> Iterator[Row]:
    """The rows for these hits, which follow another."""
    last = after.entry.id if after is not None else ""
    for hit in hits:
        if hit.entry.id != last:
            yield BookRow(hit.entry)
            last = hit.entry.id
        yield QuestionRow(hit)
        yield HitRow(hit)


def is_hit(row: Row) -> bool:
    """Whether a row can be opened."""
    return isinstance(row, HitRow)


def draw_row(row: Row, width: int) -> Content:
    """One row."""
    match row:
        case BookRow(entry):
            day = entry.moment.date()
            said = short(day) if width >= 56 else f"{day:%d.%m.%y}"
            return spread(plain(entry.title, "bold"), said if entry.completed else f"unfinished  {said}", width)
        case QuestionRow(hit):
            return plain(f"  {one_line(hit.question)}", "$text-muted")
        case HitRow(hit):
            drawn = plain("    ")
            for text, is_sought in hit.around(BEFORE, max(width, 40)).pieces():
                drawn = drawn.append(plain(text, MARK if is_sought else ""))
            return drawn
