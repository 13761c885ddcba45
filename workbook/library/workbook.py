"""One open workbook: what it holds, and the one way to change it."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import msgspec

from workbook.library.changes import Changes, changed
from workbook.library.errors import Closed, Conflict, ReadOnly
from workbook.library.file import WorkbookFile
from workbook.library.merging import let_go

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime
    from pathlib import Path

    from workbook.guide.model import Guide
    from workbook.library.guides import Guides
    from workbook.library.lock import Holder, Lock
    from workbook.library.moments import Clock
    from workbook.library.places import Places
    from workbook.library.record import Record


@dataclass(frozen=True)
class Surroundings:
    """What a workbook needs of the library it is in."""

    places: Places
    guides: Guides
    clock: Clock
    note_row: Callable[[str], None]
    """Brings the catalogue's row of a workbook up to date. Raises nothing: the catalogue is only an index."""


@dataclass(frozen=True)
class Access:
    """Whether a workbook may be changed, and if not, why."""

    lock: Lock | None = None
    held_by: Holder | None = None
    why: str = ""

    def let_go(self) -> None:
        """Release the lock, if it was had."""
        if self.lock:
            self.lock.release()


class Workbook:
    """A workbook that is open, for writing or only for reading. Its methods may be called from any thread."""

    def __init__(self, record: Record, around: Surroundings, access: Access, *, is_new: bool = False) -> None:
        """Open what `record` says; `library.Library` does it."""
        self.id = record.id
        self._around = around
        self._access = access
        self._record = record
        self._file = WorkbookFile(around.places, record, around.clock, is_new=is_new)
        self._in_passing = False
        """Whether what is unsaved was all changed in passing."""
        self._closed = False
        self._mutex = threading.RLock()

    @property
    def record(self) -> Record:
        """Everything in it, with what could not be saved yet."""
        return self._record

    @property
    def guide(self) -> Guide:
        """The guide it goes by. Raises DamagedFile."""
        return self._around.guides.get(self._record.guide.digest)

    @property
    def read_only(self) -> bool:
        """Whether it was opened only for reading."""
        return self._access.lock is None

    @property
    def held_by(self) -> Holder | None:
        """Who has it open for writing, where somebody else has."""
        return self._access.held_by

    @property
    def why(self) -> str:
        """Why it can only be read, in a sentence; empty when it can be written."""
        return self._access.why

    @property
    def unsaved(self) -> bool:
        """Whether something is in memory that the disk has not taken yet."""
        return self._record is not self._file.saved

    def now(self) -> datetime:
        """Return this moment by the clock of its library."""
        return self._around.clock()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the person should know about this workbook's file, in sentences."""
        return self._file.warnings

    def save(self, changes: Changes | None = None) -> bool:
        """Make these changes, and those an earlier save could not make; return whether any were written.

        One write however many answers, and none where nothing is different. Raises CannotSave, after which
        everything is still in `record` and the next save tries it again.
        """
        with self._mutex:
            self._may_write()
            before, was_unsaved, changes = self._record, self.unsaved, changes or Changes()
            self._record = changed(before, changes, self._around.clock())
            if not self.unsaved:
                return False
            if self._record is not before:
                self._in_passing = changes.in_passing and (self._in_passing or not was_unsaved)
            completed_before = self._file.saved.completed
            self._record = self._file.bring(self._record, in_passing=self._in_passing)
            if self._record.completed != completed_before:
                self._around.note_row(self.id)
            return True

    def forget(self, refs: Collection[str]) -> tuple[Path, ...]:
        """Remove the answers of `refs` from the disk: from the file, every earlier copy, and the catalogue.

        Returns files that may still hold them: those of this workbook that could not be read, and backups from
        before a restore that are not older than it. Raises CannotSave.
        """
        with self._mutex:
            self._may_write()
            moment = self._around.clock()
            without = let_go(self._record, refs, moment)
            self._record = changed(without, Changes(answers=dict.fromkeys(refs)), moment)
            self._in_passing = False
            unread = self._file.forget(self._record, refs)
            self._record = self._file.saved
            if self._file.wrote:
                self._around.note_row(self.id)
            return unread

    def keep_copy(self) -> None:
        """Keep the workbook as it is on the disk now as its newest earlier copy. Raises CannotSave."""
        with self._mutex:
            self._may_write()
            self._file.keep_copy()

    def move_to(self, guide: Guide) -> None:
        """Go on with another guide, usually a newer one. Answers stay by ref, also those whose field is gone.

        Raises Conflict for a completed workbook, which keeps the words it was answered to; CannotSave.
        """
        with self._mutex:
            self._may_write()
            if self._record.completed:
                raise Conflict("A completed workbook keeps the guide it was answered to.")
            key = self._around.guides.keep(guide)
            if key != self._record.guide:
                moment = self._around.clock()
                self._record = msgspec.structs.replace(self._record, guide=key, updated=moment)
                self._in_passing = False
            if self.unsaved:
                self._record = self._file.bring(self._record)

    def keep_guide(self, guide: Guide) -> bool:
        """Keep the guide it goes by once more, where the one kept was damaged; return whether it is this one.

        Raises CannotSave.
        """
        return self._around.guides.keep(guide) == self._record.guide

    def close(self, *, give_up: bool = False) -> None:
        """Save what is unsaved, bring the catalogue up to date and let others write.

        The second time does nothing.
        Raises CannotSave, the workbook still open and everything still in memory; with `give_up` it is closed
        all the same.
        """
        with self._mutex:
            if self._closed:
                return
            if self.unsaved and not give_up:
                self._record = self._file.bring(self._record, in_passing=self._in_passing)
            self._closed = True
            if self._file.wrote:
                self._around.note_row(self.id)
            self._access.let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _may_write(self) -> None:
        """Raise unless this workbook is open for writing."""
        if self._closed:
            raise Closed("This workbook was closed; the change was not kept.")
        if self.read_only:
            raise ReadOnly(self.why)
