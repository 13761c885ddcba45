"""The rows of a table at a glance, drawn by one widget: in columns where they fit, else a few lines a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.message import Message

from workbook.ui.widgets.drawing import CURSOR, Piece, padded, words, wrapped
from workbook.ui.widgets.items import Items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.segment import Segment
    from textual.widget import Widget

    from workbook.ui.widgets.drawing import Line

Action = Literal["edit", "add", "remove", "bring_back", "up", "down"]
"""What can be done with the row at the cursor, or with the rows."""

GAP = 2
LEAST = 20
"""No column is narrower than this, unless what it holds is."""

TALLEST = 3
"""A cell shows this many lines here; all of it stands in the editor below."""

BLANK = "–"


@dataclass(frozen=True)
class Heading:
    """A column as it is shown."""

    label: str
    width: int
    """How wide it would like to be."""


class Asked(Message):
    """Something is to be done with the row at the cursor."""

    def __init__(self, sender: Widget, action: Action) -> None:
        super().__init__()
        self.sender = sender
        self.action = action


class TableList(Items):
    """Rows with a cursor. The row at the cursor is the one that the editor below shows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "ask('edit')", "Write in this row", show=False, id="table.edit"),
        Binding("a,insert", "ask('add')", "Add a row", show=False, id="table.add"),
        Binding("delete,backspace", "ask('remove')", "Remove this row", show=False, id="table.remove"),
        Binding("u", "ask('bring_back')", "Bring back", show=False, id="table.bring_back"),
        Binding("alt+up,K", "ask('up')", "Move this row up", show=False, id="table.move_up"),
        Binding("alt+down,J", "ask('down')", "Move this row down", show=False, id="table.move_down"),
    ]

    @dataclass
    class Moved(Message):
        """The cursor went to another row."""

        table_list: TableList
        row: int

    def __init__(self) -> None:
        super().__init__()
        self.headings: tuple[Heading, ...] = ()
        self.rows: tuple[tuple[str, ...], ...] = ()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def show(self, headings: Sequence[Heading], rows: Sequence[Sequence[str]], current: int) -> None:
        """Show these rows, cell by cell in the order of the headings, with the cursor on one of them."""
        clean = tuple(tuple(words(cell) for cell in row) for row in rows)
        if (tuple(headings), clean, current) != (self.headings, self.rows, self.cursor):
            self.headings, self.rows, self.cursor = tuple(headings), clean, current
            self.redraw()

    # ------------------------------------------------------------------------------------------------ drawing

    def draw(self, width: int) -> list[Line]:
        """Headings and columns where they fit, else each row by itself."""
        if not self.rows:
            return [(Piece("  No rows now.", "quiet"),)]
        widths = self._widths(width - 2)
        if not widths:
            return [line for index in range(self.count) for line in self._stacked(index, width)]
        lines: list[Line] = []
        if len(widths) > 1:
            names = (padded(wrapped(h.label, w, 1)[0], w + GAP) for h, w in zip(self.headings, widths, strict=True))
            lines.append((Piece("  "), *(Piece(name, "quiet") for name in names)))
        for index in range(self.count):
            lines.extend(self._in_columns(index, widths))
        return lines

    def _widths(self, room: int) -> list[int]:
        """How wide each column is; none when they do not fit side by side."""
        holds = [self._longest(column) for column in range(len(self.headings))]
        room -= GAP * (len(holds) - 1)
        wish = [max(heading.width, cell_len(heading.label)) for heading in self.headings]
        need = [min(held, max(LEAST, cell_len(h.label))) for held, h in zip(holds, self.headings, strict=True)]
        if sum(need) > room:
            return []
        widths = [min(held, want) for held, want in zip(holds, wish, strict=True)]
        while sum(widths) > room:
            widest = max((w for w, least in zip(widths, need, strict=True) if w > least))
            widths[widths.index(widest)] -= 1
        while sum(widths) < room and widths != holds:
            widths[min((w, at) for at, w in enumerate(widths) if w < holds[at])[1]] += 1
        return widths

    def _longest(self, column: int) -> int:
        label = cell_len(self.headings[column].label)
        return max(label, *(cell_len(row[column]) for row in self.rows))

    def _in_columns(self, index: int, widths: Sequence[int]) -> list[Line]:
        cells = [wrapped(cell, width, TALLEST) for cell, width in zip(self.rows[index], widths, strict=True)]
        if not any(self.rows[index]):
            cells[0] = [BLANK]
        lines: list[Line] = []
        for y in range(max(len(cell) for cell in cells)):
            texts = (
                padded(cell[y] if y < len(cell) else "", width + GAP) for cell, width in zip(cells, widths, strict=True)
            )
            lines.append((Piece("  ", "" if y else "mark", index), *(Piece(text, "", index) for text in texts)))
        return lines

    def _stacked(self, index: int, width: int) -> list[Line]:
        """The first cell by itself, the others after their label; blank ones are left out."""
        row = self.rows[index]
        texts: list[str] = []
        for heading, cell in zip(self.headings, row, strict=True):
            if cell:
                bare = heading is self.headings[0]
                texts.extend(wrapped(cell if bare else f"{heading.label}: {cell}", width - 4, TALLEST - 1))
        lines: list[Line] = []
        for y, text in enumerate(texts or [BLANK]):
            start = (Piece("    ", "", index),) if y else (Piece("  ", "mark", index),)
            role = "quiet" if y else ""
            lines.append((*start, Piece(text, role, index)))
        return lines

    def _segment(self, piece: Piece) -> Segment:
        """Draw the mark also without the focus: it says which row the editor shows."""
        if piece.role == "mark" and piece.item == self.cursor:
            piece = piece._replace(text=CURSOR + piece.text[1:])
        return super()._segment(piece)

    # --------------------------------------------------------------------------------------------- keys, mouse

    def target(self, direction: str) -> int | None:
        """Up and down go from row to row."""
        match direction:
            case "up" | "down":
                return self.cursor + (1 if direction == "down" else -1)
            case "left" | "right":
                return None
        return super().target(direction)

    def moved(self) -> None:
        """Let the editor follow."""
        self.post_message(self.Moved(self, self.cursor))

    def action_ask(self, action: Action) -> None:
        """Ask for something to be done with the row at the cursor."""
        self.post_message(Asked(self, action))
