"""Patterns from the desk: completed workbooks are read for them in the background, until the screen is left."""

from __future__ import annotations

import time
from importlib import import_module
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from workbook.insight.patterns.gathering import Gathering, completed_first, counted
from workbook.insight.patterns.sentences import FEWEST
from workbook.library.books import books
from workbook.library.errors import LibraryError
from workbook.ui import screens
from workbook.ui.pattern_sight import PatternSight

if TYPE_CHECKING:
    from workbook.ui.desk import Desk
    from workbook.ui.screens import PatternsScreen

STRETCH = 0.005
"""Seconds of reading at a stretch where somebody waits for all of them; then the app has its turn."""
SHOWN_EVERY = 0.25
"""Seconds between two looks at what was found so far, once there is something to look at."""
FIRST_SHOWN = 24
"""Workbooks after which there is enough to fill a picture."""


class Patterns:
    """The screen and the reading for it. Leaving a workbook that was opened from a table comes back to the table."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._app = desk.app
        self._sight = PatternSight()

    def open(self) -> None:
        """Show what comes up, or again what was in sight. Read anew, as what was opened may have changed."""
        screen = screens.PatternsScreen(self._sight)
        self._app.push_screen(screen, self._left)
        screen.call_after_refresh(self._begin, screen)

    def _begin(self, screen: PatternsScreen) -> None:
        """Begin to read, now that there is a screen to show it on, if it was not left again at once."""
        if screen.is_attached:
            self._app.run_worker(
                lambda: self._read(screen), thread=True, group="pictures", exclusive=True, exit_on_error=False
            )

    def _left(self, workbook_id: str | None) -> None:
        """Stop reading; open the workbook that was chosen, if any."""
        self._app.workers.cancel_group(self._app, "pictures")
        if workbook_id:
            self._desk.coming_back.to(self.open)
            self._desk.opening.open(workbook_id)

    def _read(self, screen: PatternsScreen) -> None:
        """Read all completed workbooks, and show what was found from time to time, once it is more than is in sight.

        Runs in a thread.
        """
        worker, library, tell = get_current_worker(), self._desk.library, self._app.call_from_thread
        try:
            entries = completed_first(library.entries())
        except LibraryError as error:
            tell(screen.say, str(error))
            return
        import_module("workbook.ui.pictures.draw")  # so that the first picture need not wait for it
        guide = self._desk.guide_or_none()
        gathering = Gathering([guide] if guide else ())
        total, in_sight = len(entries), self._sight.read
        shown = turn = time.monotonic()
        for read, entry in enumerate(entries if total >= FEWEST else (), start=1):
            for book in books(library, [entry]):
                gathering.add(counted(entry), book.guide, book.uncopied)
            now = time.monotonic()
            if worker.is_cancelled:
                return
            if read > in_sight and (read == FIRST_SHOWN or now - shown >= SHOWN_EVERY):
                tell(screen.show, gathering.found(), read, total)
                shown = turn = time.monotonic()
            elif now - turn >= STRETCH:
                tell(lambda: None)  # comes back when keys have been seen to
                turn = time.monotonic()
        if not worker.is_cancelled:
            tell(screen.show, gathering.found(), total, total, done=True)
