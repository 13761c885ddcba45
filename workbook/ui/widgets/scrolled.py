"""What does not fit the window, scrolled with keys that have names, so that they can be changed like any other."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll


class Scrolled(VerticalScroll, inherit_bindings=False):
    """Textual's scrolling container, whose own keys have no names. None of ours scrolls sideways."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", "Scroll up", show=False, id="scroll.up"),
        Binding("down", "scroll_down", "Scroll down", show=False, id="scroll.down"),
        Binding("pageup", "page_up", "Page up", show=False, id="scroll.page_up"),
        Binding("pagedown", "page_down", "Page down", show=False, id="scroll.page_down"),
        Binding("home", "scroll_home", "Top", show=False, id="scroll.top"),
        Binding("end", "scroll_end", "Bottom", show=False, id="scroll.bottom"),
    ]
