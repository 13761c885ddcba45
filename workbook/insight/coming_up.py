"""The dates people set, from all workbooks: the few to show first, or every one."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappush, heapreplace, nlargest, nsmallest
from operator import attrgetter
from typing import TYPE_CHECKING

from workbook.flow.refs import page_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from workbook.library.entry import Entry, EntryFollowUp

FIRST = 8
"""How many dates are shown first."""
PASSED = 3
"""How many of them at most may have passed: these are told, and leave room for what is ahead."""


@dataclass(frozen=True)
class Coming:
    """A date someone set, and where."""

    entry: Entry
    kept: EntryFollowUp

    @property
    def day(self) -> date:
        """The day."""
        return self.kept.day

    @property
    def ref(self) -> str:
        """Where it stands: a date's ref, or the path of a cell."""
        return self.kept.ref

    @property
    def text(self) -> str:
        """What the date is for, with a few words of what it is about."""
        return self.kept.says or (f"{self.kept.what}: {self.kept.about}" if self.kept.about else self.kept.what)

    @property
    def page(self) -> str:
        """Ref of the page on which it was set."""
        return page_of(self.ref)


@dataclass(frozen=True)
class First:
    """The dates to show first, and of how many."""

    dates: tuple[Coming, ...]
    total: int
    """How many are open in all."""


def first_dates(entries: Iterable[Entry], today: date, most: int = FIRST) -> First:
    """Return the dates to show first: a few that have passed and are still open, then the soonest to come.

    Of workbooks in which every open date has passed only those with the latest are read: there may be thousands.
    """
    total = 0
    read: list[Coming] = []
    past: list[tuple[date, int, Entry]] = []
    for place, entry in enumerate(entries):
        number, last = entry.still_open()
        if number and last:
            total += number
            if last >= today:
                read.extend(_open(entry))
            elif len(past) < PASSED:
                heappush(past, (last, place, entry))
            elif last > past[0][0]:
                heapreplace(past, (last, place, entry))
    for _, _, entry in past:
        read.extend(_open(entry))
    passed = nlargest(min(PASSED, most), (each for each in read if each.day < today), key=attrgetter("day"))
    ahead = nsmallest(most - len(passed), (each for each in read if each.day >= today), key=attrgetter("day"))
    return First((*reversed(passed), *ahead), total)


def dates_from(entries: Iterable[Entry], day: date) -> list[Coming]:
    """Return the open dates from a day on, the soonest first."""
    found: list[Coming] = []
    for entry in entries:
        number, last = entry.still_open()
        if number and last and last >= day:
            found.extend(each for each in _open(entry) if each.day >= day)
    return sorted(found, key=attrgetter("day"))


@dataclass(frozen=True)
class AllDates:
    """Every date of every workbook, by how it stands."""

    ahead: tuple[Coming, ...]
    """Open and still to come, the soonest first."""
    passed: tuple[Coming, ...]
    """Open or kept, and their day has passed, the latest first."""
    settled: tuple[Coming, ...]
    """Done or let go, the latest first."""


def all_dates(entries: Iterable[Entry], today: date) -> AllDates:
    """Return every date there is."""
    every = sorted((Coming(entry, kept) for entry in entries for kept in entry.follow_ups), key=attrgetter("day"))
    still = [each for each in every if each.kept.stage in ("open", "kept")]
    return AllDates(
        tuple(each for each in still if each.day >= today),
        tuple(each for each in reversed(still) if each.day < today),
        tuple(each for each in reversed(every) if each.kept.stage in ("done", "let_go")),
    )


def _open(entry: Entry) -> Iterator[Coming]:
    return (Coming(entry, kept) for kept in entry.follow_ups if kept.stage == "open")
