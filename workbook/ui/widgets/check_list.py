"""A list of which ones are ticked, in groups, drawn by one widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.message import Message

from workbook.ui.widgets.drawing import SIGNS, Piece, cells, flowed, padded, signed, words
from workbook.ui.widgets.items import Items

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from workbook.ui.widgets.drawing import Line

BESIDE = 50
"""From this width on a group's heading stands beside its words, else above them."""


class CheckList(Items):
    """Words to tick, a group on a line or two.

    Space or Enter ticks and unticks; a letter goes to the next word that begins with it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "tick", "Tick or untick", show=False, id="checklist.tick"),
    ]

    @dataclass
    class Ticked(Message):
        """A word is to be ticked, or unticked, by its place among all words."""

        check_list: CheckList
        index: int

    def __init__(self) -> None:
        super().__init__()
        self.groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self.labels: tuple[str, ...] = ()
        self.ticked: frozenset[int] = frozenset()

    @property
    def count(self) -> int:
        """How many words there are in all groups."""
        return len(self.labels)

    def show(self, groups: Sequence[tuple[str, Sequence[str]]], ticked: Collection[int]) -> None:
        """Show these groups (heading and words; a heading may be empty), with these words ticked."""
        clean = tuple((words(heading), tuple(words(label) for label in labels)) for heading, labels in groups)
        if (clean, frozenset(ticked)) != (self.groups, self.ticked):
            self.groups, self.ticked = clean, frozenset(ticked)
            self.labels = tuple(label for _, labels in clean for label in labels)
            self.redraw()

    # ------------------------------------------------------------------------------------------------ drawing

    def draw(self, width: int) -> list[Line]:
        """A heading and its words flowing beside it, or below it where it is narrow."""
        headings = max((cell_len(heading) for heading, _ in self.groups), default=0)
        beside = headings + 1 if headings and width >= BESIDE else 0
        lines: list[Line] = []
        start = 0
        for heading, labels in self.groups:
            items = range(start, start + len(labels))
            start += len(labels)
            room = width - beside
            rows = self._columns(items, room) if len(self.groups) == 1 else flowed(self._chunks(items, room), room)
            if not beside and heading:
                lines.append((Piece(heading, "heading"),))
            for index, row in enumerate(rows):
                name = heading if beside and index == 0 else ""
                lines.append((Piece(padded(name, beside), "heading"), *row))
        return lines

    def _columns(self, items: range, width: int) -> list[Line]:
        """Words in columns of one width, read along the rows."""
        widest = SIGNS + max((cell_len(self.labels[item]) for item in items), default=0)
        columns = max(1, width // widest)
        if columns == 1:
            return [line for item in items for line in self._lines(item, width)]
        spread = min(width // columns, widest + 2)
        chunks = [self._chunk(item, width, spread) for item in items]
        starts = range(0, len(chunks), columns)
        return [tuple(piece for chunk in chunks[at : at + columns] for piece in chunk) for at in starts]

    def _chunks(self, items: range, width: int) -> list[Line]:
        return [line for item in items for line in self._lines(item, width)]

    def _chunk(self, item: int, width: int, spread: int) -> Line:
        line = self._lines(item, width)[0]
        return (*line, Piece(padded("", spread - cells(line))))

    def _lines(self, item: int, width: int) -> list[Line]:
        """One word, which may be a sentence wider than the window."""
        return signed(item, self.labels[item], width, ("[ ]", "[x]"), is_chosen=item in self.ticked)

    # --------------------------------------------------------------------------------------------- keys, mouse

    def pressed(self, item: int, part: int | None) -> None:
        """Tick the word under the mouse, or untick it."""
        self.post_message(self.Ticked(self, item))

    def typed(self, character: str) -> bool:
        """Go to the next word that begins with this letter."""
        if not character.isalpha():
            return False
        order = [*range(self.cursor + 1, self.count), *range(self.cursor + 1)]
        found = (item for item in order if self.labels[item].casefold().startswith(character.casefold()))
        item = next(found, None)
        if item is not None:
            self.move_to(item)
        return item is not None

    def action_tick(self) -> None:
        """Tick the word at the cursor, or untick it."""
        if self.count:
            self.post_message(self.Ticked(self, self.cursor))
