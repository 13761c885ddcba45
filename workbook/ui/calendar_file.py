"""Dates as a calendar file from the app: with or without words, then where to."""

from __future__ import annotations

import threading
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from workbook.library.errors import LibraryError
from workbook.paths import expanded
from workbook.ui import screens

if TYPE_CHECKING:
    from workbook.export.calendar import Event
    from workbook.library.entry import Entry
    from workbook.ui.desk import Desk
    from workbook.ui.screens import ProgressScreen

ABOUT = """\
An all-day entry for each date. Importing the file again later moves what was moved, and takes back what was let go.

Calendars are often shared, or kept online. Without your words an entry says only “Workbook: next step”. \
The file is not protected by this program."""
WHERE = "A calendar that was saved here before is brought up to date; no other file is written over."
NOTHING = "There are no dates to put into a calendar."
AGAIN = 0.1
"""Seconds between two words on how far it is."""


class Outcome(NamedTuple):
    """How it went: to be read under a title, or told in passing."""

    title: str
    said: str


class CalendarFile:
    """Asks, gathers in the background, writes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._app = desk.app

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
            self._over(Outcome("Not saved", str(error)))
            return
        stop = threading.Event()
        progress = screens.ProgressScreen("Gathering dates", len(entries), "workbooks", stop.set)
        self._app.push_screen(progress, self._over)
        gather = partial(self._gather, entries, words, expanded(where.strip()), progress, stop)
        self._app.run_worker(gather, thread=True, group="calendar", exit_on_error=False)

    def _gather(
        self, entries: list[Entry], words: bool, path: Path, progress: ProgressScreen, stop: threading.Event
    ) -> None:
        """Read the dates and write the file. Runs in a thread."""
        outcome = Outcome("Not saved", "Something went wrong in the program itself. No file was written.")
        try:
            outcome = self._written(entries, words, path, progress, stop)
        except LibraryError as error:
            outcome = Outcome("Not saved", str(error))
        finally:
            if self._app.is_running:
                self._app.call_later(progress.ended, outcome)

    def _written(
        self, entries: list[Entry], words: bool, path: Path, progress: ProgressScreen, stop: threading.Event
    ) -> Outcome:
        from workbook.export.calendar import PRODUCT, calendar, events
        from workbook.library.books import books
        from workbook.library.calendar_file import write_calendar

        library, today = self._desk.library, self._desk.library.clock().date()
        found: list[Event] = []
        told = time.monotonic()
        for done, book in enumerate(books(library, entries)):
            if stop.is_set() or not self._app.is_running:
                return Outcome("", "Stopped. No file was written.")
            if time.monotonic() - told > AGAIN:
                told = time.monotonic()
                self._app.call_later(progress.so_far, done)
            found.extend(events(book, today, words=words))
        if not found:
            return Outcome("", NOTHING)
        write_calendar(path, calendar(found), PRODUCT, library.folder)
        return Outcome("", f"Saved as {path}")

    def _over(self, outcome: Outcome | None) -> None:
        """Say how it went."""
        if outcome is not None and outcome.title:
            self._desk.say(*outcome)
        elif outcome is not None:
            self._app.tell(outcome.said)
