"""What can be selected in a document: an answer, a page, a line; and the words of a selection."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbook.ui.widgets.passages import Block, Piece


class Spot(NamedTuple):
    """A place in the document, whatever the window: a passage, and how far into its text."""

    block: int
    at: int = 0


class Stretch(NamedTuple):
    """From a place in the document up to another."""

    start: Spot
    end: Spot


def answers(blocks: Sequence[Block]) -> list[Stretch]:
    """Each answer: the passages that have its ref."""
    return _runs(blocks, [block.ref for block in blocks])


def pages(blocks: Sequence[Block]) -> list[Stretch]:
    """Each page with its title and questions; whatever else has a heading, too."""
    names, name = [], ""
    for block in blocks:
        name = block.anchor or name
        names.append(name)
    return _runs(blocks, names)


def _runs(blocks: Sequence[Block], names: Sequence[str]) -> list[Stretch]:
    made: list[Stretch] = []
    for number, (block, name) in enumerate(zip(blocks, names, strict=True)):
        end = Spot(number, len(block.text))
        if name and number and names[number - 1] == name:
            made[-1] = made[-1]._replace(end=end)
        elif name:
            made.append(Stretch(Spot(number), end))
    return made


def lines(lines: Iterable[tuple[int, tuple[Piece, ...]]]) -> list[Stretch]:
    """Each line with something on it, as the document falls in a window."""
    return [
        Stretch(Spot(block, min(piece.start for piece in pieces)), Spot(block, max(piece.end for piece in pieces)))
        for block, pieces in lines
        if pieces
    ]


def nearest(stretches: Sequence[Stretch], spot: Spot) -> int:
    """Which stretch a place is in, or else the one before it; the first where none is."""
    return max(0, bisect_right(stretches, spot, key=lambda stretch: stretch.start) - 1)


def within(blocks: Sequence[Block], stretch: Stretch) -> Iterator[tuple[int, int, int]]:
    """Each passage of a stretch: its number, and from where to where in its text."""
    for number in range(stretch.start.block, min(stretch.end.block, len(blocks) - 1) + 1):
        start = stretch.start.at if number == stretch.start.block else 0
        end = stretch.end.at if number == stretch.end.block else len(blocks[number].text)
        yield number, start, end


def words(blocks: Sequence[Block], stretch: Stretch) -> str:
    """The words of a stretch as they were written, lines joined that only the window broke."""
    said = ""
    for number, start, end in within(blocks, stretch):
        block = blocks[number]
        if not (block.row and block.row.is_head):  # what heads the columns is in each row
            said += block.text[start:end] + "\n" * (1 + min(1, block.after))
    return said.strip("\n")
