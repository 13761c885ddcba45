"""A whole workbook to read. Only the lines in view are drawn, so it opens at once however long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbook.ui.widgets.falling import MARGIN, Fallen
from workbook.ui.widgets.units import Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.style import Style

    from workbook.ui.widgets.passages import Block

WIDEST = 76
"""The longest line of running text, in characters."""

HERE = "reading--here"
"""The look of what keys act on. Textual leaves out an opaque background where only part of a style is asked for."""


class Mark(NamedTuple):
    """A stretch of a passage that looks different: what was found, or selected."""

    block: int
    start: int
    end: int
    style: str
    """Name of its component style."""
    sign: str = ""
    """What stands in the margin beside it."""


class Reading(ScrollView, can_focus=True, inherit_bindings=False):
    """Draws blocks one under the other, wrapped to the window."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"reading--found", "reading--here", "reading--selected"}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "by_line(-1)", "Up", show=False, id="reading.up"),
        Binding("down,j", "by_line(1)", "Down", show=False, id="reading.down"),
        Binding("pageup", "by_page(-1)", "Page up", show=False, id="reading.page_up"),
        Binding("pagedown,space", "by_page(1)", "Page down", show=False, id="reading.page_down"),
        Binding("home,g", "to_edge(-1)", "Start", show=False, id="reading.start"),
        Binding("end,G", "to_edge(1)", "End", show=False, id="reading.end"),
    ]

    def __init__(self, blocks: Sequence[Block], *, widest: int = WIDEST, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.blocks = blocks
        """What there is to read."""
        self._widest = widest
        self._width = 0
        self.fallen = Fallen()
        """How that falls in this window."""
        self._marks: dict[str, dict[int, list[Mark]]] = {}

    def show(self, blocks: Sequence[Block], *, at_top: bool = False) -> None:
        """Read something else: from its top, or from where the reader is."""
        name, below = ("", 0) if at_top or not self.fallen else self._by_name()
        self.blocks = blocks
        self._marks = {}
        self._lay_out(force=True)
        if at_top:
            self.scroll_to(y=0, animate=False, force=True)
        there = next((number for number, block in enumerate(blocks) if name and block.name == name), None)
        if there is not None:
            self.scroll_to(y=self.fallen.first_of(there) + below, animate=False, force=True)
        self.refresh()

    def _by_name(self) -> tuple[str, int]:
        """The last passage with a name at or above the top of the window, and how far above it is."""
        for number in range(self.top().block, -1, -1):
            if self.blocks[number].name:
                return self.blocks[number].name, self.scroll_offset.y - self.fallen.first_of(number)
        return "", 0

    # ---------------------------------------------------------------------------------------------- laying out

    def on_resize(self, event: events.Resize) -> None:
        """Wrap to the new width, staying with the words that were at the top."""
        self._lay_out()

    def _lay_out(self, *, force: bool = False) -> None:
        width = min(self._widest, self.scrollable_content_region.width - 1 - MARGIN)
        if width <= 0 or (width == self._width and not force):
            return
        held = self.top() if self.fallen and not force else None
        self._width = width
        self.fallen = Fallen(self.blocks, width)
        self.virtual_size = Size(width + MARGIN, len(self.fallen))
        if held is not None and held != Spot(0):
            self._bring_up(held)

    def top(self) -> Spot:
        """The place at the top of the window."""
        return self.fallen.spot_of(self.scroll_offset.y)

    def is_in_sight(self, spot: Spot) -> bool:
        """Whether a place can be seen."""
        return 0 <= self.fallen.line_of(spot) - self.scroll_offset.y < self.scrollable_content_region.height

    def _bring_up(self, spot: Spot) -> None:
        self.scroll_to(y=self.fallen.line_of(spot), animate=False, force=True)

    def action_by_line(self, by: int) -> None:
        """Scroll by a line, at once: a key that is held must not wait for a movement."""
        self.scroll_to(y=self.scroll_offset.y + by, animate=False, force=True)

    def action_by_page(self, by: int) -> None:
        """Scroll by what is in sight, less a line to read on from."""
        self.action_by_line(by * max(1, self.scrollable_content_region.height - 1))

    def action_to_edge(self, by: int) -> None:
        """Scroll to the start or the end."""
        self.scroll_to(y=0 if by < 0 else self.max_scroll_y, animate=False, force=True)

    def bring_into_sight(self, spot: Spot) -> None:
        """Scroll to a place, with some lines before it, unless it is in sight."""
        if not self.is_in_sight(spot):
            before = self.scrollable_content_region.height // 4
            self.scroll_to(y=max(0, self.fallen.line_of(spot) - before), animate=False, force=True)

    def jump(self, anchor: str) -> None:
        """Bring a heading to the top, or an answer by its ref, with its question."""
        named = ((number, block) for number, block in enumerate(self.blocks) if anchor in (block.anchor, block.ref))
        number, block = next(named, (0, None))
        if block is not None:
            self._bring_up(Spot(number if block.anchor else max(0, number - 1)))

    # ---------------------------------------------------------------------------------------------- drawing

    def mark(self, layer: str, marks: Iterable[Mark]) -> None:
        """Let these stretches look different, in the place of those marked in this layer before."""
        made: dict[int, list[Mark]] = {}
        for mark in marks:
            made.setdefault(mark.block, []).append(mark)
        if made or self._marks.get(layer):
            self._marks[layer] = made
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        if not self._width:
            self._lay_out()  # the first time it is drawn before it is told its size
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        if index >= len(self.fallen):
            return Strip.blank(width, self.rich_style)
        content = self.draw(index)
        content = content.pad_right(max(0, width - content.cell_length))
        return Strip(content.render_segments(self.visual_style), width)

    def draw(self, index: int) -> Content:
        """One line of the document, with its margin and its marks."""
        line = self.fallen.lines[index]
        whole = self.blocks[line.block].content
        marks = [mark for layer in self._marks.values() for mark in layer.get(line.block, ())]
        drawn, sign = Content(""), ""
        for piece in line.pieces:
            content = whole[piece.start : piece.end]
            for mark in marks:
                start, end = max(mark.start, piece.start), min(mark.end, piece.end)
                if start < end:
                    content = content.stylize(self._mark_style(mark.style), start - piece.start, end - piece.start)
                    sign = mark.sign or sign
            gap = piece.x + MARGIN - drawn.cell_length
            drawn = drawn.append(content.pad_left(gap) if gap > 0 else content)
        if sign:
            drawn = Content(sign).pad_right(MARGIN - len(sign)).append(drawn[MARGIN:])
        return drawn

    def _mark_style(self, name: str) -> Style:
        """How a mark looks: over what is beneath, save for the one that is whole in itself."""
        return self.get_visual_style(name, partial=name != HERE)

    @property
    def text(self) -> str:
        """All there is to read, line by line as it falls in this window."""
        return "\n".join(self.draw(index).plain.rstrip() for index in range(len(self.fallen)))
