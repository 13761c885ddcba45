"""Where a document holds what is looked for, and which of these places the person is at."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from workbook.flow.folding import find, folded
from workbook.ui.widgets.reading import HERE, Mark
from workbook.ui.widgets.units import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbook.ui.widgets.passages import Block


class Finder:
    """Finds in one document. Accents and case do not matter."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self._folded = [folded(block.text) for block in blocks]
        self.needle = ""
        self.hits: list[Mark] = []
        self.at = 0
        """Which of the hits the person is at."""

    def look_for(self, needle: str, near: Spot) -> None:
        """Find `needle`, and be at the first hit from a place on."""
        self.needle = needle
        sought = folded(needle)
        self.hits = [
            Mark(number, start, end, "reading--found")
            for number, text in enumerate(self._folded)
            if sought.strip() and sought in text
            for start, end in find(needle, self.blocks[number].text)
            if any(first <= start and end <= last for first, last in self.blocks[number].sought)
        ]
        places = [(hit.block, hit.start) for hit in self.hits]
        self.at = bisect_left(places, near) % max(1, len(places))

    def step(self, by: int) -> None:
        """Go on to the next hit, or back to the one before; after the last comes the first."""
        self.at = (self.at + by) % max(1, len(self.hits))

    @property
    def here(self) -> Spot | None:
        """Where the hit is that the person is at."""
        return Spot(self.hits[self.at].block, self.hits[self.at].start) if self.hits else None

    @property
    def said(self) -> str:
        """How many there are, such as `3 of 12`."""
        if not self.needle.strip():
            return ""
        return f"{self.at + 1} of {len(self.hits)}" if self.hits else "not found"

    def marks(self) -> Iterator[Mark]:
        """All hits, the one that the person is at unlike the others and with a sign beside it."""
        for number, hit in enumerate(self.hits):
            yield hit._replace(style=HERE, sign="›") if number == self.at else hit
