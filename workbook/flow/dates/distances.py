"""Phrases that say how far off a day is: tomorrow, in two weeks, 3 days ago, a week tomorrow, +10d.

A rule is a pattern that the whole text matches, and the days it may mean.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from workbook.flow.dates.days import shift
from workbook.flow.dates.names import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Rule = tuple[re.Pattern[str], Callable[[re.Match[str], date], Iterable[date]]]

_NEAR = {
    "today": 0, "now": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0,
    "tomorrow": 1, "tomorow": 1, "tommorow": 1, "tommorrow": 1, "tmrw": 1,
    "yesterday": -1, "last night": -1, "day after tomorrow": 2, "day before yesterday": -2,
}  # fmt: skip
_UNITS = {"d": "day", "w": "week", "wk": "week", "m": "month", "y": "year", "yr": "year"}

_MANY = rf"(?P<many>\d{{1,4}}|an?|half a|(?:a )?couple of|{'|'.join(NUMBERS)})"
_AMOUNT = rf"{_MANY} ?(?P<unit>day|week|fortnight|month|year|wk|yr|[dwmy])(?:s|'s|s')?"
_WEEKS = rf"{_MANY} (?P<unit>week|fortnight)s?"
_BASE = "(?P<base>today|tomorrow)"


def _near(found: re.Match[str], today: date) -> Iterable[date]:
    return (today + timedelta(days=_NEAR[found["near"]]),)


def _ahead(found: re.Match[str], today: date) -> Iterable[date]:
    return _shifted(found, today, 1)


def _ago(found: re.Match[str], today: date) -> Iterable[date]:
    return _shifted(found, today, -1)


def _either_way(found: re.Match[str], today: date) -> Iterable[date]:
    return (*_ahead(found, today), *_ago(found, today))


def _signed(found: re.Match[str], today: date) -> Iterable[date]:
    return _shifted(found, today, -1 if found["sign"] == "-" else 1)


def _ahead_of_base(found: re.Match[str], today: date) -> Iterable[date]:
    return _ahead(found, _base(found, today))


def _either_way_of_base(found: re.Match[str], today: date) -> Iterable[date]:
    return _either_way(found, _base(found, today))


def _week_after_base(found: re.Match[str], today: date) -> Iterable[date]:
    return (_base(found, today) + timedelta(weeks=1),)


def _base(found: re.Match[str], today: date) -> date:
    return today + timedelta(days=_NEAR[found["base"]])


def _shifted(found: re.Match[str], day: date, sign: int) -> Iterable[date]:
    """Return the day that far from another; of "a couple", two or three. Only a year is halved."""
    many = found["many"]
    unit = _UNITS.get(found["unit"], found["unit"])
    if many == "half a":
        return (shift(day, sign * 6, "month"),) if unit == "year" else ()
    if many.endswith("couple of"):
        return (shift(day, sign * 2, unit), shift(day, sign * 3, unit))
    count = int(many) if many.isdigit() else NUMBERS.get(many, 1)
    return (shift(day, sign * count, unit),)


RULES: tuple[Rule, ...] = (
    (re.compile(f"(?:the )?(?P<near>{'|'.join(_NEAR)})"), _near),
    (re.compile(f"in {_AMOUNT}(?: time)?"), _ahead),
    (re.compile(f"{_AMOUNT} (?:from now|hence)"), _ahead),
    (re.compile(f"{_AMOUNT} ago"), _ago),
    # "Two weeks", with neither "in" nor "ago".
    (re.compile(_AMOUNT), _either_way),
    (re.compile(rf"(?P<sign>[+-]) ?{_AMOUNT}"), _signed),
    (re.compile(f"{_AMOUNT} from {_BASE}"), _ahead_of_base),
    # "Two weeks tomorrow" is ahead as a rule; "two weeks today" may be how long it has been.
    (re.compile(f"{_WEEKS} {_BASE}"), _either_way_of_base),
    (re.compile(f"{_BASE} week"), _week_after_base),
)
