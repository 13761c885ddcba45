"""Shelves as rows to look through: headings, and below each what stands there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from workbook.insight.banks.kept import Kept
from workbook.insight.banks.questions import Alike, Question
from workbook.insight.banks.shelves import DONE, LET_GO, KindWords, Shelves, Word, contact_state

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Shelf = Literal["questions", "strengths", "next", "kind", "words", "people"]
Thing = Kept | Question | Word | KindWords

SHELVES: dict[Shelf, str] = {
    "questions": "Questions",
    "strengths": "Strengths",
    "next": "Next time",
    "kind": "Kind words",
    "words": "Keywords",
    "people": "People",
}
"""What there is to look through, and what each is called."""

ASKING = "same as …?"
"""Stands beside a question that may be the same as another."""


@dataclass(frozen=True)
class Row:
    """A heading, the blank line above one, or a thing on a shelf."""

    text: str
    side: str = ""
    thing: Thing | None = None

    @property
    def place(self) -> tuple[str, ...]:
        """What it is known by while more rows arrive."""
        kept = kept_of(self.thing)
        return (kept.source.workbook, kept.source.ref, kept.text, str(kept.again)) if kept else ()


def kept_of(thing: Thing | None) -> Kept | None:
    """Return what stands for a thing: of what was written several times, the newest."""
    match thing:
        case Question():
            return thing.met[0].kept
        case Word() | KindWords():
            return thing.kept
    return thing


def rows(shelves: Shelves) -> dict[Shelf, tuple[Row, ...]]:
    """Return the rows of every shelf."""
    return {
        "questions": tuple(_questions(shelves)),
        "strengths": tuple(
            _under({"Strengths": _plain(shelves.strengths), "These may be strengths": _plain(shelves.candidates)})
        ),
        "next": tuple(_under({"Questions to ask": _plain(shelves.ask), "Plans": _plain(shelves.plans)})),
        "kind": tuple(
            _under(
                {
                    "Pinned to Home": _kind(each for each in shelves.kind if each.is_pinned),
                    "Kind words": _kind(each for each in shelves.kind if not each.is_pinned),
                }
            )
        ),
        "words": tuple(
            _under(
                {
                    "Keep and try": _words(each for each in shelves.words if not each.is_dropped),
                    "Dropped": _words(each for each in shelves.words if each.is_dropped),
                }
            )
        ),
        "people": tuple(
            _under(
                {
                    title: _plain(each for each in shelves.contacts if contact_state(each) == state)
                    for state, title in (("planned", "Planned"), (DONE, "Done"), (LET_GO, "Let go"))
                }
            )
        ),
    }


def _under(headed: Mapping[str, Iterable[Row]]) -> Iterator[Row]:
    is_first = True
    for heading, below in headed.items():
        found = tuple(below)
        if found:
            if not is_first:
                yield Row("")
            yield Row(heading)
            yield from found
            is_first = False


def _plain(kept: Iterable[Kept]) -> Iterator[Row]:
    return (Row(each.text or each.cells.get("then", ""), each.source.words, each) for each in kept)


def _kind(found: Iterable[KindWords]) -> Iterator[Row]:
    return (Row(each.kept.text, each.kept.source.words, each) for each in found)


def _words(found: Iterable[Word]) -> Iterator[Row]:
    for each in found:
        said = f"{each.decided}, " if each.decided else ""
        yield Row(each.kept.text, f"{said}{each.kept.source.words}", each)


def _questions(shelves: Shelves) -> Iterator[Row]:
    alike = Alike(shelves.questions)

    def drawn(found: Iterable[Question]) -> Iterator[Row]:
        for each in found:
            side = ", ".join(filter(None, (each.said, ASKING if alike.has(each) else ""))) or each.met[0].source.words
            yield Row(each.text, side, each)

    found = shelves.questions
    yield from _under(
        {
            "Common": drawn(each for each in found if each.is_common),
            "About one job or field": drawn(each for each in found if each.is_of_role),
            "To read up on": _plain(shelves.research),
            "Met once": drawn(each for each in found if not each.is_common and not each.is_of_role),
        }
    )
