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
    _places: dict[Shelf, tuple[str, ...]] = field(default_factory=dict)

    @property
    def rows(self) -> Sequence[Row]:
        """What stands on the shelf in sight."""
        return self.found.rows.get(self.shelf, ())

    @property
    def cursor(self) -> int:
        """The row of it that the cursor was on, wherever that is by now."""
        return self.found.places.get(self.shelf, {}).get(self._places.get(self.shelf, ()), 0)

    def remember(self, row: Row | None) -> None:
        """Note what the cursor is on."""
        if row is not None:
            self._places[self.shelf] = row.place

    def after(self, by: int) -> Shelf:
        """Return the shelf after the one in sight, or before, round and round."""
        shelves = list(SHELVES)
        return shelves[(shelves.index(self.shelf) + by) % len(shelves)]
