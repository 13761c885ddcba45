"""Whether a condition holds.

An unanswered field, or a fact with nothing to go by, makes every test false save `answered: false`. A hidden
field is tested by the answer it keeps: what was said does not become untrue by being out of sight, and hiding
one field never hides another.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from workbook.flow.facts import fact
from workbook.flow.lookup import value
from workbook.flow.values import day_of, is_blank

if TYPE_CHECKING:
    from workbook.flow.state import State
    from workbook.flow.values import Value
    from workbook.guide.model import Condition


def holds(condition: Condition | None, state: State, page_ref: str = "") -> bool:
    """Whether the condition holds, as seen from a page. No condition always holds."""
    if condition is None:
        return True
    if condition.field and not _answer_holds(condition, value(state, condition.field), state):
        return False
    if condition.fact and not _passes(condition, fact(condition.fact, state, page_ref), state):
        return False
    if condition.any and not any(holds(one, state, page_ref) for one in condition.any):
        return False
    if condition.not_ is not None and holds(condition.not_, state, page_ref):
        return False
    return all(holds(one, state, page_ref) for one in condition.all)


def _answer_holds(condition: Condition, answer: Value, state: State) -> bool:
    if not condition.column:
        return _passes(condition, answer, state)
    rows = [row for row in answer or () if isinstance(row, Mapping) and not is_blank(row)]
    return sum(_passes(condition, row.get(condition.column), state) for row in rows) >= max(condition.rows, 1)


def _passes(condition: Condition, answer: Value, state: State) -> bool:
    """Whether one answer, or the cell of one row, passes every test of the condition."""
    if is_blank(answer):
        return condition.answered is False and not _has_more_tests(condition)
    if condition.answered is False:
        return False
    said = _said(answer)
    if condition.is_ is not None and str(condition.is_) not in said:
        return False
    if condition.in_ and not any(str(one) in said for one in condition.in_):
        return False
    if condition.has and condition.has not in said:
        return False
    return _number_passes(condition, answer) and _days_pass(condition, answer, state)


def _has_more_tests(condition: Condition) -> bool:
    tests = (
        condition.is_,
        condition.at_least,
        condition.at_most,
        condition.within_days,
        condition.before_today,
    )
    return bool(condition.in_ or condition.has) or any(test is not None for test in tests)


def _items(answer: Value) -> list[Value]:
    """Return the single answers inside an answer: ticks, cells, choices of a grid; or the answer itself."""
    if isinstance(answer, list):
        return [item for item in answer if not is_blank(item)]
    if isinstance(answer, Mapping) and "rows" in answer:
        own = [item["choice"] for item in answer["own"]]
        return [item for item in [*answer["rows"].values(), *own] if not is_blank(item)]
    return [answer]


def _said(answer: Value) -> set[str]:
    """Return what `is`, `in` and `has` compare with. Numbers are compared as they are written."""
    return {str(item).strip() for item in _items(answer) if isinstance(item, str | int)}


def _number_passes(condition: Condition, answer: Value) -> bool:
    """Scales and facts count as themselves; lists, tables and grids by how many items they hold."""
    low, high = condition.at_least, condition.at_most
    if low is None and high is None:
        return True
    if isinstance(answer, int):
        number = int(answer)
    elif isinstance(answer, list | Mapping):
        number = len(_items(answer))
    else:
        return False
    return (low is None or number >= low) and (high is None or number <= high)


def _days_pass(condition: Condition, answer: Value, state: State) -> bool:
    if condition.within_days is None and condition.before_today is None:
        return True
    today = state.around.today
    days = [(day - today).days for day in (day_of(item) for item in _items(answer)) if day]
    return any(
        (condition.within_days is None or 0 <= ahead <= condition.within_days)
        and (condition.before_today is None or (ahead < 0) == condition.before_today)
        for ahead in days
    )
