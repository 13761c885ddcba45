"""What is in sight of the patterns: it outlives its screen, so that one can come back to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbook.insight.patterns.gathering import ORDER, Found
from workbook.insight.patterns.sentences import FEWEST

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
    """Which picture is in sight; None for the words. Of one that is not there yet its kind, and nothing."""
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
        return self.picture.question.kind if self.picture else self.waiting or WORDS

    @property
    def waiting(self) -> str:
        """The kind in sight, where there is no picture of it yet."""
        return self.key[0] if self.key in self.places and self.key and not self.key[1] else ""

    @property
    def places(self) -> list[tuple[str, str] | None]:
        """What can be gone to: the words, every picture, and what there will be in the place of those missing."""
        places: list[tuple[str, str] | None] = [None]
        for kind in ORDER:
            found = [each.question.key for each in self.found.pictures if each.question.kind == kind]
            places += found or ([(kind, "")] if self.is_done and self.total >= FEWEST else [])
        return places

    @property
    def kinds(self) -> set[str]:
        """The ways of looking there are."""
        missing = (place[0] for place in self.places if place and not place[1])
        return {WORDS, *missing, *(each.question.kind for each in self.found.pictures)}

    def step(self, by: int) -> None:
        """Go to the next picture, or the one before; from the last to the words."""
        keys = self.places
        here = keys.index(self.key) if self.key in keys else 0
        self._go(keys[(here + by) % len(keys)])

    def go_to(self, kind: str) -> bool:
        """Go to the words, or to the first picture of a kind, or what there will be; False where there is nothing."""
        found = [each.question.key for each in self.found.pictures if each.question.kind == kind]
        there = found[0] if found else None if kind == WORDS else (kind, "")
        if there in self.places:
            self._go(there)
        return there in self.places

    def turn(self) -> None:
        """Go from a picture to its figures or back; where there is none, to what there will be."""
        if self.picture is not None:
            self.as_table = not self.as_table
        elif self.key is None and len(self.places) > 1:
            self._go(self.places[1])

    def _go(self, key: tuple[str, str] | None) -> None:
        self.key, self.start, self.cursor = key, 0, 0
