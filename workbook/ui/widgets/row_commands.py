"""What can be done with the rows of a table, for the mouse: one line, one stop for the tab key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from workbook.ui.widgets.drawing import Piece, flowed
from workbook.ui.widgets.items import Items
from workbook.ui.widgets.table_list import Asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.ui.widgets.drawing import Line
    from workbook.ui.widgets.table_list import Action

NAMES: dict[Action, str] = {"add": "+ Add a row", "remove": "- Remove", "up": "↑ Move up", "down": "↓ Move down"}
"""Each with a sign of what it does. In brackets they would look like something to tick."""


class RowCommands(Items):
    """Quiet buttons side by side. It keeps its line when there is nothing to do, so that nothing below it jumps."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "press", "Do this", show=False, id="commands.press"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.actions: tuple[Action, ...] = ()

    @property
    def count(self) -> int:
        """How many buttons there are."""
        return len(self.actions)

    def allow_focus(self) -> bool:
        """Be a stop for the tab key only while there is something to do."""
        return bool(self.actions)

    def show(self, actions: Sequence[Action]) -> None:
        """Offer these."""
        if tuple(actions) != self.actions:
            self.actions = tuple(actions)
            self.redraw()

    def draw(self, width: int) -> list[Line]:
        """The buttons side by side."""
        chunks: list[Line] = [
            (Piece("  ", "mark", item), Piece(f"{NAMES[action]}  ", "quiet", item))
            for item, action in enumerate(self.actions)
        ]
        return flowed(chunks, width) or [()]

    def pressed(self, item: int, part: int | None) -> None:
        """Do what the button under the mouse says."""
        self.post_message(Asked(self, self.actions[item]))

    def action_press(self) -> None:
        """Do what the button at the cursor says."""
        if self.actions:
            self.post_message(Asked(self, self.actions[self.cursor]))
