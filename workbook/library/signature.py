"""What shows, without reading it, that a file is still the one that was seen before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os
    from pathlib import Path

Signature = tuple[int, int, int] | None
"""None where there is no file."""


def signature(path: Path) -> Signature:
    """Return the signature of the file at `path`."""
    try:
        return signature_of(path.stat())
    except (FileNotFoundError, NotADirectoryError):
        return None


def signature_of(status: os.stat_result) -> tuple[int, int, int]:
    """Return the signature of the file that `status` is of."""
    return status.st_mtime_ns, status.st_size, status.st_ino
