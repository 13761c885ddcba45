"""Words to look at while something takes its time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from workbook.ui.text import plain

if TYPE_CHECKING:
    from asyncio import Future
    from collections.abc import Callable

    from textual.app import ComposeResult

LOOKS = 0.2
"""Seconds between two looks at how far it is."""


class WaitScreen(ModalScreen[None]):
    """Stays until something is done. It cannot be left before: what is under way is all or nothing."""

    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"help", "support", "command_palette", "quit"})
    """Actions of the app that wait, too."""

    def __init__(self, title: str, until: Future[Any], how_far: Callable[[], str]) -> None:
        super().__init__(classes="card-screen")
        self._title = title
        self._until = until
        self._how_far = how_far
        self._is_left = False

    def compose(self) -> ComposeResult:
        """What is being done, and how far it is."""
        with Vertical(classes="card"):
            yield Static(plain(self._title, "bold"), classes="card-title")
            yield Static(plain(self._how_far()), id="how-far")

    def on_mount(self) -> None:
        """Follow what is being done."""
        self.set_interval(LOOKS, self.look)
        self._until.add_done_callback(lambda _: self.call_later(self.lead_on))

    def look(self) -> None:
        """Say how far it is."""
        self.query_one("#how-far", Static).update(plain(self._how_far()))

    @on(events.ScreenResume)
    def lead_on(self) -> None:
        """Make way once it is done; where the passphrase is asked for over this, after that."""
        if self._until.done() and self.is_active and not self._is_left:
            self._is_left = True
            self.dismiss()
