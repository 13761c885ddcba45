"""Reading thousands of workbooks for a few words: no more of each than shows whether they are there.

A file is read as bytes and asked about as bytes; of one that may hold the words, each answer is left as JSON until
somebody wants it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec

from workbook.library.coding import decode, encode_value
from workbook.library.files import read_one_of_many
from workbook.library.record import FORMAT, GuideKey, Moment
from workbook.ready import made_ready

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbook.guide.model import Guide
    from workbook.library.entry import Entry
    from workbook.library.library import Library
    from workbook.library.record import Record


class Kept(msgspec.Struct, frozen=True, gc=False):
    """An answer as it stands in the file."""

    ref: str
    value: msgspec.Raw


class KeptNote(msgspec.Struct, frozen=True, gc=False):
    """A note as it stands in the file."""

    at: datetime
    text: str


class _About(msgspec.Struct, gc=False):
    format: int
    created: Moment
    guide: GuideKey
    position: str = ""
    visited: tuple[str, ...] = ()


class _Tables(msgspec.Struct):
    """As much of a workbook's tables as looking for words needs."""

    workbook: dict[str, _About]
    answers: dict[str, Kept] = {}
    notes: dict[str, KeptNote] = {}
    earlier_answers: dict[str, Kept] = {}


made_ready(_Tables)


class Answers(Mapping[str, Any]):
    """Answers by ref, each decoded when it is first asked for."""

    def __init__(self, kept: Mapping[str, msgspec.Raw], path: Path) -> None:
        self._kept = kept
        self._path = path
        self._read: dict[str, Any] = {}

    def __getitem__(self, ref: str) -> Any:
        if ref not in self._read:
            self._read[ref] = decode(bytes(self._kept[ref]), self._path)
        return self._read[ref]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


@dataclass(frozen=True)
class Skimmed:
    """A workbook as far as it was read."""

    entry: Entry
    guide: Guide
    created: datetime
    position: str
    visited: frozenset[str]
    raw: dict[str, msgspec.Raw]
    """The answers by ref, as JSON."""
    notes: tuple[KeptNote, ...]
    earlier: tuple[Kept, ...]
    """Answers that gave way to newer ones, the last that did so first."""
    path: Path

    @property
    def answers(self) -> Answers:
        """The answers by ref, as the flow takes them."""
        return Answers(self.raw, self.path)

    def decoded(self, raw: msgspec.Raw) -> Any:
        """Return the value of an answer of it."""
        return decode(bytes(raw), self.path)


def skim(library: Library, entry: Entry, may_hold: Callable[[bytes], bool]) -> Skimmed | None:
    """Read a workbook if the bytes of its file may hold what is looked for; None if not, or if it is gone.

    Raises LibraryError for one that cannot be read, and Locked.
    """
    data = read_one_of_many(library.places.workbooks, f"{entry.id}.json")
    if data is None or (data and not may_hold(data)):
        return None
    path = library.places.workbook(entry.id)
    try:
        tables = msgspec.json.decode(data, type=_Tables)
        (about,) = tables.workbook.values()
        raw = {each.ref: each.value for each in tables.answers.values()}
        is_plain = about.format <= FORMAT and len(raw) == len(tables.answers)
    except (ValueError, RecursionError):  # not as it is written here: the reader of whole workbooks says what it is
        is_plain = False
    if not is_plain:
        return _from_record(library, entry, path)
    return Skimmed(
        entry,
        library.guide(about.guide.digest),
        about.created,
        about.position,
        frozenset(about.visited),
        raw,
        tuple(tables.notes.values()),
        tuple(reversed(tables.earlier_answers.values())),
        path,
    )


def _from_record(library: Library, entry: Entry, path: Path) -> Skimmed:
    """Read a workbook the careful way."""
    record: Record = library.read(entry.id)
    return Skimmed(
        entry,
        library.guide(record.guide.digest),
        record.created,
        record.position,
        frozenset(record.visited),
        {ref: _raw(answer.value) for ref, answer in record.answers.items()},
        tuple(KeptNote(note.at, note.text) for note in record.notes),
        tuple(Kept(each.ref, _raw(each.value)) for each in reversed(record.earlier_answers)),
        path,
    )


def _raw(value: object) -> msgspec.Raw:
    return msgspec.Raw(encode_value(value))
