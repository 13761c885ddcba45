"""Lists of workbooks that could not be read: one is kept, in case it was something else, and no longer than it may be.

It is only an index, made anew from the workbooks; but it may still show titles, and words beside dates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.library import keyring
from workbook.library.files import sync_folder, write_atomically

if TYPE_CHECKING:
    from pathlib import Path


def put_aside(catalogue: Path, moment_text: str) -> Path:
    """Move a list away that cannot be read, and remove those that were moved before it; return where it is now.

    One that lies open in a locked library is sealed. Raises OSError, Locked.
    """
    aside = catalogue.with_name(f"{catalogue.name}.damaged-{moment_text}")
    is_file = catalogue.is_file() and not catalogue.is_symlink()
    if is_file and keyring.lies_open(catalogue):
        write_atomically(aside, catalogue.read_bytes())
        catalogue.unlink()
        sync_folder(catalogue.parent)
    else:
        catalogue.rename(aside)
    remove(catalogue, but=aside)
    return aside


def remove(catalogue: Path, but: Path | None = None) -> None:
    """Remove the lists that were moved away, all `but` one. A folder is left: no list was ever one. Raises OSError."""
    for path in catalogue.parent.glob(f"{catalogue.name}.damaged-*"):
        if path != but and (path.is_symlink() or not path.is_dir()):
            path.unlink(missing_ok=True)
