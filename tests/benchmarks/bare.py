"""The plainest apps to measure against, each as much as Textual needs for it: `python bare.py home`.

This file is run by itself and imports nothing else of this project.
"""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult


class BareHome(App[None]):
    """A label, an input and a footer."""

    def compose(self) -> ComposeResult:
        """The three of them."""
        from textual.widgets import Footer, Input, Label

        yield Label("Ready to type")
        yield Input()
        yield Footer()


class BareBox(App[None]):
    """A box to write in, with a text already in it and the cursor at its end."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The box."""
        from textual.widgets import TextArea

        box = TextArea(self._text, soft_wrap=True)
        box.move_cursor(box.document.end)
        yield box


if __name__ == "__main__":
    (BareHome() if sys.argv[1] == "home" else BareBox(Path(sys.argv[2]).read_text("utf-8"))).run()
