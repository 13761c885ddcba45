"""Dates as a calendar file from the app: with or without words, then where to."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from workbook.library.errors import LibraryError
from workbook.paths import expanded
from workbook.ui import screens
from workbook.ui.text import plain

if TYPE_CHECKING:
    from workbook.export.calendar import Event
    from workbook.library.entry import Entry
    from workbook.ui.desk import Desk
    from workbook.ui.screens import AskScreen

ABOUT = """\
An all-day entry for each date. Importing the file again later moves what was moved, and takes back what was let go.

Calendars are often shared, or kept online. Without your words an entry says only “Workbook: next step”. \
The file is not protected by this program."""
WHERE = "A calendar that was saved here before is brought up to date; no other file is written over."
NOTHING = "There are no dates to put into a calendar."
MANY = 100
"""From how many workbooks on gathering takes long enough to say so."""


class CalendarFile:
    """Asks, gathers in the background, writes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._app = desk.app
        self._waiting: AskScreen | None = None

    def ask(self) -> None:
        """Ask how much is to be in it."""
        choices = {"plain": "Without my words", "words": "With my words", "": "Back"}
        asked = screens.AskScreen("Dates as a calendar file", ABOUT, choices)
        self._app.push_screen(asked, self._where_to)

    def _where_to(self, kind: str | None) -> None:
        if kind:
            start = str(Path.cwd() / "workbook-dates.ics")
            asked = screens.LineScreen("Where to?", WHERE, start, "Save")
            self._app.push_screen(asked, partial(self._begin, kind == "words"))

    def _begin(self, words: bool, where: str | None) -> None:
        from workbook.export.calendar import wanted

        if not where or not where.strip():
            return
        try:
            library = self._desk.library
            entries = wanted(library.entries(at_once=True), library.clock().date())
        except LibraryError as error:
            self._over("Not saved", str(error))
            return
        if len(entries) >= MANY:
            said = f"From {len(entries)} workbooks. This takes a moment."
            self._waiting = screens.AskScreen("Gathering dates", said, {"stop": "Stop"})
            self._app.push_screen(self._waiting, self._stop)
        gather = partial(self._gather, entries, words, expanded(where.strip()))
        self._app.run_worker(gather, thread=True, group="calendar", exclusive=True, exit_on_error=False)

    def _stop(self, answer: str | None) -> None:
        """Stop gathering. Nothing was written by then; once all is gathered there is nothing left to stop."""
        if answer != "gathered":
            self._app.workers.cancel_group(self._app, "calendar")

    def _gather(self, entries: list[Entry], words: bool, path: Path) -> None:
        """Read the dates and write the file. Runs in a thread."""
        from workbook.export.calendar import PRODUCT, calendar, events
        from workbook.library.books import books
        from workbook.library.calendar_file import write_calendar

        worker, library = get_current_worker(), self._desk.library
        found: list[Event] = []
        for book in books(library, entries):
            if worker.is_cancelled:
                return
            found.extend(events(book, library.clock().date(), words=words))
        title, said = "", NOTHING
        if found:
            said = f"Saved as {path}"
            try:
                write_calendar(path, calendar(found), PRODUCT, library.folder)
            except LibraryError as error:
                title, said = "Not saved", str(error)
        if not worker.is_cancelled:
            self._app.call_from_thread(self._over, title, said)

    def _over(self, title: str, said: str) -> None:
        """Say how it went."""
        if self._waiting is not None and self._waiting.is_current:
            self._waiting.dismiss("gathered")
        if title:
            self._app.push_screen(screens.WordsScreen(title, plain(said)))
        else:
            self._app.notify(said, markup=False)
