"""Who has a workbook open: one window writes, any other reads.

The operating system holds the lock and lets go of it when a process ends, however it ends, so that nothing
has to be found out about a lock left behind. The file says, for people, who has it and since when.
"""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Self

import msgspec

from workbook.flow.dates.saying import at
from workbook.library.files import FILE_MODE, make_folder
from workbook.ready import made_ready

if TYPE_CHECKING:
    from pathlib import Path

_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
"""What a disk says that knows no locks, as some shared folders do."""

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
"""A link in its place, which a synchronising program may bring, would have us write over what it leads to."""

_FAR = 1 << 30
"""Where Windows locks: far behind the text, which others may then still read."""


class Holder(msgspec.Struct, frozen=True):
    """Who has a workbook open."""

    pid: int
    host: str
    since: datetime

    @property
    def is_elsewhere(self) -> bool:
        """Whether that is another computer."""
        return self.host != socket.gethostname()

    @property
    def is_alive(self) -> bool:
        """Whether it may still be at work: what another computer does cannot be told from here."""
        if self.is_elsewhere or os.name == "nt":
            return True
        try:
            os.kill(self.pid, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return self.pid > 0

    def __str__(self) -> str:
        """Say it in a sentence's end: who, and since when."""
        here = f" on {self.host}" if self.is_elsewhere else ""
        return f"another window{here} (process {self.pid}), since {at(self.since)}"


made_ready(Holder)


class Lock:
    """A lock on one workbook, held until it is released or this process ends."""

    def __init__(self, path: Path, fd: int) -> None:
        self._path = path
        self._fd = fd

    @classmethod
    def take(cls, path: Path, since: datetime, *, take_over: bool = False) -> Self | None:
        """Take the lock at `path`, or return None if somebody has it. Raises OSError.

        What another computer locks in a folder they share, this one's system may not know. So a file that says
        another computer has it is believed, unless it is to be taken over.
        """
        make_folder(path.parent)
        while True:
            fd = os.open(path, _FLAGS, FILE_MODE)
            try:
                if not _lock_or_trust(path, fd) or (_is_said_elsewhere(path) and not take_over):
                    os.close(fd)
                    return None
                if _is_still(path, fd):
                    _say_who(fd, Holder(os.getpid(), socket.gethostname(), since))
                    return cls(path, fd)
            except BaseException:
                os.close(fd)
                raise
            os.close(fd)  # its owner removed it between our opening and locking it: begin again

    def release(self) -> None:
        """Remove the lock's file and let go. The second time does nothing."""
        if self._fd < 0:
            return
        fd, self._fd = self._fd, -1
        with contextlib.suppress(OSError):
            if os.name != "nt" and _is_still(self._path, fd):
                self._path.unlink()
        os.close(fd)
        if os.name == "nt":
            with contextlib.suppress(OSError):  # refused while somebody else has just taken it
                self._path.unlink()


def holder(path: Path) -> Holder | None:
    """Return who says to hold the lock at `path`, or None if it does not say."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Holder)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def _is_said_elsewhere(path: Path) -> bool:
    """Whether the file says that another computer has the lock."""
    there = holder(path)
    return there is not None and there.is_elsewhere


def _lock_or_trust(path: Path, fd: int) -> bool:
    """Lock the file, or return False if somebody has it; on a disk that knows no locks, go by what the file says."""
    try:
        return _lock(fd)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
    there = holder(path)
    return there is None or there.is_elsewhere or not there.is_alive


def _say_who(fd: int, who: Holder) -> None:
    """Write into the lock's file who has it. It is only for people: without room for it the lock holds."""
    with contextlib.suppress(OSError):
        if hasattr(os, "fchmod"):
            os.fchmod(fd, FILE_MODE)
        os.ftruncate(fd, 0)
        os.lseek(fd, 0, os.SEEK_SET)
        os.write(fd, msgspec.json.encode(who))


def _is_still(path: Path, fd: int) -> bool:
    """Whether the file we have locked is still the one others will find."""
    try:
        return os.path.samestat(os.fstat(fd), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(fd: int) -> bool:
        """Lock the file at once, or return False if somebody has it."""
        os.lseek(fd, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _lock(fd: int) -> bool:
        """Lock the file at once, or return False if somebody has it."""
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
