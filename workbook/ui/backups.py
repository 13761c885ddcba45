"""Everything as one file, and back again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbook.library.errors import LibraryError
from workbook.paths import expanded
from workbook.ui import screens
from workbook.ui.patience import patiently

if TYPE_CHECKING:
    from workbook.library.restoring import Restore
    from workbook.ui.desk import Desk

WHAT = (
    "Every workbook, with its earlier copies and the trash, as one file for you alone. A file that is already there "
    "is never written over."
)
OPEN = "Nothing in it is locked: whoever has the file can read it."
LOCKED = "It stays locked with the passphrase of today, and can only be opened with that."
UNSAVED = "What could not be saved yet is not in it."
BACK = "“Bring back a backup” in the menu on Home, or `workbook restore` with this file, brings all of it back."

LOCK = """\
A lock seals every workbook, earlier copy and the trash with a passphrase. \
Whoever finds the files then cannot read them, and the app asks for the passphrase at each start.

A forgotten passphrase cannot be recovered, by nobody. So back everything up first, to a place you trust: \
“Back everything up” in this menu does it, and `workbook lock` offers it once more.

To turn it on, leave the app and type
    workbook lock

Later, `workbook lock --change` changes the passphrase, and `workbook lock --off` takes the lock away."""
IS_LOCKED = """\
Everything is locked with your passphrase. `f9` locks the screen too.

`workbook lock --change` changes the passphrase, and `workbook lock --off` takes the lock away. Leave the app first."""


class Backups:
    """Dialogues about all workbooks together."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._app = desk.app
        self._done = 0

    def about_lock(self) -> None:
        """Say what a lock does and how it is turned on."""
        self._desk.say("The lock", IS_LOCKED if self._desk.library.has_lock else LOCK)

    # ---------------------------------------------------------------------------------------------- backing up

    def back_up(self) -> None:
        """Write everything to one file, after asking where."""
        self._app.run_worker(self._back_up(), group="backup", exclusive=True)

    async def _back_up(self) -> None:
        from workbook.library.backup import back_up, suggested_name

        library = self._desk.library
        name = suggested_name(library.clock())
        words = f"{WHAT}\n\n{LOCKED if library.has_lock else OPEN}"
        asked = screens.LineScreen("Back everything up", words, str(Path.cwd() / name), "Back it up")
        where = await self._app.push_screen_wait(asked)
        if where is None or not where.strip():
            return
        path = expanded(where.strip()).absolute()
        self._desk.leaving.save_all()
        self._done = 0
        try:
            path = path / name if path.is_dir() else path
            done = await patiently(
                self._app,
                "Backing everything up",
                lambda: back_up(library, path, tell=self._count),
                lambda: f"{self._done:,} files so far" if self._done else "Looking for what there is",
            )
        except (LibraryError, OSError) as error:
            self._desk.say("It was not backed up", str(error))
        else:
            unsaved = [] if self._desk.leaving.all_saved else [UNSAVED]
            self._desk.say("Backed up", "\n\n".join((f"{done}, in\n{path}", *done.lines, *unsaved, BACK)))

    def _count(self, done: int) -> None:
        self._done = done

    # -------------------------------------------------------------------------------------------- bringing back

    def bring_back(self) -> None:
        """Put a backup in the place of everything, after checking it and saying what that does."""
        self._app.run_worker(self._bring_back(), group="backup", exclusive=True)

    async def _bring_back(self) -> None:
        from workbook.library.restoring import plan

        library = self._desk.library
        asked = screens.LineScreen(
            "Bring back a backup", "Which file? All of it is checked first, and nothing changes yet.", "", "Check it"
        )
        where = await self._app.push_screen_wait(asked)
        if where is None or not where.strip():
            return
        path = expanded(where.strip()).absolute()
        checking = "Reading all of it. Nothing changes yet."
        try:
            planned = await patiently(self._app, "Checking", lambda: plan(library, path), lambda: checking)
        except (LibraryError, OSError) as error:
            self._desk.say("It cannot be brought back", str(error))
            return
        question = screens.AskScreen(
            "Bring it back?", "\n\n".join(planned.lines), {"keep": "Leave all as it is", "back": "Bring it back"}
        )
        if await self._app.push_screen_wait(question) == "back":
            await self._restore(planned)

    async def _restore(self, planned: Restore) -> None:
        from workbook.library.restoring import restore

        library = self._desk.library
        said = "What is here now is kept first. Stopped midway, the next start goes on with it."
        try:
            await patiently(self._app, "Bringing it back", lambda: restore(library, planned), lambda: said)
        except (LibraryError, OSError) as error:
            self._desk.say("It was not brought back", str(error))
        else:
            self._start_over(planned)

    def _start_over(self, planned: Restore) -> None:
        """Open the library anew, all of which was replaced, and show Home; where it is locked, after the passphrase."""
        from workbook.library.library import Library

        def show() -> None:
            self._desk.home.show()
            self._desk.say("Brought back", _done(planned))

        before = self._desk.library
        self._desk.library = Library(before.folder, before.clock)
        self._app.screen_lock.begin(show)


def _done(planned: Restore) -> str:
    return (
        f"Everything is as it was on {planned.backup.when}.\n\n"
        f"What was here until now is in\n{planned.before}\nBring that back in the same way to undo this."
    )
