"""Where one stands among what was gathered: it outlives its screen, so that one can come back to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbook.insight.banks.rows import SHELVES
from workbook.ui.gathering import Gathered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.insight.banks.rows import Row, Shelf


@dataclass
class AmongShelves:
    """What was gathered so far, the shelf in sight, and what the cursor was on on each shelf."""

    found: Gathered = field(default_factory=Gathered)
    shelf: Shelf = "questions"
    is_settled: bool = False
    """Whether the shelf in sight stays: the person went there, or everything was read once."""
    _places: dict[Shelf, tuple[str, ...]] = field(default_factory=dict)

    @property
    def rows(self) -> Sequence[Row]:
        """What stands on the shelf in sight."""
        return self.found.rows.get(self.shelf, ())

    @property
    def cursor(self) -> int:
        """The row of it that the cursor was on, wherever that is by now."""
        return self.found.places.get(self.shelf, {}).get(self._places.get(self.shelf, ()), 0)

    def settle(self) -> None:
        """Once everything was read, go on from an empty shelf that nobody chose to the first that has something."""
        if self.found.is_done and not self.is_settled:
            self.is_settled = True
            if not self._has_something(self.shelf):
                self.shelf = next((each for each in SHELVES if self._has_something(each)), self.shelf)

    def _has_something(self, shelf: Shelf) -> bool:
        return any(row.thing is not None for row in self.found.rows.get(shelf, ()))

    def go_to(self, shelf: Shelf) -> None:
        """Show this shelf, and stay on it though there may be nothing there."""
        self.shelf, self.is_settled = shelf, True

    def remember(self, row: Row | None) -> None:
        """Note what the cursor is on."""
        if row is not None:
            self._places[self.shelf] = row.place

    def after(self, by: int) -> Shelf:
        """Return the shelf after the one in sight, or before, round and round."""
        shelves = list(SHELVES)
        return shelves[(shelves.index(self.shelf) + by) % len(shelves)]
