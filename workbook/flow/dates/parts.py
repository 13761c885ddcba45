"""The day, month and year that dateutil finds in a date written out, and nothing that was not written.

dateutil fills what is missing from a default, and swaps day and month where only that makes a date. So each
text is read with two defaults that share no part: what differs was missing. Callers read it with the day
first and with the month first: what differs is in doubt. Every number written must come back as a part.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dateutil.parser import parse

if TYPE_CHECKING:
    from collections.abc import Sequence

# Both are leap years, so that 29 February with no year can be read.
_DEFAULTS = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2004, 2, 2, tzinfo=UTC))


@dataclass(frozen=True)
class Parts:
    """One way to read a date written out. The year is as written: of two digits, four, or none."""

    year: int | None
    month: int
    day: int


def parts(text: str, numbers: Sequence[str], *, day_first: bool, year_first: bool = False) -> Parts | None:
    """Read the text one way; None where it gives no whole day and month, or leaves one of the numbers out.

    `numbers` are the numbers in the text as written; a month in letters is not among them.
    """
    try:
        first, second = (
            parse(text, default=default, dayfirst=day_first, yearfirst=year_first, ignoretz=True)
            for default in _DEFAULTS
        )
    except (ValueError, OverflowError):
        return None
    if (first.month, first.day) != (second.month, second.day):
        return None
    year = first.year if first.year == second.year else None
    if year is not None and not any(len(number) == 4 for number in numbers):
        year %= 100  # dateutil chose a century by the computer's clock
    told = Counter((first.day, first.month) if _in_figures(text) else (first.day,))
    if year is not None:
        told[year] += 1
    return Parts(year, first.month, first.day) if told == Counter(map(int, numbers)) else None


def _in_figures(text: str) -> bool:
    return not any(letter.isalpha() for letter in text)
