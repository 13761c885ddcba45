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


@dataclass(eq=False)
class Row:
    """One row: its cells by column id, with whatever else is stored in it. A row stays itself wherever it moves."""

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
        self.fresh = Row()
        """The row that a first word makes: none of the rows until then."""
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
            self.rows.insert(self._place_of(title, given), Row({self._title: title}, given=True))

    def _place_of(self, title: str, given: Sequence[str]) -> int:
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

    def put(self, row: Row, column: str, cell: Value) -> None:
        """Put a cell into a row; None takes it out. The fresh row becomes one of the rows with its first word."""
        row.cells[column] = cell
        if cell is None:
            del row.cells[column]
        if row is self.fresh and self.is_written(row):
            self.rows.append(row)
            self.fresh = Row()

    def add(self) -> Row:
        """Give a blank row at the end: the one that stands there already, or another."""
        if not self.rows or self.rows[-1].given or self.is_written(self.rows[-1]):
            self.rows.append(Row())
        return self.rows[-1]

    def bring_in(self, new: Sequence[Mapping[str, Value]]) -> Row | None:
        """Add rows with these cells at the end; return the first of them."""
        rows = [Row(dict(cells)) for cells in new]
        self.rows = [row for row in self.rows if row.given or self.is_written(row)] + rows
        return rows[0] if rows else None

    def place(self, row: Row) -> int:
        """Return where a row stands; after the last while it is none of the rows."""
        return self.rows.index(row) if row in self.rows else len(self.rows)

    def after(self, row: Row, by: int = 1) -> Row | None:
        """Return the row so many places further on, if there is one."""
        place = self.rows.index(row) + by if row in self.rows else -1
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def remove(self, row: Row) -> Row:
        """Take a row out, to be brought back if asked; return the one that stands in its place, or before it."""
        place = self.rows.index(row)
        self._removed.append((place, self.rows.pop(place)))
        return self.rows[min(place, len(self.rows) - 1)] if self.rows else self.fresh

    @property
    def can_bring_back(self) -> bool:
        """Whether a row was removed that could come back."""
        return bool(self._removed)

    def bring_back(self) -> Row:
        """Put the row removed last back in its place."""
        place, row = self._removed.pop()
        self.rows.insert(min(place, len(self.rows)), row)
        return row

    def move(self, row: Row, by: int) -> bool:
        """Move a row up or down; False at either end."""
        to = self.rows.index(row) + by
        if not 0 <= to < len(self.rows):
            return False
        self.rows.remove(row)
        self.rows.insert(to, row)
        return True

    # ------------------------------------------------------------------------------------------------- keeping

    def value(self) -> Value | None:
        """The rows as they are kept, blank added ones left out; None while the person wrote in none."""
        written = any(self.is_written(row) for row in self.rows)
        if not written and not self._strange:
            return None
        kept = [dict(row.cells) for row in self.rows if row.given or self.is_written(row)]
        return [*kept, *self._strange]
