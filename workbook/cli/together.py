"""Working on many things with a second process, where there is one to be had and enough to do."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from io import BufferedReader

Item = TypeVar("Item")

WORTH_IT = 1000
"""From how many things on a second process brings more than it costs."""
STRETCH = 100
"""How many things are one piece of work."""
_SIZE = 8


def in_stretches(items: Sequence[Item], work: Callable[[Sequence[Item]], bytes]) -> Iterator[bytes]:
    """Return what `work` makes of each stretch of the items, in order.

    Of many, every other stretch is worked on by a process that was split off. It shares nothing with this one but what
    it sends; where it ends too early, for whatever reason, this one does the rest, and meets the reason itself.
    """
    stretches = [items[start : start + STRETCH] for start in range(0, len(items), STRETCH)]
    if len(items) < WORTH_IT or not _can_split():
        yield from map(work, stretches)
        return
    helper, sent = _split_off(stretches[1::2], work)
    try:
        for number, stretch in enumerate(stretches):
            made = _receive(sent) if number % 2 else None
            yield work(stretch) if made is None else made
    finally:
        sent.close()  # what the helper still sends finds nobody, and it ends
        os.waitpid(helper, 0)


def _can_split() -> bool:
    """Whether the system can, and it is safe: other threads would be missing from the second process."""
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and threading.active_count() == 1


def _split_off(
    stretches: Sequence[Sequence[Item]], work: Callable[[Sequence[Item]], bytes]
) -> tuple[int, BufferedReader]:
    """Start the second process; return its number and where what it makes arrives."""
    arriving, leaving = os.pipe()
    helper = os.fork()
    if helper:
        os.close(leaving)
        return helper, os.fdopen(arriving, "rb")
    try:
        os.close(arriving)
        with os.fdopen(leaving, "wb") as out:
            for stretch in stretches:
                made = work(stretch)
                out.write(len(made).to_bytes(_SIZE, "big") + made)
                out.flush()
    finally:
        os._exit(0)  # nothing else of this program may happen twice


def _receive(sent: BufferedReader) -> bytes | None:
    """Return the next that was sent whole; None if there is nothing more."""
    size = int.from_bytes(sent.read(_SIZE), "big")
    made = sent.read(size)
    return made if size and len(made) == size else None
