"""A choice in one line, for the cell of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.message import Message

from workbook.ui.widgets.drawing import Piece, flowed, words, wrapped
from workbook.ui.widgets.items import DIGITS, Items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.ui.widgets.drawing import Line

NOTHING = -1
"""Where the cursor is while nothing is chosen."""

ROOM = 7
"""The mark, the gap after it and the gap to the next option."""


class ChoiceLine(Items):
    """Options side by side. Arrows and digits choose at once, backspace clears, Enter goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,backspace", "clear", "Clear", show=False, id="choice_line.clear"),
        Binding("enter", "done", "Next cell", show=False, id="choice_line.done"),
    ]

    @dataclass
    class Changed(Message):
        """Another option was chosen; an empty value is none."""

        choice_line: ChoiceLine
        value: str

        @property
        def control(self) -> ChoiceLine:
            """The widget, for `@on` selectors."""
            return self.choice_line

    @dataclass
    class Done(Message):
        """Enter was pressed."""

        choice_line: ChoiceLine

    def __init__(self, options: Sequence[str], *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._offered = tuple(options)
        self.options = self._offered
        self.value = ""
        self.cursor = NOTHING

    @property
    def count(self) -> int:
        """How many options there are."""
        return len(self.options)

    def show(self, value: str) -> None:
        """Show this as chosen. A value that is no option stands beside them while it is chosen."""
        self.value = value
        self.options = self._offered if not value or value in self._offered else (*self._offered, value)
        self.cursor = self.options.index(value) if value else NOTHING
        self.redraw()

    def draw(self, width: int) -> list[Line]:
        """As many options on a line as fit."""
        lines = flowed(self._chunks(width), width - 2)
        return [(Piece("  ", "" if y else "mark"), *line) for y, line in enumerate(lines)]

    def _chunks(self, width: int) -> list[Line]:
        chunks: list[Line] = []
        for item, option in enumerate(self.options):
            chosen = option == self.value
            role = "chosen" if chosen else ""
            label = wrapped(words(option), width - ROOM, 1)[0]
            gap = "   " if cell_len(label) + ROOM <= width - 2 else ""
            chunks.append((Piece("(•) " if chosen else "( ) ", role, item), Piece(label, role, item), Piece(gap)))
        return chunks

    # --------------------------------------------------------------------------------------------- keys, mouse

    def choose(self, value: str) -> None:
        """Choose a value and say so."""
        if value != self.value:
            self.show(value)
            self.post_message(self.Changed(self, value))

    def target(self, direction: str) -> int | None:
        """Arrows choose: from nothing, right takes the first option and left the last."""
        if direction in {"left", "right"}:
            start = self.count if direction == "left" and self.cursor == NOTHING else self.cursor
            item = max(0, min(start + (1 if direction == "right" else -1), self.count - 1))
        else:
            found = super().target(direction)
            item = self.cursor if found is None else found
        if 0 <= item < self.count:
            self.choose(self.options[item])
        return None

    def pressed(self, item: int, part: int | None) -> None:
        """Choose the option under the mouse."""
        self.choose(self.options[item])

    def typed(self, character: str) -> bool:
        """Choose by place."""
        if character not in DIGITS[1:] or int(character) > self.count:
            return False
        self.choose(self.options[int(character) - 1])
        return True

    def action_clear(self) -> None:
        """Choose nothing."""
        self.choose("")

    def action_done(self) -> None:
        """Go on."""
        self.post_message(self.Done(self))
