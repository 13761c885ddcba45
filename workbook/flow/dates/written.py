"""Dates written out: 27 November 2026, 27.08., Friday 3/12/26, the 27th."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from workbook.flow.dates import names
from workbook.flow.dates.days import YEARS, around_in_months, around_in_years, in_order
from workbook.flow.dates.pieces import pieces, spelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbook.flow.dates.parts import Parts
    from workbook.flow.dates.pieces import Piece

CERTAIN = 20
"""Years. A year of two digits is settled when the nearest such year is no further off than this."""

_WEEKDAY = "|".join(sorted(names.WEEKDAY_WORDS, key=len, reverse=True))
_WEEKDAY_FIRST = re.compile(rf"({_WEEKDAY})\b[.,]? ?(.+)")
_WEEKDAY_LAST = re.compile(rf"(.+?)(?:, ?({_WEEKDAY})| ?\(({_WEEKDAY})\.?\))")
_YEAR_WORDS = re.compile(r"(.+?),? (?:of )?(this|next|last) year")
_DAY_ALONE = re.compile(r"(?:the )?(\d\d?)(st|nd|rd|th)?")
_ORDINAL = re.compile(rf"\b({'|'.join(names.ORDINALS)})\b")


@dataclass(frozen=True)
class _Found:
    days: tuple[date, ...] = ()
    """The closest to today first."""
    doubts: int = 0
    """How many things are in doubt: which number is the month, the year, its century."""


def written(text: str, today: date, day_first: bool | None) -> tuple[date, ...]:
    """Return the days a tidied text may mean; none if it is no date written out.

    A weekday beside the date settles one doubt where it fits the closest day. One that contradicts the date
    makes a question of it: the day as written, or the nearest one on that weekday.
    """
    weekday, rest = _split_weekday(_spell_out(text, today))
    if alone := _DAY_ALONE.fullmatch(rest):
        # A bare number is no date: "the 3rd" and "Friday 3" are.
        known = alone[2] or weekday is not None
        found = _Found(in_order(around_in_months(int(alone[1]), today), today), 1) if known else _Found()
    else:
        found = _in_full(pieces(rest), today, day_first)
    if weekday is None or not found.days:
        return found.days
    closest = found.days[0]
    if len(found.days) == 1:
        return (closest,) if closest.weekday() == weekday else (closest, _nearest(weekday, closest))
    return (closest,) if found.doubts == 1 and closest.weekday() == weekday else found.days


def names_year(text: str, today: date) -> bool:
    """Whether a tidied text is a date with its year: 3/12/26, 3 December 2026, 3/12 this year."""
    return len(pieces(_split_weekday(_spell_out(text, today))[1])) == 3  # day, month, year


def contradicts(text: str, day: date, today: date) -> bool:
    """Whether a tidied text is a date with a weekday beside it that this day does not fall on."""
    weekday = _split_weekday(_spell_out(text, today))[0]
    return weekday is not None and weekday != day.weekday()


def _spell_out(text: str, today: date) -> str:
    """Turn words that stand for numbers into them: the first, Christmas Eve, next year."""
    for feast, day in names.FEASTS.items():
        if text == feast or text.startswith(f"{feast} "):
            text = day + text.removeprefix(feast)
            break
    text = _ORDINAL.sub(lambda found: f"{names.ORDINALS[found[1]]}th", text)
    if found := _YEAR_WORDS.fullmatch(text):
        text = f"{found[1]} {today.year + {'this': 0, 'next': 1, 'last': -1}[found[2]]}"
    return text


def _split_weekday(text: str) -> tuple[int | None, str]:
    if found := _WEEKDAY_FIRST.fullmatch(text):
        return names.WEEKDAY_WORDS[found[1]], found[2]
    if found := _WEEKDAY_LAST.fullmatch(text):
        return names.WEEKDAY_WORDS[found[2] or found[3]], found[1]
    return None, text


def _nearest(weekday: int, day: date) -> date:
    return day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)


def _in_full(found: tuple[Piece, ...], today: date, day_first: bool | None) -> _Found:
    """Return the days of a date that has its day and month."""
    readings = _readings(found, day_first)
    days = in_order((day for reading in readings for day in _days_of(reading, today)), today)
    doubts = (len(readings) > 1) + (len(days) > len(readings))
    if day_first is None and (other := _year_first(found, today)):
        closer = not days or abs(other - today) < abs(days[0] - today)
        if other not in days and (closer or found[1].before == "-"):
            return _Found(in_order((*days, other), today), doubts + bool(days))
    return _Found(days, doubts)


def _readings(found: tuple[Piece, ...], day_first: bool | None) -> tuple[Parts, ...]:
    """Return each way to tell the numbers apart; the person's own alone, if they said one and it works."""
    if not found:
        return ()
    from workbook.flow.dates.parts import parts

    orders: tuple[bool, ...] = (True, False) if day_first is None else (day_first, not day_first)
    if found[0].is_year:
        orders = (False,)  # nobody writes year, day, month
    text = spelled(found)
    numbers = [piece.number for piece in found if piece.number]
    readings = [reading for order in orders if (reading := parts(text, numbers, day_first=order))]
    return tuple(dict.fromkeys(readings if day_first is None else readings[:1]))


def _year_first(found: tuple[Piece, ...], today: date) -> date | None:
    """Return the day that 26-11-27 is if it is an ISO date without its century, and a likely one.

    That is a doubt worth asking about with hyphens, and otherwise where it gives the closer day.
    """
    if [len(piece.number) for piece in found] != [2, 2, 2]:
        return None
    from workbook.flow.dates.parts import parts

    reading = parts(spelled(found), [piece.number for piece in found], day_first=False, year_first=True)
    if reading is None or reading.year != int(found[0].number):
        return None
    year, *others = _likely(reading.year, today)
    return None if others else date(year, reading.month, reading.day)


def _days_of(reading: Parts, today: date) -> Iterable[date]:
    """Return the days a reading may mean: in the years around where it has none, in the likely centuries."""
    if reading.year is None:
        return around_in_years(reading.month, reading.day, today)
    if reading.year in YEARS:
        return (date(reading.year, reading.month, reading.day),)
    return (date(year, reading.month, reading.day) for year in _likely(reading.year, today))


def _likely(short_year: int, today: date) -> list[int]:
    """Return the year nearest to today that ends in these two digits, or the nearest two if it is far off."""
    years = sorted(range(1800 + short_year, 2400, 100), key=lambda year: abs(year - today.year))
    return years[:1] if abs(years[0] - today.year) <= CERTAIN else years[:2]
