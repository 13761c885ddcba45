"""Reading a workbook's file without opening it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbook.library.coding import decode_tables, is_as_written
from workbook.library.errors import DamagedFile, NewerFormat
from workbook.library.files import read_file
from workbook.library.migrating import format_of
from workbook.library.record import FORMAT
from workbook.library.tables import record_of

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.library.places import Places
    from workbook.library.record import Record


Tell = Callable[[str], None]
"""Takes a sentence for the person."""


def read_record(path: Path, workbook_id: str, tell: Tell | None = None) -> tuple[Record, NewerFormat | None]:
    """Return what the file at `path` holds, and what to say of it where its format is newer than ours.

    `tell` is told where it is not as it was written. Raises DamagedFile, CannotRead, and NewerFormat where nothing
    can be made of it.
    """
    data = read_file(path)
    if data is None:
        raise DamagedFile(path, "it is missing")
    tables = decode_tables(data, path)
    record = record_of(tables, workbook_id, path)
    version = format_of(tables, path)
    if tell and not is_as_written(data):
        tell(
            f"{path} is not as this program left it: something else changed it, or the disk did. It is read as it is, "
            f"with all that can be read in it. `workbook restore {workbook_id} --earlier` shows what was there before."
        )
    return record, NewerFormat(path, version) if version > FORMAT else None


def read_kept(places: Places, workbook_id: str, tell: Tell | None = None) -> tuple[Record, NewerFormat | None]:
    """Return what a workbook of the library holds, as `read_record` does.

    Raises NoSuchWorkbook too, and DamagedFile names the newest earlier copy that can be read.
    """
    from workbook.library.earlier import Earlier

    path = places.existing(workbook_id)
    try:
        return read_record(path, workbook_id, tell)
    except DamagedFile as error:
        good = Earlier(places.earlier, workbook_id).newest_good()
        raise DamagedFile(path, error.why, good[0] if good else None) from None
