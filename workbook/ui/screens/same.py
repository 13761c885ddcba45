"""Choosing one of many, over whatever is on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Button, Static

from workbook.ui.screens.choosing import ChoosingScreen
from workbook.ui.text import plain
from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.content import Content

Item = TypeVar("Item")


class SameScreen(ChoosingScreen[Any], Generic[Item]):
    """Gives back what was picked; None for escape, which changes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Back", id="same.close")]

    def __init__(self, title: str, text: str, items: Sequence[Item], draw: Callable[[Item, int], Content]) -> None:
        super().__init__()
        self._title, self._text, self._items, self._draw = title, text, items, draw

    def compose(self) -> ComposeResult:
        """The question, what there is to choose from, and a way back."""
        with Vertical(classes="card"):
            yield Static(plain(self._title, "bold"), classes="card-title")
            yield Static(plain(self._text), classes="quiet")
            yield RowList(self._items, draw=self._draw, id="anchors")
            yield Button("Back", id="close", compact=True)
