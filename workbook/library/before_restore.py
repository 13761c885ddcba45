"""Backups of what was here before another one was brought back: kept until the person removes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.library import keyring
from workbook.library.errors import cannot_save
from workbook.library.files import sync_folder

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.library.places import Places


def backups(places: Places) -> list[Path]:
    """Return them, the oldest first. Each holds everything there was: every workbook, earlier copies and the trash."""
    return sorted(path for path in places.before_restore.glob("*.zip") if path.is_file())


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
