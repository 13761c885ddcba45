"""A page of two workbooks as blocks to read: side by side, or one above the other where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workbook.flow.document import DocNote
from workbook.ui.document_blocks import QUIET, answer_blocks, words
from workbook.ui.widgets.passages import GAP, Block, Table, TableRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbook.flow.document import DocEarlier
    from workbook.flow.entries import DocEntry
    from workbook.flow.side_by_side import PagePair, Pair

WIDEST = 132
"""The widest that two columns become."""

NARROW = 62
"""Below so many cells they stand one above the other."""

NOTHING = "—"
"""Stands where one of the two says nothing."""


class Halves(Table):
    """Two columns of the same width on every page, so that the eye finds its place again."""

    def widths(self, room: int) -> tuple[int, ...]:
        """Return the width of each half; nothing where it is too narrow for two."""
        half = (room - GAP) // 2
        return (half, half) if room >= NARROW else ()

    def closed_up(self, room: int) -> int:
        """Rows keep their distance."""
        return 0


def side_blocks(page: PagePair, titles: tuple[str, str]) -> list[Block]:
    """One page of both, each under its title."""
    table = Halves()
    return [
        Block(words(page.title, "bold $primary"), anchor=f"page:{page.ref}", after=1),
        _row((words(titles[0], "bold"), words(titles[1], "bold")), ("", ""), table, after=1, is_head=True),
        *(block for pair in page.pairs for block in _question(pair, titles, table)),
        *(_row(cells, titles, table, after=1) for cells in _apart(page)),
    ]


def _apart(page: PagePair) -> Iterator[tuple[Content, Content]]:
    """The notes of each on its own side, in their order, or answers that gave way. A side without any has the sign."""
    sides = [[row.left for row in page.apart], [row.right for row in page.apart]]
    for number, row in enumerate(page.apart):
        left, right = (
            _dated(one) if one is not None else words("" if number or any(side) else NOTHING, QUIET)
            for one, side in zip((row.left, row.right), sides, strict=True)
        )
        yield left, right


def _dated(one: DocNote | DocEarlier) -> Content:
    """A note under its day, or an answer that gave way under its question and day."""
    if isinstance(one, DocNote):
        return words(f"{one.day}\n", QUIET).append(words(one.text))
    return words(f"{one.entry.label}  {one.day}\n", QUIET).append(_said(one.entry))


def _question(pair: Pair, titles: tuple[str, str], table: Table) -> Iterator[Block]:
    labels = [entry.label if entry else "" for entry in (pair.left, pair.right)]
    if all(labels) and labels[0] != labels[1]:
        yield _row((words(labels[0], QUIET), words(labels[1], QUIET)), ("", ""), table)
    else:
        yield Block(words(labels[0] or labels[1], QUIET))
    yield _row((_said(pair.left), _said(pair.right)), titles, table, after=1, ref=_ref(pair))


def _ref(pair: Pair) -> str:
    entry = pair.left or pair.right
    return entry.ref if entry else ""


def _said(entry: DocEntry | None) -> Content:
    """All of an answer, or the sign for none."""
    if entry is None:
        return words(NOTHING, QUIET)
    said = [block for block in answer_blocks(entry) if not (block.row and block.row.is_head)]
    whole = Content("")
    for number, block in enumerate(said):
        gap = "\n\n" if number and said[number - 1].after else "\n"
        whole = whole.append(gap).append(block.content) if number else block.content
    return whole


def _row(
    cells: tuple[Content, Content],
    titles: tuple[str, str],
    table: Table,
    *,
    after: int = 0,
    ref: str = "",
    is_head: bool = False,
) -> Block:
    """Two cells of a row. One above the other, each stands under the title of its workbook."""
    whole, places = Content(""), []
    for cell, title in zip(cells, titles, strict=True):
        if whole.plain and cell.plain:
            whole = whole.append("\n")
        if title and cell.plain:
            whole = whole.append(words(f"{title}\n", QUIET))
        places.append((len(whole.plain), len(whole.plain) + len(cell.plain)))
        whole = whole.append(cell)
    return Block(whole, 0, after=after, ref=ref, row=TableRow(table, tuple(places), is_head=is_head, is_last=True))
