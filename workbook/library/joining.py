"""Putting versions of a workbook from other computers together with the one here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.library.access import alone_with
from workbook.library.coding import decode_tables
from workbook.library.conflicts import ConflictCopy, conflict_copy
from workbook.library.difference import Difference, difference
from workbook.library.errors import CannotRead, DamagedFile, NewerFormat, NoSuchWorkbook
from workbook.library.files import read_file, sync_folder
from workbook.library.merging import merge, with_guide_at_hand
from workbook.library.migrating import format_of
from workbook.library.moments import ID
from workbook.library.reading import read_kept
from workbook.library.record import FORMAT
from workbook.library.replacing import put_record
from workbook.library.tables import record_of

if TYPE_CHECKING:
    from workbook.library.library import Library
    from workbook.library.places import Places
    from workbook.library.record import Record


@dataclass(frozen=True)
class Joined:
    """What putting the versions of one workbook together did, or would do."""

    id: str
    made: Difference
    """What changes in the workbook here."""
    copies: tuple[ConflictCopy, ...] = ()
    """The versions that are in it now."""
    left: tuple[str, ...] = ()
    """Why others could not be put into it, in sentences."""
    is_new: bool = False
    """Whether there was no such workbook here, only a version from elsewhere."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The same for people."""
        if not self.copies:
            return self.left or (f"There is only one version of {self.id}.",)
        from_where = f"from {', '.join(map(str, self.copies))}"
        if self.is_new:
            said = f"{self.id} was not here. It is brought in {from_where}."
        else:
            said = f"{self.id} is put together with what came {from_where}: {self.made}."
        return (said, *self.left)


def versions(places: Places, workbook_id: str) -> list[ConflictCopy]:
    """Return the versions of a workbook that came from other computers."""
    found = (conflict_copy(path) for path in places.asides(workbook_id))
    return [copy for copy in found if copy]


def join(library: Library, workbook_id: str, *, dry_run: bool = False) -> Joined:
    """Put every version of a workbook into the one here; with `dry_run`, only say what that would do.

    For each answer the one that changed last stays, and the other goes to the earlier answers. The workbook as it was
    stays among its earlier copies, and each version is set aside beside it once everything in it is safely here. One
    that cannot be read is left where it is. Raises NoSuchWorkbook, DamagedFile and NewerFormat for the workbook here,
    HeldElsewhere, CannotRead and CannotSave.
    """
    places = library.places
    if not ID.fullmatch(workbook_id) or not (versions(places, workbook_id) or places.workbook(workbook_id).exists()):
        raise NoSuchWorkbook(workbook_id)
    if dry_run:
        return _plan(library, workbook_id)[0]
    moment = library.clock()
    with alone_with(places, workbook_id, moment):
        joined, before, after = _plan(library, workbook_id)
        if after is not None and after is not before:
            put_record(places, after, before, moment)
        for copy in joined.copies:
            copy.path.rename(places.aside(workbook_id, "merged", f"{moment:%Y%m%d-%H%M%S}"))
        if joined.copies:
            sync_folder(places.workbooks)
    library.note(workbook_id)
    return joined


def _plan(library: Library, workbook_id: str) -> tuple[Joined, Record | None, Record | None]:
    """Return what joining does, the workbook as it is and as it would be."""
    places = library.places
    path = places.workbook(workbook_id)
    before: Record | None = None
    if path.exists() or path.is_symlink():
        before, newer = read_kept(places, workbook_id)
        if newer:
            raise newer
    after, copies, left = before, [], []
    for copy in versions(places, workbook_id):
        try:
            theirs = _read(copy)
        except (DamagedFile, CannotRead, NewerFormat) as error:
            left.append(str(error))
        else:
            after = theirs if after is None else merge(after, theirs)
            copies.append(copy)
    if before and after:
        after = with_guide_at_hand(after, before, library.guides.has)
    is_new = before is None and after is not None
    made = difference(before, after) if before and after else Difference()
    return Joined(workbook_id, made, tuple(copies), tuple(left), is_new), before, after


def _read(copy: ConflictCopy) -> Record:
    """Return what a version holds. Raises DamagedFile, NewerFormat, CannotRead."""
    data = read_file(copy.path)
    if data is None:
        raise DamagedFile(copy.path, "it is missing")
    tables = decode_tables(data, copy.path)
    version = format_of(tables, copy.path)
    if version > FORMAT:
        raise NewerFormat(copy.path, version)
    return record_of(tables, copy.name, copy.path)
