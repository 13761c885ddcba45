"""Where each thing lives in a library's folder, and which files in it are workbooks."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from workbook.library.conflicts import conflict_copy
from workbook.library.errors import NoSuchWorkbook
from workbook.library.files import FILE_MODE, close_to_others, free_name, make_folder, remove_leftovers, too_open
from workbook.library.identity import leftover_of
from workbook.library.moments import ID

_AS_WRITTEN = stat.S_IFREG | FILE_MODE
"""Mode of a file just as it is written here."""


class Places:
    """The folders and files of one library."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.catalogue = folder / "library.json"
        self.workbooks = folder / "workbooks"
        self.guides = folder / "guides"
        self.earlier = folder / "earlier"
        self.trash = folder / "trash"
        self.before_restore = folder / "before-restore"

    def workbook(self, workbook_id: str) -> Path:
        """Return the file of a workbook."""
        return self.workbooks / f"{workbook_id}.json"

    def existing(self, workbook_id: str) -> Path:
        """Return the file of a workbook that must be there, in whatever state. Raises NoSuchWorkbook."""
        path = self.workbook(workbook_id)
        if not ID.fullmatch(workbook_id) or not (path.exists() or path.is_symlink()):
            raise NoSuchWorkbook(workbook_id)
        return path

    def lock(self, workbook_id: str) -> Path:
        """Return the file that says who has a workbook open."""
        return self.workbooks / f"{workbook_id}.lock"

    def asides(self, workbook_id: str) -> list[Path]:
        """Return the files of a workbook beside its own: set aside, or versions that came from other computers."""
        return beside(self.workbooks, workbook_id)

    def aside(self, workbook_id: str, why: str, moment_text: str) -> Path:
        """Return a free name beside a workbook for a version of it that is set aside."""
        return free_name(self.workbooks / f"{workbook_id}.json.{why}-{moment_text}", "-")

    def prepare(self) -> tuple[str, ...]:
        """Make the folders where they can be made, close them to others, and return what to tell of it.

        Raises nothing: a folder that can only be read is still read.
        """
        warnings = []
        for folder in (self.folder, self.workbooks, self.guides, self.earlier, self.trash):
            try:
                make_folder(folder)
            except OSError:
                break  # told as soon as something is to be written there
            if close_to_others(folder):
                warnings.append(f"Others on this computer could open {folder}. It is yours alone now.")
        if close_to_others(self.catalogue):
            warnings.append(f"Others on this computer could read {self.catalogue}. It is yours alone now.")
        for folder in (self.folder, self.guides):
            remove_leftovers(folder)
        return tuple(warnings)


def beside(folder: Path, workbook_id: str) -> list[Path]:
    """Return the files of a workbook in a folder, other than its own and its lock."""
    return sorted(
        path
        for path in folder.glob(f"{workbook_id}*")
        if path.name.startswith(f"{workbook_id}.json.") or conflict_copy(path)
    )


@dataclass
class Listing:
    """What is in the folder of workbooks."""

    files: dict[str, os.stat_result | None] = field(default_factory=dict)
    """Workbooks by ID; None for one that is no file: a folder, or a link to nothing."""
    strangers: list[str] = field(default_factory=list)
    """Names of JSON files that are no workbooks by name, such as copies a synchronising program makes."""
    opened: int = 0
    """How many files others could have read until now."""


def listing(places: Places) -> Listing:
    """Look through the folder of workbooks; close what others could read, remove what stopped saves left.

    Raises OSError where the folder cannot be read; one that is missing has nothing in it.
    """
    found = Listing()
    stale = False
    is_id = ID.fullmatch
    try:
        items = os.scandir(places.workbooks)
    except FileNotFoundError:
        return found
    with items:
        for item in items:
            name = item.name
            if name[-5:] == ".json" and is_id(name[:-5]):
                _note_file(item, found)
            elif name[-5:] == ".json" and name[0] != ".":
                found.strangers.append(name)
            elif leftover_of(name):
                stale = True
    if stale:
        remove_leftovers(places.workbooks)
    return found


def _note_file(item: os.DirEntry[str], found: Listing) -> None:
    """Note the file of one workbook."""
    workbook_id = item.name[:-5]
    try:
        status = item.stat()
    except OSError:
        found.files[workbook_id] = None
        return
    if status.st_mode == _AS_WRITTEN:  # nearly always, and there may be ten thousand
        found.files[workbook_id] = status
        return
    found.files[workbook_id] = status if stat.S_ISREG(status.st_mode) else None
    if found.files[workbook_id] and too_open(status) and close_to_others(Path(item.path)):
        found.opened += 1
