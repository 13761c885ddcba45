"""How a day is said back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from workbook.flow.dates.saying import distance, say, short, typed

TODAY = date(2026, 11, 22)


def test_a_day_is_said_with_its_weekday_and_how_far_off_it_is() -> None:
    assert say(date(2026, 11, 27), TODAY) == "Friday 27 November 2026, in 5 days"
    assert say(date(2026, 11, 10), TODAY) == "Tuesday 10 November 2026, 12 days ago"
    assert say(TODAY, TODAY) == "Sunday 22 November 2026, today"


def test_a_day_is_short_and_typed_without_them() -> None:
    assert short(date(2027, 3, 1)) == typed(date(2027, 3, 1)) == "1 March 2027"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "in 2 days"),
        (13, "in 13 days"),
        (-13, "13 days ago"),
        (14, "in 2 weeks"),
        (15, "in about 2 weeks"),
        (-21, "3 weeks ago"),
        (56, "in 8 weeks"),
        (57, "in about 2 months"),
        (-200, "about 7 months ago"),
        (360, "in about a year"),
        (-370, "about a year ago"),
        (540, "in about 18 months"),
        (-800, "about 2 years ago"),
        (-40_000, "about 110 years ago"),
    ],
)
def test_distance_grows_coarser(days: int, said: str) -> None:
    assert distance(TODAY + timedelta(days=days), TODAY) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2027, 2, 22), "in 3 months"),
        (date(2026, 5, 22), "6 months ago"),
        (date(2027, 11, 22), "in a year"),
        (date(2025, 11, 22), "a year ago"),
        (date(2028, 5, 22), "in 18 months"),
        (date(2030, 11, 22), "in 4 years"),
        (date(2031, 5, 22), "in about 4 years"),
    ],
)
def test_whole_months_and_years_are_exact(day: date, said: str) -> None:
    assert distance(day, TODAY) == said
