"""A question with a few answers, over whatever is on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from workbook.ui.text import plain
from workbook.ui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from textual.app import ComposeResult

ROW = 66
"""Columns of a row of buttons."""
AROUND = 4
"""Columns a button takes beside its words."""


class Said(Scrolled):
    """The words of the question. Long ones scroll, so that the answers stay in sight."""

    def allow_focus(self) -> bool:
        """Take keys only where there is something to scroll."""
        return self.max_scroll_y > 0


class AskScreen(ModalScreen[str | None]):
    """Gives back the key of the chosen answer; None for escape, which changes nothing."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Back", id="ask.close"),
        Binding("left,up", "app.focus_previous", "Button before", show=False, id="ask.before"),
        Binding("right,down", "app.focus_next", "Next button", show=False, id="ask.next"),
    ]

    def __init__(self, title: str, text: str, answers: dict[str, str]) -> None:
        super().__init__(classes="card-screen")
        self._title = title
        self._text = text
        self._answers = answers

    def compose(self) -> ComposeResult:
        """The question and its answers: in a row, or one below the other where it is narrow."""
        with Vertical(classes="card"):
            yield Static(plain(self._title, "bold"), classes="card-title")
            with Said():
                yield Static(plain(self._text))
            with Horizontal(classes="buttons") as row:
                row.set_class(sum(len(text) + AROUND for text in self._answers.values()) > ROW, "tall")
                for key, text in self._answers.items():
                    yield Button(plain(text), name=key, compact=True)

    @on(Button.Pressed)
    def answered(self, event: Button.Pressed) -> None:
        """Give back the answer."""
        self.dismiss(event.button.name)

    def action_close(self) -> None:
        """Give back nothing."""
        self.dismiss(None)
