"""Which dates are shown first, and that none of the others is hidden."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from workbook.insight.coming_up import FIRST, PASSED, all_dates, dates_from, first_dates
from workbook.library.entry import Entry, EntryFollowUp, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

TODAY = date(2026, 11, 22)
AT = datetime(2026, 11, 1, tzinfo=UTC)

dates = st.builds(
    lambda days, stage: EntryFollowUp("a.b.c", "What", TODAY + timedelta(days=days), stage=stage),
    st.integers(-40, 40),
    st.sampled_from(["open", "kept", "done", "let_go"]),
)


def row(number: int, follow_ups: Sequence[EntryFollowUp]) -> Row:
    still = [each.day for each in follow_ups if each.stage == "open"]
    return Row(
        id=f"20261101-{number:06x}",
        title=str(number),
        state="completed",
        created=AT,
        updated=AT,
        kept_follow_ups=msgspec.Raw(msgspec.json.encode(follow_ups)),
        open_dates=len(still),
        last_open=max(still, default=None),
    )


libraries = st.lists(st.lists(dates, max_size=6), max_size=12).map(
    lambda all_of_them: [row(number, each) for number, each in enumerate(all_of_them)]
)


@given(libraries)
def test_the_first_are_a_few_passed_ones_then_the_soonest_and_the_number_is_of_all(entries: list[Row]) -> None:
    still = sorted(each.day for entry in entries for each in entry.follow_ups if each.stage == "open")
    passed = [day for day in still if day < TODAY][-PASSED:]
    ahead = [day for day in still if day >= TODAY]
    first = first_dates(entries, TODAY)
    assert [each.day for each in first.dates] == [*passed, *ahead][:FIRST]
    assert first.total == len(still)


@given(libraries)
def test_every_date_is_in_the_list_of_all(entries: list[Row]) -> None:
    found = all_dates(entries, TODAY)
    assert len(found.ahead) + len(found.passed) + len(found.settled) == sum(len(each.follow_ups) for each in entries)
    assert [each.day for each in found.ahead] == sorted(each.day for each in found.ahead)
    assert all(each.day < TODAY for each in found.passed)


@given(libraries, st.integers(-50, 50))
def test_dates_from_a_day_on_are_all_the_open_ones(entries: list[Row], days: int) -> None:
    since = TODAY + timedelta(days=days)
    wanted = [each.day for entry in entries for each in entry.follow_ups if each.stage == "open" and each.day >= since]
    assert [each.day for each in dates_from(entries, since)] == sorted(wanted)


@given(libraries)
def test_an_entry_without_a_row_says_the_same(entries: list[Row]) -> None:
    for entry in entries:
        bare = Entry(
            id=entry.id, title="", state="completed", created=AT, updated=AT, kept_follow_ups=entry.kept_follow_ups
        )
        assert (bare.still_open(), bare.latest()) == (entry.still_open(), entry.latest())


def test_workbooks_whose_dates_have_all_passed_are_not_read_for_home() -> None:
    torn = msgspec.Raw(b"not to be read")
    old = [
        msgspec.structs.replace(row(number, [EntryFollowUp("a.b.c", "Old", TODAY - timedelta(days=100 + number))]))
        for number in range(10_000)
    ]
    unread = [msgspec.structs.replace(each, kept_follow_ups=torn) for each in old[PASSED:]]
    first = first_dates([*old[:PASSED], *unread], TODAY)
    assert len(first.dates) == PASSED
    assert first.total == 10_000


def test_what_a_date_says_is_its_sentence_or_what_it_is_for_and_about() -> None:
    kept = [
        EntryFollowUp("a.b.c", "Next step", TODAY, "Call Sam"),
        EntryFollowUp("a.b.c", "Your reward", TODAY),
        EntryFollowUp("a.b.c", "Can apply again", TODAY, "x", "You can apply again."),
    ]
    found = [each.text for each in first_dates([row(1, kept)], TODAY).dates]
    assert found == ["Next step: Call Sam", "Your reward", "You can apply again."]
