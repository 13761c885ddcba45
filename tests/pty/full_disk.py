"""A place to keep workbooks in that can be really full, and have room again."""

from __future__ import annotations

import os
import resource
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class SmallDisk:
    """A disk of a few hundred kilobytes, mounted on a folder, which takes an administrator."""

    def __init__(self, folder: Path) -> None:
        self._fill = folder / "fill"

    def is_full(self, pid: int) -> None:
        """Leave not a byte on it."""
        del pid
        with self._fill.open("wb", buffering=0) as file:
            for size in (4096, 1):
                try:
                    while True:
                        file.write(b"\0" * size)
                except OSError:
                    continue

    def has_room(self, pid: int) -> None:
        """Make room on it."""
        del pid
        self._fill.unlink()


class NoLargerFiles:
    """A process whose files may not grow, as for an account that has used up what it may have."""

    def is_full(self, pid: int) -> None:
        """Refuse every byte this process writes to a file."""
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))

    def has_room(self, pid: int) -> None:
        """Let it write again."""
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def small_disk(folder: Path) -> Iterator[SmallDisk | NoLargerFiles]:
    """Mount a small disk on `folder` where that is permitted; else make this account's files grow no more."""
    folder.mkdir(mode=0o700)
    mount = ["mount", "-t", "tmpfs", "-o", f"size=512k,mode=700,uid={os.getuid()}", "none", str(folder)]
    try:
        mounted = subprocess.run(mount, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        yield NoLargerFiles()
        return
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
