"""Filtering the list of workbooks as one types."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from workbook.library.entry import Entry
from workbook.ui.entry_filter import EntryFilter, holds, line_of, words_of

BEGUN = datetime(2026, 4, 30, 9, tzinfo=UTC)


def entry(number: int = 0, **facts: Any) -> Entry:
    kept = {
        "title": "Brightside Care · Night porter",
        "state": "completed",
        "completed": datetime(2026, 5, 2, tzinfo=UTC),
    }
    return Entry(**{"id": f"20260430-{number:06x}", "created": BEGUN, "updated": BEGUN, **kept, **facts})


def matches(entry: Entry, typed: str) -> bool:
    return holds(line_of(entry), words_of(typed))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("brightside", True),  # the company
        ("PORTER", True),  # the role
        ("complete", True),  # the state
        ("may", True),  # the month it was completed in
        ("april", True),  # the month it was begun in
        ("2026-05", True),
        ("2026", True),
        ("bright may", True),
        ("june", False),
        ("2026-06", False),
        ("bright june", False),
        ("unfinished", False),
    ],
)
def test_company_role_state_and_month_are_found(typed: str, found: bool) -> None:
    assert matches(entry(), typed) is found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("", True),
        ("zurich", True),
        ("ZÜRICH", True),
        ("rich unfinished", True),
        ("22 nov", True),
        ("needs", False),
        ("[b]", True),
        ("acme", False),
        ("2026-11", True),
        ("nov", True),
        ("2026-05", False),
        ("finished", False),
        ("unfin", True),
    ],
)
def test_the_filter_passes_over_accents_and_case_and_takes_every_word(wanted: str, found: bool) -> None:
    at = datetime(2026, 11, 22, tzinfo=UTC)
    sought = entry(title="Zürich [b]Logistik", state="unfinished", created=at, updated=at, completed=None)
    assert matches(sought, wanted) is found


def test_one_that_needs_attention_is_found_by_that() -> None:
    assert matches(entry(state="damaged"), "attention")


async def test_ten_thousand_are_filtered_without_holding_up_what_is_typed_meanwhile() -> None:
    many = [entry(number, title=f"Workbook {number}") for number in range(10_000)]
    sought = EntryFilter(many)
    turns = 0

    async def typing() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    meanwhile = asyncio.create_task(typing())
    found = await sought.find("workbook 9999")
    meanwhile.cancel()
    assert [each.title for each in found] == ["Workbook 9999"]
    assert turns > 50, "somebody else must have a turn many times"
    assert await sought.find("  ") is many


async def test_a_filter_that_is_given_up_is_gone_on_with_by_the_next() -> None:
    many = [entry(number, title=f"Workbook {number}") for number in range(2_000)]
    sought = EntryFilter(many)
    first = asyncio.create_task(sought.find("workbook"))
    for _ in range(3):
        await asyncio.sleep(0.02)
    first.cancel()
    assert len(await sought.find("workbook 1999")) == 1
