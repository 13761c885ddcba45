"""The ways people write a date: each gives the right day, days to ask about, or neither; no wrong day."""

from __future__ import annotations

from datetime import date

import pytest

from workbook.flow.dates.reading import read

TODAY = date(2026, 11, 18)
"""A Wednesday."""


def nov(day: int) -> date:
    return date(2026, 11, day)


def dec(day: int) -> date:
    return date(2026, 12, day)


SETTLED = {
    # ISO
    "2026-11-27": nov(27),
    "20261127": nov(27),
    "2026-11-27T14:30": nov(27),
    "2026-11-27 14:30:05": nov(27),
    # counted from today
    "today": nov(18),
    "Now": nov(18),
    "tonight at 8": nov(18),
    "this morning": nov(18),
    "  Tomorrow. ": nov(19),
    "TOMORROW MORNING": nov(19),
    "tommorow": nov(19),
    "yesterday": nov(17),
    "last night": nov(17),
    "the day after tomorrow": nov(20),
    "day  before\tyesterday": nov(16),
    "in 2 weeks": dec(2),
    "in two weeks' time": dec(2),
    "in a week": nov(25),
    "a week ago": nov(11),
    "3 days ago": nov(15),
    "12 days ago": nov(6),
    "twelve days ago": nov(6),
    "two weeks ago": nov(4),
    "a fortnight ago": nov(4),
    "in a fortnight": dec(2),
    "10 days from now": nov(28),
    "a week from tomorrow": nov(26),
    "tomorrow week": nov(26),
    "in 6 months": date(2027, 5, 18),
    "in half a year": date(2027, 5, 18),
    "a year ago": date(2025, 11, 18),
    "+10d": nov(28),
    "-3d": nov(15),
    "+2w": dec(2),
    "+1m": dec(18),
    "+ 1 year": date(2027, 11, 18),
    "in 10d": nov(28),
    "0 days ago": nov(18),
    # weekdays that can be only one
    "next monday": nov(23),
    "last friday": nov(13),
    "this friday": nov(20),
    "coming friday": nov(20),
    "this past friday": nov(13),
    "friday next week": nov(27),
    "next week on Friday": nov(27),
    "Friday week": nov(27),
    "a week on friday": nov(27),
    "next wednesday": nov(25),
    # edges of weeks, months and years
    "end of month": nov(30),
    "the end of the month": nov(30),
    "end of next month": dec(31),
    "start of next month": dec(1),
    "first of next month": dec(1),
    "the 15th of next month": dec(15),
    "3rd of last month": date(2026, 10, 3),
    "beginning of next week": nov(23),
    "end of the year": dec(31),
    "end of february 2028": date(2028, 2, 29),
    # written out
    "27 November 2026": nov(27),
    "on 27 November 2026": nov(27),
    "27 NOV. 2026": nov(27),
    "27nov2026": nov(27),
    "27-Nov-2026": nov(27),
    "27-nov-26": nov(27),
    "27 nov '26": nov(27),
    "27 nov ’26": nov(27),
    "27th of November, 2026": nov(27),
    "November 27, 2026": nov(27),
    "November 27,2026": nov(27),
    "November the 27th 2026": nov(27),
    "2026 November 27": nov(27),
    "Friday 27 November 2026": nov(27),
    "Fri. 27 Nov 2026": nov(27),
    "27/11/2026 (Fri)": nov(27),
    "27 November 2026, Friday": nov(27),
    "27\u00a0November\u00a02026": nov(27),
    "27 nov 2026 14:30": nov(27),
    "14:30 on 27 November 2026": nov(27),
    "27 November 2026 at 2.30 p.m.": nov(27),
    "27.11.2026": nov(27),
    "27. 11. 2026": nov(27),
    "27/11/2026": nov(27),
    "11/27/2026": nov(27),
    "2026/11/27": nov(27),
    "2026/3/12": date(2026, 3, 12),
    "27 11 2026": nov(27),
    "27/11 2026": nov(27),
    "27/11/26": nov(27),
    "3/3/26": date(2026, 3, 3),
    "29 february 2028": date(2028, 2, 29),
    "the first of December 2026": dec(1),
    "Christmas Eve 2026": dec(24),
    "27 November next year": date(2027, 11, 27),
    "christmas this year": dec(25),
    # what the weekday decides
    "Friday 27 November": nov(27),
    "Friday the 27th": nov(27),
    "Friday 4/12/2026": dec(4),
}

ASKED = {
    # a weekday may be the last one or the coming one; "next" may mean this week's or next week's
    "friday": (nov(20), nov(13)),
    "on Friday evening": (nov(20), nov(13)),
    "by fri": (nov(20), nov(13)),
    "wednesday": (nov(18), nov(25), nov(11)),
    "next friday": (nov(20), nov(27)),
    "last monday": (nov(16), nov(9)),
    "this monday": (nov(16), nov(23)),
    "next sunday": (nov(22), nov(29)),
    "wednesday week": (nov(25), dec(2)),
    # neither ahead nor ago
    "2 weeks": (dec(2), nov(4)),
    "3d": (nov(21), nov(15)),
    "half a year": (date(2027, 5, 18), date(2026, 5, 18)),
    "two weeks today": (dec(2), nov(4)),
    "a couple of days ago": (nov(16), nov(15)),
    # no days
    "next week": (nov(23), nov(25), nov(27)),
    "last week": (nov(13), nov(11), nov(9)),
    "next month": (dec(1), dec(18), dec(31)),
    "this weekend": (nov(21), nov(22)),
    "the weekend": (nov(21), nov(15), nov(22), nov(14)),
    "end of next week": (nov(27), nov(29)),
    "start of the month": (dec(1), nov(1)),
    "end of november": (nov(30), date(2025, 11, 30)),
    # no year
    "27 November": (nov(27), date(2025, 11, 27)),
    "nov 27": (nov(27), date(2025, 11, 27)),
    "18 November": (nov(18), date(2025, 11, 18)),
    "29 feb": (date(2028, 2, 29), date(2024, 2, 29)),
    "27.08": (date(2026, 8, 27), date(2027, 8, 27)),
    "27.08.": (date(2026, 8, 27), date(2027, 8, 27)),
    "24/7": (date(2026, 7, 24), date(2027, 7, 24)),
    "christmas": (dec(25), date(2025, 12, 25)),
    "the 3rd": (dec(3), nov(3)),
    "the 31st": (date(2026, 10, 31), dec(31)),
    # day or month first
    "3/12/2026": (dec(3), date(2026, 3, 12)),
    "3.12.26": (dec(3), date(2026, 3, 12)),
    "3/12 next year": (date(2027, 3, 12), date(2027, 12, 3)),
    "3/12": (dec(3), date(2027, 3, 12), date(2026, 3, 12), date(2025, 12, 3)),
    # the year first, its century not written
    "26-11-27": (nov(27), date(2027, 11, 26)),
    "26/11/27": (nov(27), date(2027, 11, 26)),
    # which century
    "27 nov 76": (date(1976, 11, 27), date(2076, 11, 27)),
    # a weekday that contradicts the date: as written, or the nearest such weekday
    "Monday 27 November 2026": (nov(27), nov(30)),
    "Monday 27 November": (nov(27), date(2025, 11, 27)),
    # a weekday that fits only a day further off
    "Thursday 27 November": (nov(27), date(2025, 11, 27)),
    # two doubts are more than a weekday can settle
    "Thursday 3/12": (dec(3), date(2027, 3, 12), date(2026, 3, 12), date(2025, 12, 3)),
}

UNREADABLE = [
    "soon",
    "November 2026",
    "11/2026",
    "2026",
    "may",
    "3",
    "99",
    "0",
    "12345678901234567890",
    "271126",
    "31 February 2026",
    "29 February 2026",
    "31 November",
    "31st of last month and a bit",
    "30 of next february",
    "2026-13-45",
    "2026-27-11",
    "2026/27/11",
    "2026-11-27T23:30Z",
    "2026-11-27T23:30+01:00",
    "2026-11-27 25:00",
    "2026-W48-5",
    "0000-00-00",
    "00000000",
    "00/00/0000",
    "0000",
    "13/13/2026",
    "32/1/2026",
    "0/5/2026",
    "27/11/1430",
    "27 November 9999",
    "1/2/3",
    "99-99-99",
    "27-28 November",
    "27/28 November 2026",
    "Nov 27-28",
    "November 27, 28",
    "27 November, 28",
    "27 Nov-28",
    "27/11-28",
    "27 11 28",
    "27 28 nov",
    "3-5/12/2026",
    "26 nov 27th",
    "first friday of december",
    "third friday in November 2026",
    "10:30",
    "3pm",
    "in 3 hours",
    "in 3 working days",
    "half a week",
    "about two weeks ago",
    "in 9999 years",
    "9999 years ago",
    "in 99999 days",
    "+10",
    "the 32nd",
    "a friday",
    "next december",
    "not 27 November 2026",
    "27 November 2026?? or 28",
    "I heard on 27 November 2026",
    "friday midnight",
    "27 nov 2026 \U0001f600",
    "\U0001f600",
    "\x00",
    "27\x0011\x002026",
    "٢٧/١١/٢٠٢٦",
    "2７/11/2026",
    "[/b]",
    ".",
    "-",
    "١",
    "9" * 100_000,
    "27" + " " * 100 + "November 2026",
    "a " * 50_000,
]


@pytest.mark.parametrize(("text", "day"), SETTLED.items())
def test_a_date_that_can_be_only_one_day_is_settled(text: str, day: date) -> None:
    found = read(text, TODAY)
    assert (found.day, found.choices, found.unreadable) == (day, (), False)
    assert found.text == text


@pytest.mark.parametrize(("text", "days"), ASKED.items())
def test_a_date_that_may_be_several_days_is_asked_about(text: str, days: tuple[date, ...]) -> None:
    found = read(text, TODAY)
    assert (found.day, found.choices, found.unreadable) == (None, days, False)
    assert found.text == text


@pytest.mark.parametrize("text", UNREADABLE, ids=lambda text: ascii(text[:40]))
def test_what_is_no_date_is_kept_as_words(text: str) -> None:
    found = read(text, TODAY)
    assert (found.day, found.choices, found.unreadable) == (None, (), True)
    assert found.text == text


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_nothing_typed_is_no_mistake(text: str) -> None:
    found = read(text, TODAY)
    assert (found.day, found.choices, found.unreadable) == (None, (), False)
