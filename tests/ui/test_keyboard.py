"""A key waits for the one before it, however long that takes, and never for something that is gone."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from workbook.ui import keyboard
from workbook.ui.keyboard import Keyboard, settle

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    import pytest


class Slow(App[None]):
    """Two boxes. ctrl+n leads to the second, as slowly as the test says."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+n", "next")]

    def __init__(self) -> None:
        super().__init__()
        self.may_go_on = asyncio.Event()
        self.handed_on: list[str] = []
        self._keyboard = Keyboard(self, self._hand_on)

    def compose(self) -> ComposeResult:
        yield Input(id="first")
        yield Input(id="second")

    def on_mount(self) -> None:
        self.run_worker(self._keyboard.run())

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._keyboard.press(event)
        else:
            await super().on_event(event)

    async def _hand_on(self, event: events.Event) -> None:
        assert isinstance(event, events.Key)
        self.handed_on.append(event.key)
        await super().on_event(event)

    async def action_next(self) -> None:
        await self.may_go_on.wait()
        self.query_one("#second", Input).focus()

    def type(self, *keys: str) -> None:
        for key in keys:
            self.post_message(events.Key(key, key if len(key) == 1 else None))


@asynccontextmanager
async def running(app: Slow) -> AsyncIterator[Slow]:
    async with app.run_test():
        try:
            yield app
        finally:
            app.may_go_on.set()


async def soon(holds: Callable[[], object]) -> None:
    for _ in range(3000):
        if holds():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came to hold")


async def test_a_page_that_is_slow_to_come_holds_up_what_is_typed_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyboard, "LOOK", keyboard.LOOK / 10)
    async with running(Slow()) as app:
        first, second = app.query_one("#first", Input), app.query_one("#second", Input)
        app.type("a", "ctrl+n", "b")
        await soon(lambda: "ctrl+n" in app.handed_on)
        await asyncio.sleep(0.3)  # three seconds, a tenth of the looks' length
        assert (first.value, second.value) == ("a", "")
        app.may_go_on.set()
        await soon(lambda: first.value + second.value == "ab")
        assert second.value == "b"


async def test_a_key_that_never_ends_does_not_make_the_keyboard_deaf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyboard, "LOOK", keyboard.LOOK / 100)
    async with running(Slow()) as app:
        app.type("ctrl+n", "b")
        await soon(lambda: app.handed_on == ["ctrl+n", "b"])


async def test_a_box_that_is_gone_is_waited_for_no_longer() -> None:
    async with running(Slow()) as app:
        gone = app.query_one("#first", Input)
        await gone.remove()
        app.screen.set_focus(None)
        app.screen.focused = gone
        await asyncio.wait_for(settle(app.screen), keyboard.LOOK)
