"""Our own phrases for days counted from today: tomorrow, in 2 weeks, last Friday, end of next month, +10d."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.flow.dates import distances, periods, weekdays

if TYPE_CHECKING:
    from datetime import date

_RULES = (*distances.RULES, *weekdays.RULES, *periods.RULES)


def phrase(text: str, today: date) -> tuple[date, ...]:
    """Return the days a tidied text may mean, none if it is no phrase of ours."""
    for pattern, meaning in _RULES:
        if found := pattern.fullmatch(text):
            return tuple(meaning(found, today))
    return ()
