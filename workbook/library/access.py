"""Who may change a workbook: taking its lock, for a sitting or for a moment."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from workbook.library.errors import HeldElsewhere, cannot_save, reason
from workbook.library.lock import Lock, holder
from workbook.library.workbook import Access

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from workbook.library.places import Places


def access_to(places: Places, workbook_id: str, moment: datetime) -> Access:
    """Take the lock of a workbook, or say why it can only be read."""
    path = places.lock(workbook_id)
    try:
        lock = Lock.take(path, moment)
    except OSError as error:
        return Access(why=f"It can only be read: {reason(error)} ({path.parent}).")
    if lock is not None:
        return Access(lock)
    held_by = holder(path)
    return Access(held_by=held_by, why=f"It is open in {held_by or 'another window'}.")


@contextlib.contextmanager
def alone_with(places: Places, workbook_id: str, moment: datetime) -> Iterator[None]:
    """Hold a workbook's lock for a while. Raises HeldElsewhere, and CannotSave for what the disk refuses."""
    access = access_to(places, workbook_id, moment)
    if access.lock is None:
        raise HeldElsewhere(access.why)
    try:
        yield
    except OSError as error:
        raise cannot_save(error, places.folder) from error
    finally:
        access.lock.release()
