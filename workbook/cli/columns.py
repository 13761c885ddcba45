"""Text in aligned columns, whatever script it is in."""

from __future__ import annotations

import re
import sys
import unicodedata
from typing import TYPE_CHECKING

from workbook.cli.output import is_terminal
from workbook.flow.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GAP = "  "
NARROWEST = 12
"""Cells that a column which gives way keeps all the same."""

_NOT_SIMPLE = re.compile("[^\x00-\u02ff]").search
"""Finds what may take no cell, or two, or run right to left. Said the other way round, it takes 5 ms to compile."""
_NO_CELL = {"Mn", "Me", "Cf"}
_EMBEDDINGS, _POP = "\u202a\u202b\u202d\u202e", "\u202c"
_ISOLATES, _FIRST_STRONG, _POP_ISOLATE = "\u2066\u2067\u2068", "\u2068", "\u2069"
_TURNING = {"R", "AL", "RLE", "RLO", "LRE", "LRO", "RLI", "LRI", "FSI", "PDF", "PDI"}


def width_of(text: str) -> int:
    """How many cells of a terminal this text takes."""
    if _is_simple(text):
        return len(text)
    return sum(
        0 if unicodedata.category(char) in _NO_CELL else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def _is_simple(text: str) -> bool:
    """Whether every character takes one cell and runs left to right, told quickly: nearly all text does."""
    return _NOT_SIMPLE(text) is None


def fit(text: str, width: int) -> str:
    """The text on exactly so many cells: filled up with spaces, or cut short with an ellipsis."""
    taken = width_of(text)
    if taken <= width:
        return _isolated(text) + " " * (width - taken)
    kept = ""
    room = width - 1
    for char in text:
        room -= width_of(char)
        if room < 0:
            break
        kept += char
    return _isolated(kept) + "…" + " " * (width - 1 - width_of(kept))


def table(rows: Sequence[Sequence[str]], gives_way: int) -> list[str]:
    """Rows as lines. On a terminal, the column of this number is cut so that a line fits."""
    columns = [_on_one_line(column) for column in zip(*rows, strict=True)]
    widths = [max(_widths(column)) for column in columns]
    if is_terminal(sys.stdout):
        import shutil  # brings compression along, which most commands do without

        spare = shutil.get_terminal_size().columns - sum(widths) - len(GAP) * (len(widths) - 1)
        widths[gives_way] = max(min(NARROWEST, widths[gives_way]), widths[gives_way] + min(0, spare))
    made = [_fitted(column, width) for column, width in zip(columns, widths, strict=True)]
    return [GAP.join(row).rstrip() for row in zip(*made, strict=True)]


# A list may be ten thousand lines long. A column is looked at as a whole first, since nearly all text is simple.


def _on_one_line(column: Sequence[str]) -> Sequence[str]:
    every = "".join(column)
    return column if one_line(every) == every else [one_line(text) for text in column]


def _widths(column: Sequence[str]) -> Iterable[int]:
    return map(len if _is_simple("".join(column)) else width_of, column)


def _fitted(column: Sequence[str], width: int) -> list[str]:
    odd = _NOT_SIMPLE if not _is_simple("".join(column)) else _never
    return [text.ljust(width) if len(text) <= width and odd(text) is None else fit(text, width) for text in column]


def _never(text: str) -> None:
    """Find nothing in a column that is known to be simple."""


def _isolated(text: str) -> str:
    """Text whose right-to-left words, or marks that turn the direction, cannot move the columns after them."""
    if _is_simple(text) or not any(unicodedata.bidirectional(char) in _TURNING for char in text):
        return text
    turned = sum((char in _EMBEDDINGS) - (char == _POP) for char in text)
    apart = sum((char in _ISOLATES) - (char == _POP_ISOLATE) for char in text)
    return _FIRST_STRONG + text + _POP * turned + _POP_ISOLATE * (apart + 1)
