"""A number from 0 to 10, or none."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, cast

from rich.cells import cell_len
from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message

from workbook.flow.fitting import fit
from workbook.flow.lookup import value
from workbook.ui.fields.base import FieldWidget
from workbook.ui.widgets.drawing import Piece, cells, padded, words, wrapped
from workbook.ui.widgets.items import DIGITS, Items

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from workbook.flow.state import State
    from workbook.guide.model import Place, Scale
    from workbook.ui.widgets.drawing import Line

HIGHEST = 10
MIDDLE = 5
"""Where the arrow keys begin when nothing is chosen: nearest to every answer, and no answer itself."""

NOWHERE = -1
"""Where the cursor is when nothing is chosen."""

TOGETHER = 1.0
"""A 1 and a 0 typed within this many seconds are a ten."""


class ScaleLine(Items):
    """The numbers in a row, with what the ends mean below them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,backspace,x", "clear", "Clear", show=False, id="scale.clear"),
        Binding("enter", "done", "Next field", show=False, id="scale.done"),
    ]

    @dataclass
    class Changed(Message):
        """Another number was chosen, or none."""

        line: ScaleLine
        number: int | None

    @dataclass
    class Done(Message):
        """Enter was pressed."""

        line: ScaleLine

    def __init__(self, low: str, high: str) -> None:
        super().__init__()
        self.low = words(low)
        self.high = words(high)
        self.number: int | None = None
        self.earlier: int | None = None
        self.cursor = NOWHERE
        self.clock = monotonic
        self._one_typed = -TOGETHER

    @property
    def count(self) -> int:
        """The numbers 0 to 10."""
        return HIGHEST + 1

    def show(self, number: int | None, earlier: int | None) -> None:
        """Show this number, and beside it what was chosen before."""
        if (number, earlier) != (self.number, self.earlier):
            self.number, self.earlier = number, earlier
            self.cursor = NOWHERE if number is None else number
            self.redraw()

    # ------------------------------------------------------------------------------------------------ drawing

    def draw(self, width: int) -> list[Line]:
        """The numbers, a quiet dash while there is none, then the ends."""
        numbers = [Piece("  ", "mark"), *(self._number(n) for n in range(self.count))]
        row = cells(numbers)
        aside = Piece("" if self.number is not None else "  –", "quiet")
        lines: list[Line] = [(*numbers, aside)]
        earlier = "" if self.earlier is None else f"Earlier: {self.earlier}"
        if earlier and row + 6 + len(earlier) <= width:
            lines = [(*numbers, Piece(padded(aside.text, 6), "quiet"), Piece(earlier, "quiet"))]
            earlier = ""
        lines.extend(self._ends(row - 1, width))
        if earlier:
            lines.append((Piece(f"   {earlier}", "quiet"),))
        return lines

    def _number(self, number: int) -> Piece:
        if number == self.number:
            return Piece(f"[{number}]", "picked", number)
        return Piece(f" {number} ", "", number)

    def _ends(self, row: int, width: int) -> list[Line]:
        low = f"   0 {self.low}" if self.low else ""
        high = f"10 {self.high}" if self.high else ""
        if low and high and cell_len(low) + 3 + cell_len(high) <= row:
            return [(Piece(padded(low, row - cell_len(high)), "quiet"), Piece(high, "quiet"))]
        ends = [end for end in (low.strip(), high) if end]
        return [(Piece(f"   {line}", "quiet"),) for end in ends for line in wrapped(end, width - 3)]

    # --------------------------------------------------------------------------------------------- keys, mouse

    def choose(self, number: int | None) -> None:
        """Choose a number, or none, and say so."""
        if number != self.number:
            self.show(number, self.earlier)
            self.post_message(self.Changed(self, number))

    def target(self, direction: str) -> int | None:
        """Left and right change the number, home and end go to the ends."""
        match direction:
            case "left" | "right":
                step = 1 if direction == "right" else -1
                self.choose(MIDDLE if self.number is None else max(0, min(self.number + step, HIGHEST)))
            case "home":
                self.choose(0)
            case "end":
                self.choose(HIGHEST)
        return None

    def pressed(self, item: int, part: int | None) -> None:
        """Choose the number under the mouse."""
        self.choose(item)

    def typed(self, character: str) -> bool:
        """Choose by digit; a 0 soon after a 1 makes it ten."""
        if character not in DIGITS:
            return False
        now = self.clock()
        ten = character == "0" and now - self._one_typed < TOGETHER and self.number == 1
        self._one_typed = now if character == "1" else now - TOGETHER
        self.choose(HIGHEST if ten else int(character))
        return True

    def action_clear(self) -> None:
        """Choose nothing."""
        self.choose(None)

    def action_done(self) -> None:
        """Go on."""
        self.post_message(self.Done(self))


class ScaleField(FieldWidget):
    """A scale, which says quietly what was chosen when the same was asked before."""

    def __init__(self, place: Place, state: State) -> None:
        super().__init__(place, state)
        self.field = cast("Scale", place.field)
        self.line = ScaleLine(self.field.low, self.field.high)

    def compose_control(self) -> ComposeResult:
        """The numbers."""
        self._show_number()
        yield self.line

    def show(self, state: State) -> None:
        """Follow what was chosen before."""
        super().show(state)
        self._show_number()

    def first_focus(self) -> Widget | None:
        """The numbers."""
        return self.line

    def _show_number(self) -> None:
        number = fit(self.field, self.answer)
        earlier = value(self.state, self.field.compare_with) if self.field.compare_with else None
        whole = isinstance(earlier, int) and not isinstance(earlier, bool)
        self.line.show(self.field.default if number is None else number, earlier if whole else None)

    @on(ScaleLine.Changed)
    def number_changed(self, event: ScaleLine.Changed) -> None:
        """Send the number up."""
        event.stop()
        self.change(event.number)
        self._show_number()

    @on(ScaleLine.Done)
    def line_done(self, event: ScaleLine.Done) -> None:
        """Go on to the next field."""
        event.stop()
        self.post_message(self.Done(self))
