"""What may be read as a date written out: its numbers and month in one of the orders people use.

The gate is narrow, because dateutil makes a day of nearly anything: of a range (27-28 November), of a time,
of two numbers in a sentence. What does not pass is no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbook.flow.dates.days import YEARS
from workbook.flow.dates.names import MONTH_WORDS, MONTHS

_PIECE = re.compile(r"( ?[,./-]? ?)(?:'(\d\d)|(\d+)(st|nd|rd|th)?|([a-z]+))")
_FILLERS = ("the", "of")


@dataclass(frozen=True)
class Piece:
    """One number or month's name of a date, and what separates it from the one before."""

    before: str
    """One of `,./-`, a space, or nothing."""
    number: str = ""
    ordinal: bool = False
    short_year: bool = False
    """Written '26."""
    month: str = ""

    @property
    def is_year(self) -> bool:
        """Whether it is a year of four digits."""
        return len(self.number) == 4 and int(self.number) in YEARS

    @property
    def is_small(self) -> bool:
        """Whether it may be a day or the number of a month."""
        return len(self.number) in (1, 2) and int(self.number) <= 31 and not self.short_year


def pieces(text: str) -> tuple[Piece, ...]:
    """Return the pieces of a tidied text, none at all where it is not the shape of a date."""
    found = _split(text)
    return found if _in_figures(found) or _with_month(found) else ()


def spelled(found: tuple[Piece, ...]) -> str:
    """Return the pieces as dateutil reads them best: 27/11/2026 or 27 November 2026."""
    between = " " if any(piece.month for piece in found) else "/"
    return between.join(piece.month or piece.number for piece in found)


def _split(text: str) -> tuple[Piece, ...]:
    found: list[Piece] = []
    at = 0
    before = ""
    while at < len(text):
        match = _PIECE.match(text, at)
        if match is None or (at == 0 and match[1]):
            return ()
        gap, short_year, number, ordinal, word = match.groups()
        at = match.end()
        before = before.strip() or gap.strip() or gap[:1]
        if word in _FILLERS:
            continue
        if word and word not in MONTH_WORDS:
            return ()
        month = MONTHS[MONTH_WORDS[word] - 1] if word else ""
        found.append(Piece(before, short_year or number or "", bool(ordinal), bool(short_year), month))
        before = ""
    return tuple(found)


def _in_figures(found: tuple[Piece, ...]) -> bool:
    """Whether it is 27/11, 27.11.2026, 27-11-26, 27 11 2026 or 2026/11/27.

    One separator throughout, but a year of four digits at the end may stand after a space or comma.
    """
    if len(found) not in (2, 3) or any(piece.month or piece.ordinal for piece in found):
        return False
    first, second = found[:2]
    if first.is_year and len(found) == 3:
        return second.is_small and found[2].is_small and second.before == found[2].before != ","
    if not (first.is_small and second.is_small and second.before in (*"./-", " ")):
        return False
    if len(found) == 2:
        return second.before != " "
    last = found[2]
    if last.is_year:
        return last.before in (second.before, " ", ",")
    return len(last.number) == 2 and last.before == second.before != " "


def _with_month(found: tuple[Piece, ...]) -> bool:
    """Whether it is 27 November, November 27, either with a year after it, or 2026 November 27.

    "November 27, 28" and "27 Nov-28" may be two days. So a year of two digits needs an apostrophe after
    November 27; after 27 November a space, or the separator that stands before the month, will do.
    """
    match [bool(piece.month) for piece in found]:
        case [False, True] | [True, False]:
            return all(piece.is_small or piece.month for piece in found)
        case [True, False, False]:
            _, day, year = found
            full = year.is_year or year.short_year
        case [False, True, False] if found[0].is_year:
            year, _, day = found
            full = True
        case [False, True, False]:
            day, month, year = found
            full = year.is_year or (len(year.number) == 2 and _one_date(month.before, year))
        case _:
            return False
    return full and day.is_small and not year.ordinal


def _one_date(before_month: str, year: Piece) -> bool:
    """Whether a number of two digits after day and month is surely their year."""
    return year.short_year or (before_month != "," and year.before in (before_month, " "))
