"""Errands of the desk: short dialogues about the workbook on it, and the name that letters end with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbook.guide.problems import GuideError
from workbook.library.errors import LibraryError
from workbook.ui import screens

if TYPE_CHECKING:
    from workbook.library.entry import Entry
    from workbook.ui.desk import Desk
    from workbook.ui.sitting import Sitting

REOPEN = """\
It becomes unfinished again, and you can change any page. Every answer stays as it is.
Finish it again whenever you like.

The workbook as it is now is kept as an earlier copy. “Earlier copies of this workbook” (ctrl+p) brings it back, \
and so does `workbook restore {id} --earlier`."""


class Errands:
    """Each asks or tells first where something could be regretted."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._app = desk.app

    def _say(self, text: str) -> None:
        self._app.notify(text, markup=False)

    # ------------------------------------------------------------------------------------------- workbooks

    def recover(self, entry: Entry) -> None:
        """Offer the newest good copy of a workbook that cannot be read."""
        asked = screens.AskScreen(
            "This workbook needs attention",
            f"{entry.problem}\n\nNothing was written over it. If an earlier copy can be read, it can take its place; "
            "the file as it is now is kept beside it. Key e on Home shows every earlier copy.",
            {"leave": "Leave it as it is", "recover": "Bring back the newest good copy"},
        )
        self._app.push_screen(asked, partial(self._recover, entry))

    def _recover(self, entry: Entry, answer: str | None) -> None:
        if answer == "recover":
            try:
                done = self._desk.library.recover(entry.id)
            except LibraryError as error:
                self._desk.say("It could not be brought back", str(error))
            else:
                self._desk.home.show()
                self._desk.say("Brought back", str(done))

    def reopen(self, sitting: Sitting) -> None:
        """Make a completed workbook unfinished again, after saying what that does."""
        asked = screens.AskScreen(
            "Reopen this workbook?",
            REOPEN.format(id=sitting.workbook.id),
            {"keep": "Leave it completed", "reopen": "Reopen it"},
        )
        self._app.push_screen(asked, partial(self._reopen, sitting))

    def _reopen(self, sitting: Sitting, answer: str | None) -> None:
        if answer == "reopen":
            screen = self._desk.open_screen
            try:
                if screen is not None and screen.autosave.flush():
                    sitting.workbook.keep_copy()
            except LibraryError as error:
                self._desk.say("It was left completed", f"No copy of it could be kept: {error}")
                return
            sitting.reopen()
            self._desk.opening.walk_again(sitting)

    def tell_out_of_reach(self) -> None:
        """Say where words that were let go may still be."""
        from workbook.library.reach import not_reached

        screen = self._desk.open_screen
        if screen is not None:
            words = not_reached(self._desk.library, screen.sitting.letting_go.out_of_reach)
            self._desk.say("Out of reach", words)

    # ------------------------------------------------------------------------------------------- settings

    def ask_name(self) -> None:
        """Ask for the name that letters end with."""
        name = self._desk.preferences.settings.name
        asked = screens.LineScreen(
            "Your name in letters", "It stands at the end of the letters drafted here.", name, "Keep"
        )
        self._app.push_screen(asked, self._take_name)

    def _take_name(self, name: str | None) -> None:
        if name is not None:
            self._desk.preferences.remember_name(name.strip())
            if self._desk.open_screen is not None:
                self._desk.open_screen.sitting.person_is(name.strip())

    # ------------------------------------------------------------------------------------------- the guide

    def move_to_newer(self) -> None:
        """Move the open workbook to the guide as the content files are now."""
        from workbook.guide.codec import digest, encode

        screen = self._desk.open_screen
        if screen is None:
            return
        try:
            guide = self._desk.guide()
            workbook = screen.sitting.workbook
            if digest(encode(guide)) == workbook.record.guide.digest:
                self._say("This workbook already goes by the newest pages.")
                return
            screen.autosave.flush()
            workbook.move_to(guide)
        except GuideError as error:
            self._desk.say("The content has problems", str(error))
        except LibraryError as error:
            self._say(str(error))
        else:
            screen.autosave.stop()
            self._desk.opening.again(workbook)
            self._say("Moved. Every answer was kept.")
