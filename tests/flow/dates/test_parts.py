"""What dateutil may say, and what it says of itself that must not count."""

from __future__ import annotations

import pytest

from workbook.flow.dates.parts import Parts, parts


@pytest.mark.parametrize(
    ("text", "numbers", "found"),
    [
        ("27 November 2026", ["27", "2026"], Parts(2026, 11, 27)),
        ("27 November 26", ["27", "26"], Parts(26, 11, 27)),
        ("27 November", ["27"], Parts(None, 11, 27)),
        ("29 February", ["29"], Parts(None, 2, 29)),
        ("3/12/2026", ["3", "12", "2026"], Parts(2026, 12, 3)),
    ],
)
def test_the_parts_written_are_found(text: str, numbers: list[str], found: Parts) -> None:
    assert parts(text, numbers, day_first=True) == found


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("November 2026", ["2026"]),
        ("November", []),
        ("3", ["3"]),
        ("Friday", []),
        ("Friday 1", ["1"]),
        ("Friday November 2026", ["2026"]),
        ("10:30", ["10", "30"]),
        # To dateutil the comma is a decimal one, and the year is gone.
        ("May 17,2019", ["17", "2019"]),
        ("27.08", ["27", "08"]),
        ("27 November 10:30", ["27", "10", "30"]),
        ("31 February 2026", ["31", "2026"]),
        ("99999999999999999999", ["99999999999999999999"]),
    ],
)
def test_what_was_not_written_is_not_a_part_and_what_was_is_not_lost(text: str, numbers: list[str]) -> None:
    assert parts(text, numbers, day_first=True) is None
