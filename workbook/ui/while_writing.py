"""What is read of other workbooks while a person writes: always in the background, so that keys come first."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from workbook.library.books import books
from workbook.ui import screens

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbook.ui.desk import Desk
    from workbook.ui.sitting import Sitting

MOST_BOOKS = 200
"""How many completed workbooks, the newest first, are looked across."""
SETTLED = 0.3
"""Seconds after which a workbook that was opened stands, with its first page and those beside it."""
BREATH = 0.005
"""Seconds between reading two of them."""


class WhileWriting:
    """Finds what earlier workbooks hold for the one that is open. What comes too late for it is let go."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._app = desk.app

    def gather(self, sitting: Sitting) -> None:
        """Find what this workbook can use, once its first page stands."""
        self._app.set_timer(SETTLED, partial(self._gather_soon, sitting))

    def across(self, sitting: Sitting) -> None:
        """Read completed workbooks for a page that looks across them."""
        if sitting.state.around.completed_workbooks >= 2 and not sitting.state.around.patterns:
            self._run(partial(self._find_patterns, sitting), "patterns")

    def stop(self) -> None:
        """Read no further: the workbook is being left."""
        for group in ("patterns", "gathering"):
            self._app.workers.cancel_group(self._app, group)

    def _gather_soon(self, sitting: Sitting) -> None:
        if self._is_open(sitting):
            self._run(partial(self._gather, sitting), "gathering")

    def _run(self, work: Callable[[], None], group: str) -> None:
        self._app.run_worker(work, thread=True, group=group, exclusive=True, exit_on_error=False)

    def _is_open(self, sitting: Sitting) -> bool:
        return self._desk.open_screen is not None and self._desk.open_screen.sitting is sitting

    # ---------------------------------------------------------------------------------------------- in threads

    def _gather(self, sitting: Sitting) -> None:
        """Read the newest workbooks, leaving room for keys between them. Those not finished only for their plan."""
        from workbook.insight.banks.carrying import carried, left_plan
        from workbook.insight.banks.kept import banks_of
        from workbook.insight.banks.shelves import Gathering

        library, worker, record = self._desk.library, get_current_worker(), sitting.workbook.record
        gathering, has_plan = Gathering(banks_of(sitting.guide)), False
        others = [entry for entry in library.entries(at_once=True) if entry.id != record.id]
        for book in books(library, sorted(others, key=lambda entry: entry.created, reverse=True)):
            if worker.is_cancelled or gathering.workbooks >= MOST_BOOKS:
                break
            time.sleep(BREATH)
            plan = left_plan(book, sitting.guide) if not has_plan and book.entry.created < record.created else None
            if plan is not None:
                has_plan = True
                self._app.call_from_thread(self._found, sitting, partial(sitting.left_plan_is, plan))
            if book.entry.state == "completed":
                gathering.add(book)
        if gathering.workbooks and not worker.is_cancelled:
            found = carried(gathering.shelves())
            self._app.call_from_thread(self._found, sitting, partial(sitting.gathered_is, found))

    def _find_patterns(self, sitting: Sitting) -> None:
        """Read the newest completed workbooks, leaving room for keys between them."""
        from workbook.insight.patterns.sentences import patterns

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

    # ------------------------------------------------------------------------------------------- what was found

    def _found(self, sitting: Sitting, take: Callable[[], None]) -> None:
        """Let the page in sight follow what was found."""
        from workbook.ui.widgets.page_view import PageView

        take()
        screen = self._desk.open_screen
        if self._is_open(sitting) and isinstance(screen, screens.WizardScreen):
            for view in screen.query(PageView):
                if view.was_shown and view.page_ref == sitting.state.here:
                    view.show(sitting.state)

    def _patterns_found(self, sitting: Sitting, found: tuple[str, ...]) -> None:
        sitting.patterns_are(found)
        screen = self._desk.open_screen
        if self._is_open(sitting) and isinstance(screen, screens.WizardScreen):
            screen.follow_answers()
