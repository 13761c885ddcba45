"""One widget that draws many items itself.

A checklist of forty words as forty widgets takes a tenth of a second to mount; drawn by one widget it takes a few
milliseconds. What the keys and clicks mean is up to each list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.geometry import Region, Spacing
from textual.strip import Strip
from textual.widget import Widget

from workbook.ui.widgets.drawing import CURSOR, Drawing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style
    from textual import events
    from textual.geometry import Size

    from workbook.ui.widgets.drawing import Line, Piece

DIGITS = "0123456789"


class Items(Widget, can_focus=True):
    """Items drawn as lines of pieces, with a cursor that arrow keys and clicks move.

    A list says what it looks like in `draw` and does something in `pressed` (a click) and `typed` (a character).
    """

    ALLOW_SELECT = False  # dragging over words to tick them must not start to select text

    SHOWN_WHOLE: ClassVar[bool] = False
    """Whether all items come into sight with the one at the cursor, where the window has room for them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "items--mark",
        "items--chosen",
        "items--quiet",
        "items--heading",
        "items--picked",
        "items--cursor",
    }

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go('up')", "Up", show=False, id="items.up"),
        Binding("down", "go('down')", "Down", show=False, id="items.down"),
        Binding("left", "go('left')", "Left", show=False, id="items.left"),
        Binding("right", "go('right')", "Right", show=False, id="items.right"),
        Binding("home", "go('home')", "First", show=False, id="items.home"),
        Binding("end", "go('end')", "Last", show=False, id="items.end"),
    ]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.cursor = 0
        self._drawing: Drawing | None = None
        self._pressed: tuple[int, int | None] | None = None

    # ------------------------------------------------------------------------------- what each list decides

    @property
    def count(self) -> int:
        """How many items there are."""
        raise NotImplementedError

    def draw(self, width: int) -> Iterable[Line]:
        """The lines at this width. They do not depend on where the cursor or the focus is, unless `moved` redraws."""
        raise NotImplementedError

    def pressed(self, item: int, part: int | None) -> None:
        """Act on a click on an item, where the cursor now is."""

    def typed(self, character: str) -> bool:
        """Act on a character. False leaves the key to others."""
        return False

    def moved(self) -> None:
        """Follow the cursor to another item."""

    # ------------------------------------------------------------------------------------------------ drawing

    def drawing(self, width: int) -> Drawing:
        """The drawing at this width, made once."""
        if self._drawing is None or self._drawing.width != width:
            self._drawing = Drawing(self.draw(width), width)
        return self._drawing

    def redraw(self) -> None:
        """Draw afresh after something changed. Lays the page out again only if the height changed."""
        before, self._drawing = self._drawing, None
        self.cursor = min(self.cursor, max(0, self.count - 1))
        same = before is not None and len(self.drawing(before.width).lines) == len(before.lines)
        self.refresh(layout=not same)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as there is room."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its lines."""
        return len(self.drawing(width).lines)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.size.width
        lines = self.drawing(width).lines
        line = lines[y] if y < len(lines) else ()
        segments = [self._segment(piece) for piece in line]
        return Strip(segments).adjust_cell_length(width, self.visual_style.rich_style)

    def _segment(self, piece: Piece) -> Segment:
        mine = piece.item == self.cursor or (piece.item is None and piece.role == "mark")
        here = self.has_focus and mine
        text = piece.text
        if here and piece.role == "mark":
            text = CURSOR + text[1:]
        return Segment(text, self._style(piece.role, here=here))

    def _style(self, role: str, *, here: bool) -> Style:
        names = [f"items--{role}"] if role else []
        if here and role != "picked":  # which has the accent already, behind it
            names.append("items--cursor")
        return self.get_visual_style(*names).rich_style

    # ------------------------------------------------------------------------------------------------- moving

    def target(self, direction: str) -> int | None:
        """The item that an arrow key leads to from the cursor; None stays."""
        match direction:
            case "left" | "right":
                return self.cursor + (1 if direction == "right" else -1)
            case "home" | "end":
                return 0 if direction == "home" else self.count - 1
        return self.nearest(-1 if direction == "up" else 1)

    def nearest(self, by: int) -> int | None:
        """The item on the nearest line above (-1) or below (1) that stands closest to the cursor's."""
        boxes = self.drawing(self.size.width).boxes
        start = boxes.get(self.cursor)
        if start is None:
            return None
        ahead = [
            (abs(box.y - start.y), abs(box.x - start.x), item)
            for item, box in boxes.items()
            if (box.y - start.y) * by > 0
        ]
        return min(ahead)[2] if ahead else None

    def action_go(self, direction: str) -> None:
        """Move the cursor."""
        item = self.target(direction)
        if item is not None:
            self.move_to(item)

    def move_to(self, item: int) -> None:
        """Put the cursor on an item, in view. Past either end it stays."""
        if item != self.cursor and 0 <= item < self.count:
            self.cursor = item
            self.moved()
            self.refresh()
        self.call_after_refresh(self.reveal)

    def reveal(self) -> None:
        """Scroll the page so that the cursor's item is in sight, with a line around it."""
        box = self.drawing(self.size.width).boxes.get(self.cursor)
        if box is None or not self.has_focus or not self.size:
            return
        for node in self.ancestors:
            if isinstance(node, Widget) and node.is_scrollable and node.max_scroll_y:
                window = node.scrollable_content_region
                whole = Region(0, 0, 1, self.size.height)
                fits = self.SHOWN_WHOLE and whole.height <= window.height
                around = whole if fits else box.grow(Spacing(1, 0, 1, 0))
                on_screen = around.translate(self.content_region.offset)
                inside = on_screen.translate(node.scroll_offset - window.offset)
                node.scroll_to_region(
                    Region(0, inside.y, 1, inside.height), animate=False, x_axis=False, immediate=True
                )
                break

    def on_focus(self) -> None:
        """Show where the cursor is, unless the mouse brought the focus and shows it already."""
        self.call_after_refresh(self.call_after_refresh, self._reveal_unless_pressed)

    def on_blur(self) -> None:
        """Forget a press that never became a click."""
        self._pressed = None

    def _reveal_unless_pressed(self) -> None:
        if self._pressed is None:
            self.reveal()

    # ------------------------------------------------------------------------------------------ mouse and keys

    def _under(self, event: events.MouseEvent) -> tuple[int, int | None] | None:
        place = event.get_content_offset(self)
        piece = self.drawing(self.size.width).at(place.x, place.y) if place is not None else None
        return (piece.item, piece.part) if piece is not None and piece.item is not None else None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember what is under the mouse, before anything moves."""
        self._pressed = self._under(event)

    def on_click(self, event: events.Click) -> None:
        """Act on the item, if the mouse still is where it was pressed."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self._under(event):
            event.stop()
            self.cursor = pressed[0]
            self.moved()
            self.refresh()
            self.pressed(*pressed)

    def on_key(self, event: events.Key) -> None:
        """Take a character that means something here."""
        if event.character is not None and event.is_printable and self.typed(event.character):
            event.stop()
