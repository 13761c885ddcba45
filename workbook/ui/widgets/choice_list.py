"""A list of which one is chosen, drawn by one widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.message import Message

from workbook.ui.widgets.drawing import SIGNS, Piece, cells, padded, signed, words
from workbook.ui.widgets.options import Options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.ui.widgets.drawing import Line

MANY = 8
"""More options than this stand in two columns where there is room."""

WIDE = 60
GAP = 3


class ChoiceList(Options):
    """Options one below the other. Space chooses, Enter chooses and goes on, a digit chooses by place.

    All of them are in sight where they fit.
    """

    SHOWN_WHOLE = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pick", "Choose", show=False, id="choice.pick"),
        Binding("enter", "pick(True)", "Choose and go on", show=False, id="choice.pick_and_go"),
        Binding("delete,backspace", "clear", "Clear", show=False, id="choice.clear"),
    ]

    @dataclass
    class Picked(Message):
        """An option was chosen, by its place in the list; None when the choice was cleared."""

        choice_list: ChoiceList
        index: int | None
        go_on: bool = False
        """Whether the person is done here."""

    @dataclass
    class Wrote(Message):
        """Something was typed or pasted that chooses nothing: a character that begins words, or all of them."""

        choice_list: ChoiceList
        text: str

    @dataclass
    class PassedOver(Message):
        """The person moved the cursor and went on with nothing chosen."""

        choice_list: ChoiceList

    def __init__(self) -> None:
        super().__init__()
        self.labels: tuple[str, ...] = ()
        self.chosen: int | None = None

    @property
    def count(self) -> int:
        """How many options there are."""
        return len(self.labels)

    @property
    def is_open(self) -> bool:
        """Whether nothing is chosen yet."""
        return self.chosen is None

    def show(self, labels: Sequence[str], chosen: int | None) -> None:
        """Show these options, with one of them chosen."""
        clean = tuple(words(label) for label in labels)
        if (clean, chosen) != (self.labels, self.chosen):
            self.labels, self.chosen = clean, chosen
            self.redraw()

    # ------------------------------------------------------------------------------------------------ drawing

    def draw(self, width: int) -> list[Line]:
        """One column, or two where there are many and they fit."""
        half = (width - GAP) // 2
        columns = 2 if self.count > MANY and width >= WIDE and self._widest <= half else 1
        if columns == 1:
            return [line for item in range(self.count) for line in self._option(item, width)]
        rows = -(-self.count // 2)
        lines: list[Line] = []
        for row in range(rows):
            left = self._option(row, half)[0]
            right = self._option(row + rows, half)[0] if row + rows < self.count else ()
            lines.append((*left, Piece(padded("", half + GAP - cells(left))), *right))
        return lines

    @property
    def _widest(self) -> int:
        return SIGNS + max(cell_len(label) for label in self.labels)

    def _option(self, item: int, width: int) -> list[Line]:
        return signed(item, self.labels[item], width, ("( )", "(•)"), is_chosen=item == self.chosen)

    # --------------------------------------------------------------------------------------------- keys, mouse

    def target(self, direction: str) -> int | None:
        """Up and down follow the order of the options; left and right go to the other column."""
        match direction:
            case "up" | "down":
                return self.cursor + (1 if direction == "down" else -1)
            case "left" | "right":
                return self._beside(1 if direction == "right" else -1)
        return super().target(direction)

    def _beside(self, by: int) -> int | None:
        boxes = self.drawing(self.size.width).boxes
        here = boxes.get(self.cursor)
        if here is None:
            return None
        found = (item for item, box in boxes.items() if box.y == here.y and (box.x - here.x) * by > 0)
        return next(found, None)

    def pick(self, item: int, *, go_on: bool = False) -> None:
        """Choose an option and say so."""
        if 0 <= item < self.count:
            self.move_to(item)
            self.post_message(self.Picked(self, item, go_on))

    def wrote(self, text: str) -> None:
        """Hand on words that choose nothing."""
        self.post_message(self.Wrote(self, text))

    def passed_over(self) -> None:
        """Tell that nothing was chosen."""
        self.post_message(self.PassedOver(self))

    def action_pick(self, go_on: bool = False) -> None:
        """Choose the option at the cursor."""
        self.pick(self.cursor, go_on=go_on)

    def action_clear(self) -> None:
        """Choose nothing, which whoever does so knows."""
        self._was_moved = False
        self.post_message(self.Picked(self, None))
