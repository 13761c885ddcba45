"""Opening workbooks: beginning one, going on with one, reading one; and from one of these to the other."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from workbook.guide.problems import GuideError
from workbook.library.errors import LibraryError
from workbook.ui import screens
from workbook.ui.guide_trouble import guide_trouble
from workbook.ui.keyboard import settle

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.flow.state import Around
    from workbook.library.workbook import Workbook
    from workbook.ui.desk import Desk
    from workbook.ui.sitting import Sitting

FINISHED = (
    "This workbook is complete, and yours to put away. Notes and late feedback can still be added, "
    "and Reopen makes it unfinished again."
)


class Opening:
    """Puts a workbook on the desk, with the screen it is walked or read on."""

    def __init__(self, desk: Desk, content: Path) -> None:
        self._desk = desk
        self._app = desk.app
        self._content = content
        self._begun = ""
        """The workbook begun last: if nothing is ever written in it, it is not kept."""

    def new(self, route: str = "") -> None:
        """Begin a workbook and walk it."""
        if self._desk.open_screen is not None:
            return  # one is on its way to the screen already: a key was pressed twice
        try:
            guide = self._desk.guide()
            answers = {guide.manifest.route_field: route} if route else {}
            workbook = self._desk.library.new(guide, answers)
            self._begun = workbook.id
        except GuideError as error:
            self._desk.say("The content has problems", f"A workbook cannot begin until these are mended:\n\n{error}")
        except LibraryError as error:
            self._desk.say("A workbook could not begin", str(error))
        else:
            self._lay_out(workbook)

    def open(
        self, workbook_id: str, *, look: bool = False, page: str = "", at: str = "", take_over: bool = False
    ) -> None:
        """Go on with a workbook, or read it when it is complete, held elsewhere, or only to be looked at."""
        if self._desk.open_screen is not None:
            return  # one is on its way to the screen already: a key was pressed twice
        try:
            workbook = self._desk.library.open(workbook_id, take_over=take_over)
        except LibraryError as error:
            self._desk.say("This workbook could not be opened", str(error))
            return
        trouble = guide_trouble(workbook, self._content)
        if trouble:
            workbook.close()
            self._desk.say("This workbook could not be opened", trouble)
        else:
            self._lay_out(workbook, look=look, page=page, at=at)

    def again(self, workbook: Workbook) -> None:
        """Start the sitting anew on a workbook whose guide changed."""
        self._lay_out(workbook)

    def _lay_out(self, workbook: Workbook, *, look: bool = False, page: str = "", at: str = "") -> None:
        """Put an open workbook on the desk."""
        from workbook.ui.sitting import Sitting

        sitting = Sitting(workbook, self._around(workbook))
        if workbook.read_only:
            self._show(screens.ReviewScreen(sitting, f"{workbook.why} You can read it here.", at=at))
        elif look or sitting.completed is not None:
            self._show(screens.ReviewScreen(sitting, at=at))
        else:
            if page in sitting.guide.pages:
                sitting.step_aside(page)
            self.walk(sitting)

    def walk(self, sitting: Sitting) -> None:
        """Show the wizard."""
        self._desk.while_writing.gather(sitting)
        self._show(screens.WizardScreen(sitting))

    def _show(self, screen: screens.WizardScreen | screens.ReviewScreen) -> None:
        self._desk.open_screen = screen
        self._desk.switch(screen)

    def _around(self, workbook: Workbook) -> Around:
        from workbook.flow.state import Around

        library, settings = self._desk.library, self._desk.preferences.settings
        try:
            completed = sum(e.state == "completed" and e.id != workbook.id for e in library.entries(at_once=True))
        except LibraryError:
            completed = 0
        return Around(
            today=library.clock().date(),
            begun=workbook.record.created.date(),
            completed_workbooks=completed,
            person=settings.name,
            day_first=settings.day_first,
            is_locked=library.has_lock,
        )

    def discard_if_blank(self, workbook: Workbook) -> None:
        """Do not keep a workbook that was begun last and in which nothing was written. It is closed by now."""
        if workbook.id == self._begun and not workbook.record.answers:
            with suppress(LibraryError):  # it stays as a blank workbook, which is no harm
                self._desk.library.discard(workbook.id)

    # ---------------------------------------------------------------------------------- from one to the other

    def show_finished(self) -> None:
        """Show the workbook that was just completed, to read."""
        self._app.run_worker(self._show_finished(), group="finishing", exclusive=True)

    async def _show_finished(self) -> None:
        screen = self._desk.open_screen
        if isinstance(screen, screens.WizardScreen):
            await settle(screen)
            screen.autosave.flush()
            screen.autosave.stop()
            self._show(screens.ReviewScreen(screen.sitting, FINISHED))

    def walk_again(self, sitting: Sitting) -> None:
        """Show the wizard on a workbook that was reopened."""
        if isinstance(self._desk.open_screen, screens.ReviewScreen):
            self._desk.open_screen.autosave.flush()
            self._desk.open_screen.autosave.stop()
        self.walk(sitting)
