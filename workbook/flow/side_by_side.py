"""Two workbooks laid side by side: the same page of both, the same question beside itself."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from workbook.flow.document import ADDED_LATER, EARLIER_ANSWERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbook.flow.document import DocEarlier, DocNote, DocPage, Document
    from workbook.flow.entries import DocEntry


@dataclass(frozen=True)
class Pair:
    """A question and what each workbook says to it; None where it says nothing."""

    left: DocEntry | None
    right: DocEntry | None


@dataclass(frozen=True)
class Apart:
    """A note, or an answer that gave way, in the place it has on its own side; None where a side has no more."""

    left: DocNote | DocEarlier | None
    right: DocNote | DocEarlier | None


@dataclass(frozen=True)
class PagePair:
    """A page on which at least one of the two says something."""

    ref: str
    title: str
    pairs: tuple[Pair, ...]
    apart: tuple[Apart, ...] = ()
    """What answers no question of both: it stands on its own side alone."""


def side_by_side(left: Document, right: Document, order: Iterable[str]) -> tuple[PagePair, ...]:
    """Lay two documents side by side by the refs of their pages and questions.

    `order` has the refs of pages and fields as the left one's guide asks them; what only the right one's guide has
    comes after, then the notes of each, then the answers of each that gave way.
    """
    place = {ref: number for number, ref in enumerate(order)}
    ours, theirs = _pages(left), _pages(right)
    refs = sorted({**ours, **theirs}, key=lambda ref: (not ref, place.get(ref, len(place))))
    pages = [_pair(ref, ours.get(ref), theirs.get(ref), place) for ref in refs]
    pages += _apart("notes", ADDED_LATER, left.notes, right.notes)
    pages += _apart("earlier", EARLIER_ANSWERS, left.earlier, right.earlier)
    return tuple(pages)


def _apart(
    ref: str, title: str, left: Sequence[DocNote | DocEarlier], right: Sequence[DocNote | DocEarlier]
) -> list[PagePair]:
    """A page with what each side has of a kind; none where neither has any."""
    rows = tuple(Apart(*row) for row in zip_longest(left, right))
    return [PagePair(ref, title, (), rows)] if rows else []


def _pages(document: Document) -> dict[str, DocPage]:
    return {page.ref: page for part in document.parts for page in part.pages}


def _pair(ref: str, left: DocPage | None, right: DocPage | None, place: dict[str, int]) -> PagePair:
    ours = {entry.ref: entry for entry in left.entries} if left else {}
    theirs = {entry.ref: entry for entry in right.entries} if right else {}
    refs = sorted({**ours, **theirs}, key=lambda each: place.get(each, len(place)))
    titled = left or right
    title = titled.title if titled else ""
    return PagePair(ref, title, tuple(Pair(ours.get(each), theirs.get(each)) for each in refs))
