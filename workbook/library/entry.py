"""What the library says of a workbook without opening it: a row of the catalogue."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from workbook.library.record import Moment

EntryState = Literal["unfinished", "completed", "damaged", "newer"]


class EntryFollowUp(msgspec.Struct, frozen=True, gc=False):
    """A date in a workbook that is worth being reminded of."""

    ref: str
    """The date field it stands in."""
    what: str
    """What it is a date for."""
    day: date
    about: str = ""
    """What the person wrote beside it."""


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One workbook in a list."""

    id: str
    title: str
    state: EntryState
    route: str = ""
    created: Moment
    updated: Moment
    completed: Moment | None = None
    position: str = ""
    """Ref of the page the person was on."""
    where: str = ""
    """The same for people: `Evaluate, page 3 of 8`. Empty once completed."""
    follow_ups: tuple[EntryFollowUp, ...] = ()
    problem: str = ""
    """What is wrong with a damaged or newer one, in a sentence."""


class Row(Entry, frozen=True, kw_only=True, gc=False):
    """An entry as it is kept, with what shows whether its file has changed since."""

    mtime_ns: int = 0
    size: int = -1
