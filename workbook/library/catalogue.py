"""The catalogue: a row for each workbook, so that a list needs no workbook read.

It is only an index and may be thrown away at any time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from workbook.library.coding import decode_tables
from workbook.library.entry import Row
from workbook.library.errors import DamagedFile
from workbook.library.files import read_file
from workbook.ready import made_ready

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

FORMAT = 3
"""Version of the rows. Rows of another version are worked out anew."""


class _About(msgspec.Struct):
    format: int


class _File(msgspec.Struct):
    """The catalogue's tables."""

    about: dict[str, _About] = {}
    workbooks: dict[str, Row] = {}


made_ready(_File)


class Catalogue:
    """Rows by ID, kept with TinyDB."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def rows(self) -> dict[str, Row]:
        """Return every row; none where there is no catalogue of this version.

        Read at every start, so straight from the file into structs: ten thousand TinyDB documents cost more
        than the rest of the start together. Raises DamagedFile, CannotRead.
        """
        data = read_file(self._path)
        if data is None:
            return {}
        try:
            found = msgspec.json.decode(data, type=_File)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise DamagedFile(self._path, "it is no catalogue") from None
        if [about.format for about in found.about.values()] != [FORMAT]:
            if not found.about and decode_tables(data, self._path):
                raise DamagedFile(self._path, "it is no catalogue")
            return {}
        return {row.id: row for row in found.workbooks.values()}

    def put(self, rows: Iterable[Row], gone: Collection[str] = (), *, anew: bool = False) -> None:
        """Write these rows over those of the same IDs and remove those of `gone`.

        With `anew`, nothing else stays. Raises OSError, DamagedFile.
        """
        from tinydb import where

        from workbook.library.storage import Database

        new = list(rows)
        replaced = {row.id for row in new}.union(gone)
        with Database(self._path, create=True) as db, db.together():
            if anew or [each.get("format") for each in db.table("about").all()] != [FORMAT]:
                db.drop_tables()
                db.table("about").insert({"format": FORMAT})
            table = db.table("workbooks")
            if len(new) == 1 and not gone:
                table.upsert(_plain(new[0]), where("id") == new[0].id)
            else:
                table.remove(where("id").test(replaced.__contains__))
                table.insert_multiple(_short(row) for row in new)


def _plain(row: Row) -> dict[str, Any]:
    """Return a row as TinyDB takes it."""
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(row))
    return plain


def _short(row: Row) -> dict[str, Any]:
    """Return the same without what few rows have: every start reads all of them."""
    plain = _plain(row)
    if not row.pinned:
        del plain["pinned"]
    return plain
