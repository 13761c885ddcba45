"""The desk: which workbook is open, and what opening, leaving and finishing one means.

Screens say what the person wants; the desk asks the library and brings up the next screen.
"""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from workbook.guide.problems import GuideError
from workbook.library.errors import LibraryError
from workbook.ui import screens
from workbook.ui.backups import Backups
from workbook.ui.beside import Beside
from workbook.ui.errands import Errands
from workbook.ui.exporting import Exporting
from workbook.ui.garbage import look_at_everything
from workbook.ui.guide_trouble import guide_trouble
from workbook.ui.keyboard import settle
from workbook.ui.looking import Looking
from workbook.ui.removing import Removing
from workbook.ui.text import plain
from workbook.ui.versions import Versions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.app import SystemCommand
    from textual.content import Content
    from textual.screen import Screen

    from workbook.flow.state import Around
    from workbook.guide.model import Guide
    from workbook.insight.coming_up import Coming
    from workbook.library.entry import Entry
    from workbook.library.library import Library
    from workbook.library.workbook import Workbook
    from workbook.ui.app import WorkbookApp
    from workbook.ui.dating import Dating
    from workbook.ui.preferences import Preferences
    from workbook.ui.screens import ReviewScreen, WizardScreen
    from workbook.ui.sitting import Sitting
    from workbook.ui.start import Start


FINISHED = (
    "This workbook is complete, and yours to put away. Notes and late feedback can still be added, "
    "and Reopen makes it unfinished again."
)


class Desk:
    """At most one workbook lies on it."""

    def __init__(self, app: WorkbookApp, library: Library, content: Path, preferences: Preferences) -> None:
        self.app = app
        self.library = library
        self.preferences = preferences
        self.errands = Errands(self)
        self.exporting = Exporting(self)
        self.beside = Beside(self)
        self.removing = Removing(self)
        self.backups = Backups(self)
        self.looking = Looking(self)
        self._dating: Dating | None = None
        self.versions = Versions(self)
        self._content = content
        self._guide: Guide | None = None
        self._reading_guide = threading.Lock()
        self._begun = ""
        """The workbook begun last: if nothing is ever written in it, it is not kept."""
        self.at_home: list[Entry] = []
        """The workbooks as Home shows them."""
        self.open_screen: WizardScreen | ReviewScreen | None = None
        self._putting_away: asyncio.Task[bool] | None = None

    def want_date(self, what: str, coming: Coming | None = None) -> None:
        """Do what was chosen in a list of dates, or for all of them. What it takes is imported when first wanted."""
        if self._dating is None:
            from workbook.ui.dating import Dating

            self._dating = Dating(self)
        self._dating.want(what, coming)

    # ------------------------------------------------------------------------------------------------ guide

    def guide(self) -> Guide:
        """The guide that new workbooks begin with. Raises GuideError with every problem in it.

        It is read once, even when a person opens a workbook while it is still being read ahead in a thread.
        """
        with self._reading_guide:
            if self._guide is None:
                from workbook.guide.loader import load_guide

                self._guide = load_guide(self._content)
            return self._guide

    def support(self) -> tuple[str, Content]:
        """Title and words of the people to talk to: those of the open workbook, else of the content."""
        from workbook.ui.support_words import support_words

        try:
            guide = self.open_screen.sitting.guide if self.open_screen else self.guide()
        except GuideError:
            return "People to talk to", support_words(None)
        return (guide.support.title if guide.support else "People to talk to"), support_words(guide.support)

    # --------------------------------------------------------------------------------------------- starting

    def begin(self, start: Start) -> None:
        """Open what the command line asked for."""
        if start.later is not None:
            try:
                start = start.later()
            except LibraryError as error:
                self._say("There is nothing to open", str(error))
                return
        match start.kind:
            case "new":
                self.new(start.route)
            case "resume":
                self.open(start.id, take_over=start.take_over)
            case "review":
                self.open(start.id, look=True)
            case _:
                self.go_home(at_once=True)

    def go_home(self, *, at_once: bool = False) -> None:
        """Show Home as things stand now; `at_once` leaves it to `check_home` to look at the files."""
        notices = [*self.preferences.problems, *self.app.told]
        try:
            entries = self.library.entries(at_once=at_once)
        except LibraryError as error:
            entries = []
            notices.append(str(error))
        notices.extend((*self.versions.notices(entries), *self.library.warnings))
        self.at_home = entries
        today = self.library.clock().date()
        home = screens.HomeScreen(entries, today, shortcuts=self._shortcuts(entries), notices=notices)
        self._switch(home)
        if self._guide is not None:
            home.call_after_refresh(
                self.app.run_worker, self.look_for_newer_pages, thread=True, group="newer", exit_on_error=False
            )

    def look_for_newer_pages(self) -> None:
        """Have Home say so, in a quiet line, if there are newer pages for what it offers to continue. For a thread."""
        self.looking.for_newer_pages(self.at_home)

    def check_home(self) -> None:
        """Show Home again if the files say something else than what it was begun with. Runs in a thread."""
        with suppress(LibraryError):
            before = self.library.warnings
            if self.library.entries() != self.at_home or self.library.warnings != before:
                self.app.call_from_thread(self._go_home_again)

    def _go_home_again(self) -> None:
        if isinstance(self.app.screen, screens.HomeScreen):
            self.go_home()

    def _shortcuts(self, entries: list[Entry]) -> dict[str, str]:
        """Pages that Home offers directly, of the unfinished workbook it offers to continue."""
        newest = next((entry for entry in entries if entry.state == "unfinished"), None)
        if newest is None:
            return {}
        try:
            return self.library.shortcuts(newest.id)
        except LibraryError:
            return {}

    def _switch(self, screen: Screen[Any]) -> None:
        """Put a screen in the place of everything that is up; under a lock, once that is open again."""
        if self.app.screen_lock.hold(lambda: self._switch(screen)):
            return
        while len(self.app.screen_stack) > 2:
            self.app.pop_screen()
        if len(self.app.screen_stack) == 2:
            self.app.switch_screen(screen)
        else:
            self.app.push_screen(screen)

    # ---------------------------------------------------------------------------------------------- opening

    def want(self, what: str, entry: Entry | None = None, page: str = "", *, at: str = "") -> None:
        """Do what was chosen on Home, or `open` what was found: at `page` to go on, from `at` on to read."""
        if what == "new":
            self.new()
        elif what == "copies":
            self.exporting.of_home(entry)
        elif what in self.looking.ways:
            self.looking.ways[what]()
        elif entry is None:
            return
        elif what == "beside":
            self.beside.choose(entry)
        elif what == "earlier":
            self.versions.earlier(entry)
        elif what == "delete":
            self.removing.delete(entry)
        elif entry.state == "damaged":
            self.errands.recover(entry)
        elif what == "open" and self.versions.wait_for(entry):
            self.versions.ask_together(entry, page)
        else:
            self.open(entry.id, look=what == "look", page=page, at=at)

    def new(self, route: str = "") -> None:
        """Begin a workbook and walk it."""
        if self.open_screen is not None:
            return  # one is on its way to the screen already: a key was pressed twice
        try:
            guide = self.guide()
            answers = {guide.manifest.route_field: route} if route else {}
            workbook = self.library.new(guide, answers)
            self._begun = workbook.id
        except GuideError as error:
            self._say("The content has problems", f"A workbook cannot begin until these are mended:\n\n{error}")
        except LibraryError as error:
            self._say("A workbook could not begin", str(error))
        else:
            self._lay_out(workbook)

    def open(
        self, workbook_id: str, *, look: bool = False, page: str = "", at: str = "", take_over: bool = False
    ) -> None:
        """Go on with a workbook, or read it when it is complete, held elsewhere, or only to be looked at."""
        if self.open_screen is not None:
            return  # one is on its way to the screen already: a key was pressed twice
        try:
            workbook = self.library.open(workbook_id, take_over=take_over)
        except LibraryError as error:
            self._say("This workbook could not be opened", str(error))
            return
        trouble = guide_trouble(workbook, self._content)
        if trouble:
            workbook.close()
            self._say("This workbook could not be opened", trouble)
        else:
            self._lay_out(workbook, look=look, page=page, at=at)

    def _lay_out(self, workbook: Workbook, *, look: bool = False, page: str = "", at: str = "") -> None:
        """Put an open workbook on the desk."""
        from workbook.ui.sitting import Sitting

        sitting = Sitting(workbook, self._around(workbook))
        if workbook.read_only:
            self.open_screen = screens.ReviewScreen(sitting, f"{workbook.why} You can read it here.", at=at)
        elif look or sitting.completed is not None:
            self.open_screen = screens.ReviewScreen(sitting, at=at)
        else:
            if page in sitting.guide.pages:
                sitting.step_aside(page)
            self.open_screen = screens.WizardScreen(sitting)
            self.looking.gather(sitting)
        self._switch(self.open_screen)

    def _around(self, workbook: Workbook) -> Around:
        from workbook.flow.state import Around

        settings = self.preferences.settings
        try:
            completed = sum(e.state == "completed" and e.id != workbook.id for e in self.library.entries(at_once=True))
        except LibraryError:
            completed = 0
        return Around(
            today=self.library.clock().date(),
            begun=workbook.record.created.date(),
            completed_workbooks=completed,
            person=settings.name,
            day_first=settings.day_first,
        )

    def _say(self, title: str, text: str) -> None:
        """Tell something that went wrong, over Home."""
        if len(self.app.screen_stack) == 1:
            self.go_home()
        self.app.push_screen(screens.WordsScreen(title, plain(text)))

    # ---------------------------------------------------------------------------------------------- leaving

    def leave(self) -> None:
        """Put the workbook away and go Home."""
        self.app.run_worker(self._leave(), group="leaving")

    async def _leave(self) -> None:
        if await self.put_away():
            self.go_home()
            self.looking.come_back()
            self.app.screen.call_after_refresh(look_at_everything)

    async def put_away(self) -> bool:
        """Save and close what is open. False when it could not be saved and the person stays.

        Asked for again before it is done, it is still done once: a key pressed twice must not ask twice.
        """
        if self._putting_away is None or self._putting_away.done():
            self._putting_away = asyncio.create_task(self._put_away())
        return await self._putting_away

    async def _put_away(self) -> bool:
        for group in ("finishing", "patterns", "gathering"):
            self.app.workers.cancel_group(self.app, group)
        await settle(self.app.screen)
        screen = self.open_screen
        if screen is None:
            return True
        while not screen.autosave.flush():
            from workbook.ui.rescue import ask_before_leaving

            answer = await ask_before_leaving(self.app, self.library, screen.sitting)
            if answer == "leave":
                break
            if answer != "again":
                return False
        screen.autosave.stop()
        workbook = screen.sitting.workbook
        workbook.close(give_up=True)
        if workbook.id == self._begun and not workbook.record.answers:
            with suppress(LibraryError):  # it stays as a blank workbook, which is no harm
                self.library.discard(workbook.id)
        self.open_screen = None
        return True

    def save_all(self) -> None:
        """Save what is open, here and now, as well as it can be."""
        if self.open_screen is not None:
            self.open_screen.autosave.flush()

    @property
    def all_saved(self) -> bool:
        """Whether nothing that was typed is only in memory."""
        return self.open_screen is None or not self.open_screen.sitting.unsaved

    def close(self) -> None:
        """Let go of what is still open when the app has ended."""
        if self.open_screen is not None:
            self.save_all()
            self.open_screen.sitting.workbook.close(give_up=True)
            self.open_screen = None

    # -------------------------------------------------------------------------------------------- finishing

    def show_finished(self) -> None:
        """Show the workbook that was just completed, to read."""
        self.app.run_worker(self._show_finished(), group="finishing", exclusive=True)

    async def _show_finished(self) -> None:
        if isinstance(self.open_screen, screens.WizardScreen):
            await settle(self.open_screen)
            self.open_screen.autosave.flush()
            self.open_screen.autosave.stop()
            sitting = self.open_screen.sitting
            self.open_screen = screens.ReviewScreen(sitting, FINISHED)
            self._switch(self.open_screen)

    def want_of_review(self, what: str) -> None:
        """Export or reopen the workbook that is being read."""
        if isinstance(self.open_screen, screens.ReviewScreen):
            if what == "beside":
                self.beside.choose()
            elif what == "export":
                self.exporting.open_one(self.open_screen.sitting)
            else:
                self.errands.reopen(self.open_screen.sitting)

    def walk_again(self, sitting: Sitting) -> None:
        """Show the wizard on a workbook that was reopened."""
        if isinstance(self.open_screen, screens.ReviewScreen):
            self.open_screen.autosave.flush()
            self.open_screen.autosave.stop()
        self.open_screen = screens.WizardScreen(sitting)
        self.looking.gather(sitting)
        self._switch(self.open_screen)

    def lay_out_again(self, workbook: Workbook) -> None:
        """Start the sitting anew on a workbook whose guide changed."""
        self._lay_out(workbook)

    def commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the palette offers for the workbook on the desk."""
        from workbook.ui.commands import commands

        return commands(self, screen)
