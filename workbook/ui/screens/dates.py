"""Every date of every workbook: to come, passed, and done or let go."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from workbook.insight.coming_up import Coming, all_dates
from workbook.ui.screens.sizes import SizedScreen
from workbook.ui.text import plain
from workbook.ui.widgets.coming_up import DateRows
from workbook.ui.widgets.entry_rows import draw_coming
from workbook.ui.widgets.keys import Keys

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.app import ComposeResult
    from textual.content import Content

    from workbook.library.entry import Entry
    from workbook.ui.widgets.coming_up import DateKey

NONE = "There are no dates yet. Those you set in a workbook are listed here."


class DatesScreen(SizedScreen[None]):
    """One list under three headings. Closing it goes back to Home."""

    CSS_PATH = "dates.tcss"
    AUTO_FOCUS = "#dates"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Back", id="dates.close"),
        Binding("c", "calendar", "Calendar file", show=False, id="dates.calendar"),
    ]

    def __init__(self, entries: Sequence[Entry], today: date, at: Coming | None = None, cursor: int = 0) -> None:
        super().__init__()
        self._today = today
        self._rows = self._rows_of(entries)
        self._cursor = next((n for n, row in enumerate(self._rows) if at and _is_same(row, at)), cursor)

    def compose(self) -> ComposeResult:
        """The dates, and the ways on."""
        yield from super().compose()
        with Vertical(id="column"):
            yield Static(plain("All dates", "bold"), id="name")
            if not self._rows:
                yield Static(plain(NONE), id="none", classes="quiet")
            yield DateRows(
                self._rows,
                draw=self._draw,
                can_pick=lambda row: isinstance(row, Coming),
                id="dates",
            )
            with Horizontal(classes="buttons"):
                yield Button("Calendar file", id="calendar", compact=True)
                yield Button("Undo", id="undo", compact=True)
                yield Button("Back", id="close", compact=True)
        yield Keys()

    def on_mount(self) -> None:
        """Come back to where the person was."""
        if self._cursor:
            self.call_after_refresh(self.query_one("#dates", DateRows).show, self._rows, self._cursor)

    @property
    def cursor(self) -> int:
        """The row that the person is on."""
        return self.query_one("#dates", DateRows).cursor

    def show(self, entries: Sequence[Entry], about: DateKey | None = None) -> None:
        """Show the dates as they are now: the cursor goes with the one that was changed, or stays where it was."""
        self._rows = self._rows_of(entries)
        rows = self.query_one("#dates", DateRows)
        rows.stay(self._rows, rows.cursor, about)

    def _rows_of(self, entries: Sequence[Entry]) -> list[Coming | str]:
        found = all_dates(entries, self._today)
        groups = {"To come": found.ahead, "Passed, still open": found.passed, "Done or let go": found.settled}
        rows: list[Coming | str] = []
        for name, dates in groups.items():
            rows += [f"{name} ({len(dates):,})", *dates] if dates else []
        return rows

    def _draw(self, row: Coming | str, width: int) -> Content:
        return plain(row, "$text-muted") if isinstance(row, str) else draw_coming(row, width, self._today)

    @on(Button.Pressed, "#calendar")
    def action_calendar(self) -> None:
        """Put the dates into a calendar file."""
        self.post_message(DateRows.Wanted("calendar"))

    @on(Button.Pressed, "#undo")
    def undo(self) -> None:
        """Take the last change back."""
        self.post_message(DateRows.Wanted("undo"))

    @on(Button.Pressed, "#close")
    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


def _is_same(row: Coming | str, other: Coming) -> bool:
    """Whether a row is this date, however it stands by now."""
    return isinstance(row, Coming) and (row.entry.id, row.ref) == (other.entry.id, other.ref)
