"""The words around what was found, short enough for a line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbook.flow.folding import Span

_ELLIPSIS = "…"
_BREAKS = {ord(char): " " for char in "\n\t\r\v\f"}
NEAR = 12
"""Characters by which a cut may miss a space and still be moved to it."""


@dataclass(frozen=True)
class Passage:
    """A part of an answer in which something was found."""

    lead: str
    """What stands before it: the row of a grid, the column of a table. Nothing is found in that."""
    words: str
    found: tuple[Span, ...]
    """Where; in order, though some may overlap."""


@dataclass(frozen=True)
class Excerpt:
    """Words on one line, and where in them something was found."""

    text: str
    marks: tuple[Span, ...]

    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The text in stretches, each with whether it was looked for."""
        edges = [0, *(edge for mark in self.marks for edge in mark), len(self.text)]
        for number, (start, end) in enumerate(pairwise(edges)):
            if start < end:
                yield self.text[start:end], number % 2 == 1


def excerpt(passages: Sequence[Passage], before: int, after: int) -> Excerpt:
    """Return so many characters around the first find in each passage, one after the other."""
    text, marks = "", list[tuple[int, int]]()
    for passage in passages:
        text += f" {_ELLIPSIS} " if text else ""
        part, found = _around(passage, before, after)
        marks += [(len(text) + start, len(text) + end) for start, end in found]
        text += part
    return Excerpt(text, tuple(marks))


def _around(passage: Passage, before: int, after: int) -> tuple[str, list[Span]]:
    """One passage, cut at spaces where there are some near, with an ellipsis where something is left out."""
    words, found = passage.words, _merged(passage.found)
    first = found[0]
    start = _cut(words, first[0] - before, forward=True) if first[0] > before else 0
    end = _cut(words, first[1] + after, forward=False) if first[1] + after < len(words) else len(words)
    start, end = min(start, first[0]), max(end, first[1])
    lead = passage.lead + (_ELLIPSIS if words[:start].strip() else "")
    tail = _ELLIPSIS if words[end:].strip() else ""
    moved = len(lead) - start
    inside = [(max(start, one) + moved, min(end, other) + moved) for one, other in found if one < end and other > start]
    return (lead + words[start:end] + tail).translate(_BREAKS), inside


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those that touch or overlap as one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _cut(words: str, at: int, *, forward: bool) -> int:
    """Return where to cut near `at`: just inside the nearest space, so that no word is halved if that can be."""
    for step in range(NEAR):
        place = at + step if forward else at - step
        if 0 < place < len(words) and words[place - 1 if forward else place].isspace():
            return place
    return at
