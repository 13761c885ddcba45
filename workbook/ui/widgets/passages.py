"""What a document to read is made of: passages of text and rows of tables, and how each falls into lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from workbook.ui.widgets.wrapping import NARROWEST, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.content import Content

    from workbook.flow.folding import Span

GAP = 2
"""Cells between the columns of a table."""

SLIMMEST = 14
"""A column that has to wrap is not made slimmer than this."""

TALLEST = 8
"""How many lines a cell may take before the table is better read as rows of `label: words`."""


class Piece(NamedTuple):
    """A stretch of a passage's text on one line of the screen."""

    x: int
    """How many cells stand before it."""
    start: int
    end: int


@dataclass(frozen=True)
class Block:
    """A passage: a heading, a question, someone's words, or a row of a table."""

    content: Content
    """All of its words. Places in it are counted in these, however they fall into lines."""
    indent: int = 0
    anchor: str = ""
    """Name to jump to; empty for most."""
    after: int = 0
    """Blank lines that follow."""
    ref: str = ""
    """The answer that these words belong to: they are copied together."""
    row: TableRow | None = None

    @property
    def text(self) -> str:
        """Its words alone."""
        return self.content.plain

    @property
    def name(self) -> str:
        """What it can be found again by when the document has changed; empty for most."""
        return self.anchor or self.ref

    @property
    def sought(self) -> tuple[Span, ...]:
        """The stretches of its text in which words are found: of a table the cells, not what heads them."""
        return self.row.cells if self.row else ((0, len(self.text)),)

    def lines(self, width: int) -> Iterator[tuple[Piece, ...]]:
        """Return its lines, from the left edge of what is read, with the blank ones that follow."""
        room = max(NARROWEST, width - self.indent)
        after = self.after
        widths = self.row.table.widths(room) if self.row else None
        if self.row and widths:
            yield from _beside(self.text, self.row.cells, widths, self.indent)
            if not self.row.is_last:
                after -= self.row.table.closed_up(room)
        elif not (self.row and self.row.is_head):
            for start, end in wrap(self.text, room):
                yield (Piece(self.indent, start, end),)
        else:
            return
        for _ in range(after):
            yield ()


def _beside(text: str, cells: Sequence[Span], widths: Sequence[int], x: int) -> Iterator[tuple[Piece, ...]]:
    """The lines of a table's row, its cells side by side."""
    columns = []
    for (start, end), width in zip(cells, widths, strict=True):
        columns.append([Piece(x, start + a, start + b) for a, b in wrap(text[start:end], width)])
        x += width + GAP
    for number in range(max(map(len, columns))):
        here = (column[number] for column in columns if number < len(column))
        yield tuple(piece for piece in here if piece.start < piece.end)


@dataclass
class Table:
    """What the rows of one table share: how wide each column is in a window of a given width."""

    texts: list[list[str]] = field(default_factory=list)
    """The cells of each row, the head's among them."""
    _known: dict[int, tuple[tuple[int, ...], bool]] = field(default_factory=dict)

    def widths(self, room: int) -> tuple[int, ...]:
        """Return the width of each column; nothing where the table is better read as rows of `label: words`."""
        return self._at(room)[0]

    def closed_up(self, room: int) -> int:
        """How many blank lines fewer stand between the rows: one where each is a single line."""
        return int(self._at(room)[1])

    def _at(self, room: int) -> tuple[tuple[int, ...], bool]:
        if room not in self._known:
            self._known[room] = self._fit(room)
        return self._known[room]

    def _fit(self, room: int) -> tuple[tuple[int, ...], bool]:
        columns = list(zip(*self.texts, strict=True))
        wanted = [max(max(map(cell_len, text.split("\n"))) for text in column) for column in columns]
        widths = shared_out(wanted, room - GAP * (len(columns) - 1))
        words = [max((cell_len(word) for text in column for word in text.split()), default=0) for column in columns]
        least = [min(most, max(need, SLIMMEST)) for need, most in zip(words, wanted, strict=True)]
        if any(width < need for width, need in zip(widths, least, strict=True)):
            return (), False
        tallest = max(len(wrap(text, width)) for column, width in zip(columns, widths, strict=True) for text in column)
        return (tuple(widths), tallest == 1) if tallest <= TALLEST else ((), False)


def shared_out(wanted: Sequence[int], room: int) -> list[int]:
    """Share a width out among columns: each as wide as it wants, or those that want most as wide as one another."""
    widths = [0] * len(wanted)
    left = sorted(range(len(wanted)), key=lambda index: wanted[index])
    for number, index in enumerate(left):
        widths[index] = max(0, min(wanted[index], room // (len(wanted) - number)))
        room -= widths[index]
    return widths


class TableRow(NamedTuple):
    """A row of a table: where its cells stand in the text of its passage."""

    table: Table
    cells: tuple[Span, ...]
    is_head: bool = False
    """Names the columns; left out where each row names them itself."""
    is_last: bool = False
