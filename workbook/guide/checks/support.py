"""The people to talk to: when their details were checked must be a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbook.guide.checks.checking import Checking
    from workbook.guide.here import Here
    from workbook.guide.model import Support


def check_support(support: Support, here: Here, checking: Checking) -> None:
    """The days of the lines."""
    for number, line in enumerate(support.lines):
        if line.checked is not None and not _is_day(line.checked):
            at = here.at("lines", number, "checked")
            checking.say(at, f"`{line.checked}` is no day; write it as YYYY-MM-DD, or `null` for not checked yet.")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
