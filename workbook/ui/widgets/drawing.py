"""Lines of pieces: what a widget that draws its own items puts on the screen, and where each item stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Region

from workbook.flow.plain import one_line
from workbook.ui.widgets.wrapping import NARROWEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CURSOR = "›"
"""Stands before the item that keys act on, so that it can be found without colour."""

SIGNS = 6
"""Cells before the words of what can be chosen: the cursor's mark and its own sign."""


class Piece(NamedTuple):
    """A stretch of text in one style."""

    text: str
    role: str = ""
    """Name of its style: `chosen`, `picked` (chosen from a row), `quiet`, `heading`; or `mark`, where the cursor's
    mark comes when the cursor is on its item, or on any if it has none."""
    item: int | None = None
    """The item that it belongs to, and that a click on it is meant for."""
    part: int | None = None
    """Which part of the item a click is meant for, where an item has parts."""


Line = tuple[Piece, ...]
"""One line of a drawing, from the left edge."""


class Drawing:
    """The lines of a widget at one width, and the box around each item."""

    def __init__(self, lines: Iterable[Line], width: int) -> None:
        self.lines = tuple(lines)
        self.width = width
        self.boxes: dict[int, Region] = {}
        for y, line in enumerate(self.lines):
            x = 0
            for piece in line:
                cells = cell_len(piece.text)
                if piece.item is not None:
                    box = Region(x, y, cells, 1)
                    known = self.boxes.get(piece.item)
                    self.boxes[piece.item] = box if known is None else known.union(box)
                x += cells

    def at(self, x: int, y: int) -> Piece | None:
        """The piece at this place, if it belongs to an item."""
        if not 0 <= y < len(self.lines):
            return None
        for piece in self.lines[y]:
            x -= cell_len(piece.text)
            if x < 0:
                return piece if piece.item is not None else None
        return None


def words(text: str) -> str:
    """People's words and content on one line, safe to draw."""
    return one_line(text).strip()


def wrapped(text: str, width: int, most: int | None = None) -> list[str]:
    """The text in lines of at most `width` cells; never an empty list. Past `most` lines it ends in an ellipsis."""
    text, width = words(text), max(width, NARROWEST)
    if cell_len(text) <= width:
        return [text]
    lines = [line.plain.rstrip() for line in Content(text).wrap(width)]
    if most is not None and len(lines) > most:
        lines = lines[:most]
        lines[-1] = Content(lines[-1]).truncate(width - 2).plain.rstrip() + " …"
    return lines


def padded(text: str, width: int) -> str:
    """The text with spaces up to `width` cells."""
    return text + " " * max(0, width - cell_len(text))


def cells(pieces: Iterable[Piece]) -> int:
    """How wide these pieces are together."""
    return sum(cell_len(piece.text) for piece in pieces)


def signed(item: int, label: str, width: int, signs: tuple[str, str], *, is_chosen: bool) -> list[Line]:
    """One thing to choose from: the sign for not chosen or for chosen, and its words on as many lines as they take."""
    role = "chosen" if is_chosen else ""
    first, *rest = wrapped(label, width - SIGNS)
    top = Piece("  ", "mark", item), Piece(f"{signs[is_chosen]} ", role, item), Piece(first, role, item)
    return [top, *((Piece(" " * SIGNS, "", item), Piece(line, role, item)) for line in rest)]


def flowed(chunks: Sequence[Line], width: int) -> list[Line]:
    """Chunks set one after the other, as many on a line as fit. No chunk is broken."""
    lines: list[list[Piece]] = []
    room = 0
    for chunk in chunks:
        need = cells(chunk)
        if not lines or need > room:
            lines.append([])
            room = width
        lines[-1].extend(chunk)
        room -= need
    return [tuple(line) for line in lines]
