"""Taking workbooks out as JSON, and bringing them in again with nothing lost and nothing written over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from workbook.library.adding import free_id
from workbook.library.describe import describe
from workbook.library.errors import CannotRead, DamagedFile, ImportProblem, LibraryError, NewerFormat
from workbook.library.exchange import FORMAT, VERSION, understand

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.library.record import Record


def export(library: Library, ids: Iterable[str], skipped: list[LibraryError] | None = None) -> dict[str, Any]:
    """Return these workbooks, and the guides they go by, in the documented format.

    Raises what reading one raises; with `skipped`, those that cannot be read are left out and told there.
    """
    workbooks, guides = [], {}
    for workbook_id in ids:
        try:
            record = library.read(workbook_id)
        except (DamagedFile, CannotRead, NewerFormat) as error:
            if skipped is None:
                raise
            skipped.append(error)
            continue
        digest = record.guide.digest
        workbooks.append(exported(record, _guide(library, digest), library))
        if digest not in guides:
            raw = _raw_guide(library, digest)
            guides.update({digest: raw} if raw is not None else {})
    return {"format": FORMAT, "version": VERSION, "workbooks": workbooks, "guides": guides}


def exported(record: Record, guide: Guide | None, library: Library) -> dict[str, Any]:
    """Return one workbook in the documented format."""
    row = describe(record, guide, library.clock().date(), None)
    plain = msgspec.to_builtins(record)
    return {
        "id": record.id,
        "title": row.title,
        "route": row.route,
        **{key: value for key, value in plain.items() if key != "id"},
    }


def _guide(library: Library, digest: str) -> Guide | None:
    """Return a guide, or None where it cannot be read."""
    try:
        return library.guide(digest)
    except (DamagedFile, CannotRead):
        return None


def _raw_guide(library: Library, digest: str) -> object:
    """Return a guide as JSON, or None where it cannot be read."""
    try:
        return msgspec.json.decode(library.guides.read(digest))
    except (DamagedFile, CannotRead):
        return None


@dataclass(frozen=True)
class Report:
    """What an import did, or would do."""

    added: tuple[str, ...] = ()
    """IDs of workbooks that were not here."""
    same: tuple[str, ...] = ()
    """IDs of workbooks that were here just so already."""
    kept_beside: tuple[tuple[str, str], ...] = ()
    """Workbooks that differ from the one here: their ID, and the new one under which they were added."""
    without_guide: tuple[str, ...] = ()
    """IDs of those added whose guide is neither in the file nor here."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The same for people."""
        said = [f"Added {_workbooks(len(self.added))}."] if self.added else []
        if self.same:
            said.append(f"{_workbooks(len(self.same)).capitalize()} already here, and the same.")
        said += [
            f"{old} here differs from the one in the file. It was left; the other is beside it as {new}."
            for old, new in self.kept_beside
        ]
        said += [f"The guide of {each} is not in the file. Its answers are kept." for each in self.without_guide]
        return tuple(said) or ("There was nothing to import.",)


def _workbooks(number: int) -> str:
    """Say how many workbooks."""
    return "one workbook" if number == 1 else f"{number} workbooks"


def import_(library: Library, data: object, *, dry_run: bool = False) -> Report:
    """Bring in workbooks from parsed JSON (see `exchange.parse`); with `dry_run`, only say what it would do.

    All of it is checked before anything is written. A workbook that is here is never written over: one that
    differs is added beside it under an ID of its own, unless that was done before. Raises ImportProblem,
    CannotSave.
    """
    exchange = understand(data)
    guides = _checked_guides(exchange.guides)
    here = _Here(library)
    added, same, beside, to_add = [], [], [], []
    for record in (each.record() for each in exchange.workbooks):
        if record.id not in here.ids:
            added.append(record.id)
            to_add.append(record)
        elif here.has(record):
            same.append(record.id)
        else:
            other = msgspec.structs.replace(record, id=free_id(library.places, record.created))
            beside.append((record.id, other.id))
            to_add.append(other)
    without = tuple(
        record.id
        for record in to_add
        if record.guide.digest not in guides and _guide(library, record.guide.digest) is None
    )
    if not dry_run:
        for raw, guide in guides.values():
            library.guides.keep_bytes(raw, guide)
        for record in to_add:
            library.add(record).close()
    return Report(tuple(added), tuple(same), tuple(beside), without)


class _Here:
    """What the library has already, to compare with."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._entries = library.entries()
        self.ids = {entry.id for entry in self._entries}

    def has(self, record: Record) -> bool:
        """Whether this very workbook is here, under its own ID or beside it from an earlier import."""
        candidates = [entry.id for entry in self._entries if entry.created == record.created]
        return any(self._is(each, record) for each in dict.fromkeys([record.id, *candidates]))

    def _is(self, workbook_id: str, record: Record) -> bool:
        """Whether the workbook here is `record`, but for its ID."""
        try:
            found = self._library.read(workbook_id)
        except LibraryError:
            return False
        return msgspec.structs.replace(found, id=record.id) == record


def _checked_guides(guides: Mapping[str, object]) -> dict[str, tuple[bytes, Guide]]:
    """Return the guides of a file as the bytes their digests are of. Raises ImportProblem."""
    from workbook.guide.codec import decode, digest, encode
    from workbook.guide.problems import GuideError

    checked = {}
    for name, plain in guides.items():
        data = msgspec.json.encode(plain)
        try:
            guide = decode(data)
        except GuideError:
            raise ImportProblem(f"At guides[{name[:12]!r}]: this is no guide. Nothing was changed.") from None
        raw = next((each for each in (data, encode(guide)) if digest(each) == name), None)
        if raw is None:
            raise ImportProblem(
                f"At guides[{name[:12]!r}]: this guide is not the one its name says. Nothing was changed."
            )
        checked[name] = raw, guide
    return checked
