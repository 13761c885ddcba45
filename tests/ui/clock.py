"""Time for tests to move."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class Clock:
    """A clock that stands still until it is moved: on Sunday 22 November 2026, unless told otherwise.

    Only that each look at it is a microsecond later, so that what is kept after something else is newer than that.
    """

    def __init__(self, at: datetime | None = None) -> None:
        self.at = at or datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.at += timedelta(microseconds=1)
        return self.at

    def move(self, **by: float) -> None:
        """Let time pass."""
        self.at += timedelta(**by)
