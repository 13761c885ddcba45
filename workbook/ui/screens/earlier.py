"""The earlier copies of a workbook, to put one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Button, Static

from workbook.library.copies import EarlierCopy
from workbook.library.difference import count
from workbook.ui.screens.choosing import ChoosingScreen
from workbook.ui.text import plain
from workbook.ui.widgets.entry_rows import spread
from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.content import Content


class EarlierScreen(ChoosingScreen[EarlierCopy | None]):
    """Gives back the copy that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Back", id="earlier.close")]

    def __init__(self, title: str, copies: Sequence[EarlierCopy]) -> None:
        super().__init__()
        self._title = title
        self._copies = copies

    def compose(self) -> ComposeResult:
        """When each was taken and how it differs, and a way back."""
        with Vertical(classes="card"):
            yield Static(plain("Earlier copies", "bold"), classes="card-title")
            yield Static(plain(self._title))
            if self._copies:
                yield Static(
                    plain("From before each of the last sittings. Enter says what one would change."), classes="quiet"
                )
                yield RowList(self._copies, draw=_draw, id="anchors")
            else:
                said = "There are none yet. One is kept from before each sitting that changes something."
                yield Static(plain(said), classes="quiet")
            yield Button("Back", id="close", compact=True)


def _draw(copy: EarlierCopy, width: int) -> Content:
    """One copy: when it was taken, how much is in it, and how many answers differ from now."""
    if copy.problem:
        return spread(plain(copy.when), "cannot be read", width)
    differ = f", {copy.changes.answers} differ" if copy.changes else ""
    return spread(plain(copy.when), f"{count(copy.answers, 'answer')}{differ}", width)
