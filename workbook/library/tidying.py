"""Conflict copies of what can be made anew, or is here already: they go, since they hold nothing of their own."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from workbook.library.catalogue import Catalogue
from workbook.library.conflicts import conflict_copy
from workbook.library.errors import DamagedFile, LibraryError
from workbook.library.files import read_bytes, read_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from workbook.library.conflicts import ConflictCopy
    from workbook.library.places import Places


def tidy(places: Places) -> tuple[str, ...]:
    """Remove copies of the catalogue, and of guides that are here whole; return what to tell of the others.

    A copy of a guide that is missing or damaged here takes its place, if it is that guide. Raises nothing.
    """
    with contextlib.suppress(OSError, LibraryError):  # what cannot be looked at or removed now stays for another time
        for copy in _copies(places.folder):
            if copy.name == "library" and _is_catalogue(copy.path):
                copy.path.unlink()
        unsettled = [copy for copy in _copies(places.guides) if not _settle_guide(places, copy)]
        return tuple(f"{copy.path} is no guide that is known here. It was left as it is." for copy in unsettled)
    return ()


def _copies(folder: Path) -> Iterator[ConflictCopy]:
    """Yield the conflict copies in a folder."""
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            copy = conflict_copy(path)
            if copy and path.is_file():
                yield copy


def _is_catalogue(path: Path) -> bool:
    """Whether this is a list of workbooks, of any version; a sealed one under this name can be nothing else."""
    from workbook.library.sealing import is_sealed

    if is_sealed(read_bytes(path) or b""):
        return True
    try:
        Catalogue(path).rows()
    except DamagedFile:
        return False
    return True


def _settle_guide(places: Places, copy: ConflictCopy) -> bool:
    """Remove a copy of a guide or put it in the guide's place; return whether that could be done."""
    from workbook.guide.codec import digest

    data = read_file(copy.path)
    if data is None or digest(data) != copy.name:
        return False
    original = places.guides / f"{copy.name}.json"
    try:
        is_here = read_file(original) == data
    except DamagedFile:
        is_here = False
    if is_here:
        copy.path.unlink()
    elif original.is_dir() or original.is_symlink():
        return False
    else:
        copy.path.replace(original)
    return True
