"""How a document falls into the lines of a window: which line holds a place in it, and which place a line begins at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from workbook.ui.widgets.units import Spot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.ui.widgets.passages import Block, Piece

MARGIN = 2
"""Cells before every line, in which its marks stand: what is meant must be seen without colour."""


class Line(NamedTuple):
    """A line of the document as it falls in this window."""

    block: int
    pieces: tuple[Piece, ...]


class Fallen:
    """A document wrapped to one width."""

    def __init__(self, blocks: Sequence[Block] = (), width: int = 0) -> None:
        self._blocks = blocks
        self._firsts: list[int] = []
        self.lines: list[Line] = []
        for number, block in enumerate(blocks):
            self._firsts.append(len(self.lines))
            self.lines.extend(Line(number, pieces) for pieces in block.lines(width))

    def __len__(self) -> int:
        return len(self.lines)

    def first_of(self, block: int) -> int:
        """The first line of a passage."""
        return self._firsts[block]

    def line_of(self, spot: Spot) -> int:
        """The line on which a place stands."""
        first = self._firsts[spot.block]
        last = first
        for index in range(first, len(self.lines)):
            line = self.lines[index]
            if line.block != spot.block or not any(piece.start <= spot.at for piece in line.pieces):
                break
            last = index
            if any(piece.start <= spot.at < piece.end for piece in line.pieces):
                break
        return min(last, max(0, len(self.lines) - 1))

    def spot_of(self, index: int) -> Spot:
        """The place at which a line begins; of one before or after all of them, the nearest."""
        line = self.lines[max(0, min(index, len(self.lines) - 1))]
        return Spot(line.block, line.pieces[0].start if line.pieces else 0)

    def places_on(self, index: int) -> list[tuple[int, int, int]]:
        """Whose the characters of a drawn line are: where they begin in it, and from where to where in the text."""
        found, at, cells = [], 0, 0
        whole = self._blocks[self.lines[index].block].text
        for piece in self.lines[index].pieces:
            gap = piece.x + MARGIN - cells
            at, cells = at + gap, cells + gap
            found.append((at, piece.start, piece.end))
            at += piece.end - piece.start
            cells += cell_len(whole[piece.start : piece.end])
        return found
