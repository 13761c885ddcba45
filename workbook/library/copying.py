"""Writing a copy for the person to a file of their choosing: piece by piece, and there only when it is whole."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from workbook.library.errors import Conflict
from workbook.library.files import FILE_MODE, sync_folder, unfinished_beside

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def check_place(path: Path, library: Path, *, over: bool = False) -> None:
    """Raise what `write_copy` would, before anything is worked out for it."""
    if path.resolve().is_relative_to(library.resolve()):
        raise Conflict(f"{path} is in the folder of the workbooks themselves. Choose another place for a copy.")
    if os.path.lexists(path) and not (over and path.is_file()):
        raise FileExistsError(path)


def write_copy(path: Path, pieces: Iterable[str], library: Path, *, over: bool = False) -> bool:
    """Write text to a new file, for this account alone; return whether there was any. With none there is no file.

    Whatever stops it, what stood at `path` stays and nothing unfinished is left behind. A file that is there is written
    over only if asked for with `over`. Raises FileExistsError, OSError, and Conflict for a place inside `library`.
    """
    check_place(path, library, over=over)
    path = path.resolve() if over else path
    unfinished = unfinished_beside(path)
    fd = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), FILE_MODE)
    try:
        with os.fdopen(fd, "wb") as file:
            length = sum(file.write(piece.encode("utf-8", "replace")) for piece in pieces)
            file.flush()
            os.fsync(fd)
        if length and over:
            os.replace(unfinished, path)  # noqa: PTH105 - the calls tests make fail are all of os
        elif length:
            _claim(unfinished, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(unfinished)  # noqa: PTH108
    sync_folder(path.parent)
    return bool(length)


def _claim(unfinished: Path, path: Path) -> None:
    """Give the finished file its name, which nothing may have by now. Raises FileExistsError, OSError."""
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise
    except OSError:  # where the disk knows no second names
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE))
        os.replace(unfinished, path)  # noqa: PTH105
