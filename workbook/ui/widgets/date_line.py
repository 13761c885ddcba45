"""A line for a day, where up and down move the day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from workbook.ui.widgets.writing import Line

if TYPE_CHECKING:
    from textual import events


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

    is_fresh = False
    """Whether the focus came here, and not only back with the window, and nothing was done here since."""

    def on_focus(self, event: events.Focus) -> None:
        """Know who comes from another field from who only looked at another window."""
        self.is_fresh = not event.from_app_focus

    def on_key(self) -> None:
        """Know that what stands here is being worked on."""
        self.is_fresh = False

    def action_move_day(self, days: int) -> None:
        """Ask for the day to be moved."""
        self.post_message(self.Moved(self, days))
