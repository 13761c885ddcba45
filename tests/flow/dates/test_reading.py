"""What decides between days: the setting, the day it is, the calendar's edges."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from workbook.flow.dates.reading import read

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "day_first", "day"),
    [
        ("3/12/2026", True, date(2026, 12, 3)),
        ("3/12/2026", False, date(2026, 3, 12)),
        ("3.12.26", True, date(2026, 12, 3)),
        ("3-12-26", False, date(2026, 3, 12)),
        ("26-11-27", True, date(2027, 11, 26)),
        # Only one order makes a date of it, whatever the setting.
        ("27/11/2026", False, date(2026, 11, 27)),
        ("11/27/2026", True, date(2026, 11, 27)),
        # ISO order is nobody's to change.
        ("2026-03-12", True, date(2026, 3, 12)),
        ("2026/3/12", True, date(2026, 3, 12)),
    ],
)
def test_the_setting_says_which_number_is_the_day(text: str, day_first: bool, day: date) -> None:
    assert read(text, SUNDAY, day_first).day == day


@pytest.mark.parametrize(
    ("day_first", "days"),
    [
        (True, (date(2026, 12, 3), date(2025, 12, 3))),
        (False, (date(2027, 3, 12), date(2026, 3, 12))),
    ],
)
def test_with_the_setting_only_the_year_is_asked_about(day_first: bool, days: tuple[date, ...]) -> None:
    assert read("3/12", SUNDAY, day_first).choices == days


@pytest.mark.parametrize(
    ("today", "text", "days"),
    [
        # A week begun on Sunday is another one than a week begun on Monday.
        (SUNDAY, "next friday", (date(2026, 11, 27), date(2026, 12, 4))),
        (SUNDAY, "friday next week", (date(2026, 11, 27), date(2026, 12, 4))),
        (SUNDAY, "this friday", (date(2026, 11, 20), date(2026, 11, 27))),
        (SUNDAY, "last friday", (date(2026, 11, 20), date(2026, 11, 13))),
        # On Monday, "next Friday" may be four days off or eleven; on Friday it is a week off.
        (date(2026, 11, 23), "next friday", (date(2026, 11, 27), date(2026, 12, 4))),
        (date(2026, 11, 27), "next friday", (date(2026, 12, 4),)),
        (date(2026, 11, 27), "last friday", (date(2026, 11, 20),)),
        (date(2026, 11, 27), "this friday", (date(2026, 11, 27), date(2026, 12, 4))),
        (date(2026, 11, 28), "last friday", (date(2026, 11, 27), date(2026, 11, 20))),
        (SUNDAY, "this weekend", (SUNDAY, date(2026, 11, 21))),
        (date(2026, 11, 21), "next weekend", (date(2026, 11, 28), date(2026, 11, 29))),
    ],
)
def test_weeks_are_counted_from_the_day_it_is(today: date, text: str, days: tuple[date, ...]) -> None:
    found = read(text, today)
    assert (found.choices or (found.day,)) == days


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        (date(2026, 1, 31), "in 1 month", date(2026, 2, 28)),
        (date(2028, 1, 31), "+1m", date(2028, 2, 29)),
        (date(2026, 3, 31), "a month ago", date(2026, 2, 28)),
        (date(2028, 2, 29), "in a year", date(2029, 2, 28)),
        (date(2028, 2, 29), "in four years", date(2032, 2, 29)),
        (date(2026, 12, 31), "tomorrow", date(2027, 1, 1)),
        (date(2027, 1, 1), "yesterday", date(2026, 12, 31)),
        (date(2026, 12, 31), "end of next month", date(2027, 1, 31)),
        (date(2026, 12, 15), "start of next month", date(2027, 1, 1)),
        (date(2026, 1, 31), "end of next month", date(2026, 2, 28)),
        (date(2028, 2, 28), "tomorrow", date(2028, 2, 29)),
        (date(2026, 11, 30), "end of the month", date(2026, 11, 30)),
        (date(2026, 12, 30), "next friday", date(2027, 1, 8)),
    ],
)
def test_months_and_years_end_where_the_calendar_says(today: date, text: str, day: date) -> None:
    found = read(text, today)
    assert day in (found.day, *found.choices)
    assert found.day in (day, None)


def test_a_day_the_month_does_not_have_is_not_moved_to_another() -> None:
    assert read("31st of next month", date(2026, 1, 15)).unreadable
    assert read("30 February", date(2026, 1, 15)).unreadable


def test_the_nearest_29_february_is_found_over_a_century_without_one() -> None:
    assert read("29 feb", date(2101, 3, 1)).choices == (date(2104, 2, 29), date(2096, 2, 29))


def test_a_year_of_two_digits_is_the_nearest_whatever_the_computers_clock_says() -> None:
    assert read("3 may 05", date(2101, 1, 1)).day == date(2105, 5, 3)
    assert read("3 may 98", date(2003, 1, 1)).day == date(1998, 5, 3)


@pytest.mark.parametrize("text", ["1 January 1900", "31 December 2200"])
def test_the_first_and_last_day_in_range_can_be_read(text: str) -> None:
    assert read(text, SUNDAY).day


@pytest.mark.parametrize("text", ["31 December 1899", "1 January 2201", "1899-12-31", "2201-01-01", "in 200 years"])
def test_days_out_of_range_are_taken_for_slips(text: str) -> None:
    assert read(text, SUNDAY).unreadable


def test_dateutil_is_loaded_only_once_a_date_is_there() -> None:
    program = """
import sys
from datetime import date
from workbook.flow.dates import reading, saying
for text in ("", "27", "tomorrow", "soon", "2026-11-27"):
    reading.read(text, date(2026, 11, 22))
    print("dateutil.parser" in sys.modules, end=" ")
"""
    assert subprocess.check_output([sys.executable, "-c", program], text=True).split() == ["False"] * 5
