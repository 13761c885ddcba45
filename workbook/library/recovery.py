"""Putting the newest good copy in the place of a workbook that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.flow.dates.saying import at
from workbook.library.earlier import Earlier
from workbook.library.errors import Conflict, DamagedFile, cannot_save
from workbook.library.files import set_aside, write_atomically
from workbook.library.moments import moment_of
from workbook.library.reading import read_record

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from workbook.library.places import Places


@dataclass(frozen=True)
class Recovery:
    """What was done to a workbook that could not be read."""

    id: str
    aside: Path
    """Where the unreadable file is now."""
    copy: Path
    """The earlier copy that took its place."""
    taken: datetime
    """When that copy was made."""

    def __str__(self) -> str:
        return f"The workbook is back as it was on {at(self.taken)}. The file that could not be read is {self.aside}."


def recover(places: Places, workbook_id: str, moment: datetime) -> Recovery:
    """Set an unreadable workbook aside and put its newest good copy in its place; the caller has it locked.

    Raises Conflict where the workbook can be read, DamagedFile where no copy can, CannotSave.
    """
    path = places.workbook(workbook_id)
    why = _what_is_wrong(path, workbook_id)
    found = Earlier(places.earlier, workbook_id).newest_good()
    if found is None:
        raise DamagedFile(path, f"{why}; there is no earlier copy of it that can be read")
    copy, data, _ = found
    aside = places.aside(workbook_id, "damaged", f"{moment:%Y%m%d-%H%M%S}")
    try:
        set_aside(path, aside)
        write_atomically(path, data)
    except OSError as error:
        raise cannot_save(error, path.parent) from error
    return Recovery(workbook_id, aside, copy, (moment_of(copy.stem) or moment).astimezone(moment.tzinfo))


def _what_is_wrong(path: Path, workbook_id: str) -> str:
    """Return why a workbook cannot be read. Raises Conflict where it can, NewerFormat for a newer one."""
    try:
        read_record(path, workbook_id)
    except DamagedFile as error:
        return error.why
    raise Conflict(f"{path} can be read, so nothing was changed.")
