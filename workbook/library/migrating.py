"""From the formats of earlier versions of this program to the present one, a step at a time.

A workbook of an older format is migrated in memory whenever it is read. Its file is migrated by its first save, after
a copy of it was kept that stays until the workbook is deleted (`earlier.Earlier.keep_before_migration`).
A sample of every format is kept in `tests/library/formats`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from workbook.library.errors import DamagedFile
from workbook.library.record import FORMAT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from workbook.library.coding import Tables
    from workbook.library.storage import AtomicStorage, Database

    Step = Callable[[Tables], Tables]


def format_of(tables: Tables, path: Path) -> int:
    """Return the format version of a workbook's tables; raise DamagedFile where they are of no workbook."""
    about: dict[str, Any] = next(iter(tables.get("workbook", {}).values()), {})
    version = about.get("format")
    if type(version) is not int or version < 1:
        raise DamagedFile(path, "it is JSON, but not a workbook")
    return version


def migrated(tables: Tables, path: Path) -> Tables:
    """Return a workbook's tables in the present format; the very same ones where they are, or are newer.

    Raises DamagedFile where they are of no workbook.
    """
    for version in range(format_of(tables, path), FORMAT):
        tables = _with_format(STEPS[version](tables), version + 1)
    return tables


def migrate(db: Database) -> None:
    """Bring an open file to the present format, inside the `together` of whoever changes it."""
    storage = cast("AtomicStorage", db.storage)
    tables = storage.read()
    if tables:
        brought = migrated(tables, storage.path)
        if brought is not tables:
            storage.write(brought)


def _with_format(tables: Tables, version: int) -> Tables:
    """Return tables that say they are of this format."""
    number, about = next(iter(tables["workbook"].items()))
    return {**tables, "workbook": {number: {**about, "format": version}}}


def _from_1(tables: Tables) -> Tables:
    """Format 2 has the answers that gave way when versions were put together, and what was let go for good."""
    return {**tables, "earlier_answers": {}, "let_go": {}}


def _from_2(tables: Tables) -> Tables:
    """Format 3 has the marks that are set on answers later."""
    return {**tables, "marks": {}}


STEPS: Mapping[int, Step] = {1: _from_1, 2: _from_2}
"""What takes each format to the one after it. A step may be read by people years later: it is never changed."""
