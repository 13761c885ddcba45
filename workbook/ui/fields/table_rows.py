"""The rows of a table while it is being filled: given ones, added ones, and what is kept of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workbook.flow.values import is_blank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.flow.values import Value
    from workbook.guide.model import Table


@dataclass
class Row:
    """One row: its cells by column id, with whatever else is stored in it."""

    cells: dict[str, Any] = field(default_factory=dict)
    given: bool = False
    """Whether the guide gives it, so that it stands there unanswered and cannot be removed."""


class Rows:
    """A table's rows in the order shown.

    `given` are the texts that the guide gives for the read-only column. They may change with an earlier answer:
    rows in which the person wrote stay, and untouched ones make way.
    """

    def __init__(self, table: Table, stored: Value | None, given: Sequence[str]) -> None:
        self._title = next((column.id for column in table.columns if column.read_only), "")
        self._ever_given: set[str] = set()
        if table.rows is not None:
            self._ever_given = {*table.rows.default, *(text for case in table.rows.cases.values() for text in case)}
        items = stored if isinstance(stored, list | tuple) else []
        self._strange = [item for item in items if not isinstance(item, Mapping)]
        self._removed: list[tuple[int, Row]] = []
        self.rows = [Row(dict(item)) for item in items if isinstance(item, Mapping)]
        self.follow(given)

    def __len__(self) -> int:
        return len(self.rows)

    def follow(self, given: Sequence[str]) -> None:
        """Take in the rows that the guide gives now."""
        wanted = list(given)
        kept: list[Row] = []
        for row in self.rows:
            title = self._title_of(row)
            row.given = title in wanted
            if row.given:
                wanted.remove(title)
            elif title in self._ever_given and not self.is_written(row):
                continue
            kept.append(row)
        self.rows = kept
        for title in wanted:
            self.rows.insert(self._place(title, given), Row({self._title: title}, given=True))

    def _place(self, title: str, given: Sequence[str]) -> int:
        """Where a given row belongs: after the one that the guide gives before it."""
        before = list(given[: list(given).index(title)])
        places = [place for place, row in enumerate(self.rows) if row.given and self._title_of(row) in before]
        return max(places, default=-1) + 1

    def _title_of(self, row: Row) -> str:
        title = row.cells.get(self._title)
        return title if isinstance(title, str) else ""

    def is_written(self, row: Row) -> bool:
        """Whether the person put something in it."""
        own = {key: cell for key, cell in row.cells.items() if key != self._title}
        title = self._title_of(row)
        return not is_blank(own) or (not is_blank(title) and title not in self._ever_given and not row.given)

    # ------------------------------------------------------------------------------------------------ changing

    def put(self, index: int, column: str, cell: Value) -> bool:
        """Put a cell into a row; one past the last makes a row. Return whether anything changed."""
        if index >= len(self.rows):
            if is_blank(cell):
                return False
            self.rows.append(Row())
            index = len(self.rows) - 1
        cells = self.rows[index].cells
        if cells.get(column) == cell or (is_blank(cell) and column not in cells):
            return False
        cells[column] = cell
        return True

    def add(self) -> int:
        """Add a blank row at the end, unless one stands there already; return its place."""
        if not self.rows or self.rows[-1].given or self.is_written(self.rows[-1]):
            self.rows.append(Row())
        return len(self.rows) - 1

    def remove(self, index: int) -> None:
        """Take a row out, to be brought back if asked. What was written in it comes back with it."""
        self._removed.append((index, self.rows.pop(index)))

    @property
    def can_bring_back(self) -> bool:
        """Whether a row was removed that could come back."""
        return bool(self._removed)

    def bring_back(self) -> int:
        """Put the row removed last back in its place; return that place."""
        index, row = self._removed.pop()
        index = min(index, len(self.rows))
        self.rows.insert(index, row)
        return index

    def move(self, index: int, by: int) -> int:
        """Move a row up or down; return where it is then."""
        to = max(0, min(index + by, len(self.rows) - 1))
        self.rows.insert(to, self.rows.pop(index))
        return to

    # ------------------------------------------------------------------------------------------------- keeping

    def value(self) -> Value | None:
        """The rows as they are kept, blank added ones left out; None while the person wrote in none."""
        written = any(self.is_written(row) for row in self.rows)
        if not written and not self._strange:
            return None
        kept = [dict(row.cells) for row in self.rows if row.given or self.is_written(row)]
        return [*kept, *self._strange]
