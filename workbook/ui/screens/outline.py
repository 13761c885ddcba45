"""The outline of a document, over it, where there is no room beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from workbook.ui.text import plain
from workbook.ui.widgets.outline import draw_anchor
from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from workbook.ui.widgets.outline import Anchor


class OutlineScreen(ModalScreen[str | None]):
    """Gives back the name of the heading that was picked, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f2,o", "close", "Back", id="outline.close")]

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        super().__init__(classes="card-screen")
        self._anchors = anchors

    def compose(self) -> ComposeResult:
        """The headings and a way back."""
        with Vertical(classes="card"):
            yield Static(plain("Outline", "bold"), classes="card-title")
            yield RowList(self._anchors, draw=draw_anchor, id="anchors")
            yield Button("Back", id="close", compact=True)

    @on(RowList.Picked)
    def picked(self, event: RowList.Picked) -> None:
        """Jump there."""
        self.dismiss(event.item.name)

    @on(Button.Pressed)
    def action_close(self) -> None:
        """Go back to where the reader was."""
        self.dismiss(None)
