"""The TinyDB storage under everything that is kept: one that cannot be torn."""

from __future__ import annotations

import threading
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage

from workbook.library.coding import Tables, decode_object, decode_tables, encode_object, encode_tables
from workbook.library.errors import Closed, DamagedFile
from workbook.library.files import read_file, write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tinydb.table import Table


class AtomicStorage(Storage):
    """Keep TinyDB's tables in one JSON file, replaced as a whole at each write.

    Nothing is remembered between operations: what is read is what is on the disk. An unreadable file raises
    DamagedFile at every read, so that TinyDB, which reads before it writes, can never write over it.
    """

    def __init__(self, path: Path, *, create: bool = False, strict: bool = False) -> None:
        """Keep the tables at `path`. Only with `create` may the file be missing, and start empty.

        With `strict` a file of anything else than tables of documents is damaged, and a checksum goes with them;
        without, as TinyDB has it, a storage keeps any JSON object.
        """
        super().__init__()
        self.path = path
        self._create = create
        self._decode = decode_tables if strict else decode_object
        self._encode = encode_tables if strict else encode_object
        self._closed = False
        self._lock = threading.RLock()
        self._together = False
        self._gathered: Tables | None = None
        self._changed = False

    def read(self) -> Tables | None:
        """Return the tables, or None for a file still to be made. Raises DamagedFile."""
        with self._lock:
            if self._gathered is not None:
                return self._gathered
            data = read_file(self.path)
            if data is None:
                if not self._create:
                    raise DamagedFile(self.path, "it is missing")
                return None
            tables = self._decode(data, self.path)
            if self._together:
                self._gathered = tables
            return tables

    def write(self, data: Tables) -> None:
        """Replace the file by `data`; inside `together` only gather it. Raises OSError, the file unharmed."""
        with self._lock:
            if self._closed:
                raise Closed(f"{self.path} was closed; this change was not kept.")
            if self._together:
                self._gathered, self._changed = data, True
                return
            write_atomically(self.path, self._encode(data))

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make every operation inside one write at the end; none at all if anything raises.

        Inside another `together` it belongs to the outer one.
        """
        with self._lock:
            if self._together:
                yield
                return
            self._together = True
            try:
                yield
                gathered, changed = self._gathered, self._changed
            finally:
                self._together, self._gathered, self._changed = False, None, False
            if changed and gathered is not None:
                self.write(gathered)

    def close(self) -> None:
        """Let go of the file. A write after this raises."""
        self._closed = True


class Database(TinyDB):
    """A TinyDB file on this storage, without TinyDB's query cache, whose results its readers can change."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the file at `path`; only with `create` may it be missing."""
        super().__init__(path, create=create, strict=True, storage=AtomicStorage)

    def table(self, name: str, **kwargs: Any) -> Table:
        """Return a table, uncached."""
        return super().table(name, **{"cache_size": 0, **kwargs})

    def together(self) -> AbstractContextManager[None]:
        """Make every operation inside one write at the end; none at all if anything raises."""
        return cast("AtomicStorage", self.storage).together()
