"""Writing everything that is kept to one file."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import stat
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

import msgspec

from workbook import __version__
from workbook.library.backup_format import FOLDERS, LOCK, MANIFEST, Manifest, Member, check_readable, is_member
from workbook.library.difference import count
from workbook.library.errors import CannotRead, CannotSave, Conflict, LibraryError, reason
from workbook.library.files import FILE_MODE, make_folder, read_bytes, unfinished_beside
from workbook.library.identity import leftover_of
from workbook.library.new_file import put_in_place

if TYPE_CHECKING:
    from datetime import datetime

    from workbook.library.library import Library
    from workbook.library.places import Places

Tell = Callable[[int], None]
"""Hears how many files are written."""

_TRIES = 5
"""How often to begin again when files come or go while they are read."""


def suggested_name(moment: datetime) -> str:
    """Return what to call a backup that is made at this moment."""
    return f"workbook-backup-{moment:%Y-%m-%d-%H%M}.zip"


@dataclass(frozen=True)
class BackedUp:
    """What is in a backup."""

    path: Path
    manifest: Manifest
    left_out: tuple[str, ...]
    """Files that are no part of a library, by their names below its folder."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What to say of it for people, after that it was written."""
        damaged = [member.name for member in self.manifest.members if not member.readable]
        said = [f"{each} cannot be read, and is in it as it is." for each in damaged]
        said += [f"{each} is no file of this program, and is not in it." for each in self.left_out]
        if self.manifest.locked:
            said.append("Everything in it is locked with the passphrase it has now.")
        else:
            said.append("Nothing in it is locked: whoever has the file can read it.")
        return tuple(said)

    def __str__(self) -> str:
        return f"{count(self.manifest.workbooks, 'workbook')}, {count(len(self.manifest.members), 'file')} in all"


class _Nowhere(io.RawIOBase):
    """A file that keeps nothing."""

    def writable(self) -> bool:
        """Say yes, so that something is written."""
        return True

    def write(self, data: object) -> int:
        """Count what would be written."""
        return memoryview(data).nbytes  # type: ignore[arg-type]


def back_up(
    library: Library, path: Path, *, force: bool = False, dry_run: bool = False, tell: Tell = lambda _: None
) -> BackedUp:
    """Write everything to a file at `path`, for this person alone, whole or not at all.

    A file that is there is only written over with `force`. Workbooks may be open: each is as it was last saved.
    With `dry_run` everything is read and nothing written. `tell` hears how many files are in it so far.
    Raises Conflict, CannotRead and CannotSave.
    """
    _check_target(path, force=force)
    moment = library.clock()
    if dry_run:
        manifest, left_out = write_zip(library.places, _Nowhere(), moment)
        return BackedUp(path, manifest, left_out)
    try:
        make_folder(path.parent)
        unfinished = unfinished_beside(path)
        try:
            manifest, left_out = write_file(library.places, unfinished, moment, tell)
            put_in_place(unfinished, path, force=force)
        finally:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(unfinished)  # noqa: PTH108 - the calls tests make fail are all of os
    except FileExistsError:
        raise _is_there(path) from None
    except OSError as error:
        raise CannotSave(f"{path} could not be written: {reason(error)}.") from error
    return BackedUp(path, manifest, left_out)


def write_file(
    places: Places, path: Path, moment: datetime, tell: Tell = lambda _: None
) -> tuple[Manifest, tuple[str, ...]]:
    """Write a backup to a file that is not there yet, and see that the disk has it. Raises OSError, CannotRead."""
    fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), FILE_MODE)
    with os.fdopen(fd, "w+b") as file:
        if hasattr(os, "fchmod"):
            os.fchmod(fd, FILE_MODE)
        written = write_zip(places, file, moment, tell)
        file.flush()
        os.fsync(fd)
    return written


def write_zip(
    places: Places, file: IO[bytes] | io.RawIOBase, moment: datetime, tell: Tell = lambda _: None
) -> tuple[Manifest, tuple[str, ...]]:
    """Write a backup into an open file; return what is in it and what was left out.

    A file that comes or goes meanwhile makes it begin again, so that no workbook on its way into the trash is
    missed. Raises OSError, CannotRead.
    """
    for _ in range(_TRIES):
        if file.seekable():
            file.seek(0)
            file.truncate()
        names, left_out = members(places)
        written = _write_members(places, names, file, moment, tell)
        if written is not None and members(places)[0] == names:
            return written, tuple(left_out)
    raise CannotRead(f"Files in {places.folder} come and go just now. Nothing was written; please try again.")


def _write_members(
    places: Places, names: list[str], file: IO[bytes] | io.RawIOBase, moment: datetime, tell: Tell
) -> Manifest | None:
    """Write these files and the list of them; return it, or None where one is no longer there."""
    listed = []
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            path = places.folder / name
            data = read_bytes(path)
            if data is None:
                return None
            archive.writestr(_info(name, moment), data)
            listed.append(Member(name, len(data), hashlib.sha256(data).hexdigest(), _is_readable(name, data, path)))
            tell(len(listed))
        manifest = Manifest(created=moment, program=__version__, locked=LOCK in names, members=tuple(listed))
        archive.writestr(_info(MANIFEST, moment), msgspec.json.format(msgspec.json.encode(manifest), indent=1))
    return manifest


def _info(name: str, moment: datetime) -> zipfile.ZipInfo:
    """Return how a member is put into the ZIP: for its owner alone when something else takes it out again."""
    info = zipfile.ZipInfo(name, (max(1980, moment.year), *moment.timetuple()[1:6]))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = (stat.S_IFREG | FILE_MODE) << 16
    return info


def _is_readable(name: str, data: bytes, path: Path) -> bool:
    try:
        check_readable(name, data, path)
    except LibraryError:
        return False
    return True


def members(places: Places) -> tuple[list[str], list[str]]:
    """Return the names of the files to back up, and of those that are none of ours. Raises OSError, CannotRead."""
    found: list[str] = []
    others: list[str] = []
    if (places.folder / LOCK).is_file():
        found.append(LOCK)
    for folder in FOLDERS:
        for inner, _, names in os.walk(places.folder / folder, onerror=_fail):
            for name in names:
                path = Path(inner, name)
                below = path.relative_to(places.folder).as_posix()
                if name.endswith(".lock") or leftover_of(name):
                    continue
                is_ours = is_member(below) and not path.is_symlink() and stat.S_ISREG(path.stat().st_mode)
                (found if is_ours else others).append(below)
    return sorted(found), sorted(others)


def _fail(error: OSError) -> None:
    """Tell what keeps a folder from being read, rather than leave it out. One that is missing has nothing in it."""
    if not isinstance(error, FileNotFoundError):
        raise CannotRead(f"{error.filename} cannot be read: {reason(error)}. Nothing was written.") from error


def _check_target(path: Path, *, force: bool) -> None:
    """Raise Conflict where something would be lost by writing here."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise Conflict(f"{path} is no ordinary file. Choose another name.")
    if path.exists() and not force:
        raise _is_there(path)


def _is_there(path: Path) -> Conflict:
    return Conflict(f"{path} is there already. Choose another name.")
