"""Reading a backup, trusting nothing in it: all of it is checked before any of it is used."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

import msgspec

from workbook.flow.dates.saying import at
from workbook.library.backup_format import FORMAT, MANIFEST, VERSION, BackupProblem, Manifest, Member, is_member
from workbook.library.backup_format import check_readable as check_readable_member
from workbook.library.errors import CannotRead, LibraryError, NewerFormat, reason
from workbook.library.files import read_file
from workbook.library.sealing import FAMILY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_MEMBERS = 1_000_000
LARGEST = 256 << 20
"""Bytes that one file in a backup may have. A workbook has far below one million."""
MOST_BYTES = 16 << 30
"""Bytes that all of it may have when it is unpacked."""


@dataclass(frozen=True)
class Backup:
    """A backup that was found to be whole."""

    path: Path
    manifest: Manifest

    @property
    def when(self) -> str:
        """Say when it was made."""
        return at(self.manifest.created)


def examine(path: Path) -> Backup:
    """Check a whole backup: its names, sizes and checksums, and that each file can be read as what it is.

    Raises BackupProblem, CannotRead.
    """
    manifest: Manifest | None = None
    with _opened(path) as archive:
        manifest = _manifest(archive, path)
        for member, data in _contents(archive, manifest, path):
            if member.readable:
                _check(member, data, path)
    return Backup(path, manifest)


def contents(backup: Backup) -> Iterator[tuple[Member, bytes]]:
    """Yield the files of a backup, each checked again as it is read. Raises BackupProblem, CannotRead."""
    with _opened(backup.path) as archive:
        if _manifest(archive, backup.path) != backup.manifest:
            raise _problem(backup.path, "it was changed while it was read")
        yield from _contents(archive, backup.manifest, backup.path)


def is_sealed_file(path: Path) -> bool:
    """Whether a file lay in a data folder when that was locked, and needs the key of that. Raises nothing."""
    try:
        with path.open("rb") as file:
            return file.read(len(FAMILY)) == FAMILY
    except OSError:
        return False  # told by whoever reads it


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open the ZIP, saying in plain words what is wrong with it."""
    try:
        with _source(path) as source, zipfile.ZipFile(source) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError, ValueError):
        raise _problem(path, "it is no ZIP file, or not a whole one") from None
    except FileNotFoundError:
        raise _problem(path, "there is no such file") from None
    except IsADirectoryError:
        raise _problem(path, "it is a folder") from None
    except OSError as error:
        if error.errno == errno.EINVAL:  # a changed place inside the ZIP lies before its beginning
            raise _problem(path, "it is no ZIP file, or not a whole one") from None
        raise CannotRead(f"{path} cannot be read: {reason(error)}. Nothing was changed.") from error


def _source(path: Path) -> IO[bytes]:
    """Open the file; one that lay in the data folder when that was locked is unsealed."""
    file = path.open("rb")
    if file.read(len(FAMILY)) != FAMILY:
        file.seek(0)
        return file
    file.close()
    return io.BytesIO(read_file(path) or b"")


def _manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    """Return the list of what is in a backup, checked against what is really in it. Raises BackupProblem."""
    infos = archive.infolist()
    names = [info.filename for info in infos]
    if len(infos) > MOST_MEMBERS:
        raise _problem(path, "it has more files than any backup")
    if MANIFEST not in names:
        raise _problem(path, f"it is a ZIP file, but has no {MANIFEST}")
    info = archive.getinfo(MANIFEST)
    found = _read(archive, info, min(info.file_size, LARGEST), path)
    manifest = _understood(found, path)
    listed = [member.name for member in manifest.members]
    folded = {name.casefold() for name in names}
    if len(folded) != len(names) or sorted([*listed, MANIFEST]) != sorted(names):
        raise _problem(path, f"what is in it is not what its {MANIFEST} says")
    wrong = next((name for name in listed if not is_member(name)), None)
    if wrong is not None:
        raise _problem(path, f"it has a file that belongs to no backup, {wrong[:80]!r}")
    if sum(member.size for member in manifest.members) > MOST_BYTES:
        raise _problem(path, "it is larger than any backup")
    return manifest


def _understood(data: bytes, path: Path) -> Manifest:
    """Return what a manifest says. Raises BackupProblem."""
    try:
        plain = msgspec.json.decode(data)
        version = plain.get("version") if isinstance(plain, dict) and plain.get("format") == FORMAT else None
        if type(version) is int and version > VERSION:
            raise _problem(path, f"a newer version of this program wrote it (format {version}). Please update first")
        return msgspec.convert(plain, Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise _problem(path, f"its {MANIFEST} is not one of ours") from None


def _contents(archive: zipfile.ZipFile, manifest: Manifest, path: Path) -> Iterator[tuple[Member, bytes]]:
    """Yield each file with its bytes, checked against the manifest. Raises BackupProblem."""
    for member in manifest.members:
        info = archive.getinfo(member.name)
        if not 0 <= member.size <= LARGEST:
            raise _problem(path, f"{member.name} in it is larger than any file of this program")
        data = _read(archive, info, member.size, path)
        if hashlib.sha256(data).hexdigest() != member.sha256:
            raise _problem(path, f"{member.name} in it is not what it was when it was put in")
        yield member, data


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, size: int, path: Path) -> bytes:
    """Return a file of exactly this size, reading no byte more than that. Raises BackupProblem."""
    if info.flag_bits & 1 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _problem(path, f"{info.filename[:80]} in it is packed in another way than backups are")
    if info.file_size != size:
        raise _problem(path, f"{info.filename[:80]} in it is not as large as it should be")
    with archive.open(info) as file:
        data = file.read(size)
        if len(data) != size or file.read(1):
            raise _problem(path, f"{info.filename[:80]} in it is not as large as it should be")
    return data


def _check(member: Member, data: bytes, path: Path) -> None:
    """Raise BackupProblem where a file cannot be read as what its name says."""
    try:
        check_readable_member(member.name, data, path / member.name)
    except NewerFormat:
        raise _problem(
            path, f"{member.name} in it was written by a newer version of this program. Please update first"
        ) from None
    except LibraryError:
        raise _problem(path, f"{member.name} in it cannot be read") from None


def _problem(path: Path, what: str) -> BackupProblem:
    return BackupProblem(f"{path} cannot be restored: {what}. Nothing was changed.")
