"""What was worked out from earlier answers, shown back. Takes no answer and no focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.widgets import Static

from workbook.flow.piping import fill
from workbook.flow.summaries import is_silent, summary
from workbook.ui.fields.base import FieldWidget
from workbook.ui.text import plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from workbook.flow.state import State
    from workbook.flow.summaries import SummaryLine
    from workbook.guide.model import Place, Summary


class SummaryField(FieldWidget):
    """The lines of a summary: what each answers quietly, the words themselves plainly."""

    def __init__(self, place: Place, state: State) -> None:
        super().__init__(place, state)
        self.field = cast("Summary", place.field)
        self._lines: tuple[SummaryLine, ...] | None = None
        self._says = False
        self.body = Static(plain(""), classes="summary")

    def compose_control(self) -> ComposeResult:
        """Show the lines."""
        self._show_lines()
        yield self.body

    def show(self, state: State) -> None:
        """Follow the answers that it is worked out from."""
        super().show(state)
        self._show_lines()

    def first_focus(self) -> Widget | None:
        """Nothing: there is nothing to answer here."""
        return None

    def _show_lines(self) -> None:
        silent = is_silent(self.field, self.state)
        self.set_class(silent, "-silent")
        self.label.display = not silent
        self.help_line.display = bool(self.field.help) and not silent
        lines = summary(self.field, self.state)
        if lines != self._lines:
            self._lines = lines
            empty = fill(self.field.empty, self.state)
            self.body.update(_drawn(lines) if lines else plain(empty, "$text-muted"))
            self._says = bool(lines or empty)
        self.body.display = self._says and not silent


def _drawn(lines: tuple[SummaryLine, ...]) -> Content:
    """Give each label once, above the words that answer it."""
    drawn: list[Content] = []
    before = ""
    for line in lines:
        if line.label and line.label != before:
            drawn.append(plain(line.label, "$text-muted"))
        before = line.label
        drawn.append(plain(line.text))
    return Content("\n").join(drawn)
