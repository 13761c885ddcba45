"""The line at the bottom: the few keys worth knowing here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Footer

if TYPE_CHECKING:
    from textual import events

ROOMY = 80
"""Columns from which keys stand apart."""


class Keys(Footer):
    """Textual's footer, closer together where the window is narrow."""

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)

    def on_resize(self, event: events.Resize) -> None:
        """Follow the window."""
        self.compact = event.size.width < ROOMY
