"""What is coming up: the dates to show first on Home, with a way to all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Static

from workbook.insight.coming_up import Coming, first_dates
from workbook.ui.text import plain
from workbook.ui.widgets.entry_rows import draw_coming
from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.app import ComposeResult

    from workbook.library.entry import Entry


DateKey = tuple[str, str]
"""What tells a date from others whatever its day: its workbook's ID, and its ref."""


def key_of(coming: Coming) -> DateKey:
    """Return what tells a date from others."""
    return coming.entry.id, coming.ref


class DateRows(RowList[Any]):
    """Dates one to a row. Enter asks about the one under the cursor; a letter does one thing at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "want('done')", "Done", show=False, id="coming.done"),
        Binding("m", "want('move')", "Move this date", show=False, id="coming.move"),
        Binding("l", "want('let_go')", "Let this date go", show=False, id="coming.let_go"),
        Binding("o", "want('open')", "Open its page", show=False, id="coming.open"),
        Binding("u", "want('undo')", "Undo the last change to a date", show=False, id="coming.undo"),
    ]

    @dataclass
    class Wanted(Message):
        """What to do with a date: `ask`, `done`, `move`, `let_go` or `open`.

        `undo`, `all` and `calendar` are about none.
        """

        what: str
        coming: Coming | None = None

    def stay(self, rows: Sequence[Coming | str], cursor: int, about: DateKey | None) -> None:
        """Show these, with the cursor on the date it is about while that is open, else on the row at its place."""
        places = (
            number
            for number, row in enumerate(rows)
            if isinstance(row, Coming) and key_of(row) == about and row.kept.stage in ("open", "kept")
        )
        self.show(rows, next(places, cursor))

    def action_want(self, what: str) -> None:
        """Do this with the date under the cursor."""
        if isinstance(self.current, Coming) or what == "undo":
            self.post_message(self.Wanted(what, self.current if what != "undo" else None))

    def action_pick(self) -> None:
        """Ask about the date under the cursor."""
        self.action_want("ask")


class ComingUp(Vertical):
    """The dates to show first, of how many, and a button for all."""

    def __init__(self, entries: Sequence[Entry], today: date) -> None:
        super().__init__()
        self._first = first_dates(entries, today)
        self._today = today
        self.display = bool(self._first.dates)

    def compose(self) -> ComposeResult:
        """The heading and the dates; nothing where no date is open."""
        dates, total = self._first.dates, self._first.total
        if dates:
            with Horizontal(id="coming-line"):
                yield Static(plain("Coming up"), classes="heading")
                if len(dates) < total:
                    yield Static(plain(f"{len(dates)} of {total:,}"), id="coming-count")
                yield Button("All dates", id="all-dates", compact=True)
            yield DateRows(dates, draw=lambda item, width: draw_coming(item, width, self._today), id="coming")

    @on(Button.Pressed, "#all-dates")
    def all_wanted(self, event: Button.Pressed) -> None:
        """Show every date."""
        event.stop()
        self.post_message(DateRows.Wanted("all"))
