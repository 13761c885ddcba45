"""Working in a thread so that keys come first.

Python runs one thread at a time, and hands over after a few thousandths of a second at best. So work is done in short
slices with a rest after each; and where it takes long to be woken from a rest, somebody is typing, and the next rest
is a long one.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SLICE = 0.002
"""Seconds of work between two rests."""
REST = 0.001
LATE = 0.0015
"""Seconds by which a rest may be too long before somebody else must be at work."""
LONG_REST = 0.02


class Pace:
    """Tells work when to rest."""

    def __init__(
        self, clock: Callable[[], float] = time.perf_counter, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._begun = clock()

    def rest(self) -> None:
        """Rest if a slice is done: call it between any two small pieces of work."""
        now = self._clock()
        if now - self._begun < SLICE:
            return
        self._sleep(REST)
        woken = self._clock()
        if woken - now - REST > LATE:
            self._sleep(LONG_REST)
            woken = self._clock()
        self._begun = woken
