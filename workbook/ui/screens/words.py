"""A page of words to read over whatever is on screen: help, people to talk to, what came of something."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from workbook.ui.text import plain
from workbook.ui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content


class WordsScreen(ModalScreen[None]):
    """Words under a title. Scrolls; escape, or the button, goes back to where the person was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,f4,q", "close", "Back", id="words.close"),
        Binding("j,down", "scroll_words(1)", "Down", show=False, id="words.down"),
        Binding("k,up", "scroll_words(-1)", "Up", show=False, id="words.up"),
    ]
    AUTO_FOCUS = "#words"
    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"help", "support"})
    """Actions of the app whose keys close this screen."""

    def __init__(self, title: str, words: Content, *, is_message: bool = False) -> None:
        """Show words to scroll through; or, as a message, with the focus on the way on."""
        super().__init__(classes="card-screen")
        self._is_message = is_message
        self._title = title
        self._words = words

    def compose(self) -> ComposeResult:
        """The title, the words, and a way back."""
        with Vertical(classes="card"):
            yield Static(plain(self._title, "bold"), classes="card-title")
            with Scrolled(id="words"):
                yield Static(self._words)
            yield Button("Back", id="close", compact=True)

    def on_mount(self) -> None:
        """Let Enter close a message."""
        if self._is_message:
            self.query_one("#close").focus()

    def action_scroll_words(self, by: int) -> None:
        """Scroll by a line."""
        self.query_one("#words").scroll_relative(y=by, animate=False)

    @on(Button.Pressed)
    def action_close(self) -> None:
        """Go back."""
        self.dismiss()
