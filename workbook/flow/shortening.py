"""Texts made short enough for one line."""

from __future__ import annotations

from textwrap import shorten

ENDING = "…"


def shortened(text: str, longest: int, ending: str = ENDING) -> str:
    """The text on one line, cut between two words where it is longer than `longest` characters.

    Where that would leave less than half of the room filled, the cut goes through a word: an address, or a sentence
    in a language that sets no spaces, would otherwise be nothing but the ending.
    """
    whole = " ".join(text.split())
    kept = shorten(whole, longest, placeholder=ending)
    if kept == whole or len(kept) >= longest // 2:
        return kept
    return whole[: longest - len(ending)].rstrip() + ending
