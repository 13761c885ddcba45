"""Working in a thread so that keys come first.

Python runs one thread at a time, and a key needs its turn many times until its letter is on the screen. So work is
done in short slices with a rest after each, and while somebody types the rests are long.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SLICE = 0.003
"""Seconds of work between two rests."""
REST = 0.001
WHILE_TYPING = 0.03
"""Seconds of rest while somebody types: nearly all of the time is theirs, and the work still gets on."""


class Pace:
    """Tells work when to rest."""

    def __init__(
        self,
        is_typing: Callable[[], bool],
        clock: Callable[[], float] = time.perf_counter,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._is_typing = is_typing
        self._clock = clock
        self._sleep = sleep
        self._begun = clock()

    def rest(self) -> None:
        """Rest if a slice is done: call it between any two small pieces of work."""
        if self._clock() - self._begun >= SLICE:
            self._sleep(WHILE_TYPING if self._is_typing() else REST)
            self._begun = self._clock()
