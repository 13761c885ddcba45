"""Deleting workbooks: to the trash, back from it, or out of it for good."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbook.library.before_restore import backups, remove
from workbook.library.errors import LibraryError
from workbook.library.reach import not_reached
from workbook.ui import screens
from workbook.ui.trouble import refused

if TYPE_CHECKING:
    from workbook.library.entry import Entry
    from workbook.library.trash import Trashed
    from workbook.ui.desk import Desk

FOR_GOOD = "It cannot be brought back after that."

BEFORE = """\
Each time a backup was brought back, all that was here before it was kept as a backup, too: every workbook of that \
time, with earlier copies and the trash.

{files}

Without them, going back to before that is no longer possible."""


class Removing:
    """Dialogues about workbooks that are no longer wanted. None removes anything without asking."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._app = desk.app

    def _say(self, text: str) -> None:
        self._app.notify(text, markup=False)

    # ------------------------------------------------------------------------------------------ to the trash

    def delete(self, entry: Entry) -> None:
        """Move a workbook to the trash, after asking."""
        asked = screens.AskScreen(
            "Delete this workbook?",
            f"{entry.title}\n\nIt goes to the trash, and can be brought back from there until the trash is emptied.",
            {"keep": "Keep it", "delete": "Delete it"},
        )
        self._app.push_screen(asked, partial(self._delete, entry))

    def delete_open(self) -> None:
        """Put away the workbook in hand, then ask whether to delete it."""
        self._desk.leaving.leave_for(self.delete)

    def _delete(self, entry: Entry, answer: str | None) -> None:
        if answer == "delete":
            try:
                self._desk.library.delete(entry.id)
            except LibraryError as error:
                self._say(refused("It was not deleted", error))
            else:
                self._desk.home.show()
                self._say("It is in the trash. “Trash” in the menu (ctrl+p) brings it back, or removes it for good.")

    # --------------------------------------------------------------------------------------------- the trash

    def open_trash(self) -> None:
        """Show the deleted workbooks, to bring one back or remove it for good."""
        self._app.run_worker(self._look_through(), group="trash", exclusive=True)

    async def _look_through(self) -> None:
        """Show the trash again after each thing done in it, until the person is done with it."""
        looking = True
        while looking:
            try:
                trashed = self._desk.library.trashed()
            except (LibraryError, OSError) as error:
                self._say(f"The trash cannot be read: {error}")
                return
            chosen = await self._app.push_screen_wait(screens.TrashScreen(trashed, has_backups=self._has_backups))
            if chosen == "empty":
                looking = await self._empty(len(trashed))
            elif chosen == "backups":
                await self._remove_backups()
            elif chosen is None:
                looking = False
            else:
                looking = await self._one(chosen)

    async def _one(self, trashed: Trashed) -> bool:
        """Ask what is to become of one; return whether to go on looking."""
        asked = screens.AskScreen(
            "In the trash",
            trashed.title,
            {"back": "Bring it back", "remove": "Remove it for good", "leave": "Leave it here"},
        )
        answer = await self._app.push_screen_wait(asked)
        if answer == "remove":
            await self._remove(trashed)
        return answer != "back" or not self._bring_back(trashed)

    def _bring_back(self, trashed: Trashed) -> bool:
        try:
            self._desk.library.restore(trashed.id)
        except LibraryError as error:
            self._say(refused("It was left in the trash", error))
            return False
        self._desk.home.show()
        return True

    async def _remove(self, trashed: Trashed) -> None:
        """Remove one for good, after saying what that cannot reach."""
        library = self._desk.library
        words = f"{trashed.title}\n\n{FOR_GOOD}\n\n{not_reached(library)}"
        asked = screens.AskScreen("Remove it for good?", words, {"keep": "Keep it", "remove": "Remove it for good"})
        if await self._app.push_screen_wait(asked) == "remove":
            try:
                library.remove_for_good(trashed)
            except LibraryError as error:
                self._say(refused("It was not removed", error))
            else:
                self._say("It is gone for good.")

    async def _empty(self, number: int) -> bool:
        """Empty the trash, after saying what that cannot reach; return whether to go on looking."""
        library = self._desk.library
        what = "one workbook" if number == 1 else f"{number} workbooks"
        words = f"There {'is' if number == 1 else 'are'} {what} in it. {FOR_GOOD}\n\n{not_reached(library)}"
        asked = screens.AskScreen("Empty the trash?", words, {"keep": "Leave it as it is", "empty": "Empty the trash"})
        if await self._app.push_screen_wait(asked) != "empty":
            return True
        try:
            gone = library.empty_trash()
        except LibraryError as error:
            self._say(refused("Not all of it was removed", error))
            return True
        said = f"{gone} {'workbook is' if gone == 1 else 'workbooks are'} gone for good.\n\n{not_reached(library)}"
        if not self._has_backups:
            self._desk.say("The trash is empty", said)
            return False
        ways = {"keep": "Keep these backups", "look": "Remove them …"}
        if await self._app.push_screen_wait(screens.AskScreen("The trash is empty", said, ways)) == "look":
            await self._remove_backups()
        return False

    @property
    def _has_backups(self) -> bool:
        return bool(backups(self._desk.library.places))

    async def _remove_backups(self) -> None:
        """Remove what was kept before each restore, after saying what that is."""
        places = self._desk.library.places
        words = BEFORE.format(files="\n".join(map(str, backups(places))))
        asked = screens.AskScreen("Remove these backups?", words, {"keep": "Keep them", "remove": "Remove for good"})
        if await self._app.push_screen_wait(asked) != "remove":
            return
        try:
            gone = remove(places)
        except LibraryError as error:
            self._say(refused("Not all of them were removed", error))
        else:
            self._say(f"{'One backup is' if gone == 1 else f'{gone} backups are'} gone for good.")
