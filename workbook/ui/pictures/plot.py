"""Marks and bars, laid out by plotext.

Plotext is given places and numbers only, never a word: what people and guides wrote may be wider than it has
characters, and could hold what plotext takes for colours. Each label goes in as one character of a range that nobody
writes in, and its words are set in its place afterwards. The drawing has no colours, so that it is readable in any.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual_plotext import Plot

from workbook.ui.pictures.page import fitted

if TYPE_CHECKING:
    from collections.abc import Sequence

FRAME = 2
"""Lines, and columns, that the frame takes."""
BAR = "▆"
"""Does not quite reach the bar above it."""
_LABEL = 0xE000
_NO_COLOUR = "\x1b[0m"


@dataclass(frozen=True)
class Mark:
    """A mark at a place; rows count from the top."""

    row: int
    x: float
    sign: str


def scatter(
    rows: Sequence[str], marks: Sequence[Mark], *, xs: tuple[float, float], ticks: Sequence[float], width: int, gap: int
) -> list[str]:
    """Marks in rows with their labels, and ticks below.

    The marks have `width` columns, and `gap` lines stay empty between two rows.
    """
    plot = _canvas(len(rows), width, gap, lines_below=1)
    for sign in dict.fromkeys(mark.sign for mark in marks):
        found = [mark for mark in marks if mark.sign == sign]
        plot.scatter([mark.x for mark in found], [-mark.row for mark in found], marker=sign)
    plot.xlim(*xs)
    plot.xticks(list(ticks), [""] * len(ticks))
    return _labelled(plot, rows)[:-1]


def bars(rows: Sequence[str], lengths: Sequence[int], *, longest: int, width: int, gap: int) -> list[str]:
    """A bar in each row. One of `longest` would be `width` columns wide."""
    plot = _canvas(len(rows), width, gap, lines_below=0)
    plot.bar([-row for row in range(len(rows))], list(lengths), orientation="horizontal", width=0.2, marker=BAR)
    plot.xlim(0, longest)
    plot.xticks([])
    return _labelled(plot, rows)


def _canvas(rows: int, width: int, gap: int, *, lines_below: int) -> Plot:
    """An empty drawing."""
    plot = Plot()
    size = 1 + FRAME + width, FRAME + rows + gap * (rows - 1) + lines_below
    plot.plotsize(*size)
    plot._set_size(*size)  # plotsize alone is bounded by the terminal plotext believes it is in
    plot.theme("clear")
    plot.ylim(-(rows - 1) if rows > 1 else -0.5, 0)
    return plot


def _labelled(plot: Plot, rows: Sequence[str]) -> list[str]:
    """The lines of a finished drawing with the words of the labels before them."""
    room = max(map(cell_len, rows), default=0)
    plot.yticks([-row for row in range(len(rows))], [chr(_LABEL + row) for row in range(len(rows))])
    lines = []
    for line in plot.build().replace(_NO_COLOUR, "").splitlines():
        row = ord(line[0]) - _LABEL if line else -1
        label = rows[row] if 0 <= row < len(rows) else ""
        lines.append(f"{fitted(label, room)} {line[1:]}")
    return lines
