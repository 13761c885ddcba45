"""Writing a calendar file where the person wants it: over an earlier one of ours, and over nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.library.copying import refuse_inside
from workbook.library.errors import CannotSave, Conflict, reason
from workbook.library.files import make_folder, write_atomically

if TYPE_CHECKING:
    from pathlib import Path


def write_calendar(path: Path, data: bytes, product: str, library: Path, *, force: bool = False) -> None:
    """Write a calendar, for this account alone, whole or not at all.

    One that is there is written over where `product` says that this program made it, and with `force`. Raises Conflict
    for any other file and for a place inside `library`, CannotSave.
    """
    refuse_inside(library, path)
    try:
        if path.exists() and not path.is_file():
            raise Conflict(f"{path} is no ordinary file. Choose another name.")
        if path.exists() and not force and not _is_ours(path.read_bytes(), product):
            raise Conflict(f"{path} is there already and is no calendar of this program. Choose another name.")
        make_folder(path.parent)
        write_atomically(path.resolve(), data)
    except OSError as error:
        raise CannotSave(f"{path} could not be written: {reason(error)}.") from None


def _is_ours(data: bytes, product: str) -> bool:
    """Whether a file is a calendar that this program made."""
    head = data[:1000]
    return head.startswith(b"BEGIN:VCALENDAR") and f"PRODID:{product}".encode() in head
