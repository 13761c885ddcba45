"""Short ways to make states and answers for tests."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workbook.flow.dates.saying import short
from workbook.flow.state import Around, State

from .sample_guide import GUIDE

if TYPE_CHECKING:
    from workbook.flow.values import Answers, Value

TODAY = date(2026, 11, 22)
AROUND = Around(today=TODAY, begun=date(2026, 11, 20), person="Sam")


def state(
    answers: Answers | None = None, here: str = "", visited: tuple[str, ...] = (), around: Around = AROUND
) -> State:
    """Make a state of the sample guide."""
    return State(GUIDE, answers or {}, around, here, frozenset(visited))


def day(iso: str, text: str = "") -> Value:
    """Make a settled date answer."""
    return {"text": text or short(date.fromisoformat(iso)), "day": iso}
