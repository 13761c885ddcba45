"""Workbooks as rows for a spreadsheet, none of whose cells it can take for a formula.

There is a row for each thing that can be read by itself: an answer, a tick of a checklist, a cell of a table, a line of
a grid, half of a plan or letter, a note. RFC 4180: commas, quotes around every cell, CRLF at the end of a row.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from workbook.flow.document import ADDED_LATER
from workbook.flow.plain import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbook.export.outgoing import Written
    from workbook.flow.entries import DocEntry

HEAD = (
    *("workbook", "title", "completed", "part", "page"),
    *("question", "row", "item", "answer", "ref", "changed"),
)
"""`row` numbers the rows of a table; `item` is its column, the line of a grid, or which half of a plan or letter."""

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads UTF-8 as something else. It begins a file, not what is handed to another program."""

_FORMULA = re.compile(
    "[\\s\"'\u2018\u2019\u201c\u201d`\u00ad\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\u2800\u3164\ufeff]*"
    "[=+\\-@|%\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20]"
    "|'*[\t\n]"
)


def safe(text: str) -> str:
    """Text for a cell: an apostrophe stands before what a spreadsheet could take for a formula.

    That is what begins, after any space and quotes, with `=`, `+`, `-`, `@`, `|` or `%`, also written wide, or with a
    tab or an empty line; a negative number too. Taking one apostrophe from the front of every such cell gives back
    exactly what was written.
    """
    text = clean(text)
    return f"'{text}" if _FORMULA.match(text) else text


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """Rows as text."""
    made = io.StringIO()
    writer = csv.writer(made, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return made.getvalue()


def marked(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces of a file, which begins with the mark by which a spreadsheet knows its encoding."""
    mark = BYTE_ORDER_MARK
    for piece in pieces:
        yield mark + piece
        mark = ""


def rows(one: Written) -> Iterator[tuple[str, ...]]:
    """Every row of a workbook, in the order of the pages, notes last."""
    completed = one.completed.isoformat() if one.completed else ""
    about = (one.id, one.facts.title, completed)
    for part in one.document.parts:
        for page in part.pages:
            for entry in page.entries:
                changed = one.changed[entry.ref].isoformat() if entry.ref in one.changed else ""
                for row, item, answer in _pieces(entry):
                    yield (*about, part.title, page.title, entry.label, row, item, answer, entry.ref, changed)
    for note in one.document.notes:
        yield (*about, ADDED_LATER, "", "", "", "", note.text, "", note.at.isoformat())


def _pieces(entry: DocEntry) -> Iterator[tuple[str, str, str]]:
    """Number of the row, what the piece is, and what it says. Blank cells are left out, like blank answers."""
    if entry.rows:
        for number, cells in enumerate(entry.rows, 1):
            yield from (
                (str(number), label, cell) for label, cell in zip(entry.columns, cells, strict=True) if cell.strip()
            )
    elif entry.items:
        yield from (("", "", each) for each in entry.items)
    elif entry.pairs:
        yield from (("", name, text) for name, text in entry.pairs)
    else:
        yield "", "", entry.text
