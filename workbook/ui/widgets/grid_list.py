"""Rows with one choice each, drawn by one widget and walked row by row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.message import Message

from workbook.ui.widgets.drawing import Piece, flowed, padded, words, wrapped
from workbook.ui.widgets.items import DIGITS, Items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.ui.widgets.drawing import Line

BESIDE = 44
"""From this width on a row's choice stands at its right, else below it."""

SPACE = 3
"""At least this much between a row's wording and its choice."""

UNANSWERED = "–"

CHANGE, REMOVE = -2, -3
"""The parts of a row of one's own that are no options."""


@dataclass(frozen=True)
class GridLine:
    """One row as it is shown."""

    label: str
    choice: str
    """The label of what was chosen; empty when nothing was."""
    own: bool = False
    """Whether the person added it."""


class GridList(Items):
    """Rows with their choice at the right. The options of the row at the cursor stand below it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", "Next row", show=False, id="grid.next"),
        Binding("backspace", "pick(-1)", "Clear", show=False, id="grid.clear"),
        Binding("delete", "remove", "Clear, or remove a row of your own", show=False, id="grid.remove"),
        Binding("e", "edit", "Change the words of a row of your own", show=False, id="grid.edit"),
        Binding("u", "bring_back", "Bring back", show=False, id="grid.bring_back"),
    ]

    @dataclass
    class Picked(Message):
        """An option was chosen for a row, by their places; the option is None when the choice was cleared."""

        grid_list: GridList
        row: int
        option: int | None

    @dataclass
    class Editing(Message):
        """The words of a row of the person's own are to be changed."""

        grid_list: GridList
        row: int

    @dataclass
    class Removing(Message):
        """A row of the person's own is to go."""

        grid_list: GridList
        row: int

    @dataclass
    class BringingBack(Message):
        """The row removed last is to come back."""

        grid_list: GridList

    @dataclass
    class Done(Message):
        """Enter on the last row."""

        grid_list: GridList

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[GridLine, ...] = ()
        self.options: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def show(self, rows: Sequence[GridLine], options: Sequence[str]) -> None:
        """Show these rows, with these options to choose from."""
        clean = tuple(GridLine(words(row.label), words(row.choice), row.own) for row in rows)
        if (clean, tuple(options)) != (self.rows, self.options):
            self.rows, self.options = clean, tuple(words(option) for option in options)
            self.redraw()

    # ------------------------------------------------------------------------------------------------ drawing

    def draw(self, width: int) -> list[Line]:
        """Each row, and below the one at the cursor what there is to choose."""
        widest = max((cell_len(name) for name in (*self.options, UNANSWERED)), default=1)
        lines: list[Line] = []
        for index in range(self.count):
            lines.extend(self._row(index, width, min(widest, width // 3)))
            if index == self.cursor:
                lines.extend(self._options(index, width))
        return lines

    def _row(self, index: int, width: int, widest: int) -> list[Line]:
        row = self.rows[index]
        choice = wrapped(row.choice or UNANSWERED, widest, 1)[0]
        role = "chosen" if row.choice else "quiet"
        beside = width >= BESIDE
        room = width - 2 - (widest + SPACE if beside else 0)
        first, *rest = wrapped(row.label, room)
        mark = Piece("  ", "mark", index)
        lines: list[Line] = []
        if beside:
            gap = padded("", width - 2 - cell_len(first) - widest)
            lines.append((mark, Piece(first, "", index), Piece(gap, "", index), Piece(choice, role, index)))
        else:
            lines.append((mark, Piece(first, "", index)))
        lines.extend((Piece("  ", "", index), Piece(line, "", index)) for line in rest)
        if not beside and index != self.cursor:
            lines.append((Piece("    ", "", index), Piece(choice, role, index)))
        return lines

    def _options(self, index: int, width: int) -> list[Line]:
        chosen = self.rows[index].choice
        chunks: list[Line] = []
        for part, name in enumerate(self.options):
            here = bool(chosen) and name == chosen
            text = f"[{part + 1} {name}]" if here else f" {part + 1} {name} "
            chunks.append((Piece(text, "picked" if here else "", index, part), Piece(" ")))
        if chosen and chosen not in self.options:
            chunks.append((Piece(f"[{chosen}] ", "picked", index),))
        if self.rows[index].own:
            chunks.append((Piece(" change words ", "quiet", index, CHANGE), Piece(" ")))
            chunks.append((Piece(" remove ", "quiet", index, REMOVE),))
        indent = Piece("   ", "", index)
        return [(indent, *line) for line in flowed(chunks, width - 3)]

    # --------------------------------------------------------------------------------------------- keys, mouse

    def moved(self) -> None:
        """Open the options of another row."""
        self.redraw()

    def target(self, direction: str) -> int | None:
        """Up and down go from row to row; left and right change the choice of this one."""
        match direction:
            case "up" | "down":
                return self.cursor + (1 if direction == "down" else -1)
            case "left" | "right":
                self._change(1 if direction == "right" else -1)
                return None
        return super().target(direction)

    def _change(self, by: int) -> None:
        if not self.rows or not self.options:
            return
        chosen = self.rows[self.cursor].choice
        last = len(self.options) - 1
        start = self.options.index(chosen) if chosen in self.options else -1 if by > 0 else last + 1
        self.action_pick(max(0, min(start + by, last)))

    def pressed(self, item: int, part: int | None) -> None:
        """Choose the option under the mouse; a click on a row only opens it."""
        if part == CHANGE:
            self.action_edit()
        elif part == REMOVE:
            self.action_remove()
        elif part is not None:
            self.action_pick(part)

    def typed(self, character: str) -> bool:
        """Choose by digit and go on to the next row."""
        if character not in DIGITS[1:] or int(character) > len(self.options) or not self.rows:
            return False
        self.action_pick(int(character) - 1)
        self.move_to(self.cursor + 1)
        return True

    def action_pick(self, part: int) -> None:
        """Choose an option for the row at the cursor; -1 clears it."""
        if self.rows:
            here = self.cursor
            chosen = replace(self.rows[here], choice="" if part < 0 else self.options[part])
            self.rows = (*self.rows[:here], chosen, *self.rows[here + 1 :])
            self.redraw()
            self.post_message(self.Picked(self, here, None if part < 0 else part))

    def action_edit(self) -> None:
        """Change the words of a row of one's own."""
        if self.rows and self.rows[self.cursor].own:
            self.post_message(self.Editing(self, self.cursor))

    def action_remove(self) -> None:
        """Remove a row of one's own; clear any other."""
        if self.rows and self.rows[self.cursor].own:
            self.post_message(self.Removing(self, self.cursor))
        else:
            self.action_pick(-1)

    def action_bring_back(self) -> None:
        """Bring back the row removed last."""
        self.post_message(self.BringingBack(self))

    def action_done(self) -> None:
        """Go on to the next row, and from the last one to the next field."""
        if self.cursor < self.count - 1:
            self.move_to(self.cursor + 1)
        else:
            self.post_message(self.Done(self))
