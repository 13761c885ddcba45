"""Which libraries this process has the key of, and what stands between bytes and the disk because of it.

Every file of a library is read and written through `files`, which asks here: nothing else needs to know whether
there is a lock. A key lives here, in memory, until the process ends; it is written nowhere. What the memory of a
running process shows, to whoever may look into it or when it is swapped out, a lock cannot protect.
"""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.library import lock_file
from workbook.library.errors import DamagedFile, Locked
from workbook.library.identity import identity_of
from workbook.library.sealing import FAMILY, is_sealed
from workbook.library.signature import signature

if TYPE_CHECKING:
    from workbook.library.sealing import Seal
    from workbook.library.signature import Signature

CHANGE = "lock-change"
"""The folder in which a lock is prepared to be turned on or off. While it is there, nothing is written."""

RESTORING = ".restoring"
"""The folder in which a backup is prepared to be brought back. While it is there, nothing is written either."""


@dataclass
class _Known:
    """What this process knows of one library's lock."""

    seal: Seal | None
    signature: Signature


_known: dict[str, _Known] = {}
_mutex = threading.Lock()


def know(folder: Path) -> None:
    """Take note of a library's folder, so that a lock on it is minded from now on."""
    with _mutex:
        _known.setdefault(os.path.abspath(folder), _Known(None, None))  # noqa: PTH100 - resolves no links


def use(folder: Path, seal: Seal) -> None:
    """Open a locked library for this process."""
    with _mutex:
        _known[os.path.abspath(folder)] = _Known(seal, signature(folder / lock_file.NAME))  # noqa: PTH100


def forget(folder: Path) -> None:
    """Forget the key of a library. Python may leave copies of it in memory until the process ends."""
    with _mutex:
        _known[os.path.abspath(folder)] = _Known(None, None)  # noqa: PTH100


def seal_of(folder: Path) -> Seal | None:
    """Return the seal of a library, if this process has its key and its lock is still that one."""
    known = _known.get(os.path.abspath(folder))  # noqa: PTH100
    return known.seal if known and known.seal and _is_current(folder, known) else None


def check(folder: Path) -> None:
    """Raise Locked where a library has a lock whose key is not here, or where its lock is just being changed."""
    known = _known.get(os.path.abspath(folder)) or _Known(None, None)  # noqa: PTH100
    refuse_while_restoring(folder)
    refuse_while_changing(folder)
    if _is_current(folder, known):
        return
    if known.seal:
        raise Locked(f"The lock on {folder} was changed by another window. Please close this one and start again.")
    raise Locked(f"{folder} is locked with a passphrase.")


def refuse_while_restoring(folder: Path) -> None:
    """Raise Locked while a backup is brought back into a library."""
    if os.path.lexists(folder / RESTORING):
        raise Locked(f"A backup is just being brought back into {folder}. Please try again in a moment.")


def refuse_while_changing(folder: Path) -> None:
    """Raise Locked while the lock of a library is turned on or off."""
    if os.path.lexists(folder / CHANGE):
        raise Locked(f"The lock on {folder} is just being turned on or off. Please try again in a moment.")


def to_disk(path: Path, data: bytes) -> bytes:
    """Return the bytes to write at `path` for `data`. Raises Locked rather than let words out of a lock."""
    found = _library_of(path)
    if found is None:
        return data
    folder, known, parts = found
    identity = identity_of(parts)
    if identity is None:
        return data
    check(folder)
    return known.seal.close(data, identity) if known.seal else data


def from_disk(path: Path, data: bytes) -> bytes:
    """Return what the bytes found at `path` say. Raises Locked, and DamagedFile where they were tampered with."""
    found = None if lies_as_it_is(data) else _library_of(path)
    identity = identity_of(found[2]) if found else None
    if found is None or identity is None:
        return data
    folder, known, _ = found
    if known.seal is None:
        if is_sealed(data):
            check(folder)
            raise Locked(f"{path} is locked, and the lock it belongs to is not here ({folder / lock_file.NAME}).")
        return data
    try:
        return known.seal.open(data, identity, path)
    except DamagedFile:
        check(folder)  # no damage, but a lock that was changed meanwhile
        raise


def lies_as_it_is(data: bytes) -> bool:
    """Whether bytes found on the disk say what they say without any key: no seal is on them, and none is expected."""
    return not is_sealed(data) and not any(known.seal for known in _known.values())


def lies_open(path: Path) -> bool:
    """Whether a file is not sealed, though its library is: it came from outside. Raises OSError."""
    found = _library_of(path)
    if found is None or found[1].seal is None or identity_of(found[2]) is None:
        return False
    with path.open("rb") as file:
        return not is_sealed(file.read(len(FAMILY)))


def _library_of(path: Path) -> tuple[Path, _Known, list[str]] | None:
    """Return the library a path is in, what is known of its lock, and the names from its folder to the path."""
    if not _known:
        return None
    above, name = os.path.split(os.path.abspath(path))  # noqa: PTH100
    parts = [name]
    while name:
        known = _known.get(above)
        if known is not None:
            return Path(above), known, parts
        above, name = os.path.split(above)
        parts.insert(0, name)
    return None


def _is_current(folder: Path, known: _Known) -> bool:
    """Whether the lock on the disk is the one that is known, or there is none and none is known."""
    now = signature(folder / lock_file.NAME)
    if now == known.signature:
        return True
    if now is None or known.seal is None:
        return False
    found = lock_file.read(folder)
    if found is None or found.lock_id != known.seal.lock_id:
        return False
    known.signature = now  # the same lock with another passphrase
    return True
