"""Gathering across every workbook in the background, and keeping what the person says of what was found."""

from __future__ import annotations

import secrets
import time
from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from textual.worker import get_current_worker

from workbook.insight.banks.kept import banks_of
from workbook.insight.banks.questions import SAME, Alike, apart, joined, undone
from workbook.insight.banks.rows import rows
from workbook.insight.banks.shelves import Gathering, Shelves
from workbook.library import books as reading
from workbook.library.changes import Changes
from workbook.library.errors import LibraryError
from workbook.library.marks import PIN, mark_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from workbook.insight.banks.kept import Kept
    from workbook.insight.banks.questions import Question
    from workbook.insight.banks.rows import Row, Shelf
    from workbook.library.entry import Entry
    from workbook.ui.desk import Desk

Thing = TypeVar("Thing")

WORK, BREATH = 0.004, 0.005
"""Seconds of reading, and of leaving the computer to keys after them."""
SHOWN_EVERY, ORDERING = 0.4, 10
"""Seconds between showing what was gathered so far, and at least so many times as putting it in order takes."""


@dataclass(frozen=True)
class Gathered:
    """What was gathered so far, ready to be shown."""

    shelves: Shelves = field(default_factory=Shelves)
    rows: Mapping[Shelf, tuple[Row, ...]] = field(default_factory=dict)
    places: Mapping[Shelf, Mapping[tuple[str, ...], int]] = field(default_factory=dict)
    """Which row each thing stands in."""
    done: int = 0
    total: int = 0
    is_done: bool = False

    @property
    def said(self) -> str:
        """How far it is, in words."""
        if not self.is_done:
            return f"reading {self.done:,} of {self.total:,}"
        read = self.shelves.workbooks
        said = f"from {read:,} workbooks" if read != 1 else "from one workbook"
        return f"{said}, {self.total - read:,} could not be read" if read < self.total else said


class Gatherer:
    """Reads every workbook, the newest first. `show` is called in the app's thread with what there is."""

    def __init__(self, desk: Desk, show: Callable[[Gathered], None], tell: Callable[[str], None]) -> None:
        self._desk = desk
        self._show = show
        self._tell = tell
        self._lock = Lock()
        self._entries: dict[str, Entry] = {}
        guide = desk.guide_or_none()
        self._gathering = Gathering(banks_of(guide) if guide else None)
        self._done = 0
        self._is_done = False

    def entry(self, workbook_id: str) -> Entry | None:
        """Return the workbook of this ID, as Home lists it."""
        return self._entries.get(workbook_id)

    # ---------------------------------------------------------------------------------------------- reading

    def start(self) -> None:
        """Begin to read."""
        self._run(self._read, "gathered")

    def stop(self) -> None:
        """Read no further."""
        self._desk.app.workers.cancel_group(self._desk.app, "gathered")

    def _run(self, work: Callable[[], None], group: str) -> None:
        self._desk.app.run_worker(work, thread=True, group=group, exit_on_error=False)

    def _read(self) -> None:
        worker, library = get_current_worker(), self._desk.library
        try:
            entries = library.entries(at_once=True)
        except LibraryError as error:
            self._call(self._tell, str(error))
            return
        self._entries = {entry.id: entry for entry in entries}
        started = shown = time.monotonic()
        pause = SHOWN_EVERY / 2
        for number, entry in enumerate(entries):
            if worker.is_cancelled:
                return
            with self._lock:
                for book in reading.books(library, [entry]):
                    self._gathering.add(book)
                self._done = number + 1
            if time.monotonic() - started > WORK:
                time.sleep(BREATH)
                started = time.monotonic()
            if time.monotonic() - shown > pause:
                before = time.monotonic()
                self._hand_over()
                shown = started = time.monotonic()
                pause = max(SHOWN_EVERY, ORDERING * (shown - before))
        self._is_done = True
        self._hand_over()

    def _hand_over(self) -> None:
        """Put in order what was gathered and have it shown. Runs in a thread: of much, this takes a while."""
        with self._lock:
            shelves, done = self._gathering.shelves(), self._done
        made = rows(shelves)
        places = {
            shelf: {row.place: number for number, row in enumerate(found) if row.thing is not None}
            for shelf, found in made.items()
        }
        self._call(self._show, Gathered(shelves, made, places, done, len(self._entries), self._is_done))

    def _call(self, show: Callable[[Thing], None], what: Thing) -> None:
        """Have the app's thread do something, unless it is ending and does nothing any more."""
        if self._desk.app.is_running:
            self._desk.app.call_later(show, what)  # does not wait for it: an app that ends would never get to it

    # ---------------------------------------------------------------------------------------------- marking

    def alike(self, shelves: Shelves, question: Question) -> tuple[Question, ...]:
        """Return the questions that this one may be the same as."""
        return Alike(shelves.questions).to(question)

    def join(self, together: Sequence[Question]) -> None:
        """Keep that these are one question."""
        self._mark(joined(together, secrets.token_hex(6)))

    def part(self, questions: Sequence[Question]) -> None:
        """Keep that these are different questions, so that it is not asked again."""
        self._mark(apart(questions, secrets.token_hex(6)))

    def undo(self, question: Question) -> None:
        """Take apart what was said to be one question."""
        self._mark(undone(question))

    def _mark(self, marks: Mapping[tuple[str, str, str], str]) -> None:
        self._run(partial(self._keep_same, marks), "marking")

    def _keep_same(self, marks: Mapping[tuple[str, str, str], str]) -> None:
        by_workbook: defaultdict[str, dict[tuple[str, str, str], str]] = defaultdict(dict)
        for place, value in marks.items():
            by_workbook[place[0]][place] = value
        for workbook_id, some in by_workbook.items():
            with self._lock:
                if self._keep(
                    workbook_id, {mark_key(SAME, ref, rest): value for (_, ref, rest), value in some.items()}
                ):
                    self._gathering.mark(some)
        self._hand_over()

    def pin(self, kept: Kept, *, is_pinned: bool) -> None:
        """Pin kind words to Home, or take them away from there."""
        self._run(partial(self._keep_pin, kept, is_pinned), "marking")

    def _keep_pin(self, kept: Kept, is_pinned: bool) -> None:
        with self._lock:
            if self._keep(kept.source.workbook, {mark_key(PIN, kept.source.ref): "1" if is_pinned else ""}):
                self._gathering.pin(kept, is_pinned=is_pinned)
        self._hand_over()

    def _keep(self, workbook_id: str, marks: Mapping[str, str]) -> bool:
        """Write marks into a workbook; False, told, where it cannot be changed now."""
        try:
            with self._desk.library.open(workbook_id) as workbook:
                workbook.save(Changes(marks=marks, in_passing=True))
        except LibraryError as error:
            self._call(self._tell, f"This could not be kept. {error}")
            return False
        return True
