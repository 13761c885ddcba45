"""A line for a day, where up and down move the day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from workbook.ui.widgets.writing import Line


class DateLine(Line):
    """One line for a day. Up is a day later and down a day earlier."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move_day(1)", "A day later", show=False, id="date_line.later"),
        Binding("down", "move_day(-1)", "A day earlier", show=False, id="date_line.earlier"),
    ]

    @dataclass
    class Moved(Message):
        """The day is to be moved."""

        line: DateLine
        days: int

        @property
        def control(self) -> DateLine:
            """The line, for `@on` selectors."""
            return self.line

    def action_move_day(self, days: int) -> None:
        """Ask for the day to be moved."""
        self.post_message(self.Moved(self, days))
