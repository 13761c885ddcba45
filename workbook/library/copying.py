"""Writing a copy for the person to a file of their choosing: piece by piece, and there only when it is whole."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from workbook.library.errors import CannotSave, Conflict
from workbook.library.files import FILE_MODE, unfinished_beside
from workbook.library.new_file import put_in_place

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def refuse_inside(library: Path, path: Path) -> None:
    """Raise Conflict for a place in the folder of the workbooks: what is there is kept, sealed and read as ours."""
    if path.resolve().is_relative_to(library.resolve()):
        raise Conflict(f"{path} is in the folder of the workbooks themselves. Choose another place.")


def check_place(path: Path, library: Path, *, over: bool = False) -> None:
    """Raise what `write_copy` would, before anything is worked out for it."""
    refuse_inside(library, path)
    if os.path.lexists(path) and not (over and path.is_file()):
        raise FileExistsError(path)


def check_folder(path: Path) -> None:
    """Raise CannotSave where a file could not be written for want of a folder to put it in."""
    if not path.parent.exists():
        raise CannotSave(f"There is no folder {path.parent}. Make it first, or choose another place.")


def write_copy(path: Path, pieces: Iterable[str], library: Path, *, over: bool = False) -> bool:
    """Write text to a new file, for this account alone; return whether there was any. With none there is no file.

    Whatever stops it, what stood at `path` stays and nothing unfinished is left behind. A file that is there is written
    over only if asked for with `over`. Raises FileExistsError, OSError, CannotSave where there is no such folder,
    and Conflict for a place inside `library`.
    """
    check_place(path, library, over=over)
    check_folder(path)
    path = path.resolve() if over else path
    unfinished = unfinished_beside(path)
    fd = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), FILE_MODE)
    try:
        with os.fdopen(fd, "wb") as file:
            length = sum(file.write(piece.encode("utf-8", "replace")) for piece in pieces)
            file.flush()
            os.fsync(fd)
        if length:
            put_in_place(unfinished, path, force=over)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(unfinished)  # noqa: PTH108 - the calls tests make fail are all of os
    return bool(length)
