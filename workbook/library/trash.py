"""Deleted workbooks, kept until the trash is emptied."""

from __future__ import annotations

import contextlib
import shutil
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from workbook.library import old_lists
from workbook.library.errors import IN_TRASH, Conflict, DamagedFile, NoSuchWorkbook
from workbook.library.files import free_name, make_folder, read_file, remove_leftovers, sync_folder, write_atomically
from workbook.library.moments import ID
from workbook.library.places import beside
from workbook.library.record import Moment
from workbook.ready import made_ready

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.library.places import Places

_FILE = "workbook.json"
_ABOUT = "deleted.json"
_EARLIER = "earlier"


class Trashed(msgspec.Struct, frozen=True):
    """A deleted workbook."""

    id: str
    title: str
    deleted: Moment


made_ready(Trashed)


class Trash:
    """The folder of deleted workbooks: each in a folder of its own, with its earlier copies.

    The rename of the workbook's file is what deletes and what restores; whatever a stop leaves undone beside
    that is made good by the next step that meets it.
    """

    def __init__(self, places: Places) -> None:
        self._places = places

    def put(self, trashed: Trashed) -> None:
        """Move a workbook here, which the caller has locked. Raises OSError."""
        folder = free_name(self._places.trash / trashed.id, ".")
        make_folder(folder)
        write_atomically(folder / _ABOUT, msgspec.json.encode(trashed))
        workbook = self._places.workbook(trashed.id)
        asides = self._places.asides(trashed.id)
        workbook.rename(folder / _FILE)
        sync_folder(folder)
        sync_folder(workbook.parent)
        remove_leftovers(workbook.parent, of=workbook.name)
        for aside in asides:
            aside.rename(folder / aside.name)
        with contextlib.suppress(FileNotFoundError):
            (self._places.earlier / trashed.id).rename(folder / _EARLIER)

    def all(self) -> list[Trashed]:
        """Return the deleted workbooks, the last deleted first. One deleted twice is there twice."""
        return [trashed for trashed, _ in self._folders()]

    def restore(self, workbook_id: str) -> None:
        """Move the last deleted workbook of this ID back; the caller has it locked. Raises OSError.

        Raises NoSuchWorkbook where it is not here, and Conflict where there is one of this ID again.
        """
        folder = next((folder for trashed, folder in self._folders() if trashed.id == workbook_id), None)
        if folder is None:
            raise NoSuchWorkbook(workbook_id, IN_TRASH)
        workbook = self._places.workbook(workbook_id)
        if workbook.exists() or workbook.is_symlink():
            raise Conflict(f"There is a workbook {workbook_id} again. It was left, and so was the one in the trash.")
        self._restore_earlier(folder / _EARLIER, self._places.earlier / workbook_id)
        for aside in beside(folder, workbook_id):
            if not (workbook.parent / aside.name).exists():
                aside.rename(workbook.parent / aside.name)
        make_folder(workbook.parent)
        (folder / _FILE).rename(workbook)
        sync_folder(workbook.parent)
        shutil.rmtree(folder)
        sync_folder(self._places.trash)

    def _restore_earlier(self, kept: Path, earlier: Path) -> None:
        """Move earlier copies back, beside any that a synchronising program brought meanwhile. Raises OSError."""
        if not kept.is_dir():
            return
        make_folder(earlier)
        for copy in kept.iterdir():
            if not (earlier / copy.name).exists():
                copy.rename(earlier / copy.name)
        sync_folder(earlier)

    def empty(self) -> int:
        """Remove everything here for good, earlier copies too; return how many workbooks. Raises OSError."""
        count = 0
        old_lists.remove(self._places.catalogue)
        for folder in self._all_folders():
            count += (folder / _FILE).exists()
            self._remove(folder)
        if self._places.trash.is_dir():
            sync_folder(self._places.trash)
        return count

    def remove(self, chosen: Trashed) -> None:
        """Remove one deleted workbook for good, with its earlier copies. Raises NoSuchWorkbook, OSError."""
        folder = next((folder for trashed, folder in self._folders() if trashed == chosen), None)
        if folder is None:
            raise NoSuchWorkbook(chosen.id, IN_TRASH)
        old_lists.remove(self._places.catalogue)
        self._remove(folder)
        sync_folder(self._places.trash)

    def _remove(self, folder: Path) -> None:
        workbook_id = folder.name.partition(".")[0]
        shutil.rmtree(folder)
        if not self._places.workbook(workbook_id).exists():  # a stop while deleting left these behind
            for path in (self._places.earlier / workbook_id, *self._places.asides(workbook_id)):
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)

    def _all_folders(self) -> list[Path]:
        """Return everything in the trash that has the name of a workbook."""
        if not self._places.trash.is_dir():
            return []
        return [path for path in self._places.trash.iterdir() if ID.fullmatch(path.name.partition(".")[0])]

    def _folders(self) -> list[tuple[Trashed, Path]]:
        """Return the deleted workbooks with where they are, the last deleted first."""
        found = [(_about(folder), folder) for folder in self._all_folders() if (folder / _FILE).exists()]
        return sorted(found, key=lambda each: (each[0].deleted, each[0].id, each[1].name), reverse=True)


def _about(folder: Path) -> Trashed:
    """Return what is known of a deleted workbook, going by its folder where its note cannot be read."""
    workbook_id = folder.name.partition(".")[0]
    with contextlib.suppress(msgspec.DecodeError, UnicodeDecodeError, RecursionError, DamagedFile):
        data = read_file(folder / _ABOUT)
        if data is not None:
            return msgspec.structs.replace(msgspec.json.decode(data, type=Trashed), id=workbook_id)
    deleted = datetime.fromtimestamp(folder.stat().st_mtime).astimezone()
    return Trashed(workbook_id, f"Workbook {workbook_id}", deleted)
