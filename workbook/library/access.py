"""Who may change a workbook: taking its lock, for a sitting or for a moment."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from workbook.library import keyring
from workbook.library.errors import HeldElsewhere, cannot_save, reason
from workbook.library.lock import Lock, holder
from workbook.library.workbook import Access

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from workbook.library.places import Places


def access_to(places: Places, workbook_id: str, moment: datetime, *, take_over: bool = False) -> Access:
    """Take the lock of a workbook, or say why it can only be read.

    With `take_over`, also where another computer says to have it, unless this one's system knows that it has.
    """
    path = places.lock(workbook_id)
    try:
        lock = Lock.take(path, moment, take_over=take_over)
    except OSError as error:
        return Access(why=f"It can only be read: {reason(error)} ({path.parent}).")
    if lock is not None:
        try:
            keyring.check(places.folder)  # with our lock held, so that one of the two notices the other
        except BaseException:
            lock.release()
            raise
        return Access(lock)
    held_by = holder(path)
    why = f"It is open in {held_by or 'another window'}."
    if held_by and held_by.is_elsewhere:
        why += (
            " If that computer was switched off since, or the workbook was left there, it can be taken over: "
            f"`workbook resume {workbook_id} --take-over`, or ctrl+p in the app."
        )
    return Access(held_by=held_by, why=why)


def is_open(places: Places, workbook_id: str, moment: datetime) -> bool:
    """Whether somebody has a workbook open just now. Writes nothing where nobody has."""
    path = places.lock(workbook_id)
    if not path.exists():
        return False
    access = access_to(places, workbook_id, moment)
    access.let_go()
    return access.lock is None


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
