"""The figures behind a picture, as lines to read: for whoever would rather read, and for programs that read aloud."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.insight.patterns.pictures import Rating

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbook.insight.patterns.asked import Question
    from workbook.insight.patterns.pictures import Counted, Picture, Said

NOTHING = "–"
"""What stands for a number that was not given."""


@dataclass(frozen=True)
class Line:
    """A line of figures: words, and what was said or how often."""

    words: str
    said: str = ""
    book: Counted | None = None
    """The workbook this line tells of; none for a count."""
    within: bool = False
    """Whether it goes on with what the line above tells of."""


def counts(picture: Picture) -> Iterator[Line]:
    """How often each thing was said; of a checklist for each of its rows, else out of how many workbooks."""
    if picture.question.kind == "checklists":
        for row, label in picture.question.lines:
            tallies = [tally for tally in picture.tallies(row) if tally.number]
            if tallies:
                yield Line(label, ", ".join(f"{tally.words} {tally.number}" for tally in tallies))
        return
    tallies = [tally for tally in picture.tallies() if tally.number]
    if picture.question.kind == "feelings":
        tallies.sort(key=lambda tally: -tally.number)
    yield from (Line(tally.words, f"{tally.number} of {picture.asked}") for tally in tallies)


def of_book(question: Question, book: Counted, said: Said) -> tuple[Line, ...]:
    """What one workbook said."""
    if isinstance(said, Rating):
        return (Line(book.title, rating_words(said), book),)
    if isinstance(said, Mapping):
        rows = (Line(label, said[row], book, within=True) for row, label in question.lines if row in said)
        return (Line(book.title, "", book), *rows)
    if question.kind == "how_far":
        return (Line(book.title, ", ".join(said), book),)
    return (Line(book.title, "", book), *(Line(word, "", book, within=True) for word in said))


def lines_of_book(question: Question, said: Said) -> int:
    """How many lines `of_book` gives."""
    return 1 if isinstance(said, Rating) or question.kind == "how_far" else 1 + len(said)


def rating_words(rating: Rating) -> str:
    """Both numbers, with no word on which way they went."""
    before, after = (NOTHING if number is None else str(number) for number in rating)
    return f"before {before}, after {after}"
