"""One round: a new workbook, one sitting or several, each stopped, and the promise looked at after each stop."""

from __future__ import annotations

import random
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from tests.library.locks import PASSPHRASE, QUICK, as_another_process
from tests.pty.conftest import Installed
from tests.torture.promise import broken
from tests.torture.sitting import Told, sit
from workbook.library import locking
from workbook.library.library import Library


@dataclass
class Round:
    """What came of a round."""

    seed: int
    locked: bool
    stops: list[str] = field(default_factory=list)
    """The signals it was stopped by."""
    words: int = 0
    """How many words were typed."""
    held: int = 0
    """How many of them are kept, and may not be missing from then on."""
    completed: bool = False
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        lock = ", locked" if self.locked else ""
        done = ", completed" if self.completed else ""
        said = f"seed {self.seed}{lock}: {', '.join(self.stops)}; {self.words} words, {self.held} kept{done}"
        return "\n  ".join([said, *self.wrong])


def play(seed: int, *, locked: bool, folder: Path | None = None) -> Round:
    """Play the round of a seed. The plan is the same each time; how fast the computer is, is not."""
    with tempfile.TemporaryDirectory(prefix="workbook-torture-") as own:
        return _play(seed, folder or Path(own), locked=locked)


def _play(seed: int, folder: Path, *, locked: bool) -> Round:
    told, result = Told(), Round(seed, locked)
    installed = Installed(folder)
    if locked:
        locking.turn_on(Library(installed.data), PASSPHRASE, QUICK)
        as_another_process(installed.data)
    for sitting in range(random.Random(seed).randint(1, 3)):
        if told.completed:
            break
        chance = random.Random(f"{seed}, sitting {sitting}")  # one sitting's pace changes nothing in the next
        try:
            sit(installed, chance, told, locked=locked, first=sitting == 0)
        except AssertionError as error:
            result.wrong.append(f"sitting {sitting + 1} did not open: {error}")
            break
        result.stops.append(told.by.name)
        result.words = told.typed
        result.wrong += [f"after stop {sitting + 1}: {each}" for each in broken(installed.data, told, locked=locked)]
    result.held, result.completed = len(told.saved), told.completed
    return result
