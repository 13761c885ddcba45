"""A line that speaks only when there is something to say."""

from __future__ import annotations

from textual.widgets import Static

from workbook.ui.text import plain


class Quiet(Static):
    """A muted line beside a field. It takes no room while it is silent."""

    def __init__(self, words: str = "", *, classes: str = "") -> None:
        super().__init__(plain(words), classes=f"quiet {classes}")
        self.words = words
        """What it says now."""
        self.display = bool(words)

    def say(self, words: str) -> None:
        """Say this instead; nothing, and the line is gone."""
        if words == self.words:
            return
        self.words = words
        self.update(plain(words))
        self.display = bool(words)
