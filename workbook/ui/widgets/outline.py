"""The headings of a document, to jump by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.content import Content

    from workbook.ui.widgets.passages import Block


@dataclass(frozen=True)
class Anchor:
    """A heading and where it stands."""

    name: str
    title: str

    @property
    def is_part(self) -> bool:
        """Whether this is the heading of a part or of the whole."""
        return not self.name.startswith("page:")


def outline_of(blocks: Iterable[Block]) -> list[Anchor]:
    """The headings among these blocks."""
    return [Anchor(block.anchor, block.content.plain) for block in blocks if block.anchor]


def draw_anchor(anchor: Anchor, width: int) -> Content:
    """A heading as a row of the outline."""
    return plain(anchor.title, "bold") if anchor.is_part else plain(f"  {anchor.title}")
