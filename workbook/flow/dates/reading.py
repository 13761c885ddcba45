"""Reading a day from what a person typed: settled, asked about, or left as words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Looks = Literal["ahead", "back"]
"""Which way a day is meant to lie: ahead, as one to be reminded of, or back, as one that has been. Today is both."""

_ISO = re.compile(r"(\d{4})(-?)(\d\d)\2(\d\d)")


@dataclass(frozen=True)
class Reading:
    """What a text means as a day: a settled day, or days to choose from, or neither."""

    text: str
    """As typed. It is kept whatever became of it."""
    day: date | None = None
    """The day, where it can be only one."""
    choices: tuple[date, ...] = ()
    """Two days or more that it may mean, the closest to today first: ask which."""

    @property
    def unreadable(self) -> bool:
        """Whether something was typed that is no date."""
        return self.day is None and not self.choices and bool(self.text.strip())


def read(text: str, today: date, day_first: bool | None = None, looks: Looks | None = None) -> Reading:
    """Read the text as a day.

    `day_first` says how the person writes 3/12: True for 3 December, False for 12 March, None where
    nobody said. Nothing that may mean two days is ever settled; what is no date at all is unreadable.
    `looks` leaves out the days that lie the other way, unless the text says itself which way it means.
    """
    from workbook.flow.dates.days import in_order
    from workbook.flow.dates.tidying import tidy, without_time

    plain = tidy(text)
    for words in dict.fromkeys((plain, without_time(plain))):
        try:
            days = in_order(_days(words, today, day_first), today)
        except (ValueError, OverflowError):  # a day no calendar has, or one beyond it
            continue
        if looks and len(days) > 1:
            days = _on_side(days, words, today, looks)
        if len(days) == 1:
            return Reading(text, day=days[0])
        if days:
            return Reading(text, choices=days)
    return Reading(text)


def _on_side(days: tuple[date, ...], words: str, today: date, looks: Looks) -> tuple[date, ...]:
    """Return the days that lie the way it looks; all of them where none does, or the words decide it themselves."""
    from workbook.flow.dates.written import contradicts, names_year

    left = tuple(day for day in days if day == today or (day > today) == (looks == "ahead"))
    if not left or names_year(words, today) or (len(left) == 1 and contradicts(words, left[0], today)):
        return days
    return left


def _days(words: str, today: date, day_first: bool | None) -> tuple[date, ...]:
    """Return the days that tidied words may mean: ISO first, then our own phrases, then dates written out."""
    from workbook.flow.dates.grammar import phrase
    from workbook.flow.dates.written import written

    if iso := _ISO.fullmatch(words):
        return (date(int(iso[1]), int(iso[3]), int(iso[4])),)
    return phrase(words, today) or written(words, today, day_first)
