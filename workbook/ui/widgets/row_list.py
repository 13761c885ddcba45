"""A list that draws only the rows in view, however many there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.css.scalar import Unit
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbook.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.content import Content

Item = TypeVar("Item")


class RowList(ScrollView, Generic[Item], can_focus=True, inherit_bindings=False):
    """Items one to a row, with a cursor. `draw` turns one into a row of a given width when it is in view.

    Items for which `can_pick` is false (headings) are passed over by the cursor. `on_cursor` takes from the row
    under the cursor what cannot be seen there. `nothing` is said where there are no items.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--row", "row-list--cursor"}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False, id="list.up"),
        Binding("down,j", "move(1)", "Down", show=False, id="list.down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="list.page_up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="list.page_down"),
        Binding("home,g", "edge(-1)", "First", show=False, id="list.first"),
        Binding("end,G", "edge(1)", "Last", show=False, id="list.last"),
        Binding("enter,space", "pick", "Open", show=False, id="list.pick"),
    ]

    cursor: reactive[int] = reactive(0)

    @dataclass
    class Picked(Message):
        """Enter, space or a click on an item."""

        row_list: RowList[Any]
        item: Any

        @property
        def control(self) -> RowList[Any]:
            """The list, for `@on` selectors."""
            return self.row_list

    def __init__(
        self,
        items: Sequence[Item] = (),
        *,
        draw: Callable[[Item, int], Content],
        can_pick: Callable[[Item], bool] = lambda item: True,
        on_cursor: Callable[[Content], Content] = lambda row: row.without_spans,
        nothing: str = "",
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._items: Sequence[Item] = items
        self._draw = draw
        self._can_pick = can_pick
        self._on_cursor = on_cursor
        self._nothing = plain(nothing, "$text-muted")
        self._settle_cursor(0)

    @property
    def items(self) -> Sequence[Item]:
        """What the list holds."""
        return self._items

    @property
    def current(self) -> Item | None:
        """The item under the cursor."""
        return self._items[self.cursor] if self._items and self._can_pick(self._items[self.cursor]) else None

    def show(self, items: Sequence[Item], cursor: int = 0) -> None:
        """Show other items, with the cursor on one of them."""
        self._items = items
        self._settle_cursor(cursor)
        self._measure()
        self.refresh()

    def _settle_cursor(self, wanted: int) -> None:
        """Put the cursor on the nearest item that can be picked, looking ahead first."""
        last = len(self._items) - 1
        wanted = max(0, min(wanted, last))
        ahead = range(wanted, last + 1)
        behind = range(wanted - 1, -1, -1)
        self.cursor = next((i for places in (ahead, behind) for i in places if self._can_pick(self._items[i])), 0)

    def _measure(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._items))

    def on_mount(self) -> None:
        """Know how long the list is."""
        self._measure()

    def on_resize(self) -> None:
        """Follow the window's width."""
        self._measure()
        self._reveal()
        if self.has_focus:
            self.call_after_refresh(self.scroll_visible, animate=False)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its items, where the style leaves the height open.

        Textual passes over a greatest height in `vh` while it asks how much room a box around this one needs: the
        box would become as high as the whole list.
        """
        most = self.styles.max_height
        if most is not None and most.unit is Unit.VIEW_HEIGHT:
            return max(1, min(len(self._items), int(most.resolve(container, viewport))))
        return max(1, len(self._items))

    def watch_cursor(self) -> None:
        """Keep the cursor in view."""
        if self.is_mounted:
            self._reveal()
        self.refresh()

    def _reveal(self) -> None:
        top = self.cursor
        while top > 0 and not self._can_pick(self._items[top - 1]):
            top -= 1  # a heading comes into view with its first item
        width = self.scrollable_content_region.width
        self.scroll_to_region(Region(0, top, width, self.cursor - top + 1), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """Draw the row at `y` of the window."""
        index = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        row = self.get_visual_style("row-list--row")
        if not self._items and index == 0:
            said = self._nothing.truncate(max(1, width - 3), ellipsis=True).pad(2, 0)
            return Strip(said.pad_right(max(0, width - said.cell_length)).render_segments(row), width)
        if index >= len(self._items):
            return Strip.blank(width, row.rich_style)
        here = index == self.cursor and self._can_pick(self._items[index])
        focused = here and self.has_focus
        style = self.get_visual_style("row-list--cursor") if focused else row
        mark = "› " if focused else "  "
        content = self._draw(self._items[index], max(1, width - 3))
        line = content.first_line.truncate(max(1, width - 3), ellipsis=True)
        if focused:
            line = self._on_cursor(line)  # quiet colours would be lost on the cursor's own
        line = type(line).assemble(mark, line).pad_right(max(0, width - line.cell_length - 2))
        return Strip(line.render_segments(style), width)

    # ------------------------------------------------------------------------------------------------- keys

    def action_move(self, by: int) -> None:
        """Move the cursor to the next item that can be picked. Past the last the key is for what is around."""
        places = range(self.cursor + by, len(self._items) if by > 0 else -1, by)
        there = next((i for i in places if self._can_pick(self._items[i])), None)
        if there is None:
            raise SkipAction
        self.cursor = there

    def action_page(self, by: int) -> None:
        """Move by as many rows as are in view."""
        self._settle_cursor(self.cursor + by * max(1, self.scrollable_content_region.height - 1))

    def action_edge(self, by: int) -> None:
        """Move to the first or last item."""
        self._settle_cursor(0 if by < 0 else len(self._items) - 1)

    def action_pick(self) -> None:
        """Open the item under the cursor."""
        if self.current is not None:
            self.post_message(self.Picked(self, self.current))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is, and open it."""
        index = int(event.get_content_offset_capture(self).y + self.scroll_offset.y)
        if 0 <= index < len(self._items) and self._can_pick(self._items[index]):
            self.cursor = index
            self.action_pick()
