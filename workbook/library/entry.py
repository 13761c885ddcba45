"""What the library says of a workbook without opening it: a row of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

import msgspec

from workbook.flow.standing import Stage
from workbook.library.record import Moment
from workbook.ready import made_ready

EntryState = Literal["unfinished", "completed", "damaged", "newer"]

STATE_WORDS: Mapping[EntryState, str] = {
    "unfinished": "unfinished",
    "completed": "completed",
    "damaged": "needs attention",
    "newer": "from a newer version",
}
"""What a list says of each."""


class EntryFollowUp(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A date in a workbook that is worth being reminded of."""

    ref: str
    """The date field it stands in."""
    what: str
    """What it is a date for."""
    day: date
    about: str = ""
    """What the person wrote beside it."""
    says: str = ""
    """What to say of it in a sentence, where there is one."""
    stage: Stage = "open"
    """How it stands."""


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
    kept_follow_ups: msgspec.Raw = msgspec.field(default=msgspec.Raw(b"[]"), name="follow_ups")
    """Its follow-ups as they are kept. Few of ten thousand workbooks have any still to come: the rest stay unread."""
    pinned: str = ""
    """Kind words that the person pinned to Home, as far as a line shows them."""
    problem: str = ""
    """What is wrong with a damaged or newer one, in a sentence."""

    @property
    def moment(self) -> Moment:
        """The moment whose day stands beside a workbook: when it was completed, or else last worked on."""
        return self.completed or self.updated

    @property
    def follow_ups(self) -> tuple[EntryFollowUp, ...]:
        """Its dates that are worth being reminded of."""
        try:
            return msgspec.json.decode(self.kept_follow_ups, type=tuple[EntryFollowUp, ...])
        except msgspec.DecodeError:
            return ()  # only an index, and only for reminding: the dates themselves are in the workbook

    def latest(self) -> date | None:
        """Return the latest of its dates, however they stand."""
        return max((each.day for each in self.follow_ups), default=None)

    def still_open(self) -> tuple[int, date | None]:
        """Return how many of its dates are open, and the latest of them."""
        days = [each.day for each in self.follow_ups if each.stage == "open"]
        return len(days), max(days, default=None)


class Row(Entry, frozen=True, kw_only=True, gc=False):
    """An entry as it is kept, with what shows whether its file has changed since."""

    mtime_ns: int = 0
    size: int = -1
    open_dates: int = 0
    """How many of its follow-ups are open: not done, let go, nor kept though they have passed."""
    last_open: date | None = None
    """The latest of those."""

    def still_open(self) -> tuple[int, date | None]:
        """Return how many dates are open and the latest of them, without reading them."""
        return self.open_dates, self.last_open


made_ready(Row, EntryFollowUp)
