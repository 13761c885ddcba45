"""Copies that synchronising programs make when two computers changed one file: known by how each names them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_ORIGINAL = r"(?P<name>[0-9]{8}-[0-9a-f]{6}|[0-9a-f]{64}|library)"
_ENDING = r"\.json"

_PROGRAMS = tuple(
    (program, re.compile(_ORIGINAL + mark + _ENDING))
    for program, mark in (
        ("not locked", r" \(not locked [0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{6}\)"),  # see `came_open`
        ("Syncthing", r"\.sync-conflict-[0-9]{8}-[0-9]{6}(-[0-9A-Z]+)?"),
        ("Nextcloud", r" \(conflicted copy [0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{6}\)"),
        ("ownCloud", r"_conflict-[0-9]{8}-[0-9]{6}"),
        ("Seafile", r" \(SFConflict [^/]*\)"),
        # Dropbox says it in the person's language; the day is always there. So do some others.
        ("Dropbox", r" \([^/]*[0-9]{4}-[0-9]{2}-[0-9]{2}[^/]*\)"),
        ("Google Drive", r" \([0-9]{1,4}\)"),
        ("iCloud", r" [0-9]{1,4}"),
        ("OneDrive", r"-[0-9A-Za-z][0-9A-Za-z_-]*"),  # the name of the computer, which may be nearly anything
    )
)


@dataclass(frozen=True)
class ConflictCopy:
    """A version of a file that another computer has, or had."""

    path: Path
    name: str
    """Of what: the ID of a workbook, the digest of a guide, or `library`."""
    program: str
    """Which program names its copies so."""

    def __str__(self) -> str:
        return f"{self.path.name} ({self.program})"


def conflict_copy(path: Path) -> ConflictCopy | None:
    """Return what `path` is a conflict copy of, going by its name alone; None if it is none."""
    for program, pattern in _PROGRAMS:
        match = pattern.fullmatch(path.name)
        if match:
            return ConflictCopy(path, match["name"], program)
    return None
