"""An empty screen, for when someone walks past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from textual import events


class BlankScreen(Screen[None]):
    """Shows nothing at all until a key or a click. That key does nothing else."""

    DEFAULT_CSS = "BlankScreen { background: $background; }"

    def on_key(self, event: events.Key) -> None:
        """Go back to what was there."""
        event.stop()
        event.prevent_default()
        self.dismiss()

    def on_click(self) -> None:
        """Go back to what was there."""
        self.dismiss()
