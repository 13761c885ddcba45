"""Phrases about weeks, months and years: next week, end of the month, 15th of next month, this weekend.

A week or a month is no day, so "next week" asks which; its first and last day are days.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from workbook.flow.dates.days import around_in_years, in_week, month_end, period
from workbook.flow.dates.names import MONTH_WORDS, ORDINALS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbook.flow.dates.distances import Rule

_MANY = {"this": 0, "next": 1, "last": -1, "the": 0, None: 0}
_FRIDAY, _SATURDAY, _SUNDAY = 4, 5, 6

_WHICH = "(?P<which>this|next|last)"
_OR_THE = "(?:(?P<which>this|next|last|the) )?"
_END = "(?:the )?(?:end|last day) of"
_START = "(?:the )?(?:start|beginning|first day|first|1st) of"
_MONTH = f"(?P<month>{'|'.join(sorted(MONTH_WORDS, key=len, reverse=True))})"
_DAY = rf"(?:the )?(?:(?P<day>\d\d?)(?:st|nd|rd|th)?|(?P<ordinal>{'|'.join(ORDINALS)}))"


def _many(found: re.Match[str]) -> int:
    return _MANY[found["which"]]


def _which_day(found: re.Match[str], today: date) -> Iterable[date]:
    """Return days of it to ask about: its first, the one like today, its last or its Friday."""
    first, same, last = period(found["unit"], today, _many(found))
    return (first, same, last if found["unit"] != "week" else last - timedelta(days=_SUNDAY - _FRIDAY))


def _weekend(found: re.Match[str], today: date) -> Iterable[date]:
    """Return Saturday and Sunday; of each weekend it may be, where nobody said: the one that passed, the one coming.

    On the weekend itself that is the one before, this one and the next.
    """
    saturday = in_week(_SATURDAY, today, 0)[0]
    offsets = {"this": (0,), "last": (-1,), "next": (0, 1) if today < saturday else (1,)}
    for weeks in offsets.get(found["which"], (-1, 0) if today < saturday else (-1, 0, 1)):
        yield saturday + timedelta(weeks=weeks)
        yield saturday + timedelta(weeks=weeks, days=1)


def _week_start(found: re.Match[str], today: date) -> Iterable[date]:
    """Return the Monday of it; of "the" week, this one's and the next one's."""
    weeks = _many(found)
    mondays = in_week(0, today, weeks)
    return mondays if found["which"] in ("this", "next", "last") else (*mondays, *in_week(0, today, 1))


def _week_end(found: re.Match[str], today: date) -> Iterable[date]:
    """Return its Friday and its Sunday."""
    weeks = _many(found)
    return (*in_week(_FRIDAY, today, weeks), in_week(_SUNDAY, today, weeks)[0])


def _start(found: re.Match[str], today: date) -> Iterable[date]:
    """Return its first day; of "the" month, this one's and the next one's."""
    many = _many(found)
    both = found["which"] in ("the", None)
    return (period(found["unit"], today, later)[0] for later in ((many, many + 1) if both else (many,)))


def _end(found: re.Match[str], today: date) -> Iterable[date]:
    return (period(found["unit"], today, _many(found))[2],)


def _end_of_named(found: re.Match[str], today: date) -> Iterable[date]:
    month = MONTH_WORDS[found["month"]]
    if found["year"] is None:
        return around_in_years(month, None, today)
    return (month_end(date(int(found["year"]), month, 1)),)


def _start_of_named(found: re.Match[str], today: date) -> Iterable[date]:
    month = MONTH_WORDS[found["month"]]
    if found["year"] is None:
        return around_in_years(month, 1, today)
    return (date(int(found["year"]), month, 1),)


def _day_of_month(found: re.Match[str], today: date) -> Iterable[date]:
    day = int(found["day"]) if found["day"] else ORDINALS[found["ordinal"]]
    return (period("month", today, _many(found))[0].replace(day=day),)


RULES: tuple[Rule, ...] = (
    (re.compile(f"{_WHICH} (?P<unit>week|month|year)"), _which_day),
    (re.compile(f"(?:(?:at|over) )?{_OR_THE}weekend"), _weekend),
    (re.compile(f"{_START} {_OR_THE}week"), _week_start),
    (re.compile(f"{_END} {_OR_THE}week"), _week_end),
    (re.compile(f"{_START} {_OR_THE}(?P<unit>month|year)"), _start),
    (re.compile(f"{_END} {_OR_THE}(?P<unit>month|year)"), _end),
    (re.compile(rf"{_END} {_MONTH}(?: (?P<year>\d{{4}}))?"), _end_of_named),
    (re.compile(rf"{_START} {_MONTH}(?: (?P<year>\d{{4}}))?"), _start_of_named),
    (re.compile(f"{_DAY} (?:of )?{_WHICH} month"), _day_of_month),
)
