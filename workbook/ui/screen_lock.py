"""The passphrase before the screen: at the start, after a while without a key, and when asked for.

What is open stays open behind it, words that could not be saved yet too, with cursor and scroll where they were; and
the key stays in memory, so that saving goes on. It keeps out who sits down at the keyboard, not who can look into the
memory of this process: for that, quit.
"""

from __future__ import annotations

import asyncio
from time import monotonic
from time import time as wall_clock
from typing import TYPE_CHECKING

from workbook.ui import screens

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbook.ui.app import WorkbookApp
    from workbook.ui.desk import Desk

LOOKS = 1.0
"""Seconds between two looks at how long nobody was there."""

AT_START = "Your workbooks are locked. Type the passphrase, then enter."
LOCKED = "Locked. Everything is saved; you will be exactly where you were."
UNSAVED = "Locked. Not everything could be saved yet: it is safe in this window, and saving goes on."


class ScreenLock:
    """Nothing at all for a library without a lock."""

    def __init__(self, app: WorkbookApp, desk: Desk, minutes: float) -> None:
        """Lock after so many minutes without a key; 0 for never."""
        self._app = app
        self._desk = desk
        self._seconds = minutes * 60
        self._touched = self._now()
        self._held: list[Callable[[], object]] = []
        self._is_looking = False
        self.is_up = False
        """Whether the passphrase is being asked for."""

    @property
    def is_wanted(self) -> bool:
        """Whether there is a passphrase to ask for."""
        return self._desk.library.has_lock

    def begin(self, then: Callable[[], None]) -> None:
        """Ask for the passphrase, if the library is locked, then go on."""
        if self.is_wanted and not self._is_looking:
            self._is_looking = True
            self._app.set_interval(LOOKS, self.look)
        if self._desk.library.locked:
            self._held.append(then)
            self._ask(AT_START)
        else:
            then()

    def lock(self) -> bool:
        """Save everything and hide it behind the passphrase; return whether that is being asked for now."""
        if self.is_wanted and not self.is_up:
            self._desk.leaving.save_all()
            if not self._desk.leaving.all_saved and self._desk.open_screen is not None:
                self._desk.open_screen.autosave.touched()  # and goes on trying behind the passphrase
            self._app.clear_notifications()
            self._ask(LOCKED if self._desk.leaving.all_saved else UNSAVED)
        return self.is_up

    def hold(self, step: Callable[[], object]) -> bool:
        """Put a step off until the passphrase was given, if it is asked for now; return whether that is so."""
        if self.is_up:
            self._held.append(step)
        return self.is_up

    async def opened(self) -> None:
        """Wait until the passphrase was given, if it is asked for now."""
        given = asyncio.Event()
        if self.hold(given.set):
            await given.wait()

    def touch(self) -> bool:
        """Note that somebody is there; False where they come too late and the passphrase is asked for instead."""
        if self._is_overdue and not self.is_up and self.lock():
            return False
        self._touched = self._now()
        return True

    def look(self) -> None:
        """Lock if nobody was there for long."""
        if self._is_overdue:
            self.lock()

    @property
    def _is_overdue(self) -> bool:
        return bool(self._seconds) and any(
            now - before >= self._seconds for now, before in zip(self._now(), self._touched, strict=True)
        )

    def _now(self) -> tuple[float, float]:
        """Return the time by two clocks: one cannot be set back, the other goes on while the computer sleeps."""
        return monotonic(), wall_clock()

    def _ask(self, words: str) -> None:
        self.is_up = True
        self._app.push_screen(screens.PassphraseScreen(self._desk.library.unlock, words), self._unlocked)

    def _unlocked(self, _: None) -> None:
        self.is_up = False
        self._touched = self._now()
        held, self._held = self._held, []
        for step in held:
            step()
