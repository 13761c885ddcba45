"""Home as the desk shows it: as it was known, then as the files say, with what Home offers of one workbook."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from workbook.guide.problems import GuideError
from workbook.library.errors import LibraryError
from workbook.ui import screens

if TYPE_CHECKING:
    from textual.screen import Screen

    from workbook.library.entry import Entry
    from workbook.ui.desk import Desk


class AtHome:
    """What Home shows, and what is looked up for it in the background."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._app = desk.app
        self.entries: list[Entry] = []
        """The workbooks as Home shows them."""

    def show(self, *, at_once: bool = False, coming_from: Screen[None] | None = None) -> None:
        """Show Home as things stand now; `at_once` leaves it to `check` to look at the files.

        Whoever comes from a workbook finds the cursor on it, or the button that goes on with it.
        """
        desk = self._desk
        desk.coming_back.forget()
        notices = [*desk.preferences.problems, *self._app.told]
        try:
            entries = desk.library.entries(at_once=at_once)
        except LibraryError as error:
            entries = []
            notices.append(str(error))
        notices.extend((*desk.versions.notices(entries), *desk.library.warnings))
        self.entries = entries
        today = desk.library.clock().date()
        home = screens.HomeScreen(
            entries, today, shortcuts=self._shortcuts(), notices=notices, at=self._row_of(coming_from)
        )
        desk.switch(home)
        if desk.has_guide:
            home.call_after_refresh(
                self._app.run_worker, self.look_for_newer_pages, thread=True, group="newer", exit_on_error=False
            )

    def check(self) -> None:
        """Show Home again if the files say something else than what it was begun with. Runs in a thread."""
        library = self._desk.library
        with suppress(LibraryError):
            before = library.warnings
            if library.entries() != self.entries or library.warnings != before:
                self._app.call_from_thread(self._show_again)

    def _show_again(self) -> None:
        if self._app.screen_stack and isinstance(self._app.screen, screens.HomeScreen):
            self.show()

    @property
    def _newest(self) -> Entry | None:
        """The unfinished workbook that Home offers to continue."""
        return next((entry for entry in self.entries if entry.state == "unfinished"), None)

    def _row_of(self, screen: Screen[None] | None) -> str:
        """Return the ID of the workbook on this screen whose row is to have the cursor; empty where a button has it."""
        if screen is None or not isinstance(screen, screens.ReviewScreen | screens.WizardScreen):
            return ""  # asking what kind it is imports both, which the start has no time for
        left = screen.sitting.workbook.id
        goes_on = isinstance(screen, screens.WizardScreen) and self._newest is not None and self._newest.id == left
        return "" if goes_on else left

    def _shortcuts(self) -> dict[str, str]:
        """Pages of that workbook that Home offers directly."""
        if self._newest is None:
            return {}
        try:
            return self._desk.library.shortcuts(self._newest.id)
        except LibraryError:
            return {}

    def look_for_newer_pages(self) -> None:
        """Have Home say so, in a quiet line, if that workbook began with other pages than there are now.

        For a thread. Says nothing while the content was not read, or where it cannot be used.
        """
        from workbook.guide.codec import digest, encode

        entry = self._newest
        if entry is None:
            return
        with suppress(GuideError, LibraryError):
            began_with = self._desk.library.read(entry.id).guide.digest
            if began_with != digest(encode(self._desk.guide())) and not get_current_worker().is_cancelled:
                self._app.call_from_thread(self._hint, entry)

    def _hint(self, entry: Entry) -> None:
        screen = self._app.screen if self._app.screen_stack else None
        if isinstance(screen, screens.HomeScreen):
            screen.hint_at_newer_pages(entry)
