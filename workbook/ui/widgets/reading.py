"""A whole workbook to read. Only the lines in view are drawn, so it opens at once however long it is."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events

WIDEST = 76
"""The longest line of running text, in characters."""

IN_SIGHT = 200
"""How many lines are wrapped before anything is shown; the rest is at once after that."""

_EMPTY = Content("")


@dataclass(frozen=True)
class Block:
    """A passage: a heading, a question, or someone's words."""

    content: Content
    indent: int = 0
    anchor: str = ""
    """Name to jump to; empty for most."""
    after: int = 0
    """Blank lines that follow."""


class Reading(ScrollView, can_focus=True):
    """Draws blocks one under the other, wrapped to the window."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_up", "Up", show=False),
        Binding("down,j", "scroll_down", "Down", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
        Binding("pagedown,space", "page_down", "Page down", show=False),
        Binding("home,g", "scroll_home", "Start", show=False),
        Binding("end,G", "scroll_end", "End", show=False),
    ]

    def __init__(self, blocks: Sequence[Block], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._blocks = blocks
        self._width = 0
        self._lines: list[tuple[int, Content]] = []
        self._tops: dict[str, int] = {}
        self._ahead: Iterator[Block] = iter(())

    def show(self, blocks: Sequence[Block]) -> None:
        """Read something else, from where the reader is."""
        self._blocks = blocks
        self._lay_out(force=True)
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap to the new width, staying with the passage that was at the top."""
        self._lay_out()

    def _lay_out(self, *, force: bool = False) -> None:
        width = min(WIDEST, self.scrollable_content_region.width - 1)
        if width <= 0 or (width == self._width and not force):
            return
        at = self.anchor_at(self.scroll_offset.y)
        first = not self._width
        self._width = width
        self._lines, self._tops = [], {}
        self._ahead = iter(self._blocks)
        self._wrap(IN_SIGHT if first else None)
        if first:
            self.call_after_refresh(self._wrap)
        elif at and not force:
            self.jump(at)

    def _wrap(self, most: int | None = None) -> None:
        """Wrap what is still to be wrapped; with `most`, no more than makes so many lines."""
        for block in self._ahead:
            if block.anchor:
                self._tops[block.anchor] = len(self._lines)
            self._lines.extend((block.indent, line) for line in _wrapped(block, max(8, self._width - block.indent)))
            self._lines.extend((0, _EMPTY) for _ in range(block.after))
            if most is not None and len(self._lines) >= most:
                break
        self.virtual_size = Size(self._width, len(self._lines))

    def anchor_at(self, y: int) -> str:
        """The last anchor at or above a line."""
        tops = list(self._tops.values())
        index = bisect_right(tops, y) - 1
        return list(self._tops)[index] if index >= 0 else ""

    def jump(self, anchor: str) -> None:
        """Bring a heading to the top."""
        self._wrap()
        if anchor in self._tops:
            self.scroll_to(y=self._tops[anchor], animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        if not self._width:
            self._lay_out()  # the first time it is drawn before it is told its size
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        if index >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        indent, line = self._lines[index]
        line = line.pad_left(indent).pad_right(max(0, width - line.cell_length - indent))
        return Strip(line.render_segments(self.visual_style), width)


def _wrapped(block: Block, width: int) -> list[Content]:
    """The lines of a block. Most of them are short and need no wrapping, which is slow even to find nothing to do."""
    content = block.content
    return [content] if "\n" not in content.plain and content.cell_length <= width else content.wrap(width)
