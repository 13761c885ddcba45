"""Phrases that name a weekday: Friday, last Friday, Friday next week, Friday week.

People differ over which Friday the next one is, and on which day a week begins. Where that gives two days,
both are meant until the person says which.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from workbook.flow.dates.days import coming, in_week, latest
from workbook.flow.dates.names import WEEKDAY_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbook.flow.dates.distances import Rule

_DAY = f"(?P<weekday>{'|'.join(sorted(WEEKDAY_WORDS, key=len, reverse=True))})"
_WHICH = "(?P<which>this|next|last)"
_WEEKS = {"this": 0, "next": 1, "last": -1}


def _weekday(found: re.Match[str]) -> int:
    return WEEKDAY_WORDS[found["weekday"]]


def _bare(found: re.Match[str], today: date) -> Iterable[date]:
    """Return the last and the coming one, and today if it is one."""
    weekday = _weekday(found)
    return (latest(weekday, today), coming(weekday, today), *_today_too(weekday, today))


def _this(found: re.Match[str], today: date) -> Iterable[date]:
    """Return the coming one and the one in this week, which may have passed."""
    weekday = _weekday(found)
    return (coming(weekday, today), in_week(weekday, today, 0)[0])


def _next(found: re.Match[str], today: date) -> Iterable[date]:
    """Return the coming one and the one in next week."""
    weekday = _weekday(found)
    return (coming(weekday, today), *in_week(weekday, today, 1))


def _last(found: re.Match[str], today: date) -> Iterable[date]:
    """Return the latest one and the one in last week."""
    weekday = _weekday(found)
    return (latest(weekday, today), *in_week(weekday, today, -1))


def _coming(found: re.Match[str], today: date) -> Iterable[date]:
    weekday = _weekday(found)
    return (coming(weekday, today), *_today_too(weekday, today))


def _past(found: re.Match[str], today: date) -> Iterable[date]:
    return (latest(_weekday(found), today),)


def _in_week(found: re.Match[str], today: date) -> Iterable[date]:
    return in_week(_weekday(found), today, _WEEKS[found["which"]])


def _week_after(found: re.Match[str], today: date) -> Iterable[date]:
    """Return the day a week after the coming one, counted from today too if it is one."""
    return (day + timedelta(weeks=1) for day in _coming(found, today))


def _today_too(weekday: int, today: date) -> tuple[date, ...]:
    return (today,) if today.weekday() == weekday else ()


RULES: tuple[Rule, ...] = (
    (re.compile(_DAY), _bare),
    (re.compile(f"this {_DAY}"), _this),
    (re.compile(f"next {_DAY}"), _next),
    (re.compile(f"last {_DAY}"), _last),
    (re.compile(f"{_DAY} last"), _last),
    (re.compile(f"(?:this |the )?coming {_DAY}"), _coming),
    (re.compile(f"(?:this |the )?past {_DAY}"), _past),
    (re.compile(f"{_DAY},? (?:of |in )?{_WHICH} week"), _in_week),
    (re.compile(f"{_WHICH} week,? (?:on )?{_DAY}"), _in_week),
    (re.compile(f"{_DAY} week"), _week_after),
    (re.compile(f"a week (?:on|from) {_DAY}"), _week_after),
)
