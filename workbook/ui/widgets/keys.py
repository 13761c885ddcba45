"""The line at the bottom: the few keys worth knowing here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Footer

if TYPE_CHECKING:
    from typing import Any

    from textual import events
    from textual.screen import Screen

ROOMY = 80
"""Columns from which keys stand apart."""


class Keys(Footer):
    """Textual's footer, closer together where the window is narrow."""

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)
        self._drawn: list[tuple[str, str, str, bool]] | None = None

    def bindings_changed(self, screen: Screen[Any]) -> None:
        """Draw the keys anew where they are others. Footer does at every focus, and the next key waits."""
        keys = [
            (binding.action, self.app.get_key_display(binding), binding.description, enabled)
            for _, binding, enabled, _ in screen.active_bindings.values()
            if binding.show
        ]
        if keys != self._drawn:
            self._drawn = keys if self.is_attached and screen.app.app_focus else None
            super().bindings_changed(screen)

    def on_resize(self, event: events.Resize) -> None:
        """Follow the window."""
        self.compact = event.size.width < ROOMY
