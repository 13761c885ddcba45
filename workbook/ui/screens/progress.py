"""How far something is that takes a while, and a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from workbook.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

SOON = 0.4
"""Seconds before anything is to be seen: what is over by then needs no words."""
WIDTH = 40
"""Of the bar, in characters."""


class ProgressScreen(ModalScreen[Any]):
    """Stands before everything else while something is done, and gives back what came of it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop", "Stop", id="progress.stop")]

    def __init__(self, title: str, total: int, what: str, stop: Callable[[], None]) -> None:
        """Count `total` of `what`; `stop` asks for an end."""
        super().__init__(classes="card-screen")
        self._title, self._total, self._what, self._stop = title, total, what, stop
        self._done = 0
        self._ended: list[Any] = []

    def compose(self) -> ComposeResult:
        """What is done, how far it is, and the way to stop it."""
        with Vertical(classes="card") as card:
            card.display = False
            yield Static(plain(self._title, "bold"), classes="card-title")
            yield Static(id="bar")
            yield Static(id="so-far", classes="quiet")
            yield Button("Stop", id="close", compact=True)

    def on_mount(self) -> None:
        """Wait a little before anything is shown."""
        self.styles.background = "transparent"
        self.so_far(self._done)
        self.set_timer(SOON, self.appear)

    def appear(self) -> None:
        """Come to sight."""
        self.styles.background = None
        self.query_one(".card").display = True
        self.query_one(Button).focus()

    def so_far(self, done: int) -> None:
        """Say how much is done, as soon as there is a place for it."""
        self._done = done
        if not self.query("#so-far"):
            return
        full = WIDTH * done // max(1, self._total)
        self.query_one("#bar", Static).update(plain("█" * full + "░" * (WIDTH - full)))
        self.query_one("#so-far", Static).update(plain(f"{done:,} of {self._total:,} {self._what}"))

    def ended(self, outcome: object) -> None:
        """Make way; where something else is open over this, once that is closed."""
        self._ended = [outcome]
        self.make_way()

    @on(events.ScreenResume)
    def make_way(self) -> None:
        """Give back what came of it."""
        if self._ended and self.is_active:
            self.dismiss(self._ended.pop())

    @on(Button.Pressed)
    def action_stop(self) -> None:
        """Ask for an end, which comes in a moment."""
        self.query_one("#so-far", Static).update(plain("Stopping…"))
        self._stop()
