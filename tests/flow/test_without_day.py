"""Which dates of a page were typed and have no day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.flow.states import day
from workbook.flow.state import Around, State
from workbook.flow.without_day import without_day
from workbook.guide.loader import load_guide

if TYPE_CHECKING:
    from workbook.flow.values import Answers

AROUND = Around(today=date(2026, 11, 22), begun=date(2026, 11, 20))
GUIDE = load_guide(Path(__file__).parents[2] / "content")
WHEN, CONTACTS = "celebrate.reward.when", "refine.door.contacts"
DOUBT = {"text": "3/12", "day": None}


@pytest.mark.parametrize(
    ("answers", "page", "found"),
    [
        ({WHEN: DOUBT}, "celebrate.reward", ((WHEN, "3/12"),)),
        ({WHEN: {"text": "when it rains", "day": None}}, "celebrate.reward", ((WHEN, "when it rains"),)),
        ({WHEN: day("2026-12-03")}, "celebrate.reward", ()),
        ({WHEN: {"text": " ", "day": None}}, "celebrate.reward", ()),
        ({}, "celebrate.reward", ()),
        # Another page's, and one that nothing reminds of.
        ({WHEN: DOUBT}, "refine.door", ()),
        ({"open.interview.interview_date": DOUBT}, "open.interview", ()),
        # In a row of a table.
        (
            {CONTACTS: [{"when": day("2026-12-03")}, {"who": "Sam", "when": DOUBT}, {"who": "Kim"}]},
            "refine.door",
            ((f"{CONTACTS}.1.when", "3/12"),),
        ),
        ({CONTACTS: [{"when": "3/12"}]}, "refine.door", ()),
    ],
)
def test_only_dates_for_something_ahead_that_were_typed_and_never_settled(
    answers: Answers, page: str, found: tuple[tuple[str, str], ...]
) -> None:
    assert without_day(State(GUIDE, answers, AROUND), page) == found
