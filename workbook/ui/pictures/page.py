"""As much of a picture as fits the window, and how workbooks are named beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from workbook.flow.dates.names import MONTHS
from workbook.ui.text import plain
from workbook.ui.widgets.drawing import words

if TYPE_CHECKING:
    from datetime import date

    from textual.content import Content

    from workbook.insight.patterns.pictures import Counted

SHORT_DAY = 9
"""Cells of a day in short: `22 Nov 26`."""


@dataclass(frozen=True)
class Drawn:
    """Some of a picture."""

    content: Content
    shown: int
    """How many workbooks, or words, are in it."""
    total: int
    """How many there are."""
    what: str = "workbooks"
    """What is counted so."""
    legend: str = ""
    """What the marks mean."""


def day_words(day: date) -> tuple[str, str, str]:
    """Day, month and year in short."""
    return f"{day.day:2}", MONTHS[day.month - 1][:3], f"{day.year % 100:02}"


def short_day(day: date) -> str:
    """A day in as few cells as can be read: `22 Nov 26`."""
    return " ".join(day_words(day))


def book_label(book: Counted, width: int) -> str:
    """A workbook by its day and as much of its name as fits."""
    name = words(book.title)
    return fitted(f"{short_day(book.day)}  {name}" if width > SHORT_DAY + 4 else short_day(book.day), width)


def fitted(text: str, width: int) -> str:
    """The text on exactly so many cells, cut with an ellipsis."""
    if cell_len(text) > width:
        return set_cell_size(set_cell_size(text, max(0, width - 1)).rstrip() + "…", width)
    return set_cell_size(text, width)


def widest(texts: list[str], most: int) -> int:
    """Cells of the widest of these texts, but at most so many."""
    return min(most, max(map(cell_len, texts), default=0))


def lines_of(lines: list[str]) -> Content:
    """Lines as something to draw, never as markup."""
    return plain("\n".join(lines))
