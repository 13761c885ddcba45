"""Writing files so that a stop at any moment leaves either the old one or the new one, whole and private."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import time
from pathlib import Path

from workbook.library import keyring
from workbook.library.errors import CannotRead, DamagedFile, cannot_save, reason
from workbook.library.identity import leftover_of

DIRECTORY_MODE = 0o700
FILE_MODE = 0o600
LEFTOVER_AGE = 300.0
"""Seconds after which an unfinished file cannot belong to a save that is still going on."""


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path`, sealed where that is in a locked library, as `replace_file` does.

    Raises OSError, and Locked where it would lie open in a locked library.
    """
    replace_file(path, keyring.to_disk(path, data))


def replace_file(path: Path, data: bytes) -> None:
    """Put these very bytes at `path`: in a new file beside it, brought to the disk, then renamed over the old one.

    Whatever fails, the old file stays as it was. Raises OSError.
    """
    unfinished = unfinished_beside(path)
    try:
        create_file(unfinished, data)
        os.replace(unfinished, path)  # noqa: PTH105 - the calls tests make fail are all of os
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(unfinished)  # noqa: PTH108
        raise
    sync_folder(path.parent)


def create_file(path: Path, data: bytes, as_old_as: os.stat_result | None = None) -> None:
    """Make a file that is not there yet of these very bytes, for this person alone, and bring it to the disk.

    Raises OSError, after which part of it may be there.
    """
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), FILE_MODE)
    try:
        _make_private(fd)
        _write_all(fd, data)
        if as_old_as:
            os.utime(path, ns=(as_old_as.st_atime_ns, as_old_as.st_mtime_ns))
        os.fsync(fd)
    finally:
        os.close(fd)


def free_name(path: Path, joint: str) -> Path:
    """Return `path`, or where something is there already, the first name that is free: it, `joint` and a number."""
    number, free = 2, path
    while os.path.lexists(free):
        number, free = number + 1, path.with_name(f"{path.name}{joint}{number}")
    return free


def unfinished_beside(path: Path) -> Path:
    """Return a name for a file that is to become `path`. It says nothing but which file that is."""
    import secrets  # brings hashing along, which reading does without

    return path.with_name(f".{path.name}.{secrets.token_hex(6)}.part")


def set_aside(path: Path, aside: Path) -> None:
    """Give the file at `path` a second name, so that no moment is without it; move a folder or a link.

    One that lies open in a locked library is kept sealed. Raises OSError, Locked.
    """
    if path.is_dir() or path.is_symlink():
        path.rename(aside)
    elif keyring.lies_open(path):
        write_atomically(aside, path.read_bytes())
    else:
        try:
            os.link(path, aside)
        except OSError:
            shutil.copy2(path, aside)  # where the disk knows no second names
    sync_folder(aside.parent)


def _write_all(fd: int, data: bytes) -> None:
    """Write every byte, however many the system takes at a time."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def _make_private(fd: int) -> None:
    """Set the file's mode whatever the umask took from it or let through."""
    if hasattr(os, "fchmod"):
        os.fchmod(fd, FILE_MODE)


def sync_folder(folder: Path) -> None:
    """Bring a rename or removal in `folder` to the disk, on systems that can."""
    if os.name == "nt":
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def read_file(path: Path) -> bytes | None:
    """Return what was written at `path`, unsealed, or None where there is nothing.

    Raises DamagedFile for something that is no file or was tampered with, CannotRead where the disk refuses, and
    Locked where the key is not at hand.
    """
    data = read_bytes(path)
    return None if data is None else keyring.from_disk(path, data)


def read_one_of_many(folder: Path, name: str) -> bytes | None:
    """Return what `read_file` does for the file of this name; quicker, for whoever reads thousands."""
    try:
        data = _whole(f"{folder}{os.sep}{name}")
    except OSError:
        return read_file(folder / name)  # which says what is wrong
    return data if keyring.lies_as_it_is(data) else keyring.from_disk(folder / name, data)


def read_bytes(path: Path) -> bytes | None:
    """Return the very bytes at `path`, or None where there is nothing. Raises DamagedFile, CannotRead."""
    try:
        return _whole(path)
    except FileNotFoundError:
        if path.is_symlink():
            raise DamagedFile(path, "it is a link to a file that is not there") from None
        return None
    except IsADirectoryError:
        raise DamagedFile(path, "it is a folder") from None
    except OSError as error:
        raise CannotRead(f"{path} cannot be read: {reason(error)}.") from error


def _whole(path: Path | str) -> bytes:
    """Return what is in a file, with little around it: thousands are read one after the other. Raises OSError."""
    fd = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
    try:
        size = os.fstat(fd).st_size
        data = os.read(fd, size + 1)
        if len(data) == size:
            return data
        pieces = [data]
        while data:
            data = os.read(fd, 1 << 20)
            pieces.append(data)
        return b"".join(pieces)
    finally:
        os.close(fd)


def save_file(path: Path, data: bytes) -> None:
    """Write as `write_atomically`, making the folder if needed; raise CannotSave with plain words."""
    try:
        make_folder(path.parent)
        write_atomically(path, data)
    except OSError as error:
        raise cannot_save(error, path.parent) from error


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it, for this person alone. One that exists is left as it is."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(DIRECTORY_MODE)
        folder.chmod(DIRECTORY_MODE)


def too_open(status: os.stat_result) -> bool:
    """Whether something of this person's can be read or written by others on this computer."""
    return os.name != "nt" and bool(status.st_mode & 0o077) and status.st_uid == os.getuid()


def close_to_others(path: Path) -> bool:
    """Take others' rights from `path` if it has any and is ours; return whether there were some."""
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode) or not too_open(status):
            return False
        path.chmod(DIRECTORY_MODE if stat.S_ISDIR(status.st_mode) else FILE_MODE)
    except OSError:
        return False  # a folder that cannot be changed is told when something is to be written there
    return True


def remove_leftovers(folder: Path, of: str = "") -> None:
    """Remove what stopped saves left unfinished in `folder`.

    With `of`, those of that one file whatever their age: for a file that is locked by us, so that nobody else
    can be writing it. Otherwise those old enough that no save can still be at them.
    """
    with contextlib.suppress(OSError), os.scandir(folder) as listing:
        for item in listing:
            meant_for = leftover_of(item.name)
            if meant_for is not None and (meant_for == of if of else _is_old(item)):
                with contextlib.suppress(OSError):
                    Path(item.path).unlink()


def _is_old(item: os.DirEntry[str]) -> bool:
    """Whether an unfinished file has been left alone for a while."""
    return time.time() - item.stat(follow_symlinks=False).st_mtime > LEFTOVER_AGE
