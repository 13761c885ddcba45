"""A model of a library in memory: what it should hold, and what any earlier copy in it may hold."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tests.library.samples import Clock
from workbook.library.marks import PIN, mark_key

if TYPE_CHECKING:
    from workbook.library.library import Library


@dataclass
class Book:
    """What a workbook should hold."""

    values: dict[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    marks: dict[str, str] = field(default_factory=dict)
    is_completed: bool = False

    def changed(self, values: dict[str, Any], marks: dict[str, str | None]) -> Book:
        """Return it as a save should leave it."""
        made = deepcopy(self)
        made.values = {ref: value for ref, value in (self.values | values).items() if value is not None}
        made.marks = {key: mark for key, mark in (self.marks | marks).items() if mark}
        return made

    def without(self, ref: str) -> Book:
        """Return it after an answer was let go."""
        return self.changed({ref: None}, {mark_key(PIN, ref): None})


@dataclass
class Model:
    """What a library should hold."""

    books: dict[str, Book] = field(default_factory=dict)
    trash: dict[str, Book] = field(default_factory=dict)
    ever: dict[str, list[Book]] = field(default_factory=dict)
    """Each as it was at any time, without what was let go: an earlier copy is one of these."""
    has_lock: bool = False

    def put(self, workbook_id: str, book: Book) -> None:
        """Note that a workbook is like this now."""
        self.books[workbook_id] = book
        self.ever.setdefault(workbook_id, []).append(book)

    @property
    def seen(self) -> tuple[dict[str, Book], set[str], bool]:
        """Return what can be seen of it from outside."""
        return self.books, set(self.trash), self.has_lock


class Times(Clock):
    """A clock that also knows the latest time it ever told."""

    def __init__(self) -> None:
        super().__init__()
        self.latest = self.time

    def __call__(self) -> Any:
        """Return the time."""
        self.latest = max(self.latest, super().__call__())
        return self.time

    def pass_all(self) -> None:
        """Go on to a time that was never told."""
        self.time = self.latest + timedelta(hours=1)


def seen(library: Library) -> tuple[dict[str, Book], set[str], bool]:
    """Return what a library holds, to compare with a model's."""
    books = {}
    for entry in library.entries():
        record = library.read(entry.id)
        notes = tuple(each.text for each in record.notes)
        books[entry.id] = Book(record.values, notes, dict(record.marked), record.completed is not None)
        assert entry.state == ("completed" if record.completed else "unfinished")
    return books, {each.id for each in library.trashed()}, library.has_lock
