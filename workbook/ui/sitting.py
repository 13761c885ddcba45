"""One sitting: a workbook open for writing, its answers in memory, and what still has to be saved.

Nothing here knows a widget, a timer or a thread; `autosave` decides when to save. What happens next is asked of
`flow`, and what was decided is handed to the library.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import UNSET

from workbook.flow.lookup import cleared
from workbook.flow.naming import title_of
from workbook.flow.state import Around, State
from workbook.flow.suggest import followed
from workbook.flow.walk import forward, go, is_last, next_page, previous_page, resume_page
from workbook.guide.model import LongText
from workbook.library.changes import Changes
from workbook.library.record import RecordNote
from workbook.ui.letting_go import LettingGo
from workbook.ui.unsaved import Unsaved

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date, datetime
    from pathlib import Path

    from workbook.flow.gathered import Gathered, LeftPlan
    from workbook.flow.values import Value
    from workbook.guide.model import Guide
    from workbook.library.workbook import Workbook


class Sitting:
    """A workbook while someone works on it.

    Answers live in `state` from the moment they are typed. `pending` says what the library does not have yet;
    `take` hands that over and `give_back` returns it when it could not be saved, so that nothing falls between.
    """

    def __init__(self, workbook: Workbook, around: Around) -> None:
        record = workbook.record
        self.workbook = workbook
        self.guide: Guide = workbook.guide
        self.saved_at: datetime | None = record.updated if record.answers else None
        self.trouble = ""
        """Why the last save did not work, in a plain line; empty when it did."""
        self.support_offered = False
        """Whether people to talk to were already offered in this sitting."""
        self.told_without_day: set[tuple[str, str]] = set()
        """Dates, with their words, of which it was said that they have no day yet."""
        state = State(
            guide=self.guide,
            answers={ref: answer.value for ref, answer in record.answers.items()},
            around=replace(around, begun=record.created.date(), writing_sittings=record.writing_sittings),
            here=record.position,
            visited=frozenset(record.visited),
        )
        state = replace(state, here=resume_page(state))
        self.state = replace(state, visited=state.visited | {state.here})
        self._bookmark = ""
        """Where the next sitting begins while the person is on a page aside; empty when it is where they are."""
        self._dirty: dict[str, Value | None] = {}
        self._moved = False
        self.completed = record.completed
        self.notes = record.notes
        self._completed_changed = self._notes_changed = False
        self._timed_writing = False
        self.letting_go = LettingGo(self.guide, record.answers)

    @property
    def title(self) -> str:
        """What this workbook is called: the answers that name it, or the day it was begun."""
        return title_of(self.state)

    # ------------------------------------------------------------------------------------------- answering

    def answer(self, ref: str, value: Value | None) -> None:
        """Take an answer as it stands now. None, or a text without a character, is no answer.

        Where something stood there from the start, that the person cleared it is kept: else it would come back.
        """
        if value is None or value == "":
            value = cleared(self.guide.fields[ref].field)
        answers = dict(self.state.answers)
        if answers.get(ref) == value:
            return
        answers.pop(ref, None)
        if value is not None:
            answers[ref] = value
        let_go_before = self.letting_go.refs(self.state)
        before, self.state = self.state, replace(self.state, answers=answers)
        self._dirty[ref] = value
        for plan, halves in followed(before, self.state).items():
            answers[plan] = self._dirty[plan] = halves
        self._count_timed_writing(ref, value)
        for private in self.letting_go.refs(self.state) ^ let_go_before:
            self._dirty[private] = answers.get(private)

    def is_let_go(self, ref: str) -> bool:
        """Whether what is written at `ref` is never to be kept."""
        return ref in self.letting_go.refs(self.state)

    def _count_timed_writing(self, ref: str, value: Value | None) -> None:
        place = self.guide.fields.get(ref)
        timed = place is not None and isinstance(place.field, LongText) and bool(place.field.timer)
        if timed and value is not None and not self._timed_writing:
            self._timed_writing = True
            sittings = self.state.around.writing_sittings + 1
            self.state = replace(self.state, around=replace(self.state.around, writing_sittings=sittings))

    def minutes_writing(self, minutes: int) -> None:
        """Take how long the person has been writing on a page with a timer."""
        self.state = replace(self.state, around=replace(self.state.around, minutes_writing=minutes))

    def today_is(self, today: date) -> None:
        """Follow the calendar when a sitting passes midnight."""
        if today != self.state.around.today:
            self.state = replace(self.state, around=replace(self.state.around, today=today))

    def patterns_are(self, patterns: tuple[str, ...]) -> None:
        """Take what was found across completed workbooks."""
        self.state = replace(self.state, around=replace(self.state.around, patterns=patterns))

    def gathered_is(self, gathered: Mapping[str, tuple[Gathered, ...]]) -> None:
        """Take what earlier workbooks offer this one."""
        self.state = replace(self.state, around=replace(self.state.around, gathered=gathered))

    def left_plan_is(self, plan: LeftPlan) -> None:
        """Take the plan for another time that an earlier workbook left."""
        self.state = replace(self.state, around=replace(self.state.around, left_plan=plan))

    def person_is(self, name: str) -> None:
        """Take the name that letters end with."""
        self.state = replace(self.state, around=replace(self.state.around, person=name))

    # --------------------------------------------------------------------------------------------- walking

    def forward(self) -> bool:
        """Go on to the next page, keeping what stood preselected here. False on the last page.

        From a page aside the way on is back to where the person was: nothing was finished by looking in there.
        """
        last = is_last(self.state)
        state, stood = forward(self.state)
        for ref, value in stood.items():
            self.answer(ref, value)
        if self.is_aside:
            self._be_at(self._bookmark)
            return True
        if last:
            return False
        self._be_at(next_page(self.state) or state.here)
        return True

    def back(self) -> bool:
        """Go to the page before. False on the first one."""
        page = previous_page(self.state)
        if page is None:
            return False
        bookmark = self._bookmark
        self._be_at(page)
        self._bookmark = bookmark if bookmark != page else ""
        return True

    def jump(self, page: str) -> None:
        """Go to any page of the guide."""
        self._be_at(page)

    def step_aside(self, page: str) -> None:
        """Open a page without losing the place: unless they jump from there, the person comes back to it."""
        bookmark = self.state.here
        self._be_at(page)
        self._bookmark = bookmark if bookmark != page else ""

    def stand_at_next(self) -> None:
        """Stop for today: keep this page as it is, and stand where the next sitting begins."""
        self.forward()

    @property
    def is_aside(self) -> bool:
        """Whether the page in sight was opened on the side, so that going on leads back to where they were."""
        return bool(self._bookmark)

    @property
    def can_go_back(self) -> bool:
        """Whether a page comes before this one."""
        return previous_page(self.state) is not None

    @property
    def is_let_go_page(self) -> bool:
        """Whether something on the page in sight is never to be kept."""
        return bool(self.letting_go.on_page(self.state))

    def _be_at(self, page: str) -> None:
        if page == self.state.here:
            return
        self._drop_let_go()
        self._bookmark = ""
        self.state = go(self.state, page)
        self._moved = True

    def _drop_let_go(self) -> None:
        """Words that are not to be kept are gone when their page is left."""
        gone = self.letting_go.on_page(self.state)
        if gone & set(self.state.answers):
            kept = {ref: value for ref, value in self.state.answers.items() if ref not in gone}
            self.state = replace(self.state, answers=kept)

    def finish(self, at: datetime) -> None:
        """Mark the workbook as completed."""
        self._drop_let_go()
        self.completed = at
        self._completed_changed = self._moved = True

    def reopen(self) -> None:
        """Make a completed workbook unfinished again. Every answer stays."""
        self.completed = None
        self._completed_changed = True

    def note(self, at: datetime, text: str) -> None:
        """Keep a note added at a moment, as it stands now. An empty one is none."""
        others = tuple(note for note in self.notes if note.at != at)
        self.notes = (*others, RecordNote(at, text)) if text.strip() else others
        self._notes_changed = True

    # ---------------------------------------------------------------------------------------------- saving

    @property
    def unsaved(self) -> bool:
        """Whether something here is not in the library yet."""
        return bool(self._dirty or self._moved or self._completed_changed or self._notes_changed)

    @property
    def pending(self) -> Unsaved:
        """Everything that is not saved yet. Words that are let go are never among it."""
        let_go = self.letting_go.refs(self.state)
        changes = Changes(
            answers={ref: value for ref, value in self._dirty.items() if ref not in let_go},
            position=self._bookmark or self.state.here,
            visited=tuple(page for page in self.guide.pages if page in self.state.visited),
            completed=self.completed if self._completed_changed else UNSET,
            notes=self.notes if self._notes_changed else None,
            writing_sittings=self.state.around.writing_sittings,
        )
        return Unsaved(changes, frozenset(let_go & set(self._dirty)))

    def take(self) -> Unsaved:
        """Hand over everything that is not saved yet."""
        unsaved = self.pending
        self._dirty, self._moved = {}, False
        self._completed_changed = self._notes_changed = False
        return unsaved

    def give_back(self, unsaved: Unsaved, trouble: str) -> None:
        """Take back what could not be saved. What was typed since then is newer and stays."""
        for ref in (*unsaved.changes.answers, *unsaved.forget):
            self._dirty.setdefault(ref, self.state.answers.get(ref))
        self._moved = True
        self._completed_changed |= unsaved.changes.completed is not UNSET
        self._notes_changed |= unsaved.changes.notes is not None
        self.trouble = trouble

    def saved(self, at: datetime, taken: Unsaved, out_of_reach: Collection[Path] = ()) -> None:
        """Note that what was taken is on disk now, and which files may still hold what was to be forgotten."""
        self.saved_at = at
        self.trouble = ""
        self.letting_go.saved(taken, out_of_reach)
