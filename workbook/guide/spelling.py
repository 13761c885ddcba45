"""Guessing what was meant by a misspelt word."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def closest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like this one, or nothing when none is like it."""
    names = list(known)
    folded = {name.casefold(): name for name in names}
    found = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question to put at the end of a message; empty when there is no good guess."""
    guess = closest(word, known)
    return f"; did you mean `{guess}`?" if guess else ""


def listed(names: Iterable[str], joint: str = "or") -> str:
    """Names as words: `a`, `b` or `c`."""
    quoted = [f"`{name}`" for name in names]
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} {joint} {quoted[-1]}"
