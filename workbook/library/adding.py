"""Putting a whole record into the library as a new workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.library.errors import Conflict, cannot_save
from workbook.library.lock import Lock
from workbook.library.moments import new_id
from workbook.library.storage import Database
from workbook.library.tables import fill

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from workbook.library.places import Places
    from workbook.library.record import Record


def free_id(places: Places, moment: datetime) -> str:
    """Return an ID that no workbook has, in the trash neither, nor one that only copies are left of."""
    while True:
        made = new_id(moment)
        taken = (places.workbook(made), places.earlier / made, places.trash / made)
        if not any(path.exists() for path in taken):
            return made


def add(places: Places, record: Record, moment: datetime) -> Lock:
    """Write a new workbook and return its lock, still held.

    Raises Conflict where there is one of this ID, which is left as it is, and CannotSave.
    """
    path = places.workbook(record.id)
    try:
        lock = Lock.take(places.lock(record.id), moment)
        if lock is None:
            raise Conflict(f"A workbook {record.id} is just being written by another window.")
        try:
            _write(path, record)
        except BaseException:
            lock.release()
            raise
    except OSError as error:
        raise cannot_save(error, path.parent) from error
    return lock


def _write(path: Path, record: Record) -> None:
    """Write a record to a file that must not be there yet."""
    if path.exists() or path.is_symlink():
        raise Conflict(f"There is a workbook {record.id} already. It was left as it is.")
    with Database(path, create=True) as db, db.together():
        fill(db, record)
