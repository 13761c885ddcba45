"""A checklist across workbooks: a row for each of its lines, a column for each workbook, a sign for each answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.cells import cell_len

from workbook.insight.patterns.asked import NO, PARTLY, YES
from workbook.ui.pictures.page import Drawn, day_words, fitted, lines_of
from workbook.ui.widgets.drawing import words, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbook.insight.patterns.pictures import Picture

SIGNS = {YES: "●", PARTLY: "◐", NO: "○"}
OTHERS = "–+×*#~"
"""Signs for whatever else there is to choose, one after the other."""
COLUMN = 4
HEAD = 3
"""Lines above the rows: day, month, year."""
LEAST_LABEL = 26


def signs(options: Iterable[str]) -> dict[str, str]:
    """A sign for each option."""
    others = iter(OTHERS)
    return {option: SIGNS.get(option.casefold()) or next(others, "?") for option in options}


def checklist(picture: Picture, start: int, width: int, height: int) -> Drawn:
    """As many workbooks side by side as fit."""
    labels = [words(label) for _, label in picture.question.lines]
    longest = max(map(cell_len, labels), default=0)
    label = min(longest, max(LEAST_LABEL, width // 2, width - COLUMN * picture.asked))
    books = picture.books[start : start + max(1, (width - label) // COLUMN)]
    sign = signs(picture.question.options)
    lines = list(_head([day_words(book.day) for book, _ in books], label))
    wraps = [wrapped(text, label) for text in labels]
    room = height - HEAD - sum(map(len, wraps))
    fits, apart = room >= 0, room >= len(wraps) - 1
    for (row, _), text, wrap in zip(picture.question.lines, labels, wraps, strict=True):
        said = [said.get(row, "") if isinstance(said, Mapping) else "" for _, said in books]
        first, *more = wrap if fits else [text]
        lines.append(fitted(first, label) + "".join(sign.get(each, " ").rjust(COLUMN - 1) + " " for each in said))
        lines += [*more, ""] if apart else more
    legend = "   ".join(f"{mark} {words(option)}" for option, mark in sign.items())
    return Drawn(lines_of(lines[:-1] if apart else lines), len(books), picture.asked, legend=legend)


def _head(days: Sequence[tuple[str, str, str]], label: int) -> list[str]:
    """The days of the workbooks, set on three lines."""
    return [" " * label + "".join(day[line].rjust(COLUMN - 1) + " " for day in days) for line in range(HEAD)]
