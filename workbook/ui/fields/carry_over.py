"""Rows from earlier workbooks that one button brings in, and what was dropped there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Button

from workbook.flow.plain import one_line
from workbook.ui.text import plain
from workbook.ui.widgets.quiet import Quiet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

NAMED = 60
"""The most characters of what could be brought in that stand on the button."""


class CarryOver(Vertical):
    """Takes no room while there is nothing to bring in. Nothing is written before the button is pressed."""

    DEFAULT_CSS = "CarryOver { height: auto; }"

    @dataclass
    class Wanted(Message):
        """The button was pressed: these rows are to be brought in."""

        rows: tuple[dict[str, str], ...]

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[dict[str, str], ...] = ()
        self._button = Button("", compact=True)
        self._dropped = Quiet()
        self.display = False

    def compose(self) -> ComposeResult:
        """The button, and the line with what was dropped."""
        yield self._button
        yield self._dropped

    def offer(self, rows: tuple[dict[str, str], ...], dropped: Sequence[str]) -> None:
        """Offer these rows, and name what was dropped."""
        if rows != self._rows:
            self._rows = rows
            named = ", ".join(next(iter(row.values()), "") for row in rows)
            short = named if len(named) <= NAMED else named[:NAMED].rstrip() + "…"
            self._button.label = plain(one_line(f"Bring in {len(rows)} from earlier: {short}"))
        self._button.display = bool(rows)
        self._dropped.say(f"Dropped earlier: {one_line(', '.join(dropped))}" if dropped else "")
        self.display = bool(rows or dropped)

    @on(Button.Pressed)
    def pressed(self, event: Button.Pressed) -> None:
        """Bring them in."""
        event.stop()
        self.post_message(self.Wanted(self._rows))
