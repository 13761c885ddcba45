"""Saying a day so that a slip is noticed: with its weekday and how far off it is, and never with reproach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.flow.dates.names import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from datetime import date, datetime

_DAYS_A_MONTH = 365.2425 / 12


def say(day: date, today: date) -> str:
    """Return the day in full: `Friday 27 November 2026, in 5 days`."""
    return f"{WEEKDAYS[day.weekday()]} {short(day)}, {distance(day, today)}"


def short(day: date) -> str:
    """Return the day without weekday or distance: `27 November 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def at(moment: datetime) -> str:
    """Return a day and its time: `27 November 2026, 21:40`."""
    return f"{short(moment)}, {moment:%H:%M}"


def typed(day: date) -> str:
    """Return what to put in the box when a day is picked; `read` gives the same day back for it."""
    return short(day)


def distance(day: date, today: date) -> str:
    """Return how far off the day is: `today`, `in 5 days`, `12 days ago`, `in 3 weeks`, `about a year ago`.

    Days up to 13, then weeks up to eight, then months up to 22, then years; "about" where it is not exact.
    """
    days = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days)
    if near:
        return near
    length = _length(abs(days), *sorted((day, today)))
    return f"in {length}" if days > 0 else f"{length} ago"


def _length(days: int, start: date, end: date) -> str:
    """Return a length of two days or more in the largest unit that still says something."""
    if days < 14:
        return f"{days} days"
    if days <= 56:
        return _about(days % 7 == 0, f"{round(days / 7)} weeks")
    months = round(days / _DAYS_A_MONTH)
    exact = start.day == end.day and (end.year - start.year) * 12 + end.month - start.month == months
    if months == 12:
        return _about(exact, "a year")
    if months <= 22:
        return _about(exact, f"{months} months")
    return _about(exact and months % 12 == 0, f"{round(months / 12)} years")


def _about(exact: bool, length: str) -> str:
    return length if exact else f"about {length}"
