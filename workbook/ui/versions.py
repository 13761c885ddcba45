"""Versions of a workbook: its earlier copies, those that came from other computers, and one open elsewhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbook.library.errors import LibraryError
from workbook.ui import screens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbook.library.copies import EarlierCopy
    from workbook.library.entry import Entry
    from workbook.library.joining import Joined
    from workbook.ui.desk import Desk

TOGETHER = "Of each answer the newer one stays, and the other is kept among the earlier answers."

EARLIER = "What you have now stays as the newest earlier copy, so this can be taken back."


class Versions:
    """Short dialogues about other states of a workbook than the one at hand."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._app = desk.app

    # ------------------------------------------------------------------------------------------ earlier copies

    def earlier(self, entry: Entry) -> None:
        """Show the earlier copies of a workbook, to put one back."""
        from workbook.library.copies import earlier_copies

        try:
            copies = earlier_copies(self._desk.library, entry.id)
        except LibraryError as error:
            self._desk.say("There are no earlier copies", str(error))
        else:
            self._app.push_screen(screens.EarlierScreen(entry.title, copies), partial(self._ask_put_back, entry))

    def earlier_of_open(self) -> None:
        """Put away the workbook in hand, then show its earlier copies."""
        self._desk.leaving.leave_for(self.earlier)

    def _ask_put_back(self, entry: Entry, copy: EarlierCopy | None) -> None:
        if copy is None:
            return
        if copy.problem:
            self._desk.say("This copy cannot be read", copy.problem)
            return
        changes = f"What it would change: {copy.changes}.\n" if copy.changes else ""
        asked = screens.AskScreen(
            f"Back to {copy.when}?",
            f"{entry.title}\n\n{changes}{EARLIER}",
            {"keep": "Leave it as it is", "back": "Put it back"},
        )
        self._app.push_screen(asked, partial(self._put_back, entry, copy))

    def _put_back(self, entry: Entry, copy: EarlierCopy, answer: str | None) -> None:
        from workbook.library.copies import put_back

        if answer == "back":
            try:
                done = put_back(self._desk.library, entry.id, copy)
            except LibraryError as error:
                self._desk.say("It was left as it is", str(error))
            else:
                self._desk.home.show()
                self._desk.say("Put back", str(done))

    # --------------------------------------------------------------------------------------- other computers

    def notices(self, entries: Iterable[Entry]) -> Iterator[str]:
        """What Home says of versions that came from other computers."""
        titles = {entry.id: entry.title for entry in entries}
        for copy in self._desk.library.conflicts:
            if copy.name in titles:
                yield (
                    f"Another version of “{titles[copy.name]}” came from another computer, {copy}. "
                    "Open it to put both together."
                )
            else:
                yield (
                    f"A version of a workbook that is not here came from another computer, {copy}. "
                    "ctrl+p, then “Put versions together”, brings it in."
                )

    def wait_for(self, entry: Entry) -> bool:
        """Whether there are versions of a workbook that are to be put together before it is opened."""
        return any(copy.name == entry.id for copy in self._desk.library.conflicts)

    def ask_together(self, entry: Entry, page: str = "") -> None:
        """Say what putting the versions of a workbook together would do, and ask."""
        from workbook.library.joining import join

        try:
            planned = join(self._desk.library, entry.id, dry_run=True)
        except LibraryError as error:
            self._desk.say("The versions could not be put together", str(error))
            return
        if not planned.copies:
            self._desk.opening.open(entry.id, page=page)
            self._desk.say("Another version could not be read", "\n\n".join(planned.lines))
            return
        asked = screens.AskScreen(
            "There is another version of this workbook",
            "\n".join((f"{entry.title}\n", _said(planned), *planned.left, TOGETHER)),
            {"together": "Put them together", "open": "Open this one"},
        )
        self._app.push_screen(asked, partial(self._put_together, entry, page))

    def _put_together(self, entry: Entry, page: str, answer: str | None) -> None:
        from workbook.library.joining import join

        if answer == "together":
            try:
                join(self._desk.library, entry.id)
            except LibraryError as error:
                self._desk.say("The versions could not be put together", str(error))
                return
            self._app.notify("Put together.", markup=False)
        if answer is not None:
            self._desk.opening.open(entry.id, page=page)

    def put_all_together(self) -> None:
        """Put together every workbook of which there are several versions, and say what was done."""
        from workbook.library.joining import join

        said: list[str] = []
        for workbook_id in dict.fromkeys(copy.name for copy in self._desk.library.conflicts):
            try:
                said.extend(join(self._desk.library, workbook_id).lines)
            except LibraryError as error:
                said.append(str(error))
        self._desk.home.show()
        self._desk.say("Put together", "\n\n".join((*said, TOGETHER)))

    # ------------------------------------------------------------------------------------------ open elsewhere

    def ask_take_over(self) -> None:
        """Ask before a workbook is opened that another computer says to have open."""
        screen = self._desk.open_screen
        if screen is None or screen.sitting.workbook.held_by is None:
            return
        workbook = screen.sitting.workbook
        asked = screens.AskScreen(
            "Take over this workbook?",
            f"It was opened in {workbook.held_by}.\n\nIf it is still open there, both go on separately. A folder that "
            "is synchronised then has two versions, which can be put together here; in a folder both share, each "
            "finds the other's changes at its next save. Leaving it there first is better.",
            {"keep": "Only read it", "take": "Take it over"},
        )
        self._app.push_screen(asked, partial(self._take_over, workbook.id))

    def _take_over(self, workbook_id: str, answer: str | None) -> None:
        if answer == "take":
            self._app.run_worker(self._open_here(workbook_id), group="leaving", exclusive=True)

    async def _open_here(self, workbook_id: str) -> None:
        if await self._desk.leaving.put_away():
            self._desk.opening.open(workbook_id, take_over=True)


def _said(planned: Joined) -> str:
    """Say where versions came from and what putting them together changes."""
    programs = ", ".join(dict.fromkeys(copy.program for copy in planned.copies))
    return f"It came from another computer ({programs}). Together: {planned.made}."
