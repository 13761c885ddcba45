"""Being the only one at a library: for what changes all of it at once, a lock being turned or a backup brought back."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from workbook.library.errors import HeldElsewhere, cannot_save
from workbook.library.lock import Lock, holder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from workbook.library.errors import LibraryError
    from workbook.library.places import Places


@contextlib.contextmanager
def alone(path: Path, moment: datetime, busy: Callable[[str], LibraryError]) -> Iterator[None]:
    """Hold the lock at `path`; where somebody else does, raise what `busy` makes of who that is. Raises CannotSave."""
    try:
        held = Lock.take(path, moment)
    except OSError as error:
        raise cannot_save(error, path.parent) from error
    if held is None:
        raise busy(str(holder(path) or "another window"))
    try:
        yield
    finally:
        held.release()


def refuse_while_open(places: Places, moment: datetime) -> None:
    """Raise HeldElsewhere if somebody has a workbook open for writing. Raises CannotSave."""

    def is_open(who: str) -> LibraryError:
        return HeldElsewhere(f"A workbook is open in {who}. Please leave it first; nothing was changed.")

    for path in sorted(places.workbooks.glob("*.lock")):
        with alone(path, moment, is_open):
            pass
