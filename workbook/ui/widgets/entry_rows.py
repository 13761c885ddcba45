"""How workbooks and dates look as rows of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.flow.dates.names import MONTHS
from workbook.flow.dates.saying import distance, short
from workbook.library.entry import STATE_WORDS
from workbook.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.content import Content

    from workbook.insight.coming_up import Coming
    from workbook.library.entry import Entry


DAY = 28
"""Columns that the right end of a row has in any window: how a workbook stands, and a day."""

STAGES = {"done": "done", "let_go": "let go", "kept": "passed, kept"}
"""How a date stands that is no longer open."""


def spread(left: Content, right: str, width: int) -> Content:
    """One text at each end of a line. Where there is too little room a long right one is cut, then the left one."""
    side = plain(right, "$text-muted")
    if left.cell_length + side.cell_length + 2 > width:
        side = side.truncate(max(width // 2, width - left.cell_length - 2, DAY), ellipsis=True)
    room = width - side.cell_length - 2
    if left.cell_length > room:
        left = left.truncate(max(1, room), ellipsis=True)
    return left.append(plain(" " * max(2, width - left.cell_length - side.cell_length))).append(side)


def draw_entry(entry: Entry, width: int) -> Content:
    """A workbook: its name, then how it stands and since when."""
    day = entry.moment.date()
    said = f"{STATE_WORDS[entry.state]}  {short(day)}"
    if width < 70:
        said = f"{STATE_WORDS[entry.state]}  {day:%d.%m.%y}"
    return spread(plain(entry.title), said, width)


def draw_coming(item: Coming, width: int, today: date) -> Content:
    """A date: what for, which workbook, when, and how it stands where it is no longer open."""
    year = "" if item.day.year == today.year else f" {item.day.year}"
    day = f"{item.day.day} {MONTHS[item.day.month - 1][:3]}{year}"
    when = f"{day}, {STAGES.get(item.kept.stage) or distance(item.day, today)}"
    text, title = plain(item.text), plain(item.entry.title, "$text-muted")
    room = width - len(when) - 4
    if text.cell_length + title.cell_length > room:
        text = text.truncate(max(8, room - min(title.cell_length, room // 3)), ellipsis=True)
    return spread(text.append(plain("  ")).append(title), when, width)


def pinned_words(entries: Sequence[Entry], today: date) -> str:
    """Return the kind words pinned to Home: of several, another one each day; nothing where none are."""
    pinned = [entry.pinned for entry in entries if entry.pinned]
    return pinned[today.toordinal() % len(pinned)] if pinned else ""
