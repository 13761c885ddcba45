"""One key at a time, in the order they were typed.

Textual hands a key to the focused widget at once, while a key that means an action (tab, next page) travels up
through the screen first. Someone who types on without waiting, over a slow line or with a script, would find the
first letters behind a tab in the field before it. Here each key is done before the next is looked at.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual import events
    from textual.app import App
    from textual.message_pump import MessagePump
    from textual.screen import Screen

LOOK = 0.1
"""Seconds between two looks at whether a key is done."""
LOOKS = 100
"""Looks after which a key that is still at work no longer holds up the next. Counted rather than timed, so that a
program that was stopped for a while, or a busy computer, does not send a key to the page before."""
PAINTED = 0.03
"""Seconds in which a letter is on the screen. Nothing else is done in them, unless the next key is there already."""


async def passed_through(pump: MessagePump) -> None:
    """Wait until everything now waiting for `pump` has been dealt with, unless `pump` is gone."""
    reached = asyncio.Event()
    if not pump.call_later(reached.set):
        return
    for _ in range(LOOKS):
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOK):
                await reached.wait()
        if reached.is_set():
            return


async def settle(screen: Screen[Any]) -> None:
    """Wait until the last key has become an answer: it goes up from box to field to page as messages."""
    node = screen.focused
    for each in [node, *node.ancestors] if node else [screen]:
        if isinstance(each, Widget):
            await passed_through(each)
        if each is screen:
            break


TYPING = 0.06
"""Seconds after a key in which somebody is typing: what goes on in other threads makes room for them."""


class Keyboard:
    """Holds keys back until the one before is done."""

    def __init__(self, app: App[Any], handle: Callable[[events.Event], Awaitable[None]]) -> None:
        self._app = app
        self._handle = handle
        self._typed: asyncio.Queue[events.Event] = asyncio.Queue()
        self._is_next_here = asyncio.Event()
        self._pressed = 0.0
        self._at_work = False

    @property
    def is_busy(self) -> bool:
        """Whether a key was pressed just now. For any thread."""
        return monotonic() - self._pressed < TYPING

    @property
    def waits(self) -> bool:
        """Whether a key is not done yet: a click after it must not lead the rest of what was typed elsewhere."""
        return self._at_work or not self._typed.empty()

    def hold(self, event: events.MouseEvent) -> None:
        """Take a press or a release of the mouse, to be handed on after the keys before it."""
        self._typed.put_nowait(event)
        self._is_next_here.set()

    def press(self, event: events.Event) -> None:
        """Take a key or a paste."""
        self._pressed = monotonic()
        self._typed.put_nowait(event)
        self._is_next_here.set()

    async def run(self) -> None:
        """Hand on what was typed, for as long as the app runs."""
        while True:
            event = await self._typed.get()
            self._at_work = True
            if self._typed.empty():
                self._is_next_here.clear()
            await self._handle(event)
            with suppress(TimeoutError):
                async with asyncio.timeout(PAINTED):
                    await self._is_next_here.wait()
            await settle(self._app.screen)
            await passed_through(self._app)
            self._at_work = False
