"""Putting another version of a workbook in the place of the present one, which stays among its earlier copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.library.coding import decode_tables
from workbook.library.earlier import Earlier
from workbook.library.errors import DamagedFile, NewerFormat
from workbook.library.files import read_file, set_aside, write_atomically
from workbook.library.migrating import format_of
from workbook.library.record import FORMAT
from workbook.library.storage import Database
from workbook.library.tables import apply, fill, record_of

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from workbook.library.places import Places
    from workbook.library.record import Record


def keep_present(places: Places, workbook_id: str, moment: datetime) -> Path | None:
    """Keep the present file as the newest earlier copy, or set it aside where it cannot be read; return where.

    None where there is none. No copy makes room for it before the next sitting. The caller has the workbook locked.
    Raises OSError, CannotRead.
    """
    path = places.workbook(workbook_id)
    earlier = Earlier(places.earlier, workbook_id)
    try:
        data = read_file(path)
        if data is None:
            return None
        tables = decode_tables(data, path)
        record_of(tables, workbook_id, path)
        if format_of(tables, path) < FORMAT:
            earlier.keep_before_migration(data, format_of(tables, path))
    except (DamagedFile, NewerFormat):
        aside = places.aside(workbook_id, "damaged", f"{moment:%Y%m%d-%H%M%S}")
        set_aside(path, aside)
        return aside
    return earlier.keep(data, moment, all_of_them=True)


def put_record(places: Places, record: Record, before: Record | None, moment: datetime) -> None:
    """Make a workbook's file, which holds `before`, hold `record`; with None, there is no file yet.

    The present file is kept first. The caller has the workbook locked. Raises OSError, DamagedFile, CannotRead.
    """
    path = places.workbook(record.id)
    keep_present(places, record.id, moment)
    with Database(path, create=before is None) as db, db.together():
        if before is None:
            fill(db, record)
        else:
            apply(db, before, record)


def put_bytes(places: Places, workbook_id: str, data: bytes, moment: datetime) -> Path | None:
    """Put `data` in the place of a workbook's file; return where the file is now that was there.

    The caller has the workbook locked. Raises OSError, CannotRead.
    """
    kept = keep_present(places, workbook_id, moment)
    write_atomically(places.workbook(workbook_id), data)
    return kept
