"""All the workbooks kept on this computer, in one folder."""

from __future__ import annotations

import os
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from workbook.library import keyring
from workbook.library.catalogue import Catalogue
from workbook.library.errors import IN_TRASH, AmbiguousId, CannotRead, NoSuchWorkbook, cannot_save, reason
from workbook.library.guides import Guides
from workbook.library.locking import has_lock, is_open, unlock
from workbook.library.moments import ID, Clock, now
from workbook.library.places import Places, listing
from workbook.library.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from workbook.guide.model import Guide
    from workbook.library.conflicts import ConflictCopy
    from workbook.library.entry import Entry
    from workbook.library.record import Record
    from workbook.library.recovery import Recovery
    from workbook.library.trash import Trashed
    from workbook.library.workbook import Access, Workbook


class Library:
    """The workbooks in one folder. What opening and changing them needs is imported when it is wanted."""

    def __init__(self, folder: Path, clock: Clock = now) -> None:
        """Keep workbooks in `folder`, which is made if it can be."""
        self.places = Places(folder)
        self.guides = Guides(self.places.guides)
        self.clock = clock
        keyring.know(folder)
        self._settle_restore()
        self._at_opening = self.places.prepare()
        self._settle_lock()
        self._rows = Rows(self.places, Catalogue(self.places.catalogue), self.guides, clock)

    @property
    def folder(self) -> Path:
        """The folder everything is in."""
        return self.places.folder

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the person should know about the folder, in sentences. `entries` may add more."""
        return self._at_opening + self._rows.warnings

    def _settle_restore(self) -> None:
        """Finish or undo what a stop left of bringing back a backup. Raises LibraryError."""
        if os.path.lexists(self.folder / keyring.RESTORING):
            from workbook.library.restoring import settle

            settle(self.folder, self.clock())

    def _settle_lock(self) -> None:
        """Finish or undo what a stop left of turning a lock on or off. Raises Locked."""
        if os.path.lexists(self.folder / keyring.CHANGE):
            from workbook.library.conversion import settle

            settle(self.folder, self.clock())

    @property
    def has_lock(self) -> bool:
        """Whether everything here is sealed, to be opened with a passphrase."""
        return has_lock(self.folder)

    @property
    def locked(self) -> bool:
        """Whether a passphrase is needed before anything here can be read or written. Raises LockProblem."""
        return not is_open(self.folder)

    def unlock(self, passphrase: str) -> None:
        """Open a locked library for this process. Takes a moment. Raises WrongPassphrase, LockProblem.

        What lies open in it is sealed then, and `warnings` tells of it.
        """
        from workbook.library import came_open

        unlock(self.folder, passphrase)
        self._at_opening += came_open.seal(self.places, self.clock())

    @property
    def conflicts(self) -> tuple[ConflictCopy, ...]:
        """Versions of workbooks that came from other computers, as of the last `entries`."""
        return self._rows.conflicts

    def note(self, *workbook_ids: str) -> None:
        """Bring the rows of workbooks up to date whose files were changed otherwise than by a `Workbook`."""
        self._rows.note(*workbook_ids)

    def entries(self, *, at_once: bool = False) -> list[Entry]:
        """Return every workbook, unreadable ones too, the last worked on first. Raises CannotRead, Locked.

        With `at_once`, a large library is returned as its catalogue has it: something else may have changed a
        file since. Whoever shows that should ask again, without, as soon as there is time.
        """
        keyring.check(self.folder)
        rows = sorted(self._rows.at_once() if at_once else self._rows.current(), key=attrgetter("id"), reverse=True)
        return [*sorted(rows, key=attrgetter("updated"), reverse=True)]

    def ids(self) -> list[str]:
        """Return the IDs of all workbooks in order. Raises CannotRead."""
        try:
            return sorted(listing(self.places).files)
        except OSError as error:
            raise CannotRead(f"{self.places.workbooks} cannot be read: {reason(error)}.") from error

    def find(self, prefix: str) -> str:
        """Return the one ID that begins with `prefix`. Raises NoSuchWorkbook, AmbiguousId."""
        ids = self.ids()
        if prefix in ids:
            return prefix
        found = [each for each in ids if prefix and each.startswith(prefix)]
        if not found:
            raise NoSuchWorkbook(prefix)
        if len(found) > 1:
            raise AmbiguousId(prefix, found)
        return found[0]

    def read(self, workbook_id: str) -> Record:
        """Return what a workbook holds, whoever has it open.

        Raises NoSuchWorkbook, DamagedFile, NewerFormat, CannotRead.
        """
        from workbook.library.reading import read_kept

        return read_kept(self.places, workbook_id, self._rows.warn)[0]

    def guide(self, digest: str) -> Guide:
        """Return a guide that workbooks began with. Raises DamagedFile."""
        return self.guides.get(digest)

    def shortcuts(self, workbook_id: str) -> dict[str, str]:
        """Return what to call the pages of a workbook that Home offers directly, by ref.

        Raises NoSuchWorkbook, DamagedFile, NewerFormat, CannotRead.
        """
        return self.guides.shortcuts(self.read(workbook_id).guide.digest)

    def new(self, guide: Guide, answers: Mapping[str, Any] | None = None) -> Workbook:
        """Begin a workbook, with these answers if any. Raises CannotSave."""
        from workbook.library.adding import free_id
        from workbook.library.changes import Changes, changed
        from workbook.library.record import Record

        key = self.guides.keep(guide)
        moment = self.clock()
        empty = Record(id=free_id(self.places, moment), created=moment, updated=moment, guide=key)
        return self.add(changed(empty, Changes(answers=answers or {}), moment))

    def add(self, record: Record) -> Workbook:
        """Put a whole record here as a new workbook and open it. Raises Conflict, CannotSave."""
        from workbook.library.adding import add
        from workbook.library.workbook import Access

        lock = add(self.places, record, self.clock())
        self._rows.note(record.id)
        return self._opened(record, Access(lock), is_new=True)

    def open(self, workbook_id: str, *, read_only: bool = False, take_over: bool = False) -> Workbook:
        """Open a workbook for writing.

        For reading only where that is asked, somebody has it open, its format is newer or no lock can be had:
        `read_only`, `held_by` and `why` of what is returned say so. With `take_over` it is also opened where another
        computer says to have it. Raises NoSuchWorkbook, CannotRead, and
        DamagedFile or NewerFormat where nothing can be made of the file.
        """
        from workbook.library.access import access_to
        from workbook.library.files import remove_leftovers
        from workbook.library.reading import read_kept
        from workbook.library.workbook import Access

        path = self.places.existing(workbook_id)
        asked = Access(why="It was opened for reading.")
        access = asked if read_only else access_to(self.places, workbook_id, self.clock(), take_over=take_over)
        try:
            record, newer = read_kept(self.places, workbook_id, self._rows.warn)
        except BaseException:
            access.let_go()
            raise
        if newer:
            access.let_go()
            access = Access(why=str(newer))
        if access.lock:
            remove_leftovers(path.parent, of=path.name)
            remove_leftovers(self.places.earlier / workbook_id)
        return self._opened(record, access, is_new=False)

    def delete(self, workbook_id: str) -> Trashed:
        """Move a workbook to the trash. Raises NoSuchWorkbook, HeldElsewhere, CannotSave."""
        from workbook.library.access import alone_with
        from workbook.library.trash import Trash, Trashed

        self.places.existing(workbook_id)
        with alone_with(self.places, workbook_id, self.clock()):
            trashed = Trashed(workbook_id, self._rows.title(workbook_id), self.clock())
            Trash(self.places).put(trashed)
        self._rows.note(workbook_id)
        return trashed

    def discard(self, workbook_id: str) -> bool:
        """Remove a workbook that never kept a word; return whether it was one. Raises CannotSave.

        One whose words were taken away again stays: an earlier copy may have them, which nothing would lead to.
        """
        from workbook.library.access import alone_with
        from workbook.library.earlier import Earlier

        with alone_with(self.places, workbook_id, self.clock()):
            record = self.read(workbook_id)
            if record.answers or record.notes or record.earlier_answers:
                return False
            if Earlier(self.places.earlier, workbook_id).copies() or self.places.asides(workbook_id):
                return False
            self.places.workbook(workbook_id).unlink(missing_ok=True)
        self._rows.note(workbook_id)
        return True

    def trashed(self) -> list[Trashed]:
        """Return the deleted workbooks, the last deleted first."""
        from workbook.library.trash import Trash

        return Trash(self.places).all()

    def restore(self, workbook_id: str) -> None:
        """Take a workbook out of the trash. Raises NoSuchWorkbook, Conflict, HeldElsewhere, CannotSave."""
        from workbook.library.access import alone_with
        from workbook.library.trash import Trash

        if not ID.fullmatch(workbook_id):
            raise NoSuchWorkbook(workbook_id, IN_TRASH)
        with alone_with(self.places, workbook_id, self.clock()):
            Trash(self.places).restore(workbook_id)
        self._rows.note(workbook_id)

    def empty_trash(self) -> int:
        """Remove deleted workbooks for good; return how many. Raises CannotSave, Locked."""
        from workbook.library.trash import Trash

        keyring.check(self.folder)  # or it would be put back by a change of the lock that has it prepared already
        try:
            return Trash(self.places).empty()
        except OSError as error:
            raise cannot_save(error, self.places.trash) from error

    def remove_for_good(self, trashed: Trashed) -> None:
        """Remove one deleted workbook for good. Raises NoSuchWorkbook, CannotSave, Locked."""
        from workbook.library.trash import Trash

        keyring.check(self.folder)
        try:
            Trash(self.places).remove(trashed)
        except OSError as error:
            raise cannot_save(error, self.places.trash) from error

    def recover(self, workbook_id: str) -> Recovery:
        """Put the newest good copy in the place of a workbook that cannot be read, which is kept beside it.

        Raises NoSuchWorkbook, Conflict where it can be read, DamagedFile where no copy can, HeldElsewhere and
        CannotSave.
        """
        from workbook.library.access import alone_with
        from workbook.library.recovery import recover

        self.places.existing(workbook_id)
        with alone_with(self.places, workbook_id, self.clock()):
            done = recover(self.places, workbook_id, self.clock())
        self._rows.note(workbook_id)
        return done

    def _opened(self, record: Record, access: Access, *, is_new: bool) -> Workbook:
        """Return an open workbook."""
        from workbook.library.workbook import Surroundings, Workbook

        around = Surroundings(self.places, self.guides, self.clock, self._rows.note)
        return Workbook(record, around, access, is_new=is_new)
