"""Writing a file that must not be there yet: whole or not at all, and never over another."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from workbook.library.files import FILE_MODE, replace_file, sync_folder, unfinished_beside

if TYPE_CHECKING:
    from pathlib import Path


def write_new(path: Path, data: bytes) -> None:
    """Put `data` at `path`, for this person alone.

    Raises FileExistsError where something is there already, and OSError where the disk refuses; then nothing of it
    stays behind.
    """
    if os.path.lexists(path):
        raise FileExistsError(path)
    unfinished = unfinished_beside(path)
    try:
        replace_file(unfinished, data)
        put_in_place(unfinished, path)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(unfinished)  # noqa: PTH108 - the calls tests make fail are all of os


def put_in_place(unfinished: Path, path: Path, *, force: bool = False) -> None:
    """Give a finished file its name; only with `force` may there be one of this name. Raises OSError."""
    if force:
        os.replace(unfinished, path)  # noqa: PTH105
    else:
        try:
            os.link(unfinished, path)
        except FileExistsError:
            raise
        except OSError:  # where the disk knows no second names
            _claim(unfinished, path)
    sync_folder(path.parent)


def _claim(unfinished: Path, path: Path) -> None:
    """Take a name that nothing has, then put the file there. Raises OSError, and leaves nothing then."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE))
    try:
        os.replace(unfinished, path)  # noqa: PTH105
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(path)  # noqa: PTH108
        raise
