"""The figures behind a picture as a list: counts first, then each workbook, to be opened from here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, overload

from workbook.insight.patterns.figures import Line, counts, lines_of_book, of_book
from workbook.ui.pictures.page import short_day
from workbook.ui.text import plain
from workbook.ui.widgets.drawing import words, wrapped
from workbook.ui.widgets.entry_rows import spread
from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content

    from workbook.insight.patterns.pictures import Picture

INDENT = " " * 11
MARGIN = 4
"""Cells that a row of a list has less than the list."""
HOW_OFTEN, EACH = Line("How often"), Line("Each workbook, the newest first")
HEADINGS = (HOW_OFTEN, EACH)


class Figures(Sequence[Line]):
    """All lines of a picture at one width. Those of a workbook are made when they come into sight."""

    def __init__(self, picture: Picture, width: int) -> None:
        self.key = picture.question.key
        """Which question it is about."""
        self._picture = picture
        counted = list(_count_lines(picture, width))
        self.above = [HOW_OFTEN, *counted, Line(""), EACH] if counted else []
        """What stands above the workbooks."""
        self._ends = list(accumulate(lines_of_book(picture.question, said) for _, said in picture.books))

    def __len__(self) -> int:
        return len(self.above) + (self._ends[-1] if self._ends else 0)

    @overload
    def __getitem__(self, index: int) -> Line: ...

    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...

    def __getitem__(self, index: int | slice) -> Line | list[Line]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        if place < len(self.above):
            return self.above[place]
        place -= len(self.above)
        number = bisect_right(self._ends, place)
        book, said = self._picture.books[number]
        return of_book(self._picture.question, book, said)[place - (self._ends[number - 1] if number else 0)]


def _count_lines(picture: Picture, width: int) -> Iterator[Line]:
    """The counts. A checklist's have a line of their own, since its questions are long."""
    for line in counts(picture):
        if picture.question.kind == "checklists":
            yield from (Line(text) for text in wrapped(line.words, width))
            yield Line(line.said, within=True)
        else:
            yield line


class FigureList(RowList[Line]):
    """A list of figures. Every line can be gone to, so that every line can be read."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__([], draw=draw_line, id=id)
        self._picture: Picture | None = None

    def show_picture(self, picture: Picture) -> None:
        """Show the figures of a picture, with the cursor where it was: counts above it may have come."""
        self._picture = picture
        before, after = self.items, Figures(picture, self.size.width - MARGIN)
        cursor = 0
        if isinstance(before, Figures) and before.key == after.key:
            is_below = self.cursor >= len(before.above)
            cursor = self.cursor + (len(after.above) - len(before.above) if is_below else 0)
        self.show(after, cursor)

    def on_resize(self) -> None:
        """Break long lines anew."""
        if self._picture is not None:
            self.show_picture(self._picture)
        super().on_resize()


def draw_line(line: Line, width: int) -> Content:
    """A heading, a count, or a workbook and what it said."""
    if any(line is heading for heading in HEADINGS):
        return plain(line.words, "$text-muted")
    if line.within and line.book is None:
        return plain("    " + words(line.words), "$text-muted")
    day = f"{short_day(line.book.day)}  " if line.book and not line.within else ""
    return spread(plain((INDENT if line.within else day) + words(line.words)), words(line.said), width)
