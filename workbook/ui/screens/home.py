"""Home: what to do now, what is coming up, and every workbook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Button, Input, Static

from workbook.ui.entry_filter import EntryFilter
from workbook.ui.screens.sizes import SizedScreen
from workbook.ui.text import plain
from workbook.ui.widgets.coming_up import ComingUp, DateRows
from workbook.ui.widgets.entry_rows import draw_entry, pinned_words
from workbook.ui.widgets.keys import Keys
from workbook.ui.widgets.next_step import NextStep
from workbook.ui.widgets.row_list import RowList
from workbook.ui.widgets.scrolled import Scrolled
from workbook.ui.widgets.stepping import Stepping
from workbook.ui.widgets.ways import WAYS, Ways, offered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import ActiveBinding

    from workbook.library.entry import Entry

HANDFUL = 5
"""Workbooks up to which the list is taken in at a glance, and the box to filter it is only there when wanted."""

NOTHING_FITS = "No workbook fits. Escape shows all of them."

NOTHING_TO = {"search": "search", "gathered": "gather", "patterns": "compare", "copies": "save a copy of"}
"""What cannot be done by each of these keys while there is no workbook."""


def nothing_to(what: str) -> str:
    """Say why nothing comes of a key."""
    return f"There is nothing to {NOTHING_TO[what]} yet."


class Column(Stepping):
    """All of Home, gone through with the arrows. A change to a date is taken back from anywhere in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", "Undo the last change to a date", show=False, id="home.undo"),
    ]

    def action_undo(self) -> None:
        """Take the last change to a date back; the palette offers that too."""
        self.post_message(DateRows.Wanted("undo"))


class HomeScreen(SizedScreen[None]):
    """Says first what to do now. Everything else is below and can wait."""

    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "NextStep Button"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (28, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "Start a workbook", show=False, id="home.new"),
        *(
            Binding(
                way.key,
                f"want('{way.what}')",
                way.label,
                show=way.in_footer,
                key_display=way.sign,
                id=f"home.{way.what}",
            )
            for way in WAYS
        ),
        Binding("f", "filter", "Filter the list", show=False, id="home.filter"),
        Binding("r", "look", "Just look", show=False, id="home.look"),
        Binding("e", "earlier", "Earlier copies", show=False, id="home.earlier"),
        Binding("d", "delete", "Delete", show=False, id="home.delete"),
        Binding("s", "copies", "Save copies", show=False, id="home.copies"),
        Binding("escape", "list", "To the list", show=False, id="home.list"),
    ]

    @dataclass
    class Wanted(Message):
        """What the person wants to do.

        `new`, one of the `WAYS` to look across workbooks; or `open`, `look`, `earlier`, `beside`, `delete` or
        `copies`, with which workbook and page.
        """

        what: str
        entry: Entry | None = None
        page: str = ""

    def __init__(
        self,
        entries: Sequence[Entry],
        today: date,
        *,
        shortcuts: dict[str, str],
        notices: Sequence[str],
        at: str = "",
    ) -> None:
        """Show these, with the cursor on the row of the workbook whose ID is `at`, or else at the top."""
        super().__init__()
        self._entries = entries
        self._today = today
        self._shortcuts = shortcuts
        self._notices = notices
        self.ways = offered(entries)
        """The ways to look across workbooks that are offered."""
        self._filter = EntryFilter(entries)
        self._row = next((row for row, entry in enumerate(entries) if at and entry.id == at), None)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys as they are now. One that only says that there is nothing yet is not offered in the last line."""
        return {
            key: one._replace(binding=replace(one.binding, show=False))
            if not self._entries and one.node is self and one.binding.action.startswith("want")
            else one
            for key, one in super().active_bindings.items()
        }

    # --------------------------------------------------------------------------------------------- composing

    def compose(self) -> ComposeResult:
        """What to do now, then dates, then workbooks."""
        yield from super().compose()
        with (
            Scrolled(id="home", can_focus=False),
            Column(id="column", classes="-lists" if self._entries else ""),
        ):
            yield Static(plain("Recovery workbook", "bold"), id="name")
            yield NextStep(self._entries, self._today, self._shortcuts)
            if pinned := pinned_words(self._entries, self._today):
                yield Static(plain(pinned, "$text-muted"), id="pinned")
            for notice in self._notices:
                yield Static(plain(notice), classes="notice")
            if self._entries:
                yield from self._compose_lists()
        yield Keys()

    def _compose_lists(self) -> ComposeResult:
        yield Ways(self.ways)
        yield ComingUp(self._entries, self._today)
        with Horizontal(id="workbooks-line"):
            yield Static(plain("Your workbooks"), classes="heading")
            if len(self._entries) > HANDFUL:
                yield self._filter_box()
            yield Static(id="count")
        yield RowList(
            self._entries,
            draw=draw_entry,
            nothing=NOTHING_FITS,
            id="workbooks",
        )

    def hint_at_newer_pages(self, entry: Entry) -> None:
        """Say in a quiet line that there are newer pages, if this is the workbook to continue."""
        self.query_one(NextStep).hint_at_newer_pages(entry)

    def on_mount(self) -> None:
        """Put the cursor on the workbook that the person comes from."""
        if self._row is not None:
            rows = self.query_one("#workbooks", RowList)
            rows.cursor = self._row
            rows.focus()

    # ---------------------------------------------------------------------------------------------- wanting

    @on(NextStep.Chosen)
    def chosen(self, event: NextStep.Chosen) -> None:
        """Do what the person chose at the top."""
        self.post_message(self.Wanted(event.what, event.entry, event.page))

    @on(RowList.Picked, "#workbooks")
    def workbook_picked(self, event: RowList.Picked) -> None:
        """Go on with an unfinished workbook, or read a completed one."""
        self.post_message(self.Wanted("open", event.item))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is a workbook for."""
        if action == "want" and self._entries:
            return any(way.what in parameters for way in self.ways)
        return bool(self._entries) or action not in {"filter", "look", "delete", "earlier", "list"}

    def action_new(self) -> None:
        """Start a new workbook."""
        self.post_message(self.Wanted("new"))

    def action_want(self, what: str) -> None:
        """Look across workbooks in one of the ways."""
        if self._entries:
            self.post_message(self.Wanted(what))
        else:
            self.notify(nothing_to(what), markup=False)

    @on(Button.Pressed, ".way")
    def way_chosen(self, event: Button.Pressed) -> None:
        """Look across workbooks in this way."""
        event.stop()
        self.action_want(event.button.name or "")

    def action_look(self) -> None:
        """Read the workbook under the cursor."""
        self._want_current("look")

    def action_earlier(self) -> None:
        """Show earlier copies of the workbook under the cursor."""
        self._want_current("earlier")

    def action_beside(self) -> None:
        """Lay the workbook under the cursor and another side by side."""
        self._want_current("beside")

    def action_delete(self) -> None:
        """Move the workbook under the cursor to the trash, after asking."""
        self._want_current("delete")

    def action_copies(self) -> None:
        """Save copies of workbooks elsewhere: of the one under the cursor, or of several."""
        if self._entries:
            self._want_current("copies")
        else:
            self.notify(nothing_to("copies"), markup=False)

    def _want_current(self, what: str) -> None:
        if self._entries:
            entry = self.query_one("#workbooks", RowList).current
            if entry is not None:
                self.post_message(self.Wanted(what, entry))

    # --------------------------------------------------------------------------------------------- filtering

    def _filter_box(self) -> Input:
        return Input(placeholder="f  Filter: company, role, month", id="filter", compact=True)

    async def action_filter(self) -> None:
        """Filter the list by typing. Where there are few workbooks, the box is there once it was wanted."""
        if self._entries:
            if not self.query("#filter"):
                await self.query_one("#workbooks-line").mount(self._filter_box(), before="#count")
            box = self.query_one("#filter", Input)
            box.display = True
            box.focus()

    @on(Input.Changed, "#filter")
    def filter_changed(self, event: Input.Changed) -> None:
        """Show the workbooks that match, as soon as there is a moment between two letters."""
        self.run_worker(self._show_matching(event.value), group="filter", exclusive=True)

    async def _show_matching(self, text: str) -> None:
        """Show the workbooks that match, and how many of all those are."""
        found = await self._filter.find(text)
        self.query_one("#workbooks", RowList).show(found)
        shown = f"{len(found):,} of {len(self._entries):,}" if text.strip() else ""
        self.query_one("#count", Static).update(plain(shown))

    @on(Input.Submitted, "#filter")
    def action_list(self) -> None:
        """Go to the list. From the list, or where nothing fits, leave the filter."""
        if not self._entries:
            return
        rows = self.query_one("#workbooks", RowList)
        for box in self.query("#filter").results(Input):
            if not (box.has_focus and rows.items):
                box.value = ""
                box.display = len(self._entries) > HANDFUL
        rows.focus()
