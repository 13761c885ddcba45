"""Arithmetic on days: the coming Friday, the nearest 29 February, a month from the 31st.

Some begin a week on Monday and others on Sunday, so what depends on it gives every day it may mean.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

YEARS = range(1900, 2201)
"""The years a day may lie in; anything else is taken for a slip of the fingers."""

_WEEK = timedelta(weeks=1)


def in_order(days: Iterable[date], today: date) -> tuple[date, ...]:
    """Return the days in range, each once, the closest to today first; of two as close, the coming one."""
    return tuple(sorted({day for day in days if day.year in YEARS}, key=lambda day: (abs(day - today), day < today)))


def shift(day: date, many: int, unit: str) -> date:
    """Return the day `many` (below 0: back) units on: `day`, `week`, `fortnight`, `month` or `year`.

    A month or year on from a day that the other month does not have gives that month's last day.
    """
    from dateutil.relativedelta import relativedelta

    match unit:
        case "day":
            return day + timedelta(days=many)
        case "week":
            return day + timedelta(weeks=many)
        case "fortnight":
            return day + timedelta(weeks=2 * many)
        case "month":
            return day + relativedelta(months=many)
        case _:
            return day + relativedelta(years=many)


def coming(weekday: int, today: date) -> date:
    """Return the first such weekday after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def latest(weekday: int, today: date) -> date:
    """Return the last such weekday before today."""
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)


def in_week(weekday: int, today: date, weeks: int) -> tuple[date, date]:
    """Return that weekday `weeks` from this week: with weeks begun on Monday, and begun on Sunday."""
    monday = today - timedelta(days=today.weekday())
    sunday = today - timedelta(days=(today.weekday() + 1) % 7)
    return (
        monday + timedelta(days=weekday) + weeks * _WEEK,
        sunday + timedelta(days=(weekday + 1) % 7) + weeks * _WEEK,
    )


def month_end(day: date) -> date:
    """Return the last day of the day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def period(unit: str, today: date, many: int) -> tuple[date, date, date]:
    """Return the first day, the day like today and the last day of the week, month or year `many` on."""
    same = shift(today, many, unit)
    if unit == "week":
        monday = same - timedelta(days=same.weekday())
        return monday, same, monday + timedelta(days=6)
    if unit == "month":
        return same.replace(day=1), same, month_end(same)
    return date(same.year, 1, 1), same, date(same.year, 12, 31)


def around_in_years(month: int, day: int | None, today: date) -> tuple[date, ...]:
    """Return the last such day before today and the first from today on; no day: the month's last."""
    years = (year for year in range(today.year - 8, today.year + 9) if year in YEARS)
    return _around([found for year in years if (found := _day(year, month, day))], today)


def around_in_months(day: int, today: date) -> tuple[date, ...]:
    """Return the last such day of a month before today and the first from today on."""
    firsts = (shift(today.replace(day=1), many, "month") for many in range(-2, 3))
    return _around([found for first in firsts if (found := _day(first.year, first.month, day))], today)


def _around(days: list[date], today: date) -> tuple[date, ...]:
    before = [day for day in days if day < today]
    after = [day for day in days if day >= today]
    return (*before[-1:], *after[:1])


def _day(year: int, month: int, day: int | None) -> date | None:
    """Return the day, or nothing where that month does not have it; no day: the month's last."""
    last = monthrange(year, month)[1]
    if day is not None and not 1 <= day <= last:
        return None
    return date(year, month, last if day is None else day)
