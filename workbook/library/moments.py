"""IDs and times: how a workbook is named, and how a moment is written in a file name."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]
"""Tells the time, with its offset. Tests give their own."""

ID = re.compile(r"[0-9]{8}-[0-9a-f]{6}")
"""A workbook's ID: the day it was begun, and six digits that tell it from others of that day."""

_STAMP = "%Y%m%dT%H%M%S%fZ"


def now() -> datetime:
    """Return this moment in local time, with its offset."""
    return datetime.now().astimezone()


def new_id(begun: datetime) -> str:
    """Return an ID for a workbook begun now. Sorts by day and is safe in a file name."""
    import secrets  # brings hashing along, which reading does without

    return f"{begun:%Y%m%d}-{secrets.token_hex(3)}"


def in_utc(moment: datetime) -> datetime:
    """Return a moment in UTC: the first or the last there is, where an offset takes it beyond the calendar.

    No clock says such a moment, but a file from elsewhere may.
    """
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return datetime.min.replace(tzinfo=UTC) if moment.year == 1 else datetime.max.replace(tzinfo=UTC)


def stamp(moment: datetime) -> str:
    """Return a moment for a file name: in UTC, so that names sort in order whatever the zone."""
    return in_utc(moment).strftime(_STAMP)


def moment_of(text: str) -> datetime | None:
    """Return the moment a `stamp` says, or None if it is none."""
    try:
        return datetime.strptime(text, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def stamp_after(moment: datetime, newest: str | None) -> str:
    """Return a stamp for `moment` that sorts after `newest`, even where the clock has jumped back."""
    made = stamp(moment)
    before = moment_of(newest) if newest else None
    if before is None or made > stamp(before):
        return made
    return stamp(before + timedelta(microseconds=1))
