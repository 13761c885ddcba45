"""Files that lie open in a locked library: a synchronising program brought them from where there was no lock yet.

They are sealed when the library is opened. None of them is believed without being asked for: a workbook becomes a
version from elsewhere, to be put together with the one here or not, and an earlier copy is set aside.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.library import keyring
from workbook.library.access import alone_with
from workbook.library.difference import count
from workbook.library.errors import LibraryError, reason
from workbook.library.files import read_file, sync_folder, write_atomically
from workbook.library.identity import identity_of
from workbook.library.moments import ID, moment_of
from workbook.library.sealing import FAMILY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from workbook.library.places import Places

KEPT = (
    "What was here before a backup was brought back is kept in before-restore. It was not sealed there, and is now, "
    "with the rest. `workbook trash --before-restore` removes it."
)


def seal(places: Places, moment: datetime) -> tuple[str, ...]:
    """Seal whatever lies open in an unlocked library that has a lock; return what to tell of it. Raises nothing."""
    sealed = kept = 0
    told: list[str] = []
    for path in list(_lying_open(places)):
        try:
            done = _seal(places, path, moment)
            is_kept = places.before_restore in path.parents
            sealed, kept = (sealed, kept + done) if is_kept else (sealed + done, kept)
        except (OSError, LibraryError) as error:
            why = reason(error) if isinstance(error, OSError) else "it is in use"
            told.append(f"{path} lies open, and could not be locked: {why}.")
    if kept:
        told.insert(0, KEPT)
    if sealed:
        said = "One file here was" if sealed == 1 else f"{count(sealed, 'file')} here were"
        told.insert(
            0,
            f"{said} not locked, so something else put {'it' if sealed == 1 else 'them'} here: a synchronising "
            "program, or somebody. Now everything is locked again. Whoever has the disk may have read what was not.",
        )
    return tuple(told)


def _seal(places: Places, path: Path, moment: datetime) -> int:
    """Seal one file, under a name by which it is not believed; return how many that were. Raises OSError."""
    if path.parent == places.workbooks and path.suffix == ".json" and ID.fullmatch(path.stem):
        with alone_with(places, path.stem, moment):
            return _move(path, path.with_name(f"{path.stem} (not locked {moment:%Y-%m-%d %H%M%S}).json"))
    if path.parent.parent == places.earlier and moment_of(path.stem):
        return _move(path, _outside(path))
    return _move(path, path)


def _outside(path: Path) -> Path:
    """Return the name for an earlier copy that is not believed: a new one, unless one there says the same."""
    number, aside = 2, path.with_name(f"{path.name}.outside")
    while read_file(aside) not in (None, path.read_bytes()):
        number, aside = number + 1, path.with_name(f"{path.name}.outside-{number}")
    return aside


def _move(path: Path, to: Path) -> int:
    """Put what a file says, sealed, in another place or the same. Raises OSError."""
    if not keyring.lies_open(path):
        return 0  # somebody else was faster
    write_atomically(to, path.read_bytes())
    if to != path:
        path.unlink()
        sync_folder(path.parent)
    return 1


def _lying_open(places: Places) -> Iterator[Path]:
    """Yield the files that should be sealed and are not. The list of workbooks looks after itself."""
    for inner, folders, names in os.walk(places.folder):
        folders[:] = [each for each in folders if not each.startswith(".") and each != keyring.CHANGE]
        for name in names:
            path = Path(inner, name)
            if name.endswith(".lock") or path == places.catalogue or not _is_open(path):
                continue
            if identity_of(path.relative_to(places.folder).parts) is not None:
                yield path


def _is_open(path: Path) -> bool:
    """Whether a file does not begin as sealed ones do. There may be tens of thousands to look at."""
    try:
        fd = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return False  # a link, or what this account may not read
    try:
        return stat.S_ISREG(os.fstat(fd).st_mode) and os.read(fd, len(FAMILY)) != FAMILY
    finally:
        os.close(fd)
