"""Finding words whatever their accents and case: `Resume` finds `résumé`, `strasse` finds `STRAßE`."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Span = tuple[int, int]
"""Where something stands in a text: from here, up to but not with there."""

_LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
    "‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00ad": "", "\u200b": "",
}  # fmt: skip
"""Letters that Unicode does not take apart although people leave their strokes out, and signs that keyboards lack."""

_IOTA_BELOW = "\u0345"
"""A mark that becomes a letter of its own in capitals."""

_BREAKS = {code: " " for code in range(128) if chr(code).isspace()}


class _Folds(dict[int, str]):
    """What each character folds to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        apart = unicodedata.normalize("NFKD", chr(code))
        bare = (one for one in apart if one == _IOTA_BELOW or not unicodedata.combining(one))
        whole = "".join(_LETTERS.get(letter, letter) for one in bare for letter in one.casefold())
        made = self[code] = " " if whole.isspace() else whole
        return made


_FOLDS = _Folds()


def folded(text: str) -> str:
    """Return a text without accents and capitals, every break or space a plain space."""
    if text.isascii():
        return text.lower().translate(_BREAKS)
    return text.translate(_FOLDS)


def bare(words: str) -> str:
    """Return words in small letters without punctuation, for telling whether two wordings read alike.

    Accents stay, and what tells C++ and C# from C.
    """
    low = unicodedata.normalize("NFKC", words).casefold()
    return " ".join("".join(char if _is_of_word(char) else " " for char in low).split())


def _is_of_word(char: str) -> bool:
    return char in "+#" or unicodedata.category(char)[0] in "LMN"


def fold(text: str) -> tuple[str, Sequence[int]]:
    """Return the folded text and, for each of its characters, where it comes from; last of all, the text's length."""
    if text.isascii():
        return folded(text), range(len(text) + 1)
    offsets = [at for at, char in enumerate(text) for _ in _FOLDS[ord(char)]]
    offsets.append(len(text))
    return folded(text), offsets


def find(needle: str, text: str) -> list[Span]:
    """Return where a text holds what is looked for, in order and without overlaps.

    A span covers whole characters with their accents, so that it can be marked in the text as it was written.
    """
    sought, whole = folded(needle), folded(text)
    at = whole.find(sought) if sought.strip() else -1
    if at < 0:
        return []
    offsets = fold(text)[1]
    spans: list[Span] = []
    while at >= 0:
        end = at + len(sought)
        while end < len(whole) and offsets[end] == offsets[end - 1]:
            end += 1  # half of a letter that folds to two
        span = (offsets[at], offsets[end])
        if not spans or span[0] >= spans[-1][1]:
            spans.append(span)
        at = whole.find(sought, at + len(sought))
    return spans
