"""The deleted workbooks, to do something with one, or to empty the trash."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from workbook.flow.dates.saying import short
from workbook.library.trash import Trashed
from workbook.ui.screens.choosing import ChoosingScreen
from workbook.ui.text import plain
from workbook.ui.widgets.entry_rows import spread
from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class TrashScreen(ChoosingScreen[Trashed | Literal["empty", "backups"] | None]):
    """Gives back the workbook that was chosen, `empty`, `backups` for those from before a restore, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Back", id="trash.close")]

    def __init__(self, trashed: Sequence[Trashed], *, has_backups: bool = False) -> None:
        super().__init__()
        self._has_backups = has_backups
        self._trashed = trashed

    def compose(self) -> ComposeResult:
        """What was deleted and when, and a way back."""
        with Vertical(classes="card"):
            yield Static(plain("Trash", "bold"), classes="card-title")
            said = "Choose one to bring it back, or to remove it for good." if self._trashed else "The trash is empty."
            yield Static(plain(said), classes="quiet")
            if self._trashed:
                yield RowList(
                    self._trashed,
                    draw=lambda one, width: spread(plain(one.title), f"deleted {short(one.deleted.date())}", width),
                    id="anchors",
                )
            with Horizontal(classes="buttons"):
                yield Button("Back", id="close", compact=True)
                if self._trashed:
                    yield Button("Empty the trash", id="empty", compact=True)
                if self._has_backups:
                    yield Button("Backups kept here", id="backups", compact=True)

    @on(Button.Pressed, "#empty")
    def wants_empty(self) -> None:
        """Ask whether all of it may go."""
        self.dismiss("empty")

    @on(Button.Pressed, "#backups")
    def wants_backups(self) -> None:
        """Ask whether what was kept before each restore may go, too."""
        self.dismiss("backups")
