"""How large the window is: the classes that say so to a screen's styles, and a kind word where it is very small."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

from textual.screen import Screen, ScreenResultType

from workbook.ui.widgets.size_notice import SizeNotice

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult


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

    def compose(self) -> ComposeResult:
        """Take the sizes, and give the line for a very small window."""
        take_sizes(self)
        yield SizeNotice()

    def on_resize(self, event: events.Resize) -> None:
        """Say so kindly when the window is very small."""
        self.query_one(SizeNotice).follow(event.size)
