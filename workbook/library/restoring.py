"""Bringing back a backup in the place of everything that is here, as `deciding` lays down.

All of the backup is unpacked in `.restoring/new`, with the present state as a backup beside it. Once that is decided,
each folder of the library is renamed away and the new one into its place.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from workbook.library import keyring
from workbook.library.alone import refuse_while_open
from workbook.library.backup import write_file
from workbook.library.backup_format import FOLDERS, LOCK
from workbook.library.backup_reading import contents, examine
from workbook.library.before_restore import NAMED
from workbook.library.deciding import DECIDED, Deciding
from workbook.library.difference import count
from workbook.library.errors import CannotRead, HeldElsewhere
from workbook.library.files import free_name, make_folder, replace_file, sync_folder
from workbook.library.keyring import RESTORING
from workbook.library.places import Places
from workbook.ready import made_ready

if TYPE_CHECKING:
    from datetime import datetime

    from workbook.library.backup_reading import Backup
    from workbook.library.library import Library

_CATALOGUE = "library.json"
_BEFORE_FILE = "before.zip"
_LEFT_OPEN = (
    "The first start with that passphrase locks it with the rest; `workbook trash --before-restore` removes it."
)
_TOPS = (*FOLDERS, LOCK, _CATALOGUE)


class _Decision(msgspec.Struct, frozen=True):
    """What is left to do once it is decided."""

    before: str
    """The name of the backup of what was here."""
    new: tuple[str, ...]
    """The folders and files that were unpacked."""
    others: tuple[str, ...]
    """Files among what was here that are none of ours, and so in no backup."""


made_ready(_Decision)


@dataclass(frozen=True)
class Restore:
    """What bringing back a backup does, or did."""

    backup: Backup
    here: int
    """How many workbooks are, or were, here."""
    before: Path
    """The backup of what is here until then."""
    is_locked: bool
    """Whether what is here now is locked with a passphrase."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The same for people, as what is to happen."""
        inside = self.backup.manifest
        said = [
            (
                f"The backup is of {self.backup.when} and has {count(inside.workbooks, 'workbook')}. "
                f"It takes the place of everything that is here now, {count(self.here, 'workbook')}."
            ),
            f"What is here now will be kept as {self.before}.",
        ]
        damaged = [member.name for member in inside.members if not member.readable]
        said += [f"{each} could not be read already when the backup was made." for each in damaged]
        if inside.locked:
            said.append(
                "The backup is locked: what comes back from it is, too, and the passphrase of that time opens it."
            )
        elif self.is_locked:
            said.append(
                "The backup is not locked: what comes back from it is not locked either, until you lock it again with "
                "`workbook lock`. Until then, no passphrase is needed to read it."
            )
        if self.is_locked:
            said.append("The copy of what is here now stays locked with the passphrase it has now.")
        elif inside.locked:
            said.append(f"The copy of what is here now is not locked. {_LEFT_OPEN}")
        return tuple(said)

    @property
    def left_open(self) -> str:
        """What to say afterwards of a copy that anybody can read beside what is locked; empty where there is none."""
        if self.is_locked or not self.backup.manifest.locked:
            return ""
        return f"The copy of what was here before is not locked, though the rest is now. {_LEFT_OPEN}"


def plan(library: Library, path: Path) -> Restore:
    """Check all of a backup and return what bringing it back would do. Changes nothing.

    Raises BackupProblem, CannotRead, and HeldElsewhere while a workbook is open.
    """
    backup = examine(path)
    places = library.places
    moment = library.clock()
    refuse_while_open(places, moment)
    name = f"{moment:{NAMED}}"
    before, number = places.before_restore / f"{name}.zip", 2
    while before.exists():
        before, number = places.before_restore / f"{name}-{number}.zip", number + 1
    return Restore(backup, len(library.ids()), before, (places.folder / LOCK).exists())


def restore(library: Library, planned: Restore) -> None:
    """Bring back a backup that `plan` found whole. What is here stays as a backup in `before-restore`.

    Raises BackupProblem, CannotRead, CannotSave, HeldElsewhere while a workbook is open, and Locked while a lock is
    turned on or off; all is as it was then.
    """
    places = library.places
    moment = library.clock()

    def prepare() -> bytes:
        return msgspec.json.encode(_prepare(places, planned, moment))

    _RESTORING.carry_out(places.folder, moment, prepare)


def settle(folder: Path, moment: datetime) -> None:
    """Finish or undo what a stop left of a restore. Raises LibraryError."""
    _RESTORING.settle(folder, moment)


def _busy(_: Path, who: str) -> HeldElsewhere:
    return HeldElsewhere(f"A backup is just being brought back in {who}. Please try again in a moment.")


def _unfinished(folder: Path, why: str) -> CannotRead:
    return CannotRead(
        f"A backup could not be brought back into {folder} to the end: {why}. "
        "Nothing is lost; the next start goes on with it."
    )


# ------------------------------------------------------------------------------------------------------ preparing


def _prepare(places: Places, planned: Restore, moment: datetime) -> _Decision:
    """Unpack the backup, and keep the present state, where neither is in the way. Raises OSError, LibraryError."""
    staging = places.folder / RESTORING
    make_folder(staging / "new")
    sync_folder(places.folder)
    keyring.refuse_while_changing(places.folder)
    refuse_while_open(places, moment)  # only now: who opens one from here on finds the folder and does not
    for folder in FOLDERS:
        make_folder(staging / "new" / folder)
    for member, data in contents(planned.backup):
        path = staging / "new" / member.name
        make_folder(path.parent)
        replace_file(path, data)
    _, others = write_file(places, staging / _BEFORE_FILE, moment)
    for inner, _, _ in os.walk(staging):
        sync_folder(Path(inner))
    new = sorted(path.name for path in (staging / "new").iterdir())
    return _Decision(planned.before.name, tuple(new), others)


# ------------------------------------------------------------------------------------------------------ finishing


def _finish(folder: Path) -> None:
    """Put everything that was unpacked in its place. Begins again wherever it was stopped. Raises OSError."""
    staging = folder / RESTORING
    decided = msgspec.json.decode((staging / DECIDED).read_bytes(), type=_Decision)
    kept = Places(folder).before_restore
    make_folder(kept)
    if (staging / _BEFORE_FILE).exists():
        os.replace(staging / _BEFORE_FILE, kept / decided.before)  # noqa: PTH105
        sync_folder(kept)
    make_folder(staging / "old")
    for top in _TOPS:
        new = staging / "new" / top
        if os.path.lexists(new) or top not in decided.new:
            _swap(folder / top, new, staging / "old" / top)
    for name in decided.others:
        _keep_other(staging / "old" / name, kept / f"{Path(decided.before).stem}-others" / name)
    for each in (staging / "new", staging / "old", kept, folder):
        sync_folder(each)
    shutil.rmtree(staging / "old")
    (staging / DECIDED).unlink()
    sync_folder(staging)
    shutil.rmtree(staging)
    sync_folder(folder)
    keyring.forget(folder)  # the lock may be another one now, or none


def _swap(here: Path, new: Path, old: Path) -> None:
    """Put `new` in the place of `here`, which becomes `old`; where there is nothing new, only take it away."""
    if os.path.lexists(here):
        with contextlib.suppress(OSError):
            here.rmdir()  # one that something made in the gap, with nothing in it
    if os.path.lexists(here):
        os.rename(here, free_name(old, "."))  # noqa: PTH104
    if os.path.lexists(new):
        os.rename(new, here)  # noqa: PTH104


def _keep_other(path: Path, target: Path) -> None:
    """Keep a file that no backup has. The second time does nothing."""
    if os.path.lexists(path):
        make_folder(target.parent)
        os.rename(path, target)  # noqa: PTH104


_RESTORING = Deciding(RESTORING, _finish, _busy, _unfinished)
