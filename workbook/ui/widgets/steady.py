"""Words that are drawn again only when they have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.visual import VisualType


class Steady(Static):
    """A Static that may be told the same words at every key.

    Static lays the whole screen out anew whatever it is told, and a key then waits for that.
    """

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show other words; the same ones cost nothing."""
        if not (isinstance(self.content, Content) and isinstance(content, Content) and self.content.is_same(content)):
            super().update(content, layout=layout)
