"""The library against a model in memory, through any order of sittings, deletions, stops and damage."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from tests.library.samples import MOOD, ROLE, WORDS, Clock, guide
from workbook.library.changes import Changes
from workbook.library.errors import DamagedFile
from workbook.library.importing import import_
from workbook.library.library import Library
from workbook.library.moving import export

if TYPE_CHECKING:
    from workbook.library.workbook import Workbook

answers = st.dictionaries(st.sampled_from([WORDS, ROLE, MOOD]), st.none() | st.text(max_size=5) | st.integers(0, 10))


class Keeping(RuleBasedStateMachine):
    """What is kept is what the model remembers."""

    closed = Bundle("closed")
    opened = Bundle("opened")
    trashed = Bundle("trashed")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = Clock()
        self.library = Library(self.folder / "data", self.clock)
        self.expected: dict[str, dict[str, Any]] = {}
        self.in_trash: dict[str, dict[str, Any]] = {}

    def teardown(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.folder)

    @rule(target=opened, first=answers)
    def begin(self, first: dict[str, Any]) -> Workbook:
        workbook = self.library.new(guide(), first)
        self.expected[workbook.id] = {}
        self.remember(workbook.id, first)
        return workbook

    def remember(self, workbook_id: str, changes: dict[str, Any]) -> None:
        """Change the model as a save should change the workbook."""
        self.expected[workbook_id].update(changes)
        kept = {ref: value for ref, value in self.expected[workbook_id].items() if value is not None}
        self.expected[workbook_id] = kept

    @rule(workbook=opened, changes=answers)
    def save(self, workbook: Workbook, changes: dict[str, Any]) -> None:
        workbook.save(Changes(answers=changes))
        self.remember(workbook.id, changes)

    @rule(workbook=opened, ref=st.sampled_from([WORDS, ROLE]))
    def let_go(self, workbook: Workbook, ref: str) -> None:
        workbook.forget([ref])
        self.expected[workbook.id].pop(ref, None)

    @rule(target=closed, workbook=consumes(opened))
    def close(self, workbook: Workbook) -> str:
        workbook.close()
        return workbook.id

    @rule(target=opened, workbook_id=consumes(closed))
    def open(self, workbook_id: str) -> Workbook:
        return self.library.open(workbook_id)

    @rule(target=trashed, workbook_id=consumes(closed))
    def delete(self, workbook_id: str) -> str:
        self.library.delete(workbook_id)
        self.in_trash[workbook_id] = self.expected.pop(workbook_id)
        return workbook_id

    @rule(target=closed, workbook_id=consumes(trashed))
    def restore(self, workbook_id: str) -> str:
        self.library.restore(workbook_id)
        self.expected[workbook_id] = self.in_trash.pop(workbook_id)
        return workbook_id

    @rule(workbook_id=closed)
    def damage_and_recover(self, workbook_id: str) -> None:
        path = self.library.places.workbook(workbook_id)
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
        try:
            self.library.recover(workbook_id)
        except DamagedFile:
            path.write_bytes(whole)  # there was no copy; it was left for another way to put it right
        self.expected[workbook_id] = self.library.read(workbook_id).values

    @rule(workbook_id=closed)
    def take_out_and_bring_in(self, workbook_id: str) -> None:
        assert import_(self.library, export(self.library, [workbook_id])).same == (workbook_id,)

    @rule(hours=st.integers(-30, 30))
    def jump(self, hours: int) -> None:
        self.clock.jump(hours=hours)

    @rule()
    def lose_the_catalogue(self) -> None:
        self.library.places.catalogue.unlink(missing_ok=True)

    @rule()
    def start_anew(self) -> None:
        self.library = Library(self.folder / "data", self.clock)

    @invariant()
    def everything_is_as_remembered(self) -> None:
        assert {each.id for each in self.library.entries()} == self.expected.keys()
        assert {each.id for each in self.library.trashed()} == self.in_trash.keys()
        for workbook_id, values in self.expected.items():
            assert self.library.read(workbook_id).values == values


Keeping.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestKeeping = Keeping.TestCase
