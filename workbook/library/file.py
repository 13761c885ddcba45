"""The file of one open workbook: bringing a record to it, whatever happens to it from outside."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from workbook.library import old_lists
from workbook.library.before_restore import backups_since
from workbook.library.coding import decode_tables
from workbook.library.earlier import Earlier, forget_in, without
from workbook.library.errors import CannotRead, CannotSave, DamagedFile, NewerFormat, cannot_save
from workbook.library.files import read_file, remove_leftovers, set_aside, sync_folder, unfinished_beside
from workbook.library.migrating import format_of
from workbook.library.outside import merged
from workbook.library.reading import read_record
from workbook.library.record import FORMAT
from workbook.library.signature import Signature, signature
from workbook.library.storage import Database
from workbook.library.tables import apply, fill

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import datetime
    from pathlib import Path

    from workbook.library.moments import Clock
    from workbook.library.places import Places
    from workbook.library.record import Record


class WorkbookFile:
    """The file of a workbook that is locked by us. Not for two threads at once: `Workbook` sees to that."""

    def __init__(self, places: Places, saved: Record, clock: Clock, *, is_new: bool) -> None:
        """Look after the file that holds `saved`. A new one has nothing worth an earlier copy."""
        self.path = places.workbook(saved.id)
        self.saved = saved
        """What the file holds."""
        self.warnings: tuple[str, ...] = ()
        """What the person should know about this file, in sentences."""
        self.wrote = False
        """Whether anything was written in this sitting."""
        self._places = places
        self._clock = clock
        self._signature = signature(self.path)
        self._earlier = Earlier(places.earlier, saved.id)
        self._copy_due = not is_new
        self._may_be_older = not is_new
        self._before: bytes | None = None
        self._kept_aside: Signature = None
        self._forgotten: set[str] = set()
        self._seen: dict[str, datetime] = {}
        self._had: set[tuple[str, datetime]] = set()
        self._see(saved)

    def bring(self, record: Record, *, in_passing: bool = False) -> Record:
        """Make the file hold `record`; return what it holds now, with what came from outside in the meantime.

        What is changed in passing takes no earlier copy, so that it pushes none out.
        Raises CannotSave, the file as it was.
        """
        with self._plainly():
            self._forgotten.difference_update(record.answers)
            if not in_passing:
                self._take_before()
                self._put_copy()
            self._write(record)
        return self.saved

    def keep_copy(self) -> None:
        """Keep the file as it is now among the earlier copies, before something that may be regretted.

        Raises CannotSave.
        """
        with self._plainly():
            data = read_file(self.path)
            if data is not None:
                self._earlier.keep(data, self._clock())
                self._copy_due, self._before = False, None

    def forget(self, record: Record, refs: Collection[str]) -> tuple[Path, ...]:
        """Make the file hold `record`, which has no answers of `refs`, and take them out of all its copies.

        The copies go first: stopped halfway, the words are still in the file, where they are seen and can be let go
        again, and not only in a copy. Returns files that may still hold them: those that could not be read, and
        backups from before a restore that are not older than the workbook. Raises CannotSave.
        """
        with self._plainly():
            self._forgotten.update(refs)
            self._take_before()
            if self._before is not None:
                self._before = without(self._before, refs, self.path)
            unread = self._earlier.forget(refs)
            old_lists.remove(self._places.catalogue)
            self._forget_asides(refs)
            if record is not self.saved:
                self._write(record)
            unread += self._forget_asides(refs)  # once more: writing sets aside what is found in the place of our file
            remove_leftovers(self.path.parent, of=self.path.name)
            return unread + backups_since(self._places, self.saved.created, self._clock())

    def _forget_asides(self, refs: Collection[str]) -> tuple[Path, ...]:
        """Take the answers of `refs` out of what was set aside beside the file; return what could not be read."""
        return tuple(path for path in self._places.asides(self.saved.id) if not forget_in(path, refs))

    @contextlib.contextmanager
    def _plainly(self) -> Iterator[None]:
        """Say in plain words why something was not saved."""
        try:
            yield
        except OSError as error:
            raise cannot_save(error, self.path.parent) from error
        except CannotRead as error:
            raise CannotSave(f"Not saved yet: {error}") from error

    def _take_before(self) -> None:
        """Take the file as it was before this sitting into memory, once."""
        if self._copy_due and self._before is None and signature(self.path) == self._signature:
            with contextlib.suppress(DamagedFile):
                self._before = read_file(self.path)

    def _put_copy(self) -> None:
        """Put the copy from before this sitting on the disk, once. If it cannot be, the words go first."""
        if self._before is not None:
            with contextlib.suppress(OSError):
                self._earlier.keep(self._before, self._clock())
                self._copy_due, self._before = False, None

    def _write(self, record: Record) -> None:
        """Bring the file from what it holds to `record`. Raises OSError, CannotRead."""
        if signature(self.path) == self._signature:
            with contextlib.suppress(DamagedFile):  # it went bad where it lies: taken in below like any change
                self._change(self.saved, record)
                return
        theirs = self._take_in_outside()
        if theirs is not None:
            record = merged(record, theirs, self._seen, self._had, self._forgotten)
        self._change(theirs, record)

    def _change(self, before: Record | None, record: Record) -> None:
        """Write the file, which holds `before`; with None, make it anew in the place of whatever is there."""
        if before is None:
            anew = unfinished_beside(self.path)
            with Database(anew, create=True) as db, db.together():
                fill(db, record)
            anew.replace(self.path)
            sync_folder(self.path.parent)
        else:
            self._keep_older_format()
            with Database(self.path) as db, db.together():
                apply(db, before, record)
        self.saved, self.wrote = record, True
        self._signature = signature(self.path)
        self._see(record)

    def _keep_older_format(self) -> None:
        """Keep the file as it is where the coming write migrates it. Raises OSError, DamagedFile, CannotRead."""
        if not self._may_be_older:
            return
        data = read_file(self.path)
        if data is not None:
            version = format_of(decode_tables(data, self.path), self.path)
            if version < FORMAT:
                self._earlier.keep_before_migration(without(data, self._forgotten, self.path), version)
        self._may_be_older = False

    def _see(self, record: Record) -> None:
        """Remember when each answer changed, so that what was replaced here does not come back from outside."""
        self._had.update((ref, answer.updated) for ref, answer in record.answers.items())
        self._seen |= {ref: answer.updated for ref, answer in record.answers.items()}

    def _take_in_outside(self) -> Record | None:
        """Keep what something else made of our file beside it; return what that holds.

        None where there is no file any more, or none that can be understood: then it is made anew.
        """
        found = signature(self.path)
        theirs = self._theirs()
        if (found is None and not self.path.is_symlink()) or found == self._kept_aside:
            return theirs
        why = "outside" if theirs else "damaged"
        aside = self._places.aside(self.saved.id, why, f"{self._clock():%Y%m%d-%H%M%S}")
        set_aside(self.path, aside)
        forget_in(aside, self._forgotten)
        self._kept_aside = found
        done = "Both were put together." if theirs else "It could not be used, and was written anew."
        self.warnings += (
            (
                f"Something else changed this workbook's file while it was open. {done} "
                f"What was found is kept as {aside.name}."
            ),
        )
        return theirs

    def _theirs(self) -> Record | None:
        """Return what the file holds now; None where there is none, or none this version may write to."""
        try:
            record, newer = read_record(self.path, self.saved.id)
        except (DamagedFile, NewerFormat):
            return None
        return None if newer else record
