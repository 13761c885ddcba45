"""What a grid's answer holds while it is being filled: choices by row, and rows of the person's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from workbook.flow.values import is_blank

if TYPE_CHECKING:
    from workbook.flow.values import Value


class GridAnswer:
    """A grid's answer. Whatever else is stored in it, such as choices of rows not shown now, stays in it."""

    def __init__(self, stored: Value | None) -> None:
        self._stored: dict[str, Any] = dict(stored) if isinstance(stored, Mapping) else {}
        rows, own = self._stored.get("rows"), self._stored.get("own")
        self.rows: dict[str, Any] = dict(rows) if isinstance(rows, Mapping) else {}
        items = own if isinstance(own, list | tuple) else []
        self.own: list[dict[str, Any]] = [dict(item) for item in items if isinstance(item, Mapping)]
        self._strange = [item for item in items if not isinstance(item, Mapping)]
        self._removed: list[tuple[int, dict[str, Any]]] = []

    def choice(self, row: str) -> str:
        """The option chosen for a row of the guide; empty when there is none."""
        choice = self.rows.get(row)
        return choice if isinstance(choice, str) else ""

    def choose(self, row: str, choice: str) -> None:
        """Choose an option for a row of the guide; an empty one clears it."""
        self.rows[row] = choice
        if not choice:
            del self.rows[row]

    def own_text(self, index: int) -> str:
        """The words of one of the person's own rows."""
        text = self.own[index].get("text")
        return text if isinstance(text, str) else ""

    def own_choice(self, index: int) -> str:
        """The option chosen for one of the person's own rows."""
        choice = self.own[index].get("choice")
        return choice if isinstance(choice, str) else ""

    def add(self, text: str) -> int:
        """Add a row of the person's own; return its place among them."""
        self.own.append({"text": text, "choice": ""})
        return len(self.own) - 1

    def remove(self, index: int) -> None:
        """Take one of the person's own rows out, to be brought back if asked."""
        self._removed.append((index, self.own.pop(index)))

    @property
    def can_bring_back(self) -> bool:
        """Whether a row was removed that could come back."""
        return bool(self._removed)

    def bring_back(self) -> int:
        """Put the row removed last back in its place; return that place."""
        index, row = self._removed.pop()
        index = min(index, len(self.own))
        self.own.insert(index, row)
        return index

    def value(self) -> Value | None:
        """The answer as it is kept; None when it is blank."""
        own = [item for item in self.own if not is_blank(item)]
        value = {**self._stored, "rows": dict(self.rows), "own": [*(dict(item) for item in own), *self._strange]}
        return None if is_blank(value) else value
