"""The catalogue kept true to the files: what is missing, stale or damaged in it is worked out again."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from workbook.library.describe import describe, unknown, unreadable
from workbook.library.errors import CannotRead, DamagedFile, NewerFormat, reason
from workbook.library.old_lists import put_aside
from workbook.library.places import listing
from workbook.library.tidying import tidy

if TYPE_CHECKING:
    import os
    from collections.abc import Collection

    from workbook.guide.model import Guide
    from workbook.library.catalogue import Catalogue
    from workbook.library.conflicts import ConflictCopy
    from workbook.library.entry import EntryState, Row
    from workbook.library.guides import Guides
    from workbook.library.moments import Clock
    from workbook.library.places import Listing, Places

MANY = 3000
"""From how many workbooks on looking at each file is felt as waiting."""


class Rows:
    """Rows of the catalogue that can be believed."""

    def __init__(self, places: Places, catalogue: Catalogue, guides: Guides, clock: Clock) -> None:
        self.warnings: tuple[str, ...] = ()
        self.conflicts: tuple[ConflictCopy, ...] = ()
        """Versions of workbooks that came from other computers, as last seen."""
        self._places = places
        self._catalogue = catalogue
        self._guides = guides
        self._clock = clock

    def at_once(self) -> list[Row]:
        """Return the rows of a large catalogue as they are kept; of a small one those `current` returns."""
        known, is_damaged = self._known()
        return self.current() if is_damaged or len(known) < MANY else list(known.values())

    def current(self) -> list[Row]:
        """Return a row for every workbook there is now. Raises CannotRead."""
        try:
            found = listing(self._places)
        except OSError as error:
            raise CannotRead(f"{self._places.workbooks} cannot be read: {reason(error)}.") from error
        self._warn_of(found)
        for warning in tidy(self._places):
            self.warn(warning)
        known, is_damaged = self._known()
        stale = [
            workbook_id for workbook_id, status in found.files.items() if not _is_true(known.get(workbook_id), status)
        ]
        gone = known.keys() - found.files.keys()
        if stale or gone or is_damaged:
            new = {each: self._row(each, known.get(each), found.files[each]) for each in stale}
            known = {each: row for each, row in known.items() if each not in gone} | new
            self._put(list(known.values()) if is_damaged else list(new.values()), gone, anew=is_damaged)
        return list(known.values())

    def note(self, *workbook_ids: str) -> None:
        """Bring the rows of these up to date, in one write. Raises nothing: the next `current` would find it too."""
        rows, gone = [], set()
        for each in workbook_ids:
            try:
                rows.append(self._row(each, None, self._places.workbook(each).stat()))
            except FileNotFoundError:
                gone.add(each)
            except OSError:
                continue
        if rows or gone:
            self._put(rows, gone)

    def title(self, workbook_id: str) -> str:
        """Return what a workbook is called, as far as the catalogue knows."""
        return next((row.title for row in self.current() if row.id == workbook_id), f"Workbook {workbook_id}")

    def _known(self) -> tuple[dict[str, Row], bool]:
        """Return the rows as kept, and whether the catalogue is damaged; it is set aside then."""
        try:
            return self._catalogue.rows(), False
        except CannotRead as error:
            self.warn(str(error))
            return {}, False
        except DamagedFile:
            path = self._places.catalogue
            try:
                aside = put_aside(path, f"{self._clock():%Y%m%d-%H%M%S}")
            except OSError as error:
                self.warn(f"{path} cannot be read, nor moved aside: {reason(error)}.")
                return {}, False
            except CannotRead as error:  # a lock that was changed just now
                self.warn(str(error))
                return {}, False
            self.warn(f"The list of workbooks could not be read. It was made anew; the old one is {aside}.")
            return {}, True

    def _row(self, workbook_id: str, known: Row | None, status: os.stat_result | None) -> Row:
        """Work out the row of one workbook from its file."""
        from workbook.library.reading import read_record

        path = self._places.workbook(workbook_id)
        try:
            record, newer = read_record(path, workbook_id, self.warn)
        except (DamagedFile, CannotRead, NewerFormat) as error:
            row = known or unknown(workbook_id, self._when(status))
            state: EntryState = "newer" if isinstance(error, NewerFormat) else "damaged"
            # What the disk refused now, it may give the next time: such a row is never believed.
            return unreadable(row, None if isinstance(error, CannotRead) else status, str(error), state)
        row = describe(record, self._guide(record.guide.digest), self._clock().date(), status)
        return unreadable(row, status, str(newer), "newer") if newer else row

    def _when(self, status: os.stat_result | None) -> datetime:
        """Return when a file was last changed, or now where there is none."""
        return datetime.fromtimestamp(status.st_mtime).astimezone() if status else self._clock()

    def _guide(self, digest: str) -> Guide | None:
        """Return a guide, or None where it cannot be read."""
        try:
            return self._guides.get(digest)
        except (DamagedFile, CannotRead) as error:
            self.warn(str(error))
            return None

    def _put(self, rows: list[Row], gone: Collection[str] = (), *, anew: bool = False) -> None:
        """Write rows. Where that fails nothing is lost: they will be worked out again."""
        try:
            self._catalogue.put(rows, gone, anew=anew)
        except OSError as error:
            self.warn(f"The list of workbooks could not be written: {reason(error)}.")
        except (DamagedFile, CannotRead):
            return  # damaged since it was read: the next `current` sets it aside

    def _warn_of(self, found: Listing) -> None:
        """Tell what the folder of workbooks has that the person should know about."""
        if found.opened:
            self.warn(f"Others on this computer could read {found.opened} files. They are yours alone now.")
        self.conflicts = ()
        for name in sorted(found.strangers):
            self._note_stranger(name)

    def _note_stranger(self, name: str) -> None:
        """Take note of a file that has no name of a workbook."""
        from workbook.library.conflicts import conflict_copy
        from workbook.library.moments import ID

        copy = conflict_copy(self._places.workbooks / name)
        if copy and ID.fullmatch(copy.name):
            self.conflicts += (copy,)
        else:
            self.warn(f"{self._places.workbooks / name} has no name of a workbook. It was left as it is.")

    def warn(self, sentence: str) -> None:
        """Remember a sentence for the person, once."""
        if sentence not in self.warnings:
            self.warnings += (sentence,)


def _is_true(row: Row | None, status: os.stat_result | None) -> bool:
    """Whether a row still says what its file says."""
    if row is None or status is None:
        return False
    return row.mtime_ns == status.st_mtime_ns and row.size == status.st_size
