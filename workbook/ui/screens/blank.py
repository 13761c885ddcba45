"""An empty screen, for when someone walks past."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

if TYPE_CHECKING:
    from textual import events


class BlankScreen(Screen[None]):
    """Shows nothing at all until a key or a click. That key does nothing else, save the one that quits."""

    DEFAULT_CSS = "BlankScreen { background: $background; }"
    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"help", "support", "blank", "command_palette"})
    """Actions of the app whose keys only bring back what was there."""

    def on_mount(self) -> None:
        """Take down what was told in passing: it would stand over the emptiness."""
        self.app.clear_notifications()

    def on_key(self, event: events.Key) -> None:
        """Go back to what was there."""
        event.stop()
        event.prevent_default()
        self.dismiss()

    def on_click(self) -> None:
        """Go back to what was there."""
        self.dismiss()
