"""Asking for the passphrase: at the start, and when a screen was locked."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import events, on
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Button, Input, Static

from workbook.library.errors import LibraryError
from workbook.ui.text import plain
from workbook.ui.widgets.keys import Keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult


class Hidden(Input):
    """A line that shows a dot for each character, and hands nothing of it to the clipboard."""

    def action_copy(self) -> None:
        """Leave the clipboard as it is."""

    def action_cut(self) -> None:
        """Leave the clipboard as it is."""


class PassphraseScreen(Screen[None]):
    """Stands before everything else until the passphrase is right. No other way leads on."""

    AUTO_FOCUS = "#passphrase"
    CSS_PATH = "passphrase.tcss"

    def __init__(self, unlock: Callable[[str], None], words: str) -> None:
        """Say `words`; ask until `unlock`, which may take a moment, does not raise LibraryError."""
        super().__init__()
        self._unlock = unlock
        self._words = words
        self._is_right = False

    def compose(self) -> ComposeResult:
        """A line of words, the line to type in, and what came of it."""
        with Vertical(id="passphrase-box"):
            yield Static(plain("Recovery workbook", "bold"), id="name")
            yield Static(plain(self._words), id="words")
            yield Hidden(password=True, placeholder="Passphrase", id="passphrase")
            yield Static(id="came-of-it")
            yield Button("Open", id="open", compact=True, variant="primary")
        yield Keys()

    def say(self, words: str) -> None:
        """Say what came of it."""
        self.query_one("#came-of-it", Static).update(plain(words))

    @on(Input.Submitted)
    @on(Button.Pressed, "#open")
    def typed(self) -> None:
        """Try what was typed, and let go of it."""
        box = self.query_one(Hidden)
        passphrase, box.value = box.value, ""
        if passphrase and not box.disabled:
            box.disabled = True
            self.say("Opening…")
            self.run_worker(self._try(passphrase), exclusive=True)

    async def _try(self, passphrase: str) -> None:
        """Unlock in a thread, so that nothing here stands still meanwhile."""
        try:
            await asyncio.to_thread(self._unlock, passphrase)
        except LibraryError as error:
            box = self.query_one(Hidden)
            box.disabled = False
            self.say(str(error))
            box.focus()
        else:
            self._is_right = True
            self.lead_on()

    @on(events.ScreenResume)
    def lead_on(self) -> None:
        """Make way once the passphrase was right; where help is open over this, when that is closed."""
        if self._is_right and self.is_active:
            self._is_right = False
            self.dismiss()
