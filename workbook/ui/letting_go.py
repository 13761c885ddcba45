"""What is never to be kept of a workbook, and what became of it where it had been kept before that was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.flow.fields import is_let_go
from workbook.flow.refs import page_of
from workbook.guide.model import LongText

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from workbook.flow.state import State
    from workbook.guide.model import Guide
    from workbook.ui.unsaved import Unsaved


class LettingGo:
    """Knows which answers of a guide can be let go, and which of them are on the disk."""

    def __init__(self, guide: Guide, on_disk: Collection[str]) -> None:
        self._places = {
            ref: place
            for ref, place in guide.fields.items()
            if isinstance(place.field, LongText) and place.field.let_go is not None
        }
        self._on_disk = set(self._places) & set(on_disk)
        self.removed: frozenset[str] = frozenset()
        """Refs of answers that were on the disk and were let go in this sitting."""
        self.out_of_reach: set[Path] = set()
        """Files that may still hold them."""

    def refs(self, state: State) -> set[str]:
        """Return the refs of the fields whose words are not to be written, as things stand."""
        return {ref for ref, place in self._places.items() if is_let_go(place, state)}

    def on_page(self, state: State) -> set[str]:
        """Return those on the page that the person is on."""
        return {ref for ref in self.refs(state) if page_of(ref) == state.here}

    def has_removed(self, page: str) -> bool:
        """Whether something on a page was kept until it was let go in this sitting."""
        return any(page_of(ref) == page for ref in self.removed)

    def saved(self, taken: Unsaved, out_of_reach: Collection[Path]) -> None:
        """Note what is on the disk now, and which files may still hold what was to be forgotten."""
        self._on_disk |= {ref for ref in self._places if taken.changes.answers.get(ref)}
        gone = taken.forget & self._on_disk
        if gone:
            self._on_disk -= gone
            self.removed |= gone
            self.out_of_reach |= set(out_of_reach)
