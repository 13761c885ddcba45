"""Earlier copies of workbooks: each as it was before one of the last five sittings."""

from __future__ import annotations

import contextlib
import shutil
from typing import TYPE_CHECKING, Any

from workbook.library.coding import decode_tables, encode_tables
from workbook.library.errors import CannotRead, DamagedFile, NewerFormat
from workbook.library.files import make_folder, read_file, sync_folder, write_atomically
from workbook.library.identity import leftover_of
from workbook.library.marks import is_about
from workbook.library.moments import moment_of, stamp_after
from workbook.library.tables import record_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime
    from pathlib import Path

    from workbook.library.record import Record

KEPT = 5
"""How many copies of each workbook stay."""


class Earlier:
    """The copies of one workbook, in a folder of their own."""

    def __init__(self, folder: Path, workbook_id: str) -> None:
        """Look after the copies of `workbook_id` in the library's folder `folder`."""
        self.folder = folder / workbook_id
        self._id = workbook_id

    def copies(self) -> list[Path]:
        """Return the copies, oldest first."""
        try:
            return sorted(path for path in self.folder.glob("*.json") if moment_of(path.stem))
        except OSError:
            return []

    def keep(self, data: bytes, moment: datetime, *, all_of_them: bool = False) -> Path:
        """Keep `data` as the newest copy and let go of those beyond the last five, unless all are to stay.

        Raises OSError.
        """
        make_folder(self.folder)
        copies = self.copies()
        path = self.folder / f"{stamp_after(moment, copies[-1].stem if copies else None)}.json"
        write_atomically(path, data)
        for old in [] if all_of_them else [*copies, path][:-KEPT]:
            with contextlib.suppress(OSError):
                old.unlink()
        return path

    def keep_before_migration(self, data: bytes, version: int) -> Path:
        """Keep `data`, which is of an older format, for as long as the workbook is kept. Raises OSError."""
        make_folder(self.folder)
        number, path = 1, self.folder / f"format-{version}.json"
        while read_file(path) not in (None, data):
            number += 1
            path = path.with_name(f"format-{version}-{number}.json")
        write_atomically(path, data)
        return path

    def newest_good(self) -> tuple[Path, bytes, Record] | None:
        """Return the newest copy that can be read as this workbook, or None."""
        for path in reversed(self.copies()):
            with contextlib.suppress(DamagedFile, NewerFormat, CannotRead):
                data = read_file(path)
                if data is not None:
                    return path, data, record_of(decode_tables(data, path), self._id, path)
        return None

    def forget(self, refs: Collection[str]) -> tuple[Path, ...]:
        """Take the answers of `refs` out of every copy; return the copies that could not be read for it.

        Only for the one who has the workbook locked. Raises OSError where a copy could not be written.
        """
        if not self.folder.is_dir():
            return ()
        for path in self.folder.glob(".*"):
            if leftover_of(path.name):
                path.unlink()
        return tuple(path for path in sorted(self.folder.glob("*.json*")) if not forget_in(path, refs))

    def remove(self) -> None:
        """Remove every copy. Raises OSError."""
        if self.folder.is_dir():
            shutil.rmtree(self.folder)
            sync_folder(self.folder.parent)


def without(data: bytes, refs: Collection[str], path: Path) -> bytes:
    """Return a workbook's file without the answers of `refs` and the marks on them.

    The very same bytes where it has none.
    Raises DamagedFile where it cannot be read.
    """
    tables = decode_tables(data, path)
    left: dict[str, dict[str, Any]] = {
        name: {number: each for number, each in tables[name].items() if each.get("ref") not in refs}
        for name in ("answers", "earlier_answers")
        if name in tables
    }
    if "marks" in tables:
        marks = tables["marks"].items()
        left["marks"] = {number: each for number, each in marks if not is_about(str(each.get("key")), refs)}
    same = all(len(kept) == len(tables[name]) for name, kept in left.items())
    return data if same else encode_tables({**tables, **left})


def forget_in(path: Path, refs: Collection[str]) -> bool:
    """Take the answers of `refs` out of the file at `path`; return whether it could be read for that."""
    try:
        data = read_file(path)
        if data is None:
            return True
        left = without(data, refs, path)
    except (DamagedFile, CannotRead):
        return False
    if left != data:
        write_atomically(path, left)
    return True
