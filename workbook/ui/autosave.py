"""When a sitting is saved: soon after the last key, often while typing goes on, and never in a key's way."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

from workbook.library.errors import LibraryError
from workbook.ui.trouble import refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbook.ui.sitting import Sitting
    from workbook.ui.unsaved import Unsaved

AFTER_LAST_KEY = 0.4
"""Seconds of rest after which what was typed is saved."""
WHILE_TYPING = 1.6
"""The longest that steady typing goes unsaved, in seconds; writing it takes a little more."""
TRY_AGAIN = 2.0
"""Seconds until a save that did not work is tried again."""


class Autosave:
    """Saves a sitting in a thread of its own, one save at a time, and tells `on_change` when that ends.

    `flush` saves here and now, for leaving, for signals and for a crash. Where it cannot, saving goes on as before.
    """

    def __init__(self, sitting: Sitting, on_change: Callable[[], None]) -> None:
        self.sitting = sitting
        self._on_change = on_change
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="save")
        self._due: asyncio.TimerHandle | None = None
        self._first_unsaved = 0.0
        self._writing: Future[tuple[Path, ...]] | None = None
        self._taken: Unsaved | None = None
        self._stopped = False

    def touched(self) -> None:
        """Something was typed: save when the keys rest, or soon if they do not."""
        now = monotonic()
        if self._due is None:
            self._first_unsaved = now
        self._schedule(min(AFTER_LAST_KEY, max(0.0, self._first_unsaved + WHILE_TYPING - now)))

    def soon(self) -> None:
        """Save now, without waiting for it."""
        self._schedule(0)

    def _schedule(self, seconds: float) -> None:
        if self._stopped:
            return
        if self._due is not None:
            self._due.cancel()
        self._due = asyncio.get_running_loop().call_later(seconds, self._start)

    def _start(self) -> None:
        self._due = None
        if self._writing is not None or not self.sitting.unsaved:
            return
        self._taken = self.sitting.take()
        loop = asyncio.get_running_loop()
        self._writing = self._thread.submit(self._write, self._taken)
        self._writing.add_done_callback(lambda _: loop.call_soon_threadsafe(self._settle))

    def _write(self, unsaved: Unsaved) -> tuple[Path, ...]:
        """Write it; return files that may still hold what was to be forgotten."""
        left = self.sitting.workbook.forget(unsaved.forget) if unsaved.forget else ()
        self.sitting.workbook.save(unsaved.changes)
        return left

    def _settle(self) -> None:
        """Take note of how the save in the thread ended; go on if there is more to save."""
        writing, taken = self._writing, self._taken
        if writing is None or taken is None:
            return  # `flush` came first
        self._writing = self._taken = None
        self._note(taken, writing)
        if self.sitting.trouble:
            self._first_unsaved = monotonic()
            self._schedule(TRY_AGAIN)
        elif self.sitting.unsaved and self._due is None:
            self.touched()

    def _note(self, taken: Unsaved, writing: Future[tuple[Path, ...]]) -> None:
        error = writing.exception()
        if error is None:
            self.sitting.saved(self.sitting.workbook.now(), taken, writing.result())
        elif isinstance(error, LibraryError):
            self.sitting.give_back(taken, refused("Not saved yet", error))
        else:  # a mistake of our own: its message may hold the person's words
            self.sitting.give_back(taken, f"Not saved yet: something unexpected went wrong ({type(error).__name__}).")
        self._on_change()

    def flush(self) -> bool:
        """Save everything here and now, waiting for it. False when it could not be saved."""
        if self._due is not None:
            self._due.cancel()
            self._due = None
        if self._writing is not None and self._taken is not None:
            writing, taken = self._writing, self._taken
            writing.exception()  # wait for it
            self._writing = self._taken = None
            self._note(taken, writing)
        if self.sitting.unsaved:
            taken = self.sitting.take()
            self._note(taken, self._thread.submit(self._write, taken))
        if self.sitting.unsaved:
            with suppress(RuntimeError):  # the loop has ended, and with it all that could be tried
                self._schedule(TRY_AGAIN)
        return not self.sitting.unsaved

    def stop(self) -> None:
        """End the thread. Call `flush` first."""
        self._stopped = True
        if self._due is not None:
            self._due.cancel()
        self._thread.shutdown(wait=True)
