"""How large the window is: the classes that say so to a screen's styles, and a kind word where it is very small."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

from textual.screen import Screen, ScreenResultType

from workbook.ui.widgets.keys import Keys
from workbook.ui.widgets.size_notice import SizeNotice

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.geometry import Size


def take_sizes(screen: Screen[Any]) -> None:
    """Give a screen the classes of its breakpoints. Call it first in `compose`.

    Textual gives them when the screen is first laid out, and then styles everything on it a second time.
    """
    width, height = screen.app.size
    for size, breakpoints in ((width, screen.HORIZONTAL_BREAKPOINTS), (height, screen.VERTICAL_BREAKPOINTS)):
        names = [name for least, name in sorted(breakpoints or ()) if size >= least]
        screen.add_class(*names[-1:], update=False)


class SizedScreen(Screen[ScreenResultType], Generic[ScreenResultType]):
    """A screen that fills the window. What is on it comes after what its `compose` here gives."""

    _fills: Size | None = None
    """The size of the window."""

    def compose(self) -> ComposeResult:
        """Take the sizes, and give the line for a very small window."""
        take_sizes(self)
        yield SizeNotice()

    def on_resize(self, event: events.Resize) -> None:
        """Say so kindly when the window is very small, and keep what has the focus in sight when it has changed."""
        self.query_one(SizeNotice).follow(event.size)
        before, self._fills = self._fills, event.size
        if before not in (None, event.size):
            self.call_after_refresh(self.call_after_refresh, self._show_focused)

    def on_screen_suspend(self) -> None:
        """Show no keys while a dialogue lies over this: they would do nothing."""
        self._show_keys(shown=not self.app.screen.is_modal)

    def on_screen_resume(self) -> None:
        """Show the keys again."""
        self._show_keys(shown=True)

    def _show_keys(self, *, shown: bool) -> None:
        for keys in self.query(Keys):
            if keys.visible != shown:
                keys.visible = shown

    def _show_focused(self) -> None:
        from workbook.ui.widgets.items import Items  # which Home can do without

        focused = self.focused
        if isinstance(focused, Items):
            focused.reveal()
        elif focused is not None:
            focused.scroll_visible(animate=False, immediate=True)
