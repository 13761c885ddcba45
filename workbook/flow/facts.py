"""Facts: the few derived values that conditions can name.

The guide's manifest names its own (`days_since`, `latest`). Built in are:

- `completed_workbooks`: how many workbooks on this computer are complete;
- `minutes_writing`: whole minutes spent in this sitting on a page with a timer;
- `writing_sittings`: in how many sittings something was written on such a page;
- `lower_than_before`: how many scales on the page are answered lower than the earlier ones they are compared
  with;
- `answers_locked`: 1 where the answers are kept locked with a passphrase, otherwise 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.flow.lookup import given, value
from workbook.flow.refs import page_of
from workbook.flow.values import day_of
from workbook.guide.model import Scale

if TYPE_CHECKING:
    from workbook.flow.state import State
    from workbook.guide.model import Fact


def fact(name: str, state: State, page_ref: str = "") -> int | bool | None:
    """Return the fact of this name as seen from a page; None when it is unknown or has nothing to go by."""
    around = state.around
    match name:
        case "completed_workbooks":
            return around.completed_workbooks
        case "minutes_writing":
            return around.minutes_writing
        case "writing_sittings":
            return around.writing_sittings
        case "lower_than_before":
            return _lower_than_before(state, page_ref or state.here)
        case "answers_locked":
            return int(around.is_locked)
    named = state.guide.manifest.facts.get(name)
    if named is None:
        return None
    return days_since(state, named.days_since) if named.days_since else _latest(named, state, page_ref)


def days_since(state: State, path: str) -> int:
    """Whole days from the day answered there to today, or from the day the workbook was begun."""
    # Only a day that was given counts: a preselected "today" would move along and never grow old.
    day = day_of(given(state, path)) or state.around.begun
    return (state.around.today - day).days


def _latest(named: Fact, state: State, page_ref: str) -> int | None:
    """Return the last answered of these scales, of those no later than the page."""
    order = {ref: number for number, ref in enumerate(state.guide.pages)}
    end = order.get(page_ref, len(order))
    answers = [value(state, path) for path in named.latest if order.get(page_of(path), -1) <= end]
    return next((answer for answer in reversed(answers) if isinstance(answer, int)), None)


def _lower_than_before(state: State, page_ref: str) -> int:
    if page_ref not in state.guide.pages:
        return 0
    _, page = state.guide.pages[page_ref]
    pairs = [
        (value(state, f"{page_ref}.{field.id}"), value(state, field.compare_with))
        for field in page.fields
        if isinstance(field, Scale) and field.compare_with
    ]
    return sum(now < before for now, before in pairs if isinstance(now, int) and isinstance(before, int))
