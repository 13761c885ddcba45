"""Rows with something at both ends: neither end pushes the other out, however long or wide it is."""

from __future__ import annotations

import pytest

from workbook.ui.text import plain
from workbook.ui.widgets.entry_rows import spread

LONG = "Internationale Versicherungsgesellschaft für Angewandte Forschung · Nachtportier"


@pytest.mark.parametrize("right", ["completed  20 November 2026", LONG, "日本語株式会社 · 営業"])
@pytest.mark.parametrize("left", ["Why did you leave?", LONG, "日本語株式会社 東京本社 人事部 採用担当 日本語株式会社"])
@pytest.mark.parametrize("width", [47, 57, 75])
def test_both_ends_are_there_and_the_row_is_as_wide_as_its_list(left: str, right: str, width: int) -> None:
    row = spread(plain(left), right, width)
    assert row.cell_length == width
    assert row.plain[:4] == left[:4]
    assert right[:4] in row.plain[4:]


def test_how_a_workbook_stands_is_never_cut_for_its_name() -> None:
    assert spread(plain(LONG), "completed  20.11.26", 36).plain.endswith("…  completed  20.11.26")


def test_a_short_left_end_leaves_the_rest_to_the_right_one() -> None:
    assert spread(plain("Why?"), "x" * 90, 60).plain == "Why?  " + "x" * 53 + "…"
