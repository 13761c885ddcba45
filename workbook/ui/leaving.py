"""Leaving a workbook: everything saved, or a question about what could not be; then back to where one came from."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from workbook.ui import screens
from workbook.ui.garbage import look_at_everything
from workbook.ui.keyboard import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from workbook.library.entry import Entry
    from workbook.ui.desk import Desk


class Leaving:
    """Takes the workbook off the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._app = desk.app
        self._putting_away: asyncio.Task[bool] | None = None
        self._left: Screen[None] | None = None
        """What was left last."""

    def leave(self) -> None:
        """Put the workbook away and go to where the person came from, over Home."""
        self._app.run_worker(self._leave(), group="leaving")

    async def _leave(self) -> None:
        leaving = self._desk.open_screen
        if await self.put_away() and leaving is not self._left:
            self._left = leaving  # a key pressed twice must not leave twice: the second would go on from there, Home
            back = self._desk.coming_back.take()
            self._desk.home.show(coming_from=None if back else leaving)
            self._desk.coming_back.show(back)
            self._app.screen.call_after_refresh(look_at_everything)

    def leave_for(self, then: Callable[[Entry], object]) -> None:
        """Put the workbook in hand away, show Home, and go on with that workbook as Home lists it."""
        screen = self._desk.open_screen
        if screen is not None:
            leaving = self._leave_for(screen.sitting.workbook.id, then)
            self._app.run_worker(leaving, group="leaving", exclusive=True)

    async def _leave_for(self, workbook_id: str, then: Callable[[Entry], object]) -> None:
        if await self.put_away():
            self._desk.home.show()
            entry = next((each for each in self._desk.home.entries if each.id == workbook_id), None)
            if entry is not None:
                then(entry)

    async def put_away(self) -> bool:
        """Save and close what is open. False when it could not be saved and the person stays.

        Asked for again before it is done, it is still done once: a key pressed twice must not ask twice.
        """
        if self._putting_away is None or self._putting_away.done():
            self._putting_away = asyncio.create_task(self._put_away())
        return await self._putting_away

    async def _put_away(self) -> bool:
        self._app.workers.cancel_group(self._app, "finishing")
        self._desk.while_writing.stop()
        await settle(self._app.screen)
        screen = self._desk.open_screen
        if screen is None:
            return True
        while not screen.autosave.flush():
            from workbook.ui.rescue import ask_before_leaving

            answer = await ask_before_leaving(self._app, self._desk.library, screen.sitting)
            if answer == "leave":
                break
            if answer != "again":
                return False
        if isinstance(screen, screens.WizardScreen):
            from workbook.ui.no_day import tell_no_day

            tell_no_day(screen, screen.sitting, screen.sitting.state.here)
        screen.autosave.stop()
        screen.sitting.workbook.close(give_up=True)
        self._app.told.extend(screen.sitting.workbook.warnings)
        self._desk.opening.discard_if_blank(screen.sitting.workbook)
        self._desk.open_screen = None
        return True

    def save_all(self) -> None:
        """Save what is open, here and now, as well as it can be."""
        if self._desk.open_screen is not None:
            self._desk.open_screen.autosave.flush()

    @property
    def all_saved(self) -> bool:
        """Whether nothing that was typed is only in memory."""
        return self._desk.open_screen is None or not self._desk.open_screen.sitting.unsaved

    def close(self) -> None:
        """Let go of what is still open when the app has ended."""
        if self._desk.open_screen is not None:
            self.save_all()
            self._desk.open_screen.sitting.workbook.close(give_up=True)
            self._desk.open_screen = None
