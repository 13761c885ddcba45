"""Days on the side a field does not look to are no choices; what the text says itself is never overruled."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.flow.dates.test_properties import check, orders, texts, todays
from workbook.flow.dates.names import MONTHS, WEEKDAYS
from workbook.flow.dates.reading import Looks, read

SUNDAY = date(2026, 11, 22)
SATURDAY = date(2026, 11, 28)
WEDNESDAY = date(2026, 11, 18)

likely = st.sampled_from([
    *(f"{which}{day}".lower() for which in ("", "this ", "next ", "last ", "coming ") for day in WEEKDAYS),
    *(f"{which}{unit}" for which in ("this ", "next ", "last ") for unit in ("week", "weekend", "month", "year")),
    *(f"{day} {month}" for day in (1, 22, 29) for month in MONTHS),
    *(f"{weekday} {day}/{month}" for weekday in WEEKDAYS[3:5] for day in (3, 20, 22) for month in (3, 11, 12)),
    *("weekend", "the weekend", "3/12", "22.11.", "3/12/26", "3/12 this year", "2 weeks", "the 3rd", "end of week"),
])  # fmt: skip


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("today", "text", "looks", "meant"),
    [
        (SUNDAY, "friday", "ahead", "2026-11-27"),
        (SUNDAY, "friday", "back", "2026-11-20"),
        (SUNDAY, "3 Dec", "ahead", "2026-12-03"),
        (SUNDAY, "3 Dec", "back", "2025-12-03"),
        (SUNDAY, "15.11.", "back", "2026-11-15"),
        (SUNDAY, "15.11.", "ahead", "2027-11-15"),
        (SUNDAY, "the 3rd", "ahead", "2026-12-03"),
        (SUNDAY, "2 weeks", "ahead", "2026-12-06"),
        (SUNDAY, "2 weeks", "back", "2026-11-08"),
        # Today counts for both sides.
        (SUNDAY, "22 November", "ahead", "2026-11-22"),
        (SUNDAY, "this weekend", "ahead", "2026-11-22"),
        # What names its side itself.
        (SUNDAY, "3 days ago", "ahead", "2026-11-19"),
        (SUNDAY, "in 6 months", "back", "2027-05-22"),
        (SUNDAY, "3 December 2025", "ahead", "2025-12-03"),
        (SUNDAY, "friday 20 nov", "ahead", "2026-11-20"),
    ],
)
def test_where_one_day_is_left_it_is_settled(today: date, text: str, looks: Looks, meant: str) -> None:
    assert read(text, today, looks=looks).day == day(meant)


@pytest.mark.parametrize(
    ("today", "text", "looks", "meant"),
    [
        (SUNDAY, "3/12", "ahead", ("2026-12-03", "2027-03-12")),
        (SUNDAY, "3/12", "back", ("2026-03-12", "2025-12-03")),
        (SUNDAY, "sunday", "ahead", ("2026-11-22", "2026-11-29")),
        (SUNDAY, "sunday", "back", ("2026-11-22", "2026-11-15")),
        (WEDNESDAY, "weekend", "ahead", ("2026-11-21", "2026-11-22")),
        (WEDNESDAY, "weekend", "back", ("2026-11-15", "2026-11-14")),
        (SUNDAY, "weekend", "ahead", ("2026-11-22", "2026-11-28", "2026-11-29")),
        (SATURDAY, "at the weekend", "ahead", ("2026-11-28", "2026-11-29", "2026-12-05", "2026-12-06")),
        (SUNDAY, "next friday", "ahead", ("2026-11-27", "2026-12-04")),
    ],
)
def test_what_is_still_in_doubt_is_asked_about_without_the_other_side(
    today: date, text: str, looks: Looks, meant: tuple[str, ...]
) -> None:
    assert read(text, today, looks=looks).choices == tuple(map(day, meant))


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("last friday", "ahead"),
        ("last week", "ahead"),
        ("next friday", "back"),
        ("3/12/2025", "ahead"),
        # One order is ahead and the other is past: the year is written, so both may be meant.
        ("3/12/2026", "ahead"),
        ("3/12/26", "ahead"),
        ("3/12 this year", "ahead"),
        # A weekday that fits neither day says that one of the two is a slip.
        ("monday 20 nov", "ahead"),
        ("tuesday 15.11.", "back"),
    ],
)
def test_a_text_that_decides_it_itself_is_asked_about_as_ever(text: str, looks: Looks) -> None:
    found = read(text, SUNDAY)
    assert len(found.choices) > 1
    assert read(text, SUNDAY, looks=looks) == found


@given(texts | likely, todays, orders, st.sampled_from(["ahead", "back"]))
def test_looking_one_way_only_ever_leaves_days_out(
    text: str, today: date, day_first: bool | None, looks: Looks
) -> None:
    every, some = read(text, today, day_first), read(text, today, day_first, looks)
    check(some)
    assert some.unreadable == every.unreadable
    if every.day:
        assert some == every, "what is settled stays settled"
        return
    left = (some.day,) if some.day else some.choices
    assert set(left) <= set(every.choices)
    if left != every.choices:
        wrong = [each for each in left if each != today and (each > today) != (looks == "ahead")]
        assert not wrong
        out = set(every.choices) - set(left)
        assert all(each != today and (each < today) == (looks == "ahead") for each in out)
