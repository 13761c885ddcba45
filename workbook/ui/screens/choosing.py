"""What screens share that give back the item somebody picks from their list."""

from __future__ import annotations

from typing import Generic

from textual import on
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Button

from workbook.ui.widgets.row_list import RowList


class ChoosingScreen(ModalScreen[ScreenResultType], Generic[ScreenResultType]):
    """A card with a list. Gives back what was picked; None by the button `#close` or the action `close`."""

    def __init__(self) -> None:
        super().__init__(classes="card-screen")

    @on(RowList.Picked)
    def picked(self, event: RowList.Picked) -> None:
        """Give back this one."""
        self.dismiss(event.item)

    @on(Button.Pressed, "#close")
    def action_close(self) -> None:
        """Give back nothing, which changes nothing."""
        self.dismiss(None)
