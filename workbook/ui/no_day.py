"""Telling once that a date on the page just left has no day yet, so that no list has it. Nothing waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.flow.shortening import shortened
from workbook.flow.walk import previous_page
from workbook.flow.without_day import without_day
from workbook.ui.help_words import key_text

if TYPE_CHECKING:
    from textual.screen import Screen

    from workbook.ui.sitting import Sitting

_TYPED = 30
"""The most characters of what was typed that are said again."""
SECONDS = 10
"""How long it is told."""


def tell_no_day(screen: Screen[None], sitting: Sitting, left: str) -> None:
    """Tell it over whatever is shown next, where the workbook is being left."""
    if typed := _new(sitting, left):
        screen.app.notify(_said(typed, _named(sitting, left)), markup=False, timeout=SECONDS)


def no_day_left(screen: Screen[None], sitting: Sitting, left: str) -> str:
    """Return what to say of it on the page that was reached, with the key back; nothing where it was said before."""
    typed = _new(sitting, left)
    if not typed:
        return ""
    if previous_page(sitting.state) != left:
        return _said(typed, _named(sitting, left))
    keys = [each.binding for each in screen.active_bindings.values() if each.binding.id == "wizard.back"]
    way = f" The page before: {keys[0].key_display or key_text(keys[0].key)}." if keys else ""
    return _said(typed, "the page before") + way


def _new(sitting: Sitting, left: str) -> list[str]:
    """Return what was typed for dates of a page that have no day, as far as nothing was said of it yet."""
    found = [each for each in without_day(sitting.state, left) if each not in sitting.told_without_day]
    sitting.told_without_day.update(found)
    return [words for _, words in found]


def _named(sitting: Sitting, page: str) -> str:
    return f"the page “{sitting.guide.pages[page][1].title}”"


def _said(typed: list[str], page: str) -> str:
    """Say which words have no day yet, and on which page."""
    first = f"“{shortened(typed[0], _TYPED)}”"
    if len(typed) == 1:
        return f"{first} on {page} has no day yet, so nothing reminds you of it."
    return f"{first} and {len(typed) - 1} more on {page} have no day yet, so nothing reminds you of them."
