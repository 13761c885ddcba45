"""What was removed can come back: a quiet line that says so, and that a click takes at its word."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from workbook.ui.widgets.quiet import Quiet

REMOVED = "Removed. Press u to bring it back."


class UndoLine(Quiet):
    """There while something removed can be brought back, or to say why something was not done."""

    @dataclass
    class Pressed(Message):
        """It was clicked."""

        line: UndoLine

    def follow(self, can_bring_back: bool) -> None:
        """Say that something can come back, or nothing."""
        self.say(REMOVED if can_bring_back else "")

    def on_click(self) -> None:
        """Take a click for the key."""
        self.post_message(self.Pressed(self))
