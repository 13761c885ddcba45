"""The dates people set, from all workbooks, in one list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbook.library.entry import Entry


@dataclass(frozen=True)
class Coming:
    """A date someone set, and where."""

    day: date
    what: str
    """What the date is for."""
    about: str
    """A few words of what it is about; may be empty."""
    ref: str
    entry: Entry

    @property
    def page(self) -> str:
        """Ref of the page on which it was set."""
        return ".".join(self.ref.split(".")[:2])


def coming_up(entries: Iterable[Entry], *, since: date | None = None) -> list[Coming]:
    """Every date set in these workbooks, soonest first, from `since` on when given."""
    found = [
        Coming(follow_up.day, follow_up.what, follow_up.about, follow_up.ref, entry)
        for entry in entries
        for follow_up in (entry.follow_ups if since is None else entry.follow_ups_since(since))
    ]
    return sorted(found, key=lambda coming: (coming.day, coming.entry.created))
