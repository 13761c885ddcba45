"""What holds for every day and every text."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from workbook.flow.dates.days import YEARS
from workbook.flow.dates.names import FEASTS, MONTH_WORDS, MONTHS, NUMBERS, ORDINALS, WEEKDAY_WORDS, WEEKDAYS
from workbook.flow.dates.reading import Reading, read
from workbook.flow.dates.saying import distance, say, short, typed

days = st.dates(date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31))
todays = st.dates(date(1950, 1, 1), date(2150, 12, 31))
orders = st.sampled_from([None, True, False])

GLUE = """
in ago next last this the of on a week weeks day days month months year fortnight end start weekend half
couple today tomorrow from now at pm 14:30 morning + - / . , ' th st T Z d w m y
"""
words = st.sampled_from(
    [*MONTH_WORDS, *WEEKDAY_WORDS, *NUMBERS, *ORDINALS, *FEASTS, *GLUE.split()],
)
numbers = st.integers(0, 40).map(str) | st.integers(1890, 2210).map(str) | st.integers(0, 99).map("{:02}".format)
near_dates = st.lists(st.tuples(numbers | words, st.sampled_from(["", " ", "-", "/", ".", ", "])), max_size=7).map(
    lambda pieces: "".join(piece + separator for piece, separator in pieces)
)
texts = st.text(max_size=80) | near_dates
figures = st.tuples(numbers, st.sampled_from("/.-"), numbers, numbers).map(
    lambda found: found[1].join((found[0], found[2], found[3]))
)


def check(found: Reading) -> None:
    """Settled, asked about, unreadable or blank: one of them, and every day in range."""
    assert (found.day is not None) + bool(found.choices) + found.unreadable + (not found.text.strip()) == 1
    assert len(found.choices) != 1
    assert len(set(found.choices)) == len(found.choices)
    assert all(day.year in YEARS for day in (found.day, *found.choices) if day)


@given(texts, todays, orders)
def test_reading_never_fails_and_gives_one_outcome(text: str, today: date, day_first: bool | None) -> None:
    found = read(text, today, day_first)
    check(found)
    assert found.text == text


@given(texts, st.dates(), orders)
def test_no_day_that_today_is_makes_reading_fail(text: str, today: date, day_first: bool | None) -> None:
    check(read(text, today, day_first))


@given(days, todays, orders)
def test_what_is_put_in_the_box_reads_back_as_the_same_day(day: date, today: date, day_first: bool | None) -> None:
    written = f"{WEEKDAYS[day.weekday()]} {short(day)}"
    for text in (typed(day), short(day), written, day.isoformat(), f"{day:%Y%m%d}", f"{short(day)} 14:30"):
        assert read(text, today, day_first) == Reading(text, day=day)


@given(days, todays)
def test_figures_give_the_day_in_the_order_of_the_setting(day: date, today: date) -> None:
    by_day = f"{day.day}/{day.month}/{day.year}"
    by_month = f"{day.month}/{day.day}/{day.year}"
    assert read(by_day, today, day_first=True).day == day
    assert read(by_month, today, day_first=False).day == day
    for text in (by_day, by_month):
        found = read(text, today)
        assert day in (found.day, *found.choices)


@given(days, todays, st.sampled_from(["{d} {m}", "{m} {d}", "{d}. {m}.", "{d}{m}"]))
def test_a_missing_year_is_never_made_up(day: date, today: date, way: str) -> None:
    found = read(way.format(d=day.day, m=MONTHS[day.month - 1]), today)
    assert found.day is None
    before, after = sorted(found.choices)
    assert before < today <= after
    assert {(one.month, one.day) for one in found.choices} == {(day.month, day.day)}


@given(days, todays, st.integers(1, 6))
def test_a_weekday_that_contradicts_the_date_makes_it_a_question(day: date, today: date, off: int) -> None:
    wrong = (day.weekday() + off) % 7
    found = read(f"{WEEKDAYS[wrong]} {short(day)}", today)
    assert found.day is None or found.day.year in (YEARS[0], YEARS[-1])
    assert day in (found.day, *found.choices)


@given(figures, st.lists(todays, min_size=2, max_size=4), orders)
def test_a_full_date_never_settles_on_two_days(text: str, several: list[date], day_first: bool | None) -> None:
    """Where the year has its four digits, the day it is read on decides nothing."""
    if any(len(number) == 4 for number in text.replace("/", " ").replace(".", " ").replace("-", " ").split()):
        assert len({read(text, today, day_first).day for today in several}) == 1


@given(st.integers(1, 31), st.integers(1, 12), st.integers(0, 99), todays, st.sampled_from("/.-"))
def test_a_settled_date_in_figures_has_the_numbers_it_was_written_with(
    day: int, month: int, year: int, today: date, separator: str
) -> None:
    found = read(f"{day}{separator}{month}{separator}{year:02}", today)
    for one in (found.day, *found.choices):
        assert one is None or sorted((one.day, one.month, one.year % 100)) == sorted((day, month, year))


@given(todays, st.integers(0, 400))
def test_so_many_days_ahead_and_ago_are_so_many(today: date, many: int) -> None:
    for text, sign in ((f"in {many} days", 1), (f"{many} days ago", -1), (f"+{many}d", 1), (f"-{many}d", -1)):
        found = read(text, today).day
        assert found is not None
        assert (found - today).days == sign * many


@given(days, todays)
def test_saying_a_day_names_it_and_is_never_harsh(day: date, today: date) -> None:
    said = say(day, today)
    assert said.startswith(f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}, ")
    assert "overdue" not in said
    assert distance(day, today).endswith(" ago") == (day < today and said[-9:] != "yesterday")
