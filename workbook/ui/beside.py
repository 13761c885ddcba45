"""Laying two workbooks side by side: which two, and reading them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.library.describe import state_of
from workbook.library.errors import LibraryError
from workbook.ui import screens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from workbook.flow.document import AddedNote, Document, EarlierAnswer
    from workbook.flow.state import State
    from workbook.library.entry import Entry
    from workbook.ui.desk import Desk

LONGEST = 48
"""The most characters of a title that stand over a column: it is repeated above each answer in a narrow window."""

READABLE = ("completed", "unfinished")


def shortened(title: str) -> str:
    """As much of a title as stands over a column."""
    return title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"


@dataclass(frozen=True)
class Side:
    """One of the two."""

    title: str
    document: Document
    order: Sequence[str]
    """Refs of pages and questions as its guide asks them."""


class Beside:
    """Asks for the workbooks and shows them. Nothing is opened for writing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._app = desk.app

    def choose(self, first: Entry | None = None) -> None:
        """Ask for a second workbook; from Home, where none is open, for the first as well."""
        screen = self._desk.open_screen
        if screen is not None:
            sitting = screen.sitting
            record = sitting.workbook.record
            side = _side(sitting.title, sitting.state, sitting.notes, record.earlier_answers)
            self._ask_second(sitting.workbook.id, side)
        elif first is not None:
            self._take_first(first)
        else:
            self._ask("Which workbook comes first?", "", self._take_first)

    def _take_first(self, entry: Entry | None) -> None:
        side = self._read(entry) if entry is not None else None
        if entry is not None and side is not None:
            self._ask_second(entry.id, side)

    def _ask_second(self, first_id: str, first: Side) -> None:
        def taken(entry: Entry | None) -> None:
            other = self._read(entry) if entry is not None else None
            if other is not None:
                self._show(first, other)

        self._ask(f"Beside “{shortened(first.title)}”", first_id, taken)

    def _ask(self, title: str, without: str, taken: Callable[[Entry | None], None]) -> None:
        try:
            entries = self._desk.library.entries(at_once=True)
        except LibraryError as error:
            self._tell(str(error))
            return
        offered = [entry for entry in entries if entry.state in READABLE and entry.id != without]
        self._app.push_screen(screens.PickScreen(title, offered), taken)

    def _read(self, entry: Entry) -> Side | None:
        """A workbook as it is kept, or None after saying why it cannot be read."""
        library = self._desk.library
        try:
            record = library.read(entry.id)
            guide = library.guide(record.guide.digest)
        except LibraryError as error:
            self._tell(str(error))
            return None
        state = state_of(record, guide, library.clock().date())
        return _side(entry.title, state, record.notes, record.earlier_answers)

    def _show(self, left: Side, right: Side) -> None:
        from workbook.flow.side_by_side import side_by_side

        titles = (shortened(left.title), shortened(right.title))
        pages = side_by_side(left.document, right.document, left.order)
        self._app.push_screen(screens.SideBySideScreen(titles, pages))

    def _tell(self, text: str) -> None:
        self._desk.say("It cannot be laid beside another", text)


def _side(title: str, state: State, notes: Iterable[AddedNote], earlier: Iterable[EarlierAnswer]) -> Side:
    """A workbook with all that is read of it, its notes and the answers that gave way among it."""
    from workbook.flow.document import document

    return Side(title, document(state, notes, earlier), [*state.guide.pages, *state.guide.fields])
