"""The library against a model in memory, through any order of what people, disks and other computers do."""

from __future__ import annotations

import shutil
import tempfile
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.library import power
from tests.library.keeping import Book, Model, Times, seen
from tests.library.locks import PASSPHRASE, as_another_process, lock, unsealed
from tests.library.samples import MOOD, ROLE, WORDS, guide, note
from workbook.library import locking
from workbook.library.backup import back_up
from workbook.library.changes import Changes
from workbook.library.copies import earlier_copies, put_back
from workbook.library.errors import DamagedFile
from workbook.library.importing import import_
from workbook.library.library import Library
from workbook.library.marks import PIN, mark_key
from workbook.library.moving import export
from workbook.library.restoring import plan, restore

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbook.library.workbook import Workbook

REFS = (WORDS, ROLE, MOOD)
answers = st.dictionaries(st.sampled_from(REFS), st.none() | st.text(max_size=5) | st.integers(0, 10))
pinned = st.dictionaries(st.sampled_from([mark_key(PIN, ref) for ref in REFS]), st.none() | st.just("yes"))
picks = st.integers(0, 99)
"""Which of those there are, counted round and round."""
shares = st.floats(0, 1)
damages = st.sampled_from([b"", b"{}", b"\0" * 500, b'{"answers": {}}', b"\x80 not a workbook"])


class Keeping(RuleBasedStateMachine):
    """What is kept is what the model remembers."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = Times()
        self.library = Library(self.folder / "data", self.clock)
        self.model = Model()
        self.opened: dict[str, Workbook] = {}
        self.backup: Model | None = None
        self.lives = 0

    def teardown(self) -> None:
        """Remove the folder."""
        self.close_all()
        as_another_process(self.library.folder)
        shutil.rmtree(self.folder)

    def close_all(self) -> None:
        """End every sitting."""
        for workbook in self.opened.values():
            workbook.close()
        self.opened = {}

    @property
    def closed(self) -> list[str]:
        """The workbooks that nobody has open."""
        return sorted(self.model.books.keys() - self.opened.keys())

    def one_closed(self, which: int) -> str:
        """Return one of those."""
        return self.closed[which % len(self.closed)]

    def one_opened(self, which: int) -> Workbook:
        """Return a workbook that is open."""
        return self.opened[sorted(self.opened)[which % len(self.opened)]]

    def one_deleted(self, which: int) -> str:
        """Return a workbook in the trash."""
        return sorted(self.model.trash)[which % len(self.model.trash)]

    # --------------------------------------------------------------------------------------------- writing

    @initialize()
    def write_one_of_several_sittings(self) -> None:
        """Begin where there is something to lose: most orders of rules would not come to that."""
        self.begin({WORDS: "first", ROLE: "Baker"})
        self.save(0, {MOOD: 1}, {mark_key(PIN, WORDS): "yes"})
        self.add_a_note(0, "a")
        self.close(0)
        self.open(0)
        self.save(0, {WORDS: "second"}, {})
        self.close(0)

    @rule(first=answers)
    def begin(self, first: dict[str, Any]) -> None:
        workbook = self.library.new(guide(), first)
        self.opened[workbook.id] = workbook
        self.model.put(workbook.id, Book().changed(first, {}))

    @precondition(lambda self: self.opened)
    @rule(which=picks, values=answers, marks=pinned)
    def save(self, which: int, values: dict[str, Any], marks: dict[str, str | None]) -> None:
        workbook = self.one_opened(which)
        workbook.save(Changes(answers=values, marks=marks))
        self.model.put(workbook.id, self.model.books[workbook.id].changed(values, marks))

    @precondition(lambda self: self.opened)
    @rule(which=picks, text=st.text("ab", min_size=1, max_size=3))
    def add_a_note(self, which: int, text: str) -> None:
        workbook = self.one_opened(which)
        workbook.save(Changes(notes=(*workbook.record.notes, note(text))))
        book = deepcopy(self.model.books[workbook.id])
        book.notes += (text,)
        self.model.put(workbook.id, book)

    @precondition(lambda self: self.opened)
    @rule(which=picks)
    def finish_or_reopen(self, which: int) -> None:
        workbook = self.one_opened(which)
        book = deepcopy(self.model.books[workbook.id])
        book.is_completed = not book.is_completed
        workbook.save(Changes(completed=self.clock() if book.is_completed else None))
        self.model.put(workbook.id, book)

    @precondition(lambda self: self.opened)
    @rule(which=picks, ref=st.sampled_from(REFS))
    def let_go(self, which: int, ref: str) -> None:
        workbook = self.one_opened(which)
        workbook.forget([ref])
        self.model.books[workbook.id] = self.model.books[workbook.id].without(ref)
        self.model.ever[workbook.id] = [each.without(ref) for each in self.model.ever[workbook.id]]

    @precondition(lambda self: self.opened)
    @rule(which=picks)
    def close(self, which: int) -> None:
        workbook = self.one_opened(which)
        workbook.close()
        del self.opened[workbook.id]

    @precondition(lambda self: self.closed)
    @rule(which=picks)
    def open(self, which: int) -> None:
        workbook_id = self.one_closed(which)
        self.opened[workbook_id] = self.library.open(workbook_id)
        assert not self.opened[workbook_id].read_only

    # -------------------------------------------------------------------------------------- deleting, bringing back

    @precondition(lambda self: self.closed)
    @rule(which=picks)
    def delete(self, which: int) -> None:
        workbook_id = self.one_closed(which)
        self.library.delete(workbook_id)
        self.model.trash[workbook_id] = self.model.books.pop(workbook_id)

    @precondition(lambda self: self.model.trash)
    @rule(which=picks)
    def undelete(self, which: int) -> None:
        workbook_id = self.one_deleted(which)
        self.library.restore(workbook_id)
        self.model.books[workbook_id] = self.model.trash.pop(workbook_id)

    @precondition(lambda self: self.model.trash)
    @rule()
    def empty_the_trash(self) -> None:
        assert self.library.empty_trash() == len(self.model.trash)
        for workbook_id in self.model.trash:
            assert not [path for path in self.library.folder.rglob(f"*{workbook_id}*") if path.suffix != ".lock"]
        self.model.trash = {}

    @precondition(lambda self: self.closed)
    @rule(which=picks, number=picks)
    def go_back_to_an_earlier_copy(self, which: int, number: int) -> None:
        workbook_id = self.one_closed(which)
        copies = earlier_copies(self.library, workbook_id)
        assert not [each.problem for each in copies if each.problem]
        if copies:
            put_back(self.library, workbook_id, copies[number % len(copies)])
            self.is_as_it_once_was(workbook_id)

    def is_as_it_once_was(self, workbook_id: str) -> None:
        """Take a workbook for what it holds, which it must have held before."""
        book = seen(self.library)[0][workbook_id]
        assert book in self.model.ever[workbook_id]
        self.model.put(workbook_id, book)

    @precondition(lambda self: not self.opened)
    @rule()
    def back_up(self) -> None:
        back_up(self.library, self.folder / "backup.zip", force=True)
        self.backup = deepcopy(self.model)

    @precondition(lambda self: self.backup and not self.opened)
    @rule()
    def bring_back_everything(self) -> None:
        assert self.backup
        restore(self.library, plan(self.library, self.folder / "backup.zip"))
        self.model = deepcopy(self.backup)
        self.start_anew()

    # ------------------------------------------------------------------------------------------------ elsewhere

    @precondition(lambda self: self.closed)
    @rule(which=picks)
    def bring_in_what_is_here(self, which: int) -> None:
        workbook_id = self.one_closed(which)
        assert import_(self.library, export(self.library, [workbook_id])).same == (workbook_id,)

    @precondition(lambda self: self.model.books)
    @rule(which=picks, values=answers)
    def write_on_another_computer(self, which: int, values: dict[str, Any]) -> None:
        workbook_id = sorted(self.model.books)[which % len(self.model.books)]
        elsewhere = Library(self.folder / "elsewhere", self.clock)
        import_(elsewhere, export(self.library, [workbook_id]))
        self.clock.pass_all()
        with elsewhere.open(workbook_id) as workbook:
            workbook.save(Changes(answers=values))
        report = import_(self.library, export(elsewhere, [workbook_id]))
        shutil.rmtree(elsewhere.folder)
        book = self.model.books[workbook_id]
        # What was taken away there stays here: whether it was ever there cannot be told.
        merged = book.changed({ref: value for ref, value in values.items() if value is not None}, {})
        if workbook_id in self.opened:
            assert merged == book or report.held == (workbook_id,)
        else:
            self.model.put(workbook_id, merged)

    # ------------------------------------------------------------------------------------------------- trouble

    @precondition(lambda self: self.closed)
    @rule(which=picks, data=st.none() | damages)
    def damage_and_recover(self, which: int, data: bytes | None) -> None:
        workbook_id = self.one_closed(which)
        path = self.library.places.workbook(workbook_id)
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2] if data is None else data)
        with pytest.raises(DamagedFile):
            self.library.read(workbook_id)
        assert {each.id: each.state for each in self.library.entries()}[workbook_id] == "damaged"
        if earlier_copies(self.library, workbook_id):
            self.library.recover(workbook_id)
            self.is_as_it_once_was(workbook_id)
        else:
            with pytest.raises(DamagedFile):
                self.library.recover(workbook_id)
            path.write_bytes(whole)  # it was left for another way to put it right

    @rule(hours=st.integers(-30, 30))
    def jump(self, hours: int) -> None:
        self.clock.jump(hours=hours)

    @rule()
    def lose_the_catalogue(self) -> None:
        self.library.places.catalogue.unlink(missing_ok=True)

    @precondition(lambda self: not self.opened)
    @rule()
    def start_anew(self) -> None:
        as_another_process(self.library.folder)
        self.library = Library(self.library.folder, self.clock)
        if self.library.locked:
            self.library.unlock(PASSPHRASE)

    @precondition(lambda self: not self.opened)
    @rule()
    def turn_the_lock(self) -> None:
        if self.model.has_lock:
            locking.turn_off(self.library)
        else:
            lock(self.library)
        self.model.has_lock = not self.model.has_lock

    # --------------------------------------------------------------------------------------------- a power cut

    @precondition(lambda self: self.model.books)
    @rule(
        what=st.sampled_from(["save", "let_go", "delete", "undelete", "empty_the_trash", "turn_the_lock", "elsewhere"]),
        which=picks,
        values=answers,
        moment=shares,
        names=shares,
    )
    def cut_the_power(self, what: str, which: int, values: dict[str, Any], moment: float, names: float) -> None:
        """Do one of these; the disk has what it had at one moment of it, with some names changed and some not."""
        self.close_all()
        before = deepcopy(self.model)
        with power.recorded(self.library.folder) as disk:
            self.do(what, which, values)
            self.close_all()
        cuts = list(disk.cuts(lambda sure, changed: sure + round(names * (changed - sure))))
        number, tree, contents = cuts[round(moment * (len(cuts) - 1))]
        as_another_process(self.library.folder)
        self.lives += 1
        power.write(tree, contents, self.folder / f"life-{self.lives}")
        self.library = Library(self.folder / f"life-{self.lives}", self.clock)
        self.start_anew()
        now = seen(self.library)
        if what == "empty_the_trash" and now[1] < before.seen[1]:  # one after the other, each all of it or not at all
            before.trash = {each: book for each, book in before.trash.items() if each in now[1]}
        assert now in (before.seen, self.model.seen)
        is_done = now == self.model.seen and (now != before.seen or number == len(disk.events))
        assert is_done or number < len(disk.events), "it was said to be done"
        if not is_done:
            for workbook_id, books in self.model.ever.items():  # it may be done in an earlier copy already
                before.ever[workbook_id] = [*before.ever.get(workbook_id, []), *books]
            self.model = before

    def do(self, what: str, which: int, values: dict[str, Any]) -> None:
        """Do what is to be interrupted, if it can be done."""
        doing: dict[str, tuple[bool, Callable[[], None]]] = {
            "undelete": (bool(self.model.trash), lambda: self.undelete(which)),
            "empty_the_trash": (bool(self.model.trash), self.empty_the_trash),
            "delete": (True, lambda: self.delete(which)),
            "turn_the_lock": (True, self.turn_the_lock),
            "elsewhere": (True, lambda: self.write_on_another_computer(which, values)),
        }
        can, action = doing.get(what, (False, self.start_anew))
        if can:
            action()
        elif what in {"save", "let_go"}:
            self.open(which)
            self.save(0, values, {}) if what == "save" else self.let_go(0, WORDS)

    @invariant()
    def everything_is_as_remembered(self) -> None:
        assert seen(self.library) == self.model.seen
        if self.model.has_lock:
            assert not [name for name in unsealed(self.library.folder) if not name.endswith(".lock")]


Keeping.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestKeeping = Keeping.TestCase
