"""The file that `backup` writes: a ZIP of the library's own files, with a list of them to check them by.

`manifest.json` says `format`, `version`, `created`, `program` (the version that wrote it), `locked`, and for each of
the `members` its `name`, `size` in bytes, `sha256`, and whether it was `readable` when it was put in: a damaged file
goes along as it is. The other members are files of the data folder just as they lie there, by their names below it:
`workbooks/`, `guides/`, `earlier/`, `trash/`, and `lock.json` where they are sealed with a passphrase. The list of
workbooks (`library.json`) is left out, since it is made anew from the others; so are settings, which are not kept in
the data folder.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import msgspec

from workbook.library.errors import DamagedFile, LibraryError
from workbook.library.identity import leftover_of
from workbook.library.moments import ID
from workbook.library.record import Moment
from workbook.ready import made_ready

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "recovery-workbook-backup"
VERSION = 1
MANIFEST = "manifest.json"
LOCK = "lock.json"
FOLDERS = ("workbooks", "guides", "earlier", "trash")
DEEPEST = 4
"""Names one below the other that a member may have."""

_NAME = re.compile(r"[^\x00-\x1f\x7f/\\:*?\"<>|]{1,200}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


class BackupProblem(LibraryError):  # noqa: N818 - named for what it says, like the others of its family
    """A backup that cannot be used, and why. Nothing was changed."""


class Member(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file in a backup."""

    name: str
    size: int
    sha256: str
    readable: bool = True


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a backup says of itself."""

    format: Literal["recovery-workbook-backup"] = "recovery-workbook-backup"
    version: Literal[1] = 1
    created: Moment
    program: str
    locked: bool
    members: tuple[Member, ...]

    @property
    def workbooks(self) -> int:
        """How many workbooks are in it, without those in the trash."""
        return sum(workbook_of(member.name) is not None for member in self.members)


made_ready(Member, Manifest)


def workbook_of(name: str) -> str | None:
    """Return the ID of the workbook that a member is; None where it is something else."""
    folder, _, file = name.partition("/")
    stem = file.removesuffix(".json")
    return stem if folder == "workbooks" and file != stem and ID.fullmatch(stem) else None


def is_member(name: str) -> bool:
    """Whether a name is one that a member may have: below a folder of the library, and nowhere else."""
    if name == LOCK:
        return True
    first, *rest = name.split("/")
    if first not in FOLDERS or not 1 <= len(rest) < DEEPEST:
        return False
    return all(_NAME.fullmatch(part) and part.strip(". ") and not part.startswith(".") for part in rest) and not (
        rest[-1].endswith(".lock") or leftover_of(rest[-1])
    )


def check_readable(name: str, data: bytes, path: Path) -> None:
    """Raise LibraryError where a member is not what its name says. What is sealed cannot be looked into."""
    from workbook.library import lock_file
    from workbook.library.coding import decode, decode_tables
    from workbook.library.sealing import is_sealed
    from workbook.library.tables import record_of

    stem = name.rpartition("/")[2].removesuffix(".json")
    if name == LOCK:
        lock_file.understand(data, path)
    elif is_sealed(data) or not name.endswith(".json"):
        return
    elif name.startswith("guides/") and _DIGEST.fullmatch(stem):
        from workbook.guide.codec import digest

        if digest(data) != stem:
            raise DamagedFile(path, "it is not the guide its name says")
    elif workbook_of(name):
        record_of(decode_tables(data, path), stem, path)
    else:
        decode(data, path)
