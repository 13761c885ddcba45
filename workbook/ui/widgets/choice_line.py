"""A choice in one line, for the cell of a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.message import Message

from workbook.ui.widgets.drawing import Piece, flowed, words, wrapped
from workbook.ui.widgets.options import HOW, NOT_YET, Options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.ui.widgets.drawing import Line

ROOM = 7
"""The cursor's mark before an option, its own sign, and the gap after it."""


class ChoiceLine(Options):
    """Options side by side. Space chooses and takes back, digits choose by place, backspace clears, Enter goes on.

    What there is to say of choosing stands below them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pick", "Choose, or take back", show=False, id="choice_line.pick"),
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

    def __init__(self, options: Sequence[str], *, always_one: bool = False, classes: str | None = None) -> None:
        """Offer these; with `always_one`, what is chosen stands until another is."""
        super().__init__(classes=classes)
        self._offered = tuple(options)
        self._always_one = always_one
        self._hint = ""
        self.options = self._offered
        self.value = ""

    @property
    def count(self) -> int:
        """How many options there are."""
        return len(self.options)

    @property
    def is_open(self) -> bool:
        """Whether nothing is chosen yet."""
        return not self.value

    def show(self, value: str) -> None:
        """Show this as chosen. A value that is no option stands beside them while it is chosen."""
        self.value = value
        self.options = self._offered if not value or value in self._offered else (*self._offered, value)
        self.cursor = self.options.index(value) if value else 0
        self._hint = ""
        self.redraw()

    def draw(self, width: int) -> list[Line]:
        """As many options on a line as fit, and below them what there is to say."""
        hint = wrapped(self._hint, width - 2) if self._hint else []
        return [*flowed(self._chunks(width), width - 2), *((Piece("  "), Piece(line, "quiet")) for line in hint)]

    def _chunks(self, width: int) -> list[Line]:
        chunks: list[Line] = []
        for item, option in enumerate(self.options):
            chosen = option == self.value
            role = "chosen" if chosen else ""
            label = wrapped(words(option), width - ROOM, 1)[0]
            gap = " " if cell_len(label) + ROOM <= width - 2 else ""
            sign = Piece("(•) " if chosen else "( ) ", role, item)
            chunks.append((Piece("  ", "mark", item), sign, Piece(label, role, item), Piece(gap)))
        return chunks

    def _say(self, text: str) -> None:
        if text != self._hint:
            self._hint = text
            self.redraw()

    # --------------------------------------------------------------------------------------------- keys, mouse

    def choose(self, value: str) -> None:
        """Choose a value and say so. The cursor stays where nothing is chosen any more."""
        if value != self.value and (value or not self._always_one):
            here = self.cursor
            self.show(value)
            if not value:
                self.cursor = min(here, self.count - 1)
            self.post_message(self.Changed(self, value))
        else:
            self._say("")

    def pick(self, item: int) -> None:
        """Choose an option."""
        if 0 <= item < self.count:
            self.choose(self.options[item])

    def action_go(self, direction: str) -> None:
        """Move the cursor. Up and down are left to what is around, where there is no option above or below."""
        if direction in {"up", "down"} and self.target(direction) is None:
            raise SkipAction
        super().action_go(direction)

    def wrote(self, text: str) -> None:
        """Say how to choose."""
        self._say(HOW)

    def passed_over(self) -> None:
        """Say that moving was not choosing."""
        self._say(NOT_YET)

    def action_pick(self) -> None:
        """Choose the option at the cursor; where it is chosen already, none."""
        here = self.options[self.cursor]
        self._was_moved = False
        self.choose("" if here == self.value else here)

    def action_clear(self) -> None:
        """Choose nothing."""
        self._was_moved = False
        self.choose("")

    def action_done(self) -> None:
        """Go on."""
        self.leaving()
        self.post_message(self.Done(self))
