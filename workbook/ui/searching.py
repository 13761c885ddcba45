"""A search through every workbook: what is looked for, what was found so far, and the sweep that finds more.

It outlives its screen, so that whoever opens what was found comes back to the search as it was.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbook.insight.query import Query, query
from workbook.insight.search import Search, newest_first
from workbook.library.errors import LibraryError, Locked
from workbook.library.skimming import skim
from workbook.ui.pace import Pace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbook.insight.search import Hit
    from workbook.library.entry import Entry
    from workbook.library.library import Library
    from workbook.library.skimming import Skimmed

MOST = 500
"""Hits that are kept and shown. Those beyond are counted."""
REPORT = 0.12
"""Seconds between two reports of a sweep, after the first hit."""


@dataclass
class Batch:
    """What a stretch of a sweep brought."""

    run: int
    """Which sweep it belongs to."""
    hits: list[Hit] = field(default_factory=list)
    """The first of those found."""
    found: int = 0
    within: int = 0
    """How many workbooks something was found in."""
    read: int = 0
    unread: int = 0
    """How many of those could not be read."""


class Searching:
    """One search, as far as it has come."""

    def __init__(self, library: Library, entries: Sequence[Entry], is_typing: Callable[[], bool]) -> None:
        """Look through these workbooks, the newest first, and slowly while somebody types."""
        self.entries = newest_first(entries)
        self.text = ""
        """What was typed."""
        self.hits: list[Hit] = []
        self.found = self.within = self.read = self.unread = 0
        self.cursor = 0
        """The row that the person was on."""
        self._library = library
        self._is_typing = is_typing
        self._query = Query(())
        self._run = 0

    @property
    def is_wanted(self) -> bool:
        """Whether anything is looked for."""
        return bool(self._query)

    @property
    def is_done(self) -> bool:
        """Whether every workbook was looked through."""
        return self.read >= len(self.entries)

    def look_for(self, text: str) -> bool:
        """Begin anew with what was typed; False where that asks for the same as before."""
        self.text = text
        wanted = query(text)
        if wanted == self._query:
            return False
        self._query = wanted
        self._run += 1
        self.hits = []
        self.found = self.within = self.read = self.unread = self.cursor = 0
        return True

    def take(self, batch: Batch) -> bool:
        """Add what a sweep found; False for a sweep that is no longer wanted."""
        if batch.run != self._run:
            return False
        self.hits += batch.hits[: MOST - len(self.hits)]
        self.found += batch.found
        self.within += batch.within
        self.read += batch.read
        self.unread += batch.unread
        return True

    def sweep(self) -> Callable[[Callable[[Batch], object], Callable[[], bool]], None]:
        """Return the work that is still to be done, for a thread: it takes where to report, and whether to stop."""
        run, wanted, rest = self._run, self._query, self.entries[self.read :]
        room, today = MOST - len(self.hits), self._library.clock().date()

        def work(report: Callable[[Batch], object], is_cancelled: Callable[[], bool]) -> None:
            pace = Pace(self._is_typing)
            search = Search(wanted, self._library.guides.every(), today)
            batch, kept, told = Batch(run), 0, time.perf_counter()
            for entry in rest:
                if is_cancelled():
                    return
                batch.read += 1
                try:
                    book = skim(self._library, entry, search.may_hold)
                    hits, found = _found_in(book, search, room - kept - len(batch.hits))
                except Locked:
                    return
                except LibraryError:
                    batch.unread += 1
                    continue
                batch.hits += hits
                batch.found += found
                batch.within += bool(found)
                if (batch.hits and not kept) or time.perf_counter() - told > REPORT:
                    kept += len(batch.hits)
                    report(batch)
                    batch, told = Batch(run), time.perf_counter()
                pace.rest()
            report(batch)

        return work

    def says(self) -> str:
        """How it stands, in a line."""
        if not self.is_wanted:
            return ""
        total = len(self.entries)
        hits = "1 hit" if self.found == 1 else f"{self.found:,} hits"
        if self.found > len(self.hits):
            hits = f"first {len(self.hits):,} of {hits}"
        said = f"{hits} in {self.within:,} of {_workbooks(total)}" if self.found else f"nothing in {_workbooks(total)}"
        if not self.is_done:
            return f"Looking, {self.read:,} of {_workbooks(total)} read" + (f": {hits} so far" if self.found else "")
        if self.unread:
            said += f" ({self.unread:,} could not be read)"
        return f"{said[:1].upper()}{said[1:]}"


def _found_in(book: Skimmed | None, search: Search, room: int) -> tuple[list[Hit], int]:
    """The hits in a workbook that there is room for, and how many there are."""
    if book is None:
        return [], 0
    if not room:
        return [], search.count(book)
    hits = search.hits(book)
    return hits[:room], len(hits)


def _workbooks(number: int) -> str:
    return "1 workbook" if number == 1 else f"{number:,} workbooks"
