"""Asking for one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from workbook.ui.text import plain
from workbook.ui.widgets.writing import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult


class LineScreen(ModalScreen[str | None]):
    """Gives back the line; None for escape, which changes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Back", id="line.close")]

    def __init__(self, title: str, text: str, start: str, yes: str) -> None:
        super().__init__(classes="card-screen")
        self._title, self._text, self._start, self._yes = title, text, start, yes

    def compose(self) -> ComposeResult:
        """The question, the line, and the two ways on."""
        with Vertical(classes="card"):
            yield Static(plain(self._title, "bold"), classes="card-title")
            yield Static(plain(self._text), classes="quiet")
            yield Line(self._start, id="line")
            with Horizontal(classes="buttons"):
                yield Button(plain(self._yes), id="yes", compact=True, variant="primary")
                yield Button("Back", id="close", compact=True)

    def on_mount(self) -> None:
        """Typing replaces what stands there."""
        self.query_one(Line).select_everything()

    @on(Line.Submitted)
    @on(Button.Pressed, "#yes")
    def done(self) -> None:
        """Give back the line."""
        self.dismiss(self.query_one(Line).text)

    @on(Button.Pressed, "#close")
    def action_close(self) -> None:
        """Give back nothing."""
        self.dismiss(None)
