"""Looking across workbooks from the desk: always in the background, so that keys come first."""

from __future__ import annotations

import time
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from workbook.guide.problems import GuideError
from workbook.library.books import books
from workbook.library.errors import LibraryError
from workbook.ui import screens

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from workbook.insight.banks.rows import Thing
    from workbook.insight.banks.sheet import Sheet
    from workbook.insight.search import Hit
    from workbook.library.entry import Entry
    from workbook.ui.desk import Desk
    from workbook.ui.gathered import GatheredPlace
    from workbook.ui.screens import PatternsScreen
    from workbook.ui.searching import Searching
    from workbook.ui.sitting import Sitting

MOST_BOOKS = 200
"""How many completed workbooks, the newest first, are looked across while a person writes."""
SETTLED = 0.3
"""Seconds after which a workbook that was opened stands, with its first page and those beside it."""
BREATH = 0.005
"""Seconds between reading two of them, so that keys come first."""
STRETCH = 0.005
"""Seconds of reading at a stretch where somebody waits for all of them; then the app has its turn."""


SHOWN_EVERY = 0.25
"""Seconds between two looks at what was found so far, once there is something to look at."""
FIRST_SHOWN = 24
"""Workbooks after which there is enough to fill a picture."""


class Looking:
    """What the desk shows from many workbooks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._app = desk.app
        self._left: Searching | None = None
        """The search that the open workbook was found by."""
        self._gathered: GatheredPlace | None = None
        self.ways: Mapping[str, Callable[[], None]] = {
            "search": self.search,
            "gathered": self.gathered,
            "patterns": self.patterns,
        }
        """What Home can want that looks across workbooks."""

    # -------------------------------------------------------------------------------------------- searching

    def search(self) -> None:
        """Look for words in everything that was written."""
        from workbook.ui.searching import Searching

        self._show(Searching(self._desk.library, self._desk.at_home, self._app.is_typing))

    def _show(self, searching: Searching) -> None:
        self._app.push_screen(screens.SearchScreen(searching), self._closed)

    def open(self, searching: Searching, hit: Hit) -> None:
        """Open a workbook where something was found in it; whoever leaves it comes back to the search."""
        self._left = searching
        self._desk.want("open", hit.entry, hit.page, at=hit.ref or "notes")

    def come_back(self) -> None:
        """Show again, over Home, the search that the workbook now left was found by; under a lock, once it is open."""
        if self._left is not None and not self._app.screen_lock.hold(self.come_back):
            searching, self._left = self._left, None
            self._show(searching)

    def _closed(self, _: None) -> None:
        """Forget the search: the person is done with it."""
        self._left = None

    # --------------------------------------------------------------------------------------------- gathering

    def gathered(self) -> None:
        """Show what was gathered, over Home. A workbook on the desk is put away first."""
        self._app.run_worker(self._open_gathered(), group="leaving")

    async def _open_gathered(self) -> None:
        from workbook.ui.gathered import GatheredPlace

        if self._desk.open_screen is not None:
            if not await self._desk.put_away():
                return
            self._desk.go_home()
        if isinstance(self._app.screen, screens.HomeScreen):
            self._gathered = GatheredPlace(self._desk)
            self._gathered.open()

    def sheet(self) -> None:
        """Show one page for the next interview."""
        from workbook.ui.sheets import Sheets

        Sheets(self._desk).read()

    def want_of_sheet(self, what: str, sheet: Sheet) -> None:
        """Save or copy that page."""
        from workbook.ui.sheets import Sheets

        Sheets(self._desk).want(what, sheet)

    def want_of_gathered(self, what: str, thing: Thing | None) -> None:
        """Do what was chosen of what was gathered."""
        if self._gathered is not None:
            self._gathered.want(what, thing)

    # --------------------------------------------------------------------------------------------- patterns

    def for_newer_pages(self, entries: Sequence[Entry]) -> None:
        """See whether the workbook that Home offers to continue began with other pages than there are now.

        For a thread. Says nothing while the content was not read, or where it cannot be used.
        """
        from workbook.guide.codec import digest, encode

        entry = next((each for each in entries if each.state == "unfinished"), None)
        if entry is None:
            return
        with suppress(GuideError, LibraryError):
            began_with = self._desk.library.read(entry.id).guide.digest
            if began_with != digest(encode(self._desk.guide())) and not get_current_worker().is_cancelled:
                self._app.call_from_thread(self._hint, entry)

    def _hint(self, entry: Entry) -> None:
        screen = self._app.screen
        if isinstance(screen, screens.HomeScreen):
            screen.hint_at_newer_pages(entry)

    def across(self, sitting: Sitting) -> None:
        """Read completed workbooks for a page that looks across them."""
        if sitting.state.around.completed_workbooks >= 2 and not sitting.state.around.patterns:
            finding = partial(self._find_patterns, sitting)
            self._app.run_worker(finding, thread=True, group="patterns", exclusive=True, exit_on_error=False)

    def gather(self, sitting: Sitting) -> None:
        """Find what earlier workbooks hold that this one can use, once its first page stands."""
        self._app.set_timer(SETTLED, partial(self._gather_soon, sitting))

    def _gather_soon(self, sitting: Sitting) -> None:
        if self._is_open(sitting):
            gathering = partial(self._gather, sitting)
            self._app.run_worker(gathering, thread=True, group="gathering", exclusive=True, exit_on_error=False)

    def _is_open(self, sitting: Sitting) -> bool:
        return self._desk.open_screen is not None and self._desk.open_screen.sitting is sitting

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

    def _found(self, sitting: Sitting, take: Callable[[], None]) -> None:
        """Let the page in sight follow what was found."""
        from workbook.ui.widgets.page_view import PageView

        take()
        screen = self._desk.open_screen
        if self._is_open(sitting) and isinstance(screen, screens.WizardScreen):
            for view in screen.query(PageView):
                if view.was_shown and view.page_ref == sitting.state.here:
                    view.show(sitting.state)

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

    # --------------------------------------------------------------------------------- patterns, on request

    def patterns(self) -> None:
        """Show what comes up across completed workbooks."""
        if self._desk.open_screen is None:  # else one is on its way to the screen
            screen = screens.PatternsScreen()
            self._app.push_screen(screen, self._patterns_left)
            screen.call_after_refresh(self._read_patterns, screen)

    def _read_patterns(self, screen: PatternsScreen) -> None:
        """Begin to read, now that there is a screen to show it on."""
        reading = partial(self._read_for, screen)
        self._app.run_worker(reading, thread=True, group="pictures", exclusive=True, exit_on_error=False)

    def _patterns_left(self, workbook_id: str | None) -> None:
        """Stop reading; open the workbook that was chosen, if any."""
        self._app.workers.cancel_group(self._app, "pictures")
        if workbook_id:
            self._desk.open(workbook_id)

    def _read_for(self, screen: PatternsScreen) -> None:
        """Read all completed workbooks, and show what was found from time to time."""
        from workbook.insight.patterns.gathering import Gathering, completed_first, counted
        from workbook.insight.patterns.sentences import FEWEST

        worker, library, tell = get_current_worker(), self._desk.library, self._app.call_from_thread
        try:
            entries = completed_first(library.entries())
        except LibraryError as error:
            tell(screen.say, str(error))
            return
        import_module("workbook.ui.pictures.draw")  # so that the first picture need not wait for it
        gathering = Gathering()
        with suppress(GuideError):  # which is told when a workbook is begun
            gathering = Gathering([self._desk.guide()])
        total = len(entries)
        shown = turn = time.monotonic()
        for read, entry in enumerate(entries if total >= FEWEST else (), start=1):
            for book in books(library, [entry]):
                gathering.add(counted(entry), book.guide, book.uncopied)
            now = time.monotonic()
            if worker.is_cancelled:
                return
            if read == FIRST_SHOWN or now - shown >= SHOWN_EVERY:
                tell(screen.show, gathering.found(), read, total)
                shown = turn = time.monotonic()
            elif now - turn >= STRETCH:
                tell(lambda: None)  # comes back when keys have been seen to
                turn = time.monotonic()
        if not worker.is_cancelled:
            tell(screen.show, gathering.found(), total, total, done=True)

    def _patterns_found(self, sitting: Sitting, found: tuple[str, ...]) -> None:
        sitting.patterns_are(found)
        screen = self._desk.open_screen
        if isinstance(screen, screens.WizardScreen) and screen.sitting is sitting:
            screen.follow_answers()
