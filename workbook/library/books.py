"""Reading many workbooks one after the other, for whoever looks across them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.library.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from workbook.guide.model import Guide
    from workbook.library.entry import Entry
    from workbook.library.library import Library
    from workbook.library.record import Record


@dataclass(frozen=True)
class Book:
    """A workbook as it is kept, with the guide whose words it was answered to."""

    entry: Entry
    record: Record
    guide: Guide

    @property
    def answers(self) -> dict[str, Any]:
        """The answers by ref, as the flow takes them."""
        return self.record.values

    @property
    def uncopied(self) -> dict[str, Any]:
        """The same for whoever looks through thousands and changes nothing: copying takes as long as reading."""
        return {ref: answer.value for ref, answer in self.record.answers.items()}


def books(library: Library, entries: Iterable[Entry]) -> Iterator[Book]:
    """Read these workbooks in their order. One that cannot be read is passed over: Home tells of it."""
    for entry in entries:
        try:
            record = library.read(entry.id)
            guide = library.guide(record.guide.digest)
        except LibraryError:
            continue
        yield Book(entry, record, guide)
