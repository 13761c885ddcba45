"""Doing in the background what may take a while, with words on screen once it does."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from workbook.ui import screens

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbook.ui.app import WorkbookApp

T = TypeVar("T")

SOON = 0.5
"""Seconds in which nobody wonders."""


async def patiently(app: WorkbookApp, title: str, work: Callable[[], T], how_far: Callable[[], str]) -> T:
    """Do `work` in a thread and return what it returns, or raise what it raises. Call it from a worker."""
    doing = asyncio.ensure_future(asyncio.to_thread(work))
    await asyncio.wait({doing}, timeout=SOON)
    if not doing.done():
        await app.push_screen_wait(screens.WaitScreen(title, doing, how_far))
    await asyncio.wait({doing})
    await app.screen_lock.opened()  # what comes of it is not to be told over the passphrase
    return await doing
