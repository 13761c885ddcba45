"""An empty screen, for when someone walks past."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events


class BlankScreen(Screen[None]):
    """Shows nothing at all until a key or a click. That key does nothing else, save the one that quits."""

    DEFAULT_CSS = "BlankScreen { background: $background; & ToastHolder { display: none; } }"
    OWN_KEYS: ClassVar[frozenset[str]] = frozenset({"help", "support", "blank", "command_palette"})
    """Actions of the app whose keys only bring back what was there."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[Callable[[], object]] = []

    def on_mount(self) -> None:
        """Take down what was told in passing: it would stand over the emptiness."""
        self.app.clear_notifications()

    def hold(self, step: Callable[[], object]) -> None:
        """Put off what is to be told until somebody looks again."""
        self._held.append(step)

    def on_unmount(self) -> None:
        """Tell it."""
        for step in self._held:
            self.app.call_later(step)

    def on_key(self, event: events.Key) -> None:
        """Go back to what was there."""
        event.stop()
        event.prevent_default()
        self.dismiss()

    def on_click(self) -> None:
        """Go back to what was there."""
        self.dismiss()
