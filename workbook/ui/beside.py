"""Laying two workbooks side by side: which two, and reading them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.library.errors import LibraryError
from workbook.ui import screens
from workbook.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbook.flow.document import Document
    from workbook.flow.state import State
    from workbook.library.entry import Entry
    from workbook.ui.desk import Desk

LONGEST = 48
"""The most characters of a title that stand over a column: it is repeated above each answer in a narrow window."""

READABLE = ("completed", "unfinished")


def shortened(title: str) -> str:
    """As much of a title as stands over a column."""
    return title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"


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
            self._ask_second(sitting.workbook.id, sitting.title, sitting.state)
        elif first is not None:
            self._take_first(first)
        else:
            self._ask("Which workbook comes first?", "", self._take_first)

    def _take_first(self, entry: Entry | None) -> None:
        state = self._state(entry) if entry is not None else None
        if entry is not None and state is not None:
            self._ask_second(entry.id, entry.title, state)

    def _ask_second(self, first_id: str, title: str, state: State) -> None:
        def taken(entry: Entry | None) -> None:
            other = self._state(entry) if entry is not None else None
            if entry is not None and other is not None:
                self._show((title, entry.title), state, other)

        self._ask(f"Beside “{shortened(title)}”", first_id, taken)

    def _ask(self, title: str, without: str, taken: Callable[[Entry | None], None]) -> None:
        try:
            entries = self._desk.library.entries(at_once=True)
        except LibraryError as error:
            self._tell(str(error))
            return
        offered = [entry for entry in entries if entry.state in READABLE and entry.id != without]
        self._app.push_screen(screens.PickScreen(title, offered, self._desk.library.clock().date()), taken)

    def _state(self, entry: Entry) -> State | None:
        """The answers of a workbook as they are kept, or None after saying why they cannot be read."""
        from workbook.flow.state import Around, State

        library = self._desk.library
        try:
            record = library.read(entry.id)
            guide = library.guide(record.guide.digest)
        except LibraryError as error:
            self._tell(str(error))
            return None
        return State(guide, record.values, Around(today=library.clock().date(), begun=record.created.date()))

    def _show(self, titles: tuple[str, str], left: State, right: State) -> None:
        from workbook.flow.document import document
        from workbook.flow.side_by_side import side_by_side

        order = [*left.guide.pages, *left.guide.fields]
        sides: tuple[Document, Document] = (document(left), document(right))
        short = (shortened(titles[0]), shortened(titles[1]))
        self._app.push_screen(screens.SideBySideScreen(short, side_by_side(*sides, order)))

    def _tell(self, text: str) -> None:
        self._app.push_screen(screens.WordsScreen("It cannot be laid beside another", plain(text)))
