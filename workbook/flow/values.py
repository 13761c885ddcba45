"""What an answer is, for each kind of field, and when it counts as blank.

Answers are plain JSON values, so that what is kept, exported and compared is the same thing:

=========== ============================================================================================
text        `str`
long_text   `str`
scale       `int`, 0 to 10
choice      `str`: an option's value, or words of the person's own
checklist   `list[str]`: the ticked values in the order they are shown, then words of the person's own
date        `{"text": as typed, "day": "YYYY-MM-DD" or None when it could not be read or is not settled}`
table       `list[dict[str, cell]]`: a row is a mapping of column id to `str`, or to a date for a date column
grid        `{"rows": {row id: option value}, "own": [{"text": str, "choice": option value or ""}]}`
plan        `{"if": str, "then": str}`
letter      `{"subject": str, "body": str}`, once the person has changed the draft
summary     nothing
=========== ============================================================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

Value = Any
"""An answer as JSON; the module says which shape for which kind."""

Answers = Mapping[str, Value]
"""Answers by ref."""


def is_blank(value: Value) -> bool:
    """Whether there is no answer here. 0, "no" and False are answers; white space is none."""
    if value is None:
        return True
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, Mapping):
        return all(is_blank(item) for item in value.values())
    if isinstance(value, list | tuple):
        return all(is_blank(item) for item in value)
    return False


def day_of(value: Value) -> date | None:
    """The day a date answer is settled on, if it is."""
    day = value.get("day") if isinstance(value, Mapping) else None
    try:
        return date.fromisoformat(day) if isinstance(day, str) else None
    except ValueError:
        return None
