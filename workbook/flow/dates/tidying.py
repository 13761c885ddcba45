"""Making typed text even before it is read: case, spaces, a full stop at its end, a time of day."""

from __future__ import annotations

import re

LONGEST = 60
"""Characters. No date is longer, and reading stays fast whatever is pasted."""

_SAME = str.maketrans({"’": "'", "‘": "'", "−": "-", "‐": "-", "‑": "-"})

_HOUR = r"(?:2[0-3]|[01]?\d)"
_HALF = r" ?[ap]\.?m\.?"
_BY_24 = rf"{_HOUR}:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:{_HALF})?"
_BY_12 = rf"(?:1[0-2]|0?[1-9])(?:\.[0-5]\d)?{_HALF}"
_CLOCK = f"(?:{_BY_24}|{_BY_12}|noon|midday)"
_AT = rf"at (?:{_CLOCK}|{_HOUR}(?:[.:h][0-5]\d)?(?: o'?clock)?)"
_PART = r"(?:(?:in the )?(?:early |late )?(?:morning|afternoon|evening)|at night|night)"
_TIME_LAST = re.compile(rf"(.+?),? (?:{_AT}|{_CLOCK}|{_PART})")
_TIME_FIRST = re.compile(rf"(?:at )?{_CLOCK},? (?:on )?(.+)")


def tidy(text: str) -> str:
    """Return the text in lower case with single spaces, or "" where it cannot be a date.

    Other digits than 0 to 9 and control characters make it none; so does being far too long.
    """
    text = text.strip()
    if len(text) > LONGEST:
        return ""
    text = " ".join(text.split()).translate(_SAME)
    if not (text.isascii() and text.isprintable()):
        return ""
    text = text.lower().rstrip(" .,;!?")
    return re.sub(r"^(?:on|by) ", "", text)


def without_time(text: str) -> str:
    """Return tidied text without the times of day that stand before or after the day."""
    text = re.sub(r"(?<=\d)t(?=\d\d:)", " ", text)  # 2026-11-27T14:30
    if found := _TIME_FIRST.fullmatch(text):
        text = found[1]
    while found := _TIME_LAST.fullmatch(text):
        text = found[1]
    return text
