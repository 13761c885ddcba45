"""Reading a workbook's file without opening it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.library.coding import decode_tables
from workbook.library.errors import DamagedFile, NewerFormat
from workbook.library.files import read_file
from workbook.library.migrating import format_of
from workbook.library.record import FORMAT
from workbook.library.tables import record_of

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.library.places import Places
    from workbook.library.record import Record


def read_record(path: Path, workbook_id: str) -> tuple[Record, NewerFormat | None]:
    """Return what the file at `path` holds, and what to say of it where its format is newer than ours.

    Raises DamagedFile, CannotRead, and NewerFormat where nothing can be made of it.
    """
    data = read_file(path)
    if data is None:
        raise DamagedFile(path, "it is missing")
    tables = decode_tables(data, path)
    record = record_of(tables, workbook_id, path)
    version = format_of(tables, path)
    return record, NewerFormat(path, version) if version > FORMAT else None


def read_kept(places: Places, workbook_id: str) -> tuple[Record, NewerFormat | None]:
    """Return what a workbook of the library holds, as `read_record` does.

    Raises NoSuchWorkbook too, and DamagedFile names the newest earlier copy that can be read.
    """
    from workbook.library.earlier import Earlier

    path = places.existing(workbook_id)
    try:
        return read_record(path, workbook_id)
    except DamagedFile as error:
        good = Earlier(places.earlier, workbook_id).newest_good()
        raise DamagedFile(path, error.why, good[0] if good else None) from None
