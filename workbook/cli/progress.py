"""A quiet line that says how far something is, for a person who waits at a terminal."""

from __future__ import annotations

import sys
import time

from workbook.cli.output import is_terminal

SOON = 0.5
"""Seconds before it says anything: what is over by then needs no line."""
AGAIN = 0.1
"""Seconds between two lines."""


class Progress:
    """Writes over its own line on standard error. Says nothing where that is no terminal."""

    def __init__(self, total: int, *, quiet: bool = False) -> None:
        """Count up to `total`; `quiet` where the line would get in the way."""
        self._total = total
        self._speaks = is_terminal(sys.stderr) and not quiet
        self._next = time.monotonic() + SOON
        self._length = 0

    def show(self, done: int) -> None:
        """Say how many are done, if it is time to."""
        if self._speaks and time.monotonic() >= self._next:
            self._next = time.monotonic() + AGAIN
            self._write(f"{done:,} of {self._total:,} workbooks (ctrl+c stops it)")

    def clear(self) -> None:
        """Take the line away."""
        if self._length:
            self._write("")
            self._length = 0

    def _write(self, text: str) -> None:
        gap = " " * max(0, self._length - len(text))
        sys.stderr.write(f"\r{text}{gap}" if text else f"\r{gap}\r")
        sys.stderr.flush()
        self._length = len(text)
