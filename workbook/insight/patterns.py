"""What comes up in several completed workbooks, as counts.

Every sentence counts answers and says out of how many. It needs at least two workbooks that say the same,
does not say what that means, and is never a score. Which questions are counted is read from the guides: the
rows of a grid that can be answered "partly" or "no", the columns of a table that ask for a yes and can be told
no, and the second of the answers that name a workbook.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbook.flow.fitting import fit
from workbook.flow.numbers import in_words
from workbook.flow.piping import PIPE
from workbook.flow.values import is_blank
from workbook.flow.words import option_text, words_of
from workbook.guide.model import Grid, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbook.flow.values import Answers
    from workbook.guide.model import Column, Guide

    Book = tuple[Guide, Answers]

FEWEST = 2
"""Workbooks that must say something before it is told."""
MOST = 8
"""Sentences at most."""
MOST_IN_WORDS = 12
"""Numbers beyond this one are in figures."""

_YES, _PARTLY, _NO = "yes", "partly", "no"


@dataclass
class _Count:
    """How often one thing was said."""

    label: str = ""
    asked: list[int] = field(default_factory=list)
    """The workbook of each answer to the question."""
    said: list[int] = field(default_factory=list)
    """The workbook of each answer that says this."""

    @property
    def is_told(self) -> bool:
        """Whether enough workbooks say it."""
        return len(set(self.said)) >= FEWEST

    @property
    def order(self) -> tuple[float, float]:
        """Sorts what was said most often first, and among those what was said to most of the askings."""
        return -len(self.said), -len(self.said) / len(self.asked)


def patterns(books: Iterable[tuple[Guide, Answers]]) -> tuple[str, ...]:
    """Sentences across completed workbooks, what was said most often first; none from fewer than two."""
    kept = list(books)
    names = tuple(_name_sentences(kept))[:1]
    counted = [*_grid_sentences(kept), *_column_sentences(kept)]
    counted.sort(key=lambda each: each[0])
    return (*(sentence for _, sentence in counted[: MOST - len(names)]), *names)


# --------------------------------------------------------------------------------------------------- grids


def _grid_sentences(books: Sequence[Book]) -> Iterator[tuple[tuple[float, float], str]]:
    """Sentences such as: In 3 of 4 workbooks, 'I had prepared enough' was partly or no."""
    counts: defaultdict[tuple[str, ...], _Count] = defaultdict(_Count)
    for number, (guide, answers) in enumerate(books):
        for ref, place in guide.fields.items():
            grid = place.field
            less = _less_than_yes(grid) if isinstance(grid, Grid) else ()
            answer = fit(grid, answers.get(ref))
            if not isinstance(grid, Grid) or not less or is_blank(answer):
                continue
            for row in grid.rows:
                said = option_text(grid, answer["rows"].get(row.id, "")).casefold()
                if said in (_YES, *less):
                    count = counts[guide.manifest.id, ref, row.id, " or ".join(less)]
                    count.label = _quoted(row.label)
                    count.asked.append(number)
                    count.said += [number] if said in less else []
    for (*_, choices), count in counts.items():
        if count.is_told:
            said_in = f"In {len(count.said)} of {len(count.asked)} workbooks"
            yield count.order, f"{said_in}, {count.label} was {choices}."


def _less_than_yes(grid: Grid) -> tuple[str, ...]:
    """Which of `partly` and `no` this grid offers."""
    offered = {option.text.casefold() for option in grid.choices}
    return tuple(text for text in (_PARTLY, _NO) if text in offered)


# -------------------------------------------------------------------------------------------------- tables


def _column_sentences(books: Sequence[Book]) -> Iterator[tuple[tuple[float, float], str]]:
    """Sentences such as: 6 of 14 lines were 'no' for 'Would I enjoy it?'."""
    counts: defaultdict[tuple[str, ...], _Count] = defaultdict(_Count)
    for number, (guide, answers) in enumerate(books):
        for ref, place in guide.fields.items():
            if not isinstance(place.field, Table):
                continue
            rows = fit(place.field, answers.get(ref)) or []
            for column in place.field.columns:
                cells = [row[column.id] for row in rows if not is_blank(row.get(column.id))]
                for option in _noes(column):
                    count = counts[guide.manifest.id, ref, column.id, option]
                    count.label = _quoted(column.label)
                    count.asked += [number] * len(cells)
                    count.said += [number] * cells.count(option)
    for (*_, option), count in counts.items():
        if count.is_told:
            lines = f"{len(count.said)} of {len(count.asked)} lines were"
            yield count.order, f"{lines} {_quoted(option)} for {count.label}."


def _noes(column: Column) -> tuple[str, ...]:
    """The options that say no, in a column that asks for a yes."""
    if column.kind != "choice" or _YES not in (option.casefold() for option in column.options):
        return ()
    return tuple(each for each in column.options if each.casefold() == _NO or each.casefold().startswith("not "))


# --------------------------------------------------------------------------------------------------- names


def _name_sentences(books: Sequence[Book]) -> Iterator[str]:
    """Sentences such as: Five different role titles in six workbooks."""
    said: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    labels: dict[tuple[str, str], str] = {}
    for guide, answers in books:
        ref = guide.manifest.name[1] if len(guide.manifest.name) > 1 else ""
        place = guide.fields.get(ref)
        words = words_of(place.field, answers.get(ref)) if place else ""
        if place and _folded(words):
            said[guide.manifest.id, ref].append(_folded(words))
            labels[guide.manifest.id, ref] = _quoted(place.field.label)
    for (guide_id, ref), titles in said.items():
        if len(titles) >= FEWEST:
            number = len(set(titles))
            noun, to = ("role title", "") if ref.endswith(".role") else ("answer", f" to {labels[guide_id, ref]}")
            what = f"{_number(number).capitalize()} different {noun}s" if number > 1 else f"The same {noun}"
            yield f"{what}{to} in {_number(len(titles))} workbooks."


def _folded(words: str) -> str:
    """Words without case and marks, for telling whether two titles are the same."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", words).casefold()))


def _number(number: int) -> str:
    return in_words(number) if number <= MOST_IN_WORDS else str(number)


def _quoted(label: str) -> str:
    """A question in quotes, with the fallbacks of what it pipes and without its full stop."""
    plain = PIPE.sub(lambda pipe: (pipe["fallback"] or "").strip(), label)
    return f"'{' '.join(plain.split()).rstrip('.')}'"
