"""Choosing a workbook from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Button, Input, Static

from workbook.flow.dates.saying import short
from workbook.flow.folding import folded
from workbook.ui.screens.choosing import ChoosingScreen
from workbook.ui.text import plain
from workbook.ui.widgets.entry_rows import draw_entry
from workbook.ui.widgets.row_list import RowList
from workbook.ui.widgets.steady import Steady

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from workbook.library.entry import Entry


class PickScreen(ChoosingScreen["Entry | None"]):
    """Gives back the workbook that was chosen, or None. Typing filters the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Back", id="pick.close"),
        Binding("down", "to_list", "To the list", show=False, id="pick.list"),
    ]

    def __init__(self, title: str, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._title = title
        self._entries = entries
        self._folded: list[str] = []

    def compose(self) -> ComposeResult:
        """What is asked, the filter, the list, and a way back."""
        with Vertical(classes="card"):
            yield Static(plain(self._title, "bold"), classes="card-title")
            if self._entries:
                yield Input(placeholder="Find by name or date", id="filter", compact=True)
                yield Steady(id="count", classes="quiet")
                yield RowList(
                    self._entries,
                    draw=draw_entry,
                    nothing="No workbook fits.",
                    id="anchors",
                )
            else:
                yield Static(plain("There is no other workbook yet."), classes="quiet")
            yield Button("Back", id="close", compact=True)

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Show the workbooks that have every word, and how many of all those are."""
        event.stop()
        self._folded = self._folded or [
            folded(f"{entry.title} {short(entry.moment.date())}") for entry in self._entries
        ]
        wanted = folded(event.value).split()
        found = [
            entry
            for entry, there in zip(self._entries, self._folded, strict=True)
            if all(word in there for word in wanted)
        ]
        self.query_one(RowList).show(found)
        self.query_one("#count", Steady).update(plain(f"{len(found)} of {len(self._entries)}" if wanted else ""))

    @on(Input.Submitted)
    def entered(self, event: Input.Submitted) -> None:
        """Take the first that is found."""
        event.stop()
        self.query_one(RowList).action_pick()

    def action_to_list(self) -> None:
        """Go from the filter to the list."""
        for found in self.query(RowList):
            found.focus()
