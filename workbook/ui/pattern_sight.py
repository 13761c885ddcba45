"""What is in sight of the patterns: it outlives its screen, so that one can come back to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbook.insight.patterns.gathering import Found

if TYPE_CHECKING:
    from workbook.insight.patterns.pictures import Picture

WORDS = "words"
"""The view that is no picture, and comes first."""


@dataclass
class PatternSight:
    """What was found so far, and which of it the person looks at."""

    found: Found = field(default_factory=Found)
    read: int = 0
    """In how many completed workbooks."""
    total: int = 0
    is_done: bool = False
    key: tuple[str, str] | None = None
    """Which picture is in sight; None for the words."""
    as_table: bool = False
    start: int = 0
    """Number of the first workbook in sight in the picture."""
    cursor: int = 0
    """The line of the table that a workbook was opened from."""

    def take(self, found: Found, read: int, total: int, *, is_done: bool) -> None:
        """Take what was found in the workbooks of which so many have been read."""
        self.found, self.read, self.total, self.is_done = found, read, total, is_done

    @property
    def picture(self) -> Picture | None:
        """The picture in sight; None while the words are."""
        return next((each for each in self.found.pictures if each.question.key == self.key), None)

    @property
    def kind(self) -> str:
        """Which way of looking that is."""
        return self.picture.question.kind if self.picture else WORDS

    @property
    def kinds(self) -> set[str]:
        """The ways of looking there are."""
        return {WORDS, *(each.question.kind for each in self.found.pictures)}

    def step(self, by: int) -> None:
        """Go to the next picture, or the one before; from the last to the words."""
        keys = [None, *(each.question.key for each in self.found.pictures)]
        here = keys.index(self.key) if self.key in keys else 0
        self._go(keys[(here + by) % len(keys)])

    def go_to(self, kind: str) -> bool:
        """Go to the words, or to the first picture of a kind; False where there is none."""
        found = [each.question.key for each in self.found.pictures if each.question.kind == kind]
        if found or kind == WORDS:
            self._go(found[0] if found else None)
        return bool(found) or kind == WORDS

    def _go(self, key: tuple[str, str] | None) -> None:
        self.key, self.start, self.cursor = key, 0, 0
