"""A screen with one thing to read on it, which keys scroll from wherever the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic

from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.screen import ScreenResultType

from workbook.ui.screens.sizes import SizedScreen

if TYPE_CHECKING:
    from textual.widget import Widget


class ScrollingScreen(SizedScreen[ScreenResultType], Generic[ScreenResultType]):
    """Scrolls its page by the keys that what has the focus leaves: a button uses none of them, a box most."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_page(-1)", "Scroll up", show=False, id="page.up"),
        Binding("down", "scroll_page(1)", "Scroll down", show=False, id="page.down"),
        Binding("pageup", "turn_page(-1)", "Page up", show=False, id="page.page_up"),
        Binding("pagedown", "turn_page(1)", "Page down", show=False, id="page.page_down"),
        Binding("home", "page_edge(-1)", "Top", show=False, id="page.top"),
        Binding("end", "page_edge(1)", "Bottom", show=False, id="page.bottom"),
    ]

    @property
    def scrolled(self) -> Widget:
        """What there is to scroll."""
        raise NotImplementedError

    def action_scroll_page(self, by: int) -> None:
        """Scroll by lines, at once: a key that is held must not wait for a movement."""
        self._show_from(self.scrolled.scroll_offset.y + by)

    def action_turn_page(self, by: int) -> None:
        """Scroll by what is in sight, less a line to read on from."""
        self.action_scroll_page(by * max(1, self.scrolled.scrollable_content_region.height - 1))

    def action_page_edge(self, by: int) -> None:
        """Scroll to the top or the bottom."""
        self._show_from(0 if by < 0 else self.scrolled.max_scroll_y)

    def _show_from(self, y: int) -> None:
        if not self.scrolled.max_scroll_y:
            raise SkipAction
        self.scrolled.scroll_to(y=y, animate=False, force=True)
