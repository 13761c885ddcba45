"""A kind word when the window is smaller than the pages were made for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from workbook.ui.text import plain

if TYPE_CHECKING:
    from textual.geometry import Size

LEAST_WIDTH, LEAST_HEIGHT = 60, 20


class SizeNotice(Static):
    """One line at the top of a small window. Everything goes on working below it."""

    DEFAULT_CSS = """
    SizeNotice { dock: top; height: auto; max-height: 2; padding: 0 1; color: $text-muted; display: none; }
    """

    def __init__(self) -> None:
        super().__init__(plain("This window is small. 60 × 20 or more shows whole pages."))

    def follow(self, size: Size) -> None:
        """Show or hide itself for a window of this size."""
        self.display = size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT
