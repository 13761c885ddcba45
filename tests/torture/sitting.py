"""One sitting: somebody types numbered words, turns pages and finishes, until the app is stopped from outside."""

from __future__ import annotations

import random
import signal
import threading
from dataclasses import dataclass, field
from functools import cache
from time import monotonic
from typing import TYPE_CHECKING

from tests.library.locks import PASSPHRASE
from workbook.guide.loader import load_guide
from workbook.guide.model import LongText, Table, Text
from workbook.paths import content_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.pty.conftest import Installed
    from tests.terminal import Terminal

LONGEST = 8.0
"""Seconds after which a sitting is stopped at the latest."""
SIGNALS = (*(signal.SIGKILL,) * 6, signal.SIGTERM, signal.SIGHUP)
"""What it is stopped by, mostly without a chance to do anything about it."""
DIGITS = "bcdfghjklm"
COMPLETE = "This workbook is complete"


def word(number: int) -> str:
    """A word that says its number in letters: a digit would choose something where it lands on a list."""
    return "zq" + "".join(DIGITS[int(digit)] for digit in f"{number:04}") + "zq"


@cache
def pages() -> dict[str, bool]:
    """Titles of the pages that begin with something to write in, and whether that may be written in again."""
    guide = load_guide(content_folder(None))
    firsts = {page.title: page.fields[0] for _, page in guide.pages.values() if page.fields}
    return {
        title: not isinstance(first, Table)
        for title, first in firsts.items()
        if isinstance(first, Text | LongText | Table)
    }


@dataclass
class Told:
    """What the person was shown up to the stop, in one sitting or several."""

    seen: dict[str, float] = field(default_factory=dict)
    """When each word was first on the screen as it was typed."""
    where: dict[str, str] = field(default_factory=dict)
    """The screen on which each was seen."""
    saved: set[str] = field(default_factory=set)
    """Words that had been found on the disk, or that were there when leaving or finishing said so."""
    typed: int = 0
    """How many words were typed. None is typed twice."""
    completed: bool = False
    stopped: float = 0.0
    by: signal.Signals = signal.SIGKILL

    @property
    def must_be_kept(self) -> set[str]:
        """Words that may not be missing. Told to end, the app has the time to save all that was on the screen."""
        patience = 2.0 if self.by == signal.SIGKILL else 0.0
        return self.saved | {each for each, when in self.seen.items() if when <= self.stopped - patience}


class Sitting:
    """Types into one window until it is stopped."""

    def __init__(self, terminal: Terminal, chance: random.Random, told: Told) -> None:
        self._terminal = terminal
        self._chance = chance
        self._told = told
        self._pending: set[str] = set()
        self._tables: set[str] = set()
        self._at_large = True

    def run(self) -> None:
        """Go on for a random time, then be stopped, in the middle of whatever it is."""
        seconds = self._chance.uniform(0.1, LONGEST)
        self._told.by = self._chance.choice(SIGNALS)
        stopping = threading.Timer(seconds, self._stop)
        stopping.start()
        hurry = self._chance.random() < 0.15
        try:
            while self._at_large:
                self._step(hurry=hurry)
        except OSError:
            pass  # the window is gone
        finally:
            stopping.cancel()
            stopping.join()
        self._terminal.ended()

    def _stop(self) -> None:
        self._told.stopped = monotonic()
        self._at_large = False
        self._terminal.process.send_signal(self._told.by)

    def _step(self, *, hurry: bool) -> None:
        """Do one thing that a person may do where they are."""
        text = self._terminal.text
        title = text.split("\n")[2].strip()
        if COMPLETE in text:
            self._told.completed = True
            self._told.saved |= set(self._told.seen)
            self._wait(lambda: False, 0.5)
        elif "Recovery workbook" in text or "Your workbooks" in text:
            self._told.saved |= set(self._told.seen)
            if self._told.completed or "completed" in text:
                self._wait(lambda: False, 0.5)  # enter would begin another one
            else:
                self._turn("enter")
        elif title in pages() and self._chance.random() < (0.3 if hurry else 0.75):
            self._write(title)
        elif self._chance.random() < 0.05:
            self._turn("escape")
        elif not hurry and self._chance.random() < 0.2:
            self._turn("alt+left")
        else:
            self._turn("ctrl+n")

    def _write(self, title: str) -> None:
        """Type some words, with or without waiting for them."""
        if not pages()[title]:
            if title in self._tables:
                self._turn("ctrl+n")
                return
            self._tables.add(title)
        before = set(self._told.seen)
        for _ in range(self._chance.randint(1, 6)):
            self._told.typed += 1
            now = word(self._told.typed)
            self._pending.add(now)
            # A space presses a button, where this is not the page any more: so none until a word is seen to stand.
            gap = " " if set(self._told.seen) - before else ""
            for key in f"{gap}{now}":
                self._terminal.send(key)
            self._wait(lambda: self._chance.random() < 0.2, self._chance.choice((0.0, 0.05, 0.3)))
        self._wait(lambda: not self._pending, 1.5)
        self._pending.clear()
        self._wait(lambda: False, self._chance.choice((0.0, 0.0, 4.0)))  # thinking, with the page left open

    def _turn(self, key: str) -> None:
        """Press a key that leads elsewhere, and wait until it has."""
        before = self._terminal.text.split("\n")[:3]
        self._terminal.send(key)
        self._wait(lambda: self._terminal.text.split("\n")[:3] != before, self._chance.choice((0.05, 1.5, 1.5)))

    def _wait(self, holds: Callable[[], bool], seconds: float) -> None:
        """Look at the screen until something holds, for so long at most, or until the stop."""
        end = monotonic() + seconds
        while self._at_large:
            self._terminal._read(0.01)
            text = self._terminal.text
            for each in [each for each in self._pending if each in text]:
                self._told.seen[each] = monotonic()
                self._told.where[each] = text
                self._pending.discard(each)
            if holds() or monotonic() > end:
                return


def sit(installed: Installed, chance: random.Random, told: Told, *, locked: bool, first: bool) -> None:
    """Open the app, work in it, and be stopped at a random moment."""
    arguments = ("new", "--route", chance.choice(("quick", "full", "full", "feel"))) if first else ("resume",)
    with installed.open(*arguments) as terminal:
        if locked:
            terminal.wait_for("Your workbooks are locked")
            terminal.send(PASSPHRASE, "enter")
        terminal.wait_for(" Contents")
        Sitting(terminal, chance, told).run()
