"""The earlier copies of a workbook for people: what each holds, and putting one in the place of the present."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from workbook.flow.dates.saying import at
from workbook.library.access import alone_with
from workbook.library.coding import decode_tables
from workbook.library.difference import Difference, difference
from workbook.library.earlier import Earlier
from workbook.library.errors import CannotRead, Conflict, DamagedFile, LibraryError, NewerFormat, NoSuchWorkbook
from workbook.library.files import read_file
from workbook.library.moments import ID, moment_of
from workbook.library.replacing import put_bytes
from workbook.library.tables import record_of

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.library.library import Library
    from workbook.library.record import Record


@dataclass(frozen=True)
class EarlierCopy:
    """One earlier copy, and what putting it in place would change."""

    number: int
    """1 for the newest."""
    path: Path
    taken: datetime
    answers: int = 0
    """How many answers are in it."""
    changes: Difference | None = None
    """What would change from the present; None where the copy or the present cannot be read."""
    problem: str = ""
    """Why it cannot be read, in a sentence."""

    @property
    def when(self) -> str:
        """Say when it was taken."""
        return at(self.taken)


def earlier_copies(library: Library, workbook_id: str) -> tuple[EarlierCopy, ...]:
    """Return the earlier copies of a workbook, the newest first. Raises NoSuchWorkbook."""
    copies = Earlier(library.places.earlier, workbook_id).copies() if ID.fullmatch(workbook_id) else []
    if not copies:
        library.places.existing(workbook_id)
    try:
        present = library.read(workbook_id)
    except LibraryError:
        present = None
    zone = library.clock().tzinfo
    return tuple(
        _copy(number, path, (moment_of(path.stem) or library.clock()).astimezone(zone), workbook_id, present)
        for number, path in enumerate(reversed(copies), start=1)
    )


def _copy(number: int, path: Path, taken: datetime, workbook_id: str, present: Record | None) -> EarlierCopy:
    """Return what there is to say of one copy."""
    try:
        record = _read(path, workbook_id)[1]
    except (DamagedFile, CannotRead, NewerFormat) as error:
        return EarlierCopy(number, path, taken, problem=str(error))
    changes = difference(present, record) if present else None
    return EarlierCopy(number, path, taken, len(record.answers), changes)


def _read(path: Path, workbook_id: str) -> tuple[bytes, Record]:
    """Return a copy as it is and as a record. Raises DamagedFile, CannotRead, NewerFormat."""
    data = read_file(path)
    if data is None:
        raise DamagedFile(path, "it is no longer there")
    return data, record_of(decode_tables(data, path), workbook_id, path)


def chosen(copies: tuple[EarlierCopy, ...], wanted: str) -> EarlierCopy:
    """Return the copy of a number, or of a day or moment written as `2026-11-22` or `2026-11-22 21:40`.

    Raises Conflict where that is none, or several.
    """
    said = " ".join(wanted.replace("T", " ").split())
    if said.isdecimal():
        found = [each for each in copies if each.number == int(said)]
    else:
        found = [each for each in copies if said and f"{each.taken:%Y-%m-%d %H:%M:%S}".startswith(said)]
    if len(found) == 1:
        return found[0]
    if found:
        raise Conflict(
            f"There are {len(found)} earlier copies from {said}: say which by its number, "
            f"{', '.join(str(each.number) for each in found)}."
        )
    raise Conflict(f"There is no earlier copy {wanted!r}. Without it, `--earlier` lists those there are.")


@dataclass(frozen=True)
class PutBack:
    """What putting an earlier copy in place did."""

    id: str
    copy: EarlierCopy
    kept: Path | None
    """Where the workbook is now as it was before; None where there was no file."""

    def __str__(self) -> str:
        rest = f" As it was until now, it is kept as {self.kept}." if self.kept else ""
        return f"The workbook is back as it was on {self.copy.when}.{rest}"


def put_back(library: Library, workbook_id: str, copy: EarlierCopy) -> PutBack:
    """Put an earlier copy in the place of the present workbook, which stays as the newest earlier copy.

    Raises NoSuchWorkbook, HeldElsewhere, CannotSave, and DamagedFile, NewerFormat and CannotRead for the copy.
    """
    if not ID.fullmatch(workbook_id):
        raise NoSuchWorkbook(workbook_id)
    moment = library.clock()
    with alone_with(library.places, workbook_id, moment):
        data, _ = _read(copy.path, workbook_id)
        kept = put_bytes(library.places, workbook_id, data, moment)
    library.note(workbook_id)
    return PutBack(workbook_id, copy, kept)
