"""The classes that say how large the window is, given to a screen before anything is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen


def take_sizes(screen: Screen[Any]) -> None:
    """Give a screen the classes of its breakpoints. Call it first in `compose`.

    Textual gives them when the screen is first laid out, and then styles everything on it a second time.
    """
    width, height = screen.app.size
    for size, breakpoints in ((width, screen.HORIZONTAL_BREAKPOINTS), (height, screen.VERTICAL_BREAKPOINTS)):
        names = [name for least, name in sorted(breakpoints or ()) if size >= least]
        screen.add_class(*names[-1:], update=False)
