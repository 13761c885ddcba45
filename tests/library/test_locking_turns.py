"""Turning a lock on and off and changing its passphrase, also while other windows are at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.locks import PASSPHRASE, QUICK, as_another_process, fill, lock, lying_open
from tests.library.samples import WORDS, Clock, everything, guide, written
from workbook.library import keyring, locking
from workbook.library.changes import Changes
from workbook.library.errors import (
    CannotSave,
    HeldElsewhere,
    Locked,
    LockProblem,
    WrongPassphrase,
)
from workbook.library.library import Library
from workbook.library.lock import Lock

if TYPE_CHECKING:
    from pathlib import Path


def test_turning_it_off_leaves_everything_as_it_was(library: Library) -> None:
    fill(library)
    before = everything(library.folder)
    times = {path: path.stat().st_mtime_ns for path in library.folder.rglob("*.json") if path.parent != library.folder}
    lock(library)
    assert not set(everything(library.folder).values()) & set(before.values())
    locking.turn_off(library)
    assert everything(library.folder) == before
    assert {path: path.stat().st_mtime_ns for path in times} == times
    assert not library.locked
    assert not library.has_lock


def test_a_locked_file_that_is_damaged_stays_when_the_lock_is_turned_off(library: Library) -> None:
    one, other = written(library), written(library, feel__now__words="other")
    lock(library)
    path = library.places.workbook(one)
    path.write_bytes(path.read_bytes()[:-1])
    damaged = path.read_bytes()
    locking.turn_off(library)
    assert path.read_bytes() == damaged
    assert library.read(other).values == {WORDS: "other"}
    with pytest.raises(Locked, match="the lock it belongs to is not here"):
        library.read(one)
    lock(library)
    assert path.read_bytes() == damaged, "never sealed twice"


def test_turning_it_on_twice_or_off_without_one_is_refused(library: Library) -> None:
    with pytest.raises(LockProblem, match="not locked"):
        locking.turn_off(library)
    with pytest.raises(LockProblem, match="not locked"):
        locking.change(library.folder, "a", "b", QUICK)
    with pytest.raises(LockProblem, match="at least one character"):
        lock(library, "")
    lock(library)
    before = everything(library.folder)
    with pytest.raises(LockProblem, match="locked already"):
        lock(library, "another")
    with pytest.raises(LockProblem, match="at least one character"):
        locking.change(library.folder, PASSPHRASE, "", QUICK)
    as_another_process(library.folder)
    with pytest.raises(Locked):
        locking.turn_off(library)
    assert everything(library.folder) == before


def test_changing_the_passphrase_writes_one_file_and_other_windows_go_on(library: Library, clock: Clock) -> None:
    workbook_id = fill(library)
    lock(library)
    before = everything(library.folder)
    with library.open(workbook_id) as workbook:
        with pytest.raises(WrongPassphrase):
            locking.change(library.folder, "wrong", "new", QUICK)
        locking.change(library.folder, PASSPHRASE, "new", QUICK)
        workbook.save(Changes(answers={WORDS: "saved after the change"}))
    changed = {name for name, data in everything(library.folder).items() if before.get(name) != data}
    assert "lock.json" in changed
    assert not [name for name in changed if name.startswith(("trash", "guides"))]
    as_another_process(library.folder)
    again = Library(library.folder, clock)
    with pytest.raises(WrongPassphrase):
        again.unlock(PASSPHRASE)
    again.unlock("new")
    assert again.read(workbook_id).values[WORDS] == "saved after the change"


def test_while_a_workbook_is_open_the_lock_is_neither_turned_on_nor_off(library: Library) -> None:
    workbook_id = fill(library)
    with library.open(workbook_id):
        before = everything(library.folder)
        with pytest.raises(HeldElsewhere, match=r"A workbook is open in another window.* nothing was changed"):
            lock(library)
        assert everything(library.folder) == before
    lock(library)
    with library.open(workbook_id), pytest.raises(HeldElsewhere):
        locking.turn_off(library)
    assert library.locked is False


def test_while_the_lock_is_being_changed_no_workbook_is_opened_begun_or_written(library: Library) -> None:
    workbook_id = fill(library)
    held = Lock.take(library.folder / f"{keyring.CHANGE}.lock", library.clock())
    assert held is not None
    (library.folder / keyring.CHANGE).mkdir()
    for action in (
        library.entries,
        lambda: library.open(workbook_id),
        lambda: library.delete(workbook_id),
        lambda: library.new(guide("2")),
        lambda: Library(library.folder),
        lambda: lock(library),
    ):
        with pytest.raises(Locked, match="being turned on or off"):
            action()
    held.release()
    assert Library(library.folder).entries()
    assert not (library.folder / keyring.CHANGE).exists(), "nobody was at it any more"


def test_a_window_from_before_the_lock_writes_nothing_open(library: Library) -> None:
    workbook_id = fill(library)
    as_before = keyring._known[str(library.folder)]
    lock(library)
    keyring._known[str(library.folder)] = as_before  # this process knows of no lock
    before = everything(library.folder)
    for action in (library.entries, lambda: library.new(guide("2")), lambda: library.open(workbook_id)):
        with pytest.raises(Locked):
            action()
    assert everything(library.folder) == before


def test_a_window_with_the_key_of_an_earlier_lock_writes_nothing_with_it(library: Library) -> None:
    workbook_id = fill(library)
    lock(library)
    old = keyring._known[str(library.folder)]
    locking.turn_off(library)
    lock(library)
    keyring._known[str(library.folder)] = old
    before = everything(library.folder)
    with pytest.raises(Locked, match="changed by another window"):
        library.open(workbook_id)
    with pytest.raises(Locked, match="changed by another window"):
        library.read(workbook_id)
    assert everything(library.folder) == before


def test_a_lock_that_goes_missing_under_an_open_workbook_costs_no_word(library: Library) -> None:
    workbook_id = fill(library)
    lock(library)
    path = library.folder / "lock.json"
    with library.open(workbook_id) as workbook:
        kept = path.read_bytes()
        path.unlink()
        with pytest.raises(CannotSave, match="Not saved yet"):
            workbook.save(Changes(answers={WORDS: "typed meanwhile"}))
        assert lying_open(library.folder, "typed meanwhile") == []
        path.write_bytes(kept)
        assert workbook.save()
    assert library.read(workbook_id).values[WORDS] == "typed meanwhile"


def test_a_link_that_leads_out_of_the_folder_is_told_before_anything_is_done(library: Library, tmp_path: Path) -> None:
    workbook_id = fill(library)
    path = library.places.workbook(workbook_id)
    path.rename(tmp_path / "elsewhere.json")
    path.symlink_to(tmp_path / "elsewhere.json")
    before = everything(library.folder)
    with pytest.raises(LockProblem, match="is a link"):
        lock(library)
    assert everything(library.folder) == before
