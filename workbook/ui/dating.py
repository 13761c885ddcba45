"""Dates from the desk: asking about one, settling or moving it in its workbook, and taking that back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from workbook.flow.dates.saying import say
from workbook.insight.settling import dated, moved, settled, undone
from workbook.library.describe import state_of
from workbook.library.errors import LibraryError
from workbook.ui import screens
from workbook.ui.widgets.coming_up import DateRows, key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from workbook.flow.standing import Stage
    from workbook.flow.state import State
    from workbook.insight.coming_up import Coming
    from workbook.insight.settling import Dated
    from workbook.library.changes import Changes
    from workbook.library.record import Record
    from workbook.ui.desk import Desk
    from workbook.ui.widgets.coming_up import DateKey

NONE_LEFT = "There is nothing to take back here. All dates shows each one."
NOT_CHANGED = "The date was not changed"
GONE = "This date is no longer in its workbook, or is another day by now. What you see here is how it stands."
DONE: dict[Stage, str] = {
    "done": "Done.",
    "let_go": "Let go.",
    "kept": "Kept as it is. It stays under All dates.",
    "open": "It is open again.",
}


@dataclass(frozen=True)
class _Undo:
    """What takes the last change back, while the workbook still says what that change made it say."""

    about: DateKey
    changes: Changes
    after: Record


class Dating:
    """What can be done with a date without opening its workbook."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._app = desk.app
        self._undo: _Undo | None = None

    def want(self, what: str, coming: Coming | None) -> None:
        """Do what was chosen in a list of dates."""
        if what == "all":
            self.show_all()
        elif what == "undo":
            self.undo()
        elif what == "calendar":
            self.calendar()
        elif coming is not None and what == "open":
            self._open(coming)
        elif coming is not None:
            self._with(coming, partial(self._ask, coming) if what == "ask" else partial(self._do, coming, what))

    def _open(self, coming: Coming) -> None:
        """Open the page of a date; whoever leaves it comes back to all dates, if it was opened from there."""
        if isinstance(self._app.screen, screens.DatesScreen):
            self._desk.coming_back.to(partial(self.show_all, coming, self._app.screen.cursor))
        self._desk.want("open", coming.entry, coming.page)

    def show_all(self, at: Coming | None = None, cursor: int = 0) -> None:
        """Show every date, with the cursor on one of them; where that is gone, on this row."""
        try:
            entries = self._desk.library.entries(at_once=True)
        except LibraryError as error:
            self._refuse(str(error))
        else:
            self._app.push_screen(screens.DatesScreen(entries, self._today, at, cursor), lambda _: self._home())

    @property
    def _today(self) -> date:
        return self._desk.library.clock().date()

    # ---------------------------------------------------------------------------------------------- asking

    def _with(self, coming: Coming, then: Callable[[Dated, State], None]) -> None:
        """Read the date from its workbook and go on with it."""
        try:
            record = self._desk.library.read(coming.entry.id)
            state = self._state(record)
        except LibraryError as error:
            self._refuse(str(error))
            return
        found = dated(state, record, coming.ref, coming.day)
        if found is None:
            self._refuse(GONE)
        else:
            then(found, state)

    def _state(self, record: Record) -> State:
        """Return a workbook as the flow sees it, with how this person writes a day. Raises LibraryError."""
        state = state_of(record, self._desk.library.guide(record.guide.digest), self._today)
        settings = self._desk.preferences.settings
        return replace(state, around=replace(state.around, day_first=settings.day_first, person=settings.name))

    def _ask(self, coming: Coming, found: Dated, state: State) -> None:
        asked = screens.DateScreen(found, coming.entry.title, self._today)
        self._app.push_screen(asked, partial(self._answered, coming, found, state))

    def _answered(self, coming: Coming, found: Dated, state: State, answer: str | None) -> None:
        if answer == "open":
            self._open(coming)
        elif answer:
            self._do(coming, answer, found, state)

    def _do(self, coming: Coming, what: str, found: Dated, state: State) -> None:
        if what == "move":
            self._app.push_screen(screens.MoveScreen(found, state), partial(self._move, coming))
        else:
            stage: Stage = next((each for each in DONE if each == what), "open")
            self._change(coming, lambda found, state: settled(found, state, stage), DONE[stage])

    def _move(self, coming: Coming, day: date | None) -> None:
        if day is not None:
            said = f"Moved to {say(day, self._today)}."
            self._change(coming, lambda found, state: moved(found, state, day), said)

    # -------------------------------------------------------------------------------------------- changing

    def _change(self, coming: Coming, changes: Callable[[Dated, State], Changes], said: str) -> None:
        """Change a date in its workbook, as that is by now."""

        def made(record: Record) -> Changes | None:
            state = self._state(record)
            found = dated(state, record, coming.ref, coming.day)
            return changes(found, state) if found else None

        if self._write(key_of(coming), made):
            self._say(f"{said} u takes it back.")

    def undo(self) -> None:
        """Take the last change to a date back."""
        last = self._undo
        if last is None:
            self._say(NONE_LEFT)
            return

        def made(record: Record) -> Changes | None:
            same = all(record.answers.get(ref) == last.after.answers.get(ref) for ref in last.changes.answers)
            same = same and all(record.marks.get(key) == last.after.marks.get(key) for key in last.changes.marks)
            return last.changes if same else None

        if self._write(last.about, made):
            self._undo = None
            self._say("Taken back.")

    def _write(self, about: DateKey, made: Callable[[Record], Changes | None]) -> bool:
        """Open a workbook, make the changes it takes, and close it; return whether that was done. Says what was not."""
        try:
            with self._desk.library.open(about[0]) as workbook:
                if workbook.read_only:
                    self._refuse(f"{workbook.why} Nothing was changed.")
                    return False
                before = workbook.record
                changes = made(before)
                if changes is None:
                    self._refuse(GONE)
                    return False
                try:
                    workbook.save(changes)
                except LibraryError:
                    workbook.close(give_up=True)
                    raise
                self._undo = _Undo(about, undone(before, workbook.record, changes), workbook.record)
        except LibraryError as error:
            self._refuse(str(error))
            return False
        self._show_again(about)
        return True

    def _show_again(self, about: DateKey) -> None:
        """Show the dates as they are now, in the list that the person is in."""
        screen = self._app.screen
        if isinstance(screen, screens.DatesScreen):
            try:
                screen.show(self._desk.library.entries(at_once=True), about)
            except LibraryError as error:
                self._refuse(str(error))
        else:
            self._home(about)

    def _home(self, about: DateKey | None = None) -> None:
        """Show Home again, with the cursor in its dates where there are any: where it was, or on the one changed."""
        cursor = next((rows.cursor for rows in self._rows()), 0)
        self._desk.home.show()
        self._app.call_after_refresh(self._go_to_dates, cursor, about)

    def _go_to_dates(self, cursor: int, about: DateKey | None) -> None:
        for rows in self._rows():
            rows.stay(rows.items, cursor, about)
            rows.focus()

    def _rows(self) -> Iterable[DateRows]:
        """The dates on Home, if that is in sight."""
        home = self._app.screen
        return home.query("#coming").results(DateRows) if isinstance(home, screens.HomeScreen) else ()

    # -------------------------------------------------------------------------------------------- calendar

    def calendar(self) -> None:
        """Put the dates into a calendar file."""
        from workbook.ui.calendar_file import CalendarFile

        CalendarFile(self._desk).ask()

    def _say(self, text: str) -> None:
        self._app.notify(text, markup=False)

    def _refuse(self, text: str) -> None:
        self._desk.say(NOT_CHANGED, text)
