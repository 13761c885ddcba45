"""What the pictures across workbooks show, as figures: what each workbook said, and how often each thing was said.

No average, no trend and no total: every workbook is a mark of its own, and counts say out of how many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from workbook.flow.fitting import fit
from workbook.flow.values import is_blank
from workbook.flow.words import items_of, option_text
from workbook.guide.model import Grid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbook.flow.values import Answers
    from workbook.insight.patterns.asked import Asked, Question


class Rating(NamedTuple):
    """A number from 0 to 10 before and after, each of which may be missing."""

    before: int | None
    after: int | None


Said = Rating | Mapping[str, str] | tuple[str, ...]
"""What a workbook said: a rating; of a checklist, the answer to each row by its id; else words."""


class Counted(NamedTuple):
    """A completed workbook that was counted."""

    id: str
    title: str
    day: date
    """When it was completed."""


class Tally(NamedTuple):
    """How often something was said, by how many who could."""

    words: str
    number: int


@dataclass(frozen=True)
class Picture:
    """One question across workbooks, as far as they have been read."""

    question: Question
    books: Sequence[tuple[Counted, Said]]
    """What each workbook said that answered it, the newest first."""
    counts: Mapping[tuple[str, str], int]
    """How often each answer was given: by row and answer for a checklist, else by `""` and the words. None for
    ratings, which are not added up."""

    @property
    def asked(self) -> int:
        """How many workbooks answered it."""
        return len(self.books)

    def tallies(self, row: str = "") -> tuple[Tally, ...]:
        """How often each thing was said: options in their order, words of one's own by how often."""
        found = {words: number for (line, words), number in self.counts.items() if line == row and number}
        options = self.question.options
        own = sorted((words for words in found if words not in options), key=lambda words: (-found[words], words))
        return tuple(Tally(words, found.get(words, 0)) for words in (*options, *own))


class Drawn:
    """One question while workbooks are added to it."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self._latest = question
        self._books: list[tuple[Counted, Said]] = []
        self._counts: Counter[tuple[str, str]] = Counter()
        self.answered = 0
        """How many workbooks answered the question itself, and not only the one a rating is compared with."""

    def add(self, book: Counted, said: Said | None, question: Question) -> None:
        """Take in what one workbook said, if anything, to the question as its guide has it."""
        if said is None:
            return
        if question is not self._latest:
            self._latest = question
            self.question = self.question.joined(question)
        self._books.append((book, said))
        self.answered += not isinstance(said, Rating) or said.after is not None
        if isinstance(said, Mapping):
            self._counts.update(said.items())
        elif not isinstance(said, Rating):
            self._counts.update(("", words) for words in dict.fromkeys(said))

    @property
    def picture(self) -> Picture:
        """The picture as it is now; adding more does not change it."""
        return Picture(self.question, self._books.copy(), self._counts.copy())


def said_by(answers: Answers, question: Question, asked: Asked) -> Said | None:
    """What one workbook says to a question; None where it says nothing that a picture can show."""
    field = asked.guide.fields[question.ref].field
    answer = fit(field, answers.get(question.ref))
    match question.kind:
        case "ratings":
            first = fit(asked.guide.fields[question.before].field, answers.get(question.before))
            return None if answer is None and first is None else Rating(first, answer)
        case "checklists" if isinstance(field, Grid):
            return dict(_rows(field, answer)) or None
        case "how_far":
            return None if is_blank(answer) else items_of(field, answer) or None
        case _:
            return tuple(dict.fromkeys(items_of(field, answer))) or None


def _rows(grid: Grid, answer: Mapping[str, Mapping[str, str]] | None) -> Iterator[tuple[str, str]]:
    """The rows the guide knows that were answered with something it offers, by the words of the answer."""
    offered = {option.value for option in grid.choices}
    rows = answer["rows"] if answer else {}
    for row in grid.rows:
        if rows.get(row.id) in offered:
            yield row.id, option_text(grid, rows[row.id])
