"""Bringing in workbooks from JSON: put together with those that are here, so that nothing is lost on either side."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import msgspec

from workbook.library.access import alone_with, is_open
from workbook.library.adding import add, free_id
from workbook.library.coding import encode_value
from workbook.library.difference import Difference, count, difference
from workbook.library.errors import CannotSave, HeldElsewhere, ImportProblem, LibraryError
from workbook.library.exchange import understand
from workbook.library.merging import merge, with_guide_at_hand
from workbook.library.replacing import put_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.library.record import Record


@dataclass(frozen=True)
class Report:
    """What an import did, or would do."""

    added: tuple[str, ...] = ()
    """IDs of workbooks that were not here."""
    same: tuple[str, ...] = ()
    """IDs of workbooks that were here already with everything in the file."""
    merged: tuple[tuple[str, Difference], ...] = ()
    """IDs of workbooks that were here and took something from the file, and what."""
    kept_beside: tuple[tuple[str, str], ...] = ()
    """Workbooks that cannot be read here: their ID, and the new one under which those in the file were added."""
    held: tuple[str, ...] = ()
    """IDs of workbooks that are open in another window, and so were left."""
    without_guide: tuple[str, ...] = ()
    """IDs of those added whose guide is neither in the file nor here."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The same for people."""
        said = [f"Added {_workbooks(len(self.added))}."] if self.added else []
        if self.same:
            said.append(f"{_workbooks(len(self.same)).capitalize()} already here, and the same.")
        if self.merged:
            said.append("Of each answer the newer one stays, and the other among the earlier answers:")
        said += [f"{each}: {what}." for each, what in self.merged]
        said += [
            f"{old} cannot be read here. It was left; the one in the file is beside it as {new}."
            for old, new in self.kept_beside
        ]
        said += [f"{each} is open in another window and was left. Close it, then import again." for each in self.held]
        said += [f"The guide of {each} is not in the file. Its answers are kept." for each in self.without_guide]
        return tuple(said) or ("There was nothing to import.",)


def _workbooks(number: int) -> str:
    """Say how many workbooks."""
    return "one workbook" if number == 1 else count(number, "workbook")


@dataclass
class _Plan:
    """What is to be written."""

    to_add: list[Record] = field(default_factory=list)
    to_merge: list[Record] = field(default_factory=list)
    """As they are in the file."""


def import_(library: Library, data: object, *, dry_run: bool = False) -> Report:
    """Bring in workbooks from parsed JSON (see `exchange.parse`); with `dry_run`, only say what it would do.

    All of it is checked before anything is written. A workbook that is here is never written over: for each answer
    the one that changed last stays, the other goes to the earlier answers, and the workbook as it was stays among
    its earlier copies. Where one here cannot be read, the other is added beside it. Raises ImportProblem, CannotSave.
    """
    exchange = understand(data)
    guides = _checked_guides(exchange.guides)
    report, plan = _planned(library, [each.record() for each in exchange.workbooks], guides)
    if dry_run:
        return report
    for raw, guide in guides.values():
        library.guides.keep_bytes(raw, guide)
    held = _write(library, plan)
    return replace(
        report,
        merged=tuple(each for each in report.merged if each[0] not in held),
        held=(*report.held, *held),
    )


def _planned(
    library: Library, records: list[Record], guides: Mapping[str, tuple[bytes, Guide]]
) -> tuple[Report, _Plan]:
    """Return what bringing in these records would do, and what there is to write for it."""
    here = _Here(library)
    plan = _Plan()
    added, same, beside, held = [], [], [], []
    merged: list[tuple[str, Difference]] = []

    def has(digest: str) -> bool:
        return digest in guides or library.guides.has(digest)

    for record in records:
        if record.id not in here.ids:
            added.append(record.id)
            plan.to_add.append(record)
            continue
        try:
            ours = here.read(record.id)
        except LibraryError:
            if here.has_beside(record):
                same.append(record.id)
            else:
                other = msgspec.structs.replace(record, id=free_id(library.places, record.created))
                beside.append((record.id, other.id))
                plan.to_add.append(other)
            continue
        together = with_guide_at_hand(merge(ours, record), ours, has)
        if together == ours:
            same.append(record.id)
        elif is_open(library.places, record.id, library.clock()):
            held.append(record.id)
        else:
            merged.append((record.id, difference(ours, together)))
            plan.to_merge.append(record)
    without = tuple(record.id for record in plan.to_add if not has(record.guide.digest))
    return Report(tuple(added), tuple(same), tuple(merged), tuple(beside), tuple(held), without), plan


def _write(library: Library, plan: _Plan) -> list[str]:
    """Write what is planned, and the catalogue once; return the IDs of those that were opened meanwhile, and left.

    Raises CannotSave, what was written until then being whole.
    """
    done: list[str] = []
    held: list[str] = []
    try:
        for record in plan.to_add:
            add(library.places, record, library.clock()).release()
            done.append(record.id)
        for record in plan.to_merge:
            (done if _merge_in(library, record) else held).append(record.id)
    except CannotSave as error:
        of = len(plan.to_add) + len(plan.to_merge)
        if not done:
            raise
        raise CannotSave(
            f"{error} Of {count(of, 'workbook')}, {len(done)} came in before that. "
            "Import the file again when there is room: nothing comes twice."
        ) from error
    finally:
        if done:
            library.note(*done)
    return held


def _merge_in(library: Library, record: Record) -> bool:
    """Put a record into the workbook here; return whether that could be done. Raises CannotSave."""
    moment = library.clock()
    try:
        with alone_with(library.places, record.id, moment):
            ours = library.read(record.id)
            together = with_guide_at_hand(merge(ours, record), ours, library.guides.has)
            if together != ours:
                put_record(library.places, together, ours, moment)
    except HeldElsewhere:
        return False
    return True


class _Here:
    """What the library has already, to compare with."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._entries = library.entries()
        self.ids = {entry.id for entry in self._entries}

    def read(self, workbook_id: str) -> Record:
        """Return a workbook that is here and may be changed. Raises LibraryError."""
        from workbook.library.reading import read_kept

        record, newer = read_kept(self._library.places, workbook_id)
        if newer:
            raise newer
        return record

    def has_beside(self, record: Record) -> bool:
        """Whether this very workbook is here under another ID, from an earlier import."""
        candidates = [entry.id for entry in self._entries if entry.created == record.created]
        return any(self._is(each, record) for each in candidates)

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
        data = encode_value(plain)
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
