"""Ratings before and after, how far each application got, and the feelings named most, as plots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from workbook.insight.patterns.pictures import Rating
from workbook.insight.patterns.sentences import FEWEST
from workbook.ui.pictures.page import SHORT_DAY, Drawn, book_label, fitted, lines_of, widest
from workbook.ui.pictures.plot import FRAME, Mark, bars, scatter
from workbook.ui.widgets.drawing import words, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.insight.patterns.pictures import Counted, Picture, Said

BEFORE, AFTER, BOTH = "○", "●", "◎"
HIGHEST = 10
EDGES = 1 + FRAME
"""Columns between a label and the far edge that hold no mark."""
MOST_NAME, LEAST_STEP, MOST_STEP, MOST_BAR = 40, 11, 16, 60


def ratings(picture: Picture, start: int, width: int, height: int) -> Drawn:
    """A row for each workbook, with a mark for before and one for after."""
    books = picture.books[start : start + max(1, height - FRAME - 1)]
    name = _names(books, max(SHORT_DAY, min(MOST_NAME, width - EDGES - 2 * HIGHEST - 1)))
    step = max(1, min(5, (width - name - EDGES - 1) // HIGHEST))
    marks = [mark for row, (_, said) in enumerate(books) for mark in _rating_marks(row, said)]
    lines = scatter(
        [book_label(book, name) for book, _ in books],
        marks,
        xs=(0, HIGHEST),
        ticks=range(HIGHEST + 1),
        width=step * HIGHEST + 1,
        gap=_gap(len(books), height - FRAME - 1),
    )
    numbers = "".join(fitted(str(number), step) for number in range(HIGHEST)) + str(HIGHEST)
    low, high = (words(end) for end in picture.question.ends)
    ends = f"   0 {low}, 10 {high}" if low or high else ""
    legend = f"{BEFORE} before   {AFTER} after   {BOTH} both{ends}"
    return Drawn(lines_of([*lines, " " * (name + 2) + numbers]), len(books), picture.asked, legend=legend)


def _rating_marks(row: int, said: Said) -> list[Mark]:
    if not isinstance(said, Rating):
        return []
    if said.before == said.after and said.before is not None:
        return [Mark(row, said.before, BOTH)]
    found = ((said.before, BEFORE), (said.after, AFTER))
    return [Mark(row, number, sign) for number, sign in found if number is not None]


def how_far(picture: Picture, start: int, width: int, height: int) -> Drawn:
    """A row for each workbook, with a mark at how far it got."""
    steps = [tally.words for tally in picture.tallies()]
    room = max(SHORT_DAY, min(MOST_NAME, width - EDGES - LEAST_STEP * len(steps)))
    step = max(3, min(MOST_STEP, (width - room - EDGES) // len(steps)))
    below, legend = _step_names(steps, step)
    books = picture.books[start : start + max(1, height - FRAME - len(below))]
    name = _names(books, room)
    marks = [Mark(row, steps.index(str(each)), AFTER) for row, (_, said) in enumerate(books) for each in said]
    lines = scatter(
        [book_label(book, name) for book, _ in books],
        marks,
        xs=(-0.5, len(steps) - 0.5),
        ticks=range(len(steps)),
        width=step * len(steps),
        gap=_gap(len(books), height - FRAME - len(below)),
    )
    lines += [" " * (name + 2) + line for line in below]
    return Drawn(lines_of(lines), len(books), picture.asked, legend=legend)


def _step_names(steps: Sequence[str], width: int) -> tuple[list[str], str]:
    """What stands below the marks: the steps where there is room for their words, else numbers told in a legend."""
    if all(cell_len(word) <= width - 2 for step in steps for word in words(step).split()):
        names = [wrapped(step, width - 2) for step in steps]
        lines = max(map(len, names))
        return ["".join(_centred(name[line : line + 1], width) for name in names) for line in range(lines)], ""
    numbers = [str(number) for number in range(1, len(steps) + 1)]
    return ["".join(_centred([number], width) for number in numbers)], "   ".join(
        f"{number} {words(step)}" for number, step in zip(numbers, steps, strict=True)
    )


def _centred(text: list[str], width: int) -> str:
    shown = text[0] if text else ""
    return fitted(" " * ((width - cell_len(shown)) // 2) + shown, width)


def feelings(picture: Picture, start: int, width: int, height: int) -> Drawn:
    """A bar for each word that several workbooks named, as long as they are many."""
    named = sorted((each for each in picture.tallies() if each.number >= FEWEST), key=lambda each: -each.number)
    shown = named[start : start + max(1, height - FRAME)]
    digits = len(str(max((each.number for each in named), default=0)))
    name = widest([words(each.words) for each in shown], min(MOST_NAME, width // 2 - digits - 2))
    rows = [f"{fitted(words(each.words), name)}  {each.number:{digits}}" for each in shown]
    room = max(1, min(MOST_BAR, width - name - digits - 2 - EDGES))
    gap = _gap(len(shown), height - FRAME)
    lines = bars(rows, [each.number for each in shown], longest=picture.asked, width=room, gap=gap) if shown else []
    legend = f"How many of {picture.asked} workbooks named it. A word named in one only is in the table."
    return Drawn(lines_of(lines), len(shown), len(named), what="words", legend=legend)


def _names(books: Sequence[tuple[Counted, Said]], most: int) -> int:
    """How many cells the names of these workbooks get."""
    return widest([f"{'':{SHORT_DAY}}  {words(book.title)}" for book, _ in books], most)


def _gap(rows: int, height: int) -> int:
    """Empty lines between two rows: one where there is room."""
    return 1 if 2 * rows - 1 <= height else 0
