"""What a workbook is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.flow.dates.saying import short
from workbook.flow.lookup import words

if TYPE_CHECKING:
    from workbook.flow.state import State


def title_of(state: State) -> str:
    """The answers that name a workbook, most telling first; the day it was begun while there are none."""
    names = (" ".join(words(state, ref).split()) for ref in state.guide.manifest.name)
    return " · ".join(name for name in names if name) or f"Begun {short(state.around.begun)}"
