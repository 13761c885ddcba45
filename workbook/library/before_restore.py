"""Backups of what was here before another one was brought back: kept until the person removes them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from workbook.library import keyring
from workbook.library.errors import cannot_save
from workbook.library.files import sync_folder
from workbook.library.moments import in_utc

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.library.places import Places


NAMED = "%Y%m%d-%H%M%S"
"""How each is named by the moment it was made; a second one of that moment has a number behind it."""


def backups(places: Places) -> list[Path]:
    """Return them, the oldest first. Each holds everything there was: every workbook, earlier copies and the trash."""
    return sorted(path for path in places.before_restore.glob("*.zip") if path.is_file())


def backups_since(places: Places, created: datetime, now: datetime) -> tuple[Path, ...]:
    """Return those that may hold a workbook created then, the oldest first: all but those that are surely older.

    Their names say the computer's own time without its zone, so one has to be older in the zone that the workbook was
    begun in and in the present one. A name that says no time may be of any.
    """
    earliest = min(
        in_zone.replace(tzinfo=None, microsecond=0) for in_zone in (created, in_utc(created).astimezone(now.tzinfo))
    )
    return tuple(path for path in backups(places) if (moment := _moment(path)) is None or moment >= earliest)


def _moment(path: Path) -> datetime | None:
    """Return the time in the name of a backup, to the second; None where it says none."""
    try:
        return datetime.strptime(path.stem[:15], NAMED)  # noqa: DTZ007 - a name has no zone
    except ValueError:
        return None


def remove(places: Places) -> int:
    """Remove them for good; return how many. Files of others that were kept beside them stay.

    Raises CannotSave, and Locked while everything here is just being changed.
    """
    keyring.check(places.folder)
    found = backups(places)
    try:
        for path in found:
            path.unlink(missing_ok=True)
        if found:
            sync_folder(places.before_restore)
    except OSError as error:
        raise cannot_save(error, places.before_restore) from error
    return len(found)
