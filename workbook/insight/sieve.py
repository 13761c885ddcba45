"""Telling from the bytes of a file that words are not in it, so that nearly all of thousands need no reading.

What passes may still not hold the words; what holds them always passes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbook.flow.dates.names import MONTHS
from workbook.flow.folding import folded
from workbook.guide.model import Checklist, Choice, Grid
from workbook.library.coding import encode_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbook.guide.model import Guide

_ASCII = bytes(range(128))
_ESCAPED = re.compile(rb"\\u")
_CUT = re.compile(r'([\s"\\\x00-\x1f]+)')
"""What a text has and its JSON may have otherwise: between these, both say the same."""

_TWICE = 2
"""How many bytes of JSON one of those takes at most, where no character is escaped by its number."""

_LETTERS = re.compile(r"[^\W\d_]+")


class Sieve:
    """Says of bytes whether they may hold every one of some folded texts."""

    def __init__(self, needles: Sequence[str], guides: Iterable[Guide]) -> None:
        kept = tuple(guides)
        self._wanted = tuple(_Wanted(needle, kept) for needle in needles)

    def __call__(self, data: bytes) -> bool:
        """Whether the JSON of a workbook, or of one answer, may hold them all."""
        low = data.lower() if data.isascii() else lowered(data)
        for one in self._wanted:
            if not one.may_be_in(data, low):
                return _ESCAPED.search(data) is not None
        return True


class _Wanted:
    """One folded text, and all it may stand as in a file."""

    def __init__(self, needle: str, guides: Sequence[Guide]) -> None:
        self._parts = tuple(part.encode("utf-8", "replace") for part in _CUT.split(needle)[::2] if part)
        self._whole = re.compile(_as_kept(needle), re.DOTALL) if len(self._parts) > 1 else None
        self._instead = tuple(dict.fromkeys((*_values_said(needle, guides), *_months(needle))))

    def may_be_in(self, data: bytes, low: bytes) -> bool:
        """Whether it may be there: as it is, as the value of an option with such a label, or as a day's month."""
        for part in self._parts:
            if part not in low:
                break
        else:
            if self._whole is None or self._whole.search(low):
                return True
        return bool(self._instead) and any(value in data for value in self._instead)


def _as_kept(needle: str) -> bytes:
    """Return a pattern that finds a folded phrase in JSON."""
    pieces = _CUT.split(needle)
    made = [re.escape(piece.encode("utf-8", "replace")) for piece in pieces]
    made[1::2] = [b".{%d,%d}" % (len(cut), _TWICE * len(cut)) for cut in pieces[1::2]]
    return b"".join(made)


def lowered(data: bytes) -> bytes:
    """Return UTF-8 folded as `folded` does, save for breaks. Only the characters that are there are looked at."""
    if not data.isascii():
        for char in set(data.translate(None, _ASCII).decode("utf-8", "replace")):
            plain = folded(char)
            if plain != char:
                data = data.replace(char.encode(), plain.encode())
    return data.lower()


def _values_said(needle: str, guides: Sequence[Guide]) -> Iterator[bytes]:
    """The values of options, as they are kept, whose labels hold what is looked for."""
    for guide in guides:
        for place in guide.fields.values():
            if isinstance(place.field, Choice | Checklist | Grid):
                for option in place.field.choices:
                    if option.label and needle in folded(option.label):
                        yield encode_value(option.value)


def _months(needle: str) -> Iterator[bytes]:
    """What stands in a day, as it is kept, for a month whose name is looked for."""
    for letters in _LETTERS.findall(needle):
        for number, name in enumerate(MONTHS, start=1):
            if letters in name.lower():
                yield b"-%02d-" % number
