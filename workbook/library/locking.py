"""The passphrase lock of a library: turning it on and off, changing the passphrase, and opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.library import keyring, lock_file
from workbook.library.errors import DamagedFile, Locked, LockProblem, cannot_save
from workbook.library.files import replace_file
from workbook.library.lock_file import Cost
from workbook.library.sealing import is_sealed

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.library.library import Library
    from workbook.library.lock_file import LockFile
    from workbook.library.sealing import Seal


def has_lock(folder: Path) -> bool:
    """Whether a library is locked with a passphrase, or was: also where the lock's file is damaged."""
    path = folder / lock_file.NAME
    return path.exists() or path.is_symlink()


def is_open(folder: Path) -> bool:
    """Whether a library can be read here: it has no lock, or this process has its key. Raises LockProblem."""
    return not has_lock(folder) or keyring.seal_of(folder) is not None


def check_lock(folder: Path) -> None:
    """Raise LockProblem where there is no lock that a passphrase could open, so that none is asked for in vain."""
    _lock(folder)
    lock_file.require_cipher()


def check_can_turn_on(folder: Path) -> None:
    """Raise LockProblem where there is a lock already, or no cipher to make one with."""
    if has_lock(folder):
        lock_file.read(folder)
        raise LockProblem(f"{folder} is locked already. `workbook lock --change` changes its passphrase.")
    lock_file.require_cipher()


def unlock(folder: Path, passphrase: str) -> None:
    """Open a locked library for this process. Takes a moment, by intent. Raises WrongPassphrase, LockProblem."""
    keyring.use(folder, _lock(folder).open(passphrase))


def turn_on(library: Library, passphrase: str, cost: Cost | None = None) -> None:
    """Seal everything in a library, all or nothing. Raises LockProblem, and what `conversion.convert` does."""
    from workbook.library.conversion import convert

    check_can_turn_on(library.folder)
    if not passphrase:
        raise LockProblem("A passphrase needs at least one character. Nothing was changed.")
    seal = lock_file.new_seal()

    def close(data: bytes, identity: str, _: Path) -> bytes:
        return data if is_sealed(data) else seal.close(data, identity)  # of another lock: as it is

    lock = lock_file.wrap(seal, passphrase, cost or Cost())
    convert(library.places, close, lock.to_bytes(), library.clock())
    keyring.use(library.folder, seal)


def turn_off(library: Library) -> tuple[Path, ...]:
    """Open everything in a library for good, all or nothing. It must be unlocked.

    What cannot be opened, because it was damaged or belongs to another lock, stays sealed, and is returned. Raises
    Locked and what `conversion.convert` does.
    """
    from workbook.library.conversion import convert

    seal = _seal(library.folder)
    stays: list[Path] = []

    def open_(data: bytes, identity: str, path: Path) -> bytes:
        try:
            return seal.open(data, identity, path)
        except DamagedFile:
            if is_sealed(data):
                stays.append(path)
            return data

    convert(library.places, open_, None, library.clock())
    keyring.forget(library.folder)
    return tuple(stays)


def change(folder: Path, before: str, after: str, cost: Cost | None = None) -> None:
    """Give a lock another passphrase, in one atomic write. Raises WrongPassphrase, LockProblem, Locked, CannotSave."""
    keyring.refuse_while_restoring(folder)  # which puts another lock in its place
    keyring.refuse_while_changing(folder)
    lock = _lock(folder)
    if not after:
        raise LockProblem("A passphrase needs at least one character. Nothing was changed.")
    seal = lock.open(before)
    try:
        replace_file(folder / lock_file.NAME, lock_file.wrap(seal, after, cost or Cost()).to_bytes())
    except OSError as error:
        raise cannot_save(error, folder) from error
    keyring.use(folder, seal)


def _lock(folder: Path) -> LockFile:
    """Return the lock of a library. Raises LockProblem, also where there is none."""
    lock = lock_file.read(folder)
    if lock is None:
        raise LockProblem(f"{folder} is not locked: it has no {lock_file.NAME}. `workbook lock` locks it.")
    return lock


def _seal(folder: Path) -> Seal:
    """Return the seal of an unlocked library. Raises Locked, LockProblem."""
    _lock(folder)
    seal = keyring.seal_of(folder)
    if seal is None:
        raise Locked(f"{folder} is locked with a passphrase.")
    return seal
