"""Sealing a whole library, or opening it for good, as `deciding` lays down.

What every file is to become is prepared in `lock-change/new`. Once that is decided, each prepared file is renamed over
the old one and the folder removed; no passphrase is needed to go on with that.
"""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.library import keyring, lock_file
from workbook.library.alone import refuse_while_open
from workbook.library.deciding import DECIDED, Deciding
from workbook.library.errors import CannotRead, Locked, LockProblem
from workbook.library.files import create_file, make_folder, read_bytes, sync_folder
from workbook.library.identity import identity_of, leftover_of
from workbook.library.signature import signature_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from workbook.library.places import Places
    from workbook.library.signature import Signature

    Turn = Callable[[bytes, str, Path], bytes]
    """What the bytes of a file become, by its identity; its path is for messages."""

_NEW = "new"
_ON, _OFF = b'{"lock": "on"}\n', b'{"lock": "off"}\n'


def convert(places: Places, turn: Turn, lock: bytes | None, moment: datetime) -> None:
    """Make of every file what `turn` says, and `lock` the lock of the library; None takes it away.

    Raises HeldElsewhere while a workbook is open, Locked while another does the same, LockProblem for what cannot be
    reached, CannotRead and CannotSave. After each of these all is as it was.
    """

    def prepare() -> bytes:
        _prepare(places, turn, lock, moment)
        return _OFF if lock is None else _ON

    _TURNING.carry_out(places.folder, moment, prepare)


def settle(folder: Path, moment: datetime) -> None:
    """Finish or undo what a stop left of turning a lock on or off. Raises Locked, CannotSave."""
    _TURNING.settle(folder, moment)


def _busy(folder: Path, who: str) -> Locked:
    return Locked(f"The lock on {folder} is being turned on or off in {who}. Please try again in a moment.")


def _unfinished(folder: Path, why: str) -> Locked:
    return Locked(
        f"The lock on {folder} could not be turned on or off to the end: {why}. "
        "Nothing is lost; the next start goes on with it."
    )


# ------------------------------------------------------------------------------------------------------ preparing


def _prepare(places: Places, turn: Turn, lock: bytes | None, moment: datetime) -> None:
    """Put everything that is to change beside it as it will be. Raises OSError, and what `convert` raises."""
    new = places.folder / keyring.CHANGE / _NEW
    make_folder(new)
    sync_folder(places.folder)
    keyring.refuse_while_restoring(places.folder)
    refuse_while_open(places, moment)  # only now: who opens one from here on finds the folder and does not
    found = dict(_files(places.folder))
    for parts, status in found.items():
        path = places.folder.joinpath(*parts)
        before = read_bytes(path)
        if before is None:
            raise _changed(path)
        after = turn(before, str(identity_of(parts)), path)
        if after != before:
            _put(new.joinpath(*parts), after, status)
    if lock is not None:
        _put(new / lock_file.NAME, lock, None)
    for inner, _, _ in os.walk(new.parent):
        sync_folder(Path(inner))
    now = dict(_files(places.folder))
    if _signatures(now) != _signatures(found):
        raise _changed(places.folder)


def _files(folder: Path) -> Iterator[tuple[tuple[str, ...], os.stat_result]]:
    """Yield every file that a lock is about, by its names below `folder`. Raises LockProblem, OSError."""
    for inner, folders, names in os.walk(folder, onerror=_fail):
        above = Path(inner).relative_to(folder).parts
        if not above:
            folders[:] = [each for each in folders if each != keyring.CHANGE]
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in (*folders, *sorted(names)):
            parts = (*above, name)
            path = folder.joinpath(*parts)
            if identity_of(parts) is None or (leftover_of(name) and name not in folders):
                continue
            status = path.lstat()
            if stat.S_ISLNK(status.st_mode):
                _refuse_link(path)
            elif stat.S_ISREG(status.st_mode):
                yield parts, status


def _fail(error: OSError) -> None:
    raise error


def _refuse_link(path: Path) -> None:
    """Raise LockProblem for a link to something; one to nothing has no words behind it."""
    if path.exists():
        raise LockProblem(f"{path} is a link to a place no lock here would reach. Put what it leads to in its place.")


def _signatures(found: dict[tuple[str, ...], os.stat_result]) -> dict[tuple[str, ...], Signature]:
    """Return what shows that files are still as they were found."""
    return {parts: signature_of(status) for parts, status in found.items()}


def _changed(path: Path) -> CannotRead:
    return CannotRead(f"Something else is changing files in {path} just now. Nothing was done; please try again.")


def _put(path: Path, data: bytes, status: os.stat_result | None) -> None:
    """Write a prepared file, as old as the one it will replace, and see that the disk has it. Raises OSError."""
    make_folder(path.parent)
    create_file(path, data, status)
    if read_bytes(path) != data:
        raise CannotRead(f"{path} came back from the disk other than it was written. Nothing was changed.")


# ------------------------------------------------------------------------------------------------------ finishing


def _finish(folder: Path) -> None:
    """Put prepared files in their places. Begins again wherever it was stopped. Raises OSError."""
    change = folder / keyring.CHANGE
    new = change / _NEW
    for inner, _, names in os.walk(new, onerror=_unless_gone):
        target = folder / Path(inner).relative_to(new)
        make_folder(target)
        for name in sorted(names):
            os.replace(Path(inner, name), target / name)  # noqa: PTH105 - the calls tests make fail are all of os
        sync_folder(target)
    _remove_unfinished(folder)
    if read_bytes(change / DECIDED) == _OFF:
        (folder / lock_file.NAME).unlink(missing_ok=True)
    sync_folder(folder)
    shutil.rmtree(change)  # whatever is left of it has nothing in it that counts
    sync_folder(folder)


def _remove_unfinished(folder: Path) -> None:
    """Remove what stopped saves left lying open. No save is going on now. Raises OSError."""
    for inner, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if each != keyring.CHANGE and not each.startswith(".")]
        for name in names:
            if leftover_of(name):
                Path(inner, name).unlink(missing_ok=True)


def _unless_gone(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


_TURNING = Deciding(keyring.CHANGE, _finish, _busy, _unfinished)
