"""A timer that counts quietly beside the writing and never cuts anyone off."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from textual.message import Message

from workbook.ui.widgets.quiet import Quiet

if TYPE_CHECKING:
    from collections.abc import Callable

EVERY = 15
"""Seconds between two looks at the clock. More often would be a ticking clock."""


class WritingTimer(Quiet):
    """Says how much of the time meant for writing has gone by, from the first key on."""

    @dataclass
    class Minute(Message):
        """Another minute of writing is full."""

        minutes: int
        """Whole minutes since the first key."""

    def __init__(self, minutes: float | None, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(_meant(minutes), classes="writing-timer")
        self.minutes = minutes
        """How long the writing is meant to take; None counts without saying so."""
        self._clock = clock
        self._began: float | None = None
        self._told = 0

    def set_minutes(self, minutes: float | None) -> None:
        """Mean another length, without starting again."""
        if minutes != self.minutes:
            self.minutes = minutes
            self.look()

    def wrote(self) -> None:
        """Start at the first key; later ones change nothing."""
        if self._began is None:
            self._began = self._clock()
            self.set_interval(EVERY, self.look)
            self.look()

    def look(self) -> None:
        """Look at the clock and say where it stands."""
        if self._began is None:
            self.say(_meant(self.minutes))
            return
        seconds = self._clock() - self._began
        whole = int(seconds // 60)
        if whole > self._told:
            self._told = whole
            self.post_message(self.Minute(whole))
        if self.minutes is None:
            self.say("")
        elif seconds >= self.minutes * 60:
            self.say(f"Your {_length(self.minutes)} {_are(self.minutes)} up. Finish whenever you like.")
        elif whole:
            self.say(f"{whole} of about {_length(self.minutes)}")
        else:
            self.say(f"Just begun, about {_length(self.minutes)}")


def _meant(minutes: float | None) -> str:
    if minutes is None:
        return ""
    return f"About {_length(minutes)}, counted from your first key. Nothing stops you."


def _length(minutes: float) -> str:
    if minutes < 1:
        return f"{round(minutes * 60)} seconds"
    return "1 minute" if minutes == 1 else f"{minutes:g} minutes"


def _are(minutes: float) -> str:
    return "is" if minutes == 1 else "are"
