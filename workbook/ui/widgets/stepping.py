"""Going through a screen with the arrows: from one row of things to the next, and along a row of buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Button

if TYPE_CHECKING:
    from textual.widget import Widget


class Stepping(Vertical):
    """What is below each other in here can be reached with up and down, buttons in a row with left and right.

    A list, or a line to type in, keeps the arrows it uses itself.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Above", show=False, id="step.up"),
        Binding("down", "step(1)", "Below", show=False, id="step.down"),
        Binding("left", "along(-1)", "Button before", show=False, id="step.left"),
        Binding("right", "along(1)", "Next button", show=False, id="step.right"),
    ]

    def _rows(self) -> list[list[Widget]]:
        """What can take the focus, buttons beside each other in one row."""
        rows: list[list[Widget]] = []
        for widget in self.screen.focus_chain:
            if self not in widget.ancestors:
                continue
            if rows and isinstance(widget, Button) and rows[-1][0].parent is widget.parent:
                rows[-1].append(widget)
            else:
                rows.append([widget])
        return rows

    def _here(self, rows: list[list[Widget]]) -> int:
        """Which row has the focus."""
        for number, row in enumerate(rows):
            if self.screen.focused in row:
                return number
        raise SkipAction

    def action_step(self, by: int) -> None:
        """Go to the row below or above; at either end the window scrolls, as far as there is more to see."""
        rows = self._rows()
        there = self._here(rows) + by
        if not 0 <= there < len(rows):
            raise SkipAction
        rows[there][0].focus()

    def action_along(self, by: int) -> None:
        """Go to the next button of the row, or the one before."""
        rows = self._rows()
        row = rows[self._here(rows)]
        there = next(number for number, widget in enumerate(row) if widget is self.screen.focused) + by
        if not 0 <= there < len(row):
            raise SkipAction
        row[there].focus()
