"""The desk: which workbook is open, and who does what the person wants.

Screens say what that is; the desk hands it to one of its own (opening, leaving, looking, removing …), each of which
asks the library and brings up the next screen.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from workbook.guide.problems import GuideError
from workbook.library.errors import LibraryError
from workbook.ui import screens
from workbook.ui.at_home import AtHome
from workbook.ui.backups import Backups
from workbook.ui.beside import Beside
from workbook.ui.coming_back import ComingBack
from workbook.ui.errands import Errands
from workbook.ui.exporting import Exporting
from workbook.ui.leaving import Leaving
from workbook.ui.looking import Looking
from workbook.ui.opening import Opening
from workbook.ui.removing import Removing
from workbook.ui.text import plain
from workbook.ui.versions import Versions
from workbook.ui.while_writing import WhileWriting

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.app import SystemCommand
    from textual.content import Content
    from textual.screen import Screen

    from workbook.guide.model import Guide
    from workbook.insight.coming_up import Coming
    from workbook.library.entry import Entry
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp
    from workbook.ui.dating import Dating
    from workbook.ui.preferences import Preferences
    from workbook.ui.screens import ReviewScreen, WizardScreen
    from workbook.ui.start import Start


class Desk:
    """At most one workbook lies on it."""

    def __init__(self, app: WorkbookApp, library: Library, content: Path, preferences: Preferences) -> None:
        self.app = app
        self.library = library
        self.preferences = preferences
        self.open_screen: WizardScreen | ReviewScreen | None = None
        """The workbook that lies here, as it is walked or read."""
        self.home = AtHome(self)
        self.opening = Opening(self, content)
        self.leaving = Leaving(self)
        self.coming_back = ComingBack(app)
        self.while_writing = WhileWriting(self)
        self.looking = Looking(self)
        self.errands = Errands(self)
        self.exporting = Exporting(self)
        self.beside = Beside(self)
        self.removing = Removing(self)
        self.backups = Backups(self)
        self.versions = Versions(self)
        self._dating: Dating | None = None
        self._content = content
        self._guide: Guide | None = None
        self._reading_guide = threading.Lock()

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

    def guide_or_none(self) -> Guide | None:
        """The same; None where it cannot be used, which is told when a workbook is begun."""
        try:
            return self.guide()
        except GuideError:
            return None

    @property
    def has_guide(self) -> bool:
        """Whether that was read by now."""
        return self._guide is not None

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
                self.say("There is nothing to open", str(error))
                return
        match start.kind:
            case "new":
                self.opening.new(start.route)
            case "resume":
                self.opening.open(start.id, take_over=start.take_over)
            case "review":
                self.opening.open(start.id, look=True)
            case _:
                self.home.show(at_once=True)

    def switch(self, screen: Screen[Any]) -> None:
        """Put a screen in the place of everything that is up; under a lock, once that is open again."""
        if self.app.screen_lock.hold(lambda: self.switch(screen)):
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
            self.opening.new()
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
            self.opening.open(entry.id, look=what == "look", page=page, at=at)

    def say(self, title: str, text: str) -> None:
        """Tell something that is to be read, over whatever is on screen; where nothing is yet, over Home."""
        if len(self.app.screen_stack) == 1:
            self.home.show()
        self.app.push_screen(screens.WordsScreen(title, plain(text), is_message=True))

    def want_of_review(self, what: str) -> None:
        """Export or reopen the workbook that is being read, or lay another beside it."""
        if isinstance(self.open_screen, screens.ReviewScreen):
            if what == "beside":
                self.beside.choose()
            elif what == "export":
                self.exporting.open_one(self.open_screen.sitting)
            else:
                self.errands.reopen(self.open_screen.sitting)

    def commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the palette offers for the workbook on the desk."""
        from workbook.ui.commands import commands

        return commands(self, screen)
