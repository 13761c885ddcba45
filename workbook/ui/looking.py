"""Looking across workbooks from the desk: always in the background, so that keys come first."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from workbook.library.books import books
from workbook.ui import screens

if TYPE_CHECKING:
    from workbook.ui.desk import Desk
    from workbook.ui.sitting import Sitting

MOST_BOOKS = 200
"""How many completed workbooks, the newest first, are looked across while a person writes."""
BREATH = 0.005
"""Seconds between reading two of them, so that keys come first."""


class Looking:
    """What the desk shows from many workbooks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._app = desk.app

    def across(self, sitting: Sitting) -> None:
        """Read completed workbooks for a page that looks across them."""
        if sitting.state.around.completed_workbooks >= 2 and not sitting.state.around.patterns:
            finding = partial(self._find_patterns, sitting)
            self._app.run_worker(finding, thread=True, group="patterns", exclusive=True, exit_on_error=False)

    def _find_patterns(self, sitting: Sitting) -> None:
        """Read the newest completed workbooks, leaving room for keys between them."""
        from workbook.insight.patterns import patterns

        library, worker = self._desk.library, get_current_worker()
        completed = [entry for entry in library.entries() if entry.state == "completed"][:MOST_BOOKS]
        read = []
        for book in books(library, (entry for entry in completed if entry.id != sitting.workbook.id)):
            if worker.is_cancelled:
                return
            time.sleep(BREATH)
            read.append((book.guide, book.answers))
        found = patterns(read)
        if not worker.is_cancelled:
            self._app.call_from_thread(self._patterns_found, sitting, found)

    def _patterns_found(self, sitting: Sitting, found: tuple[str, ...]) -> None:
        sitting.patterns_are(found)
        screen = self._desk.open_screen
        if isinstance(screen, screens.WizardScreen) and screen.sitting is sitting:
            screen.follow_answers()
