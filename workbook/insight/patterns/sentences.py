"""What comes up in several completed workbooks, as sentences that count.

Every sentence counts answers and says out of how many. It needs at least two workbooks that say the same,
does not say what that means, and is never a score.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.flow.fitting import fit
from workbook.flow.folding import bare
from workbook.flow.numbers import in_words
from workbook.flow.values import is_blank
from workbook.flow.words import option_text, words_of
from workbook.insight.patterns.asked import YES, Asked, without_pipes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbook.flow.values import Answers
    from workbook.guide.model import GridRow, Guide

FEWEST = 2
"""Workbooks that must say something before it is told."""
MOST = 8
"""Sentences at most, where a page shows them among other things."""
MOST_IN_WORDS = 12
"""Numbers beyond this one are in figures."""


@dataclass
class _Count:
    """How often one thing was said."""

    label: str = ""
    wordings: frozenset[str] = frozenset()
    """How the question was put to those who answered it."""
    asked: int = 0
    """Answers to the question."""
    said: int = 0
    """Answers that say this."""
    books: int = 0
    """Workbooks that say this."""

    def add(self, asked: int, said: int) -> None:
        """Count the answers of one workbook."""
        self.asked += asked
        self.said += said
        self.books += bool(said)

    @property
    def is_told(self) -> bool:
        """Whether enough workbooks say it."""
        return self.books >= FEWEST

    @property
    def question(self) -> str:
        """The question in quotes: as it was put to all who were asked, else as it is put to most."""
        (only, *others) = self.wordings or (self.label,)
        return _quoted(self.label if others else only)

    @property
    def order(self) -> tuple[float, float]:
        """Sorts what was said most often first, and among those what was said to most of the askings."""
        return -self.said, -self.said / self.asked


class Sentences:
    """Counts of many workbooks. They are added one after the other, the newest first; none of them is kept."""

    def __init__(self) -> None:
        self._rows: defaultdict[tuple[str, ...], _Count] = defaultdict(_Count)
        self._columns: defaultdict[tuple[str, ...], _Count] = defaultdict(_Count)
        self._names: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._name_labels: dict[tuple[str, str], str] = {}

    def add(self, asked: Asked, answers: Answers) -> None:
        """Count one more workbook."""
        self._add_grids(asked, answers)
        self._add_columns(asked, answers)
        self._add_name(asked, answers)

    def told(self, most: int | None = None) -> tuple[str, ...]:
        """The sentences, what was said most often first and names last; at most so many."""
        names = tuple(self._name_sentences())[: None if most is None else 1]
        counted = sorted((*self._row_sentences(), *self._column_sentences()), key=lambda each: each[0])
        room = None if most is None else most - len(names)
        return (*(sentence for _, sentence in counted[:room]), *names)

    # ------------------------------------------------------------------------------------------------ grids

    def _add_grids(self, asked: Asked, answers: Answers) -> None:
        for ref, grid, less in asked.grids:
            answer = fit(grid, answers.get(ref))
            if is_blank(answer):
                continue
            for row in grid.rows:
                said = option_text(grid, answer["rows"].get(row.id, "")).casefold()
                if said in (YES, *less):
                    count = self._rows[asked.guide.manifest.id, ref, row.id, " or ".join(less)]
                    count.label = count.label or row.label
                    count.wordings |= {_wording(row, asked, answers)}
                    count.add(1, said in less)

    def _row_sentences(self) -> Iterator[tuple[tuple[float, float], str]]:
        """Sentences such as: In 3 of 4 workbooks, 'I had prepared enough' was partly or no."""
        for (*_, choices), count in self._rows.items():
            if count.is_told:
                yield count.order, f"In {count.said:,} of {count.asked:,} workbooks, {count.question} was {choices}."

    # ----------------------------------------------------------------------------------------------- tables

    def _add_columns(self, asked: Asked, answers: Answers) -> None:
        for ref, table, columns in asked.columns:
            rows = fit(table, answers.get(ref)) or []
            for column, noes in columns:
                cells = [row[column.id] for row in rows if not is_blank(row.get(column.id))]
                for option in noes if cells else ():
                    count = self._columns[asked.guide.manifest.id, ref, column.id, option]
                    count.label = count.label or column.label
                    count.add(len(cells), cells.count(option))

    def _column_sentences(self) -> Iterator[tuple[tuple[float, float], str]]:
        """Sentences such as: 6 of 14 lines were 'no' for 'Would I enjoy it?'."""
        for (*_, option), count in self._columns.items():
            if count.is_told:
                lines = f"{count.said:,} of {count.asked:,} lines were"
                yield count.order, f"{lines} {_quoted(option)} for {count.question}."

    # ------------------------------------------------------------------------------------------------ names

    def _add_name(self, asked: Asked, answers: Answers) -> None:
        if asked.name is not None:
            words = bare(words_of(asked.name.field, answers.get(asked.name.ref)))
            if words:
                key = asked.guide.manifest.id, asked.name.ref
                self._names[key][words] += 1
                self._name_labels.setdefault(key, asked.name.field.label)

    def _name_sentences(self) -> Iterator[str]:
        """Sentences such as: Five different role titles in six workbooks."""
        for (guide_id, ref), titles in self._names.items():
            if titles.total() >= FEWEST:
                number = len(titles)
                label = _quoted(self._name_labels[guide_id, ref])
                noun, to = ("role title", "") if ref.endswith(".role") else ("answer", f" to {label}")
                what = f"{_number(number).capitalize()} different {noun}s" if number > 1 else f"The same {noun}"
                yield f"{what}{to} in {_number(titles.total())} workbooks."


def patterns(books: Iterable[tuple[Guide, Answers]]) -> tuple[str, ...]:
    """The first sentences across completed workbooks, given the newest first; none from fewer than two."""
    sentences = Sentences()
    known: dict[int, Asked] = {}
    for guide, answers in books:
        sentences.add(known.setdefault(id(guide), Asked(guide)), answers)
    return sentences.told(MOST)


def _wording(row: GridRow, asked: Asked, answers: Answers) -> str:
    """How a row was put in one workbook: its wording may depend on an earlier choice."""
    said = answers.get(row.by) if row.by in asked.guide.fields else None
    return row.cases.get(said, row.label) if isinstance(said, str) else row.label


def _number(number: int) -> str:
    return in_words(number) if number <= MOST_IN_WORDS else f"{number:,}"


def _quoted(label: str) -> str:
    """A question in quotes, with the fallbacks of what it pipes and without its full stop."""
    return f"'{without_pipes(label).rstrip('.')}'"
