"""The deleted workbooks, to bring one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from workbook.flow.dates.saying import short
from workbook.ui.text import plain
from workbook.ui.widgets.entry_rows import spread
from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from workbook.library.trash import Trashed


class TrashScreen(ModalScreen[str | None]):
    """Gives back the ID of the workbook to bring back, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Back", id="trash.close")]

    def __init__(self, trashed: Sequence[Trashed]) -> None:
        super().__init__(classes="card-screen")
        self._trashed = trashed

    def compose(self) -> ComposeResult:
        """What was deleted and when, and a way back."""
        with Vertical(classes="card"):
            yield Static(plain("Trash", "bold"), classes="card-title")
            said = "Enter brings a workbook back." if self._trashed else "The trash is empty."
            yield Static(plain(said), classes="quiet")
            if self._trashed:
                yield RowList(
                    self._trashed,
                    draw=lambda one, width: spread(plain(one.title), f"deleted {short(one.deleted.date())}", width),
                    id="anchors",
                )
            yield Button("Back", id="close", compact=True)

    @on(RowList.Picked)
    def picked(self, event: RowList.Picked) -> None:
        """Bring it back."""
        self.dismiss(event.item.id)

    @on(Button.Pressed)
    def action_close(self) -> None:
        """Leave all as it is."""
        self.dismiss(None)
