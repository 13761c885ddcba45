"""Small numbers in words."""

from __future__ import annotations

_WORDS = (
    *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    "twenty",
)


def in_words(number: int) -> str:
    """Return a count in words up to twenty, in figures beyond."""
    return _WORDS[number] if 0 <= number < len(_WORDS) else str(number)
