"""A locked library shows nothing to who has no passphrase, and is as any other to who has it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.library.locks import PASSPHRASE, as_another_process, fill, lock, lying_open, unsealed
from tests.library.samples import MOOD, PRIVATE, UNTIL, WORDS, Clock, everything, guide, written
from workbook.library import keyring
from workbook.library.changes import Changes
from workbook.library.earlier import Earlier
from workbook.library.errors import (
    DamagedFile,
    LibraryError,
    Locked,
)
from workbook.library.files import read_file
from workbook.library.importing import import_
from workbook.library.library import Library
from workbook.library.moving import export
from workbook.library.sealing import is_sealed

if TYPE_CHECKING:
    from pathlib import Path


def test_nothing_that_was_written_shows_anywhere_once_it_is_locked(library: Library) -> None:
    fill(library)
    (library.places.workbooks / ".20260503-abcdef.json.0123456789ab.part").write_text("Sturm, unfinished")
    (library.places.workbooks / "Zimmerei copy.json").write_text("Sturm")
    (library.places.workbooks / "Zimmerei copy.json").rename(library.places.workbooks / "a copy.json")
    lock(library)
    assert lying_open(library.folder, "Sturm", "Regen", "Hagel", "Zimmerei", "What happened", "feel.now") == []
    assert unsealed(library.folder) == []


def test_a_whole_life_under_a_lock_leaves_nothing_open(library: Library, clock: Clock) -> None:
    lock(library)
    workbook_id = fill(library)
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={PRIVATE: "Geheim", UNTIL: {"text": "Morgen", "day": "2026-05-04"}}))
        workbook.forget([PRIVATE])
    import_(library, export(library, library.ids()))
    library.entries()
    assert lying_open(library.folder, "Sturm", "Regen", "Hagel", "Geheim", "Zimmerei", "What happened") == []
    assert unsealed(library.folder) == []
    as_another_process(library.folder)
    again = Library(library.folder, clock)
    again.unlock(PASSPHRASE)
    assert again.read(workbook_id).values[WORDS] == "Sturm 2"
    assert {entry.title for entry in again.entries()} == {"Zimmerei", "Begun 3 May 2026"}
    assert [trashed.title for trashed in again.trashed()] == ["Zimmerei"]


def test_without_the_passphrase_nothing_is_read_and_nothing_written(library: Library) -> None:
    workbook_id = fill(library)
    lock(library)
    before = everything(library.folder)
    as_another_process(library.folder)
    library = Library(library.folder)
    assert (library.has_lock, library.locked) == (True, True)
    for action in (
        library.entries,
        library.trashed,
        lambda: library.read(workbook_id),
        lambda: library.open(workbook_id),
        lambda: library.new(guide("2")),
        lambda: library.delete(workbook_id),
        lambda: library.guide("0"),
        lambda: export(library, [workbook_id]),
        lambda: import_(library, {"format": "recovery-workbook", "version": 1, "workbooks": [], "guides": {}}),
    ):
        with pytest.raises(LibraryError):
            action()
    with pytest.raises(Locked, match="locked with a passphrase"):
        library.entries()
    assert everything(library.folder) == before


def test_the_folder_may_move_and_stay_what_it_was(library: Library, tmp_path: Path) -> None:
    workbook_id = fill(library)
    lock(library)
    library.folder.rename(tmp_path / "elsewhere")
    moved = Library(tmp_path / "elsewhere")
    moved.unlock(PASSPHRASE)
    assert moved.read(workbook_id).values[WORDS] == "Sturm 2"
    assert [entry.state for entry in moved.entries()] == ["unfinished", "unfinished"]


def test_files_that_were_swapped_are_refused_and_left(library: Library) -> None:
    one, other = written(library, feel__now__words="one"), written(library, feel__now__words="other")
    lock(library)
    first, second = library.places.workbook(one), library.places.workbook(other)
    a, b = first.read_bytes(), second.read_bytes()
    first.write_bytes(b)
    second.write_bytes(a)
    for workbook_id in (one, other):
        with pytest.raises(DamagedFile, match="in the place of another file"):
            library.read(workbook_id)
    assert (first.read_bytes(), second.read_bytes()) == (b, a)
    assert [entry.state for entry in library.entries()] == ["damaged", "damaged"]


def test_an_earlier_copy_cannot_be_put_in_the_place_of_the_workbook_by_hand(library: Library) -> None:
    workbook_id = fill(library)
    lock(library)
    copy = Earlier(library.places.earlier, workbook_id).copies()[0]
    library.places.workbook(workbook_id).write_bytes(copy.read_bytes())
    with pytest.raises(DamagedFile):
        library.read(workbook_id)


def test_an_open_file_among_sealed_ones_is_not_believed(library: Library) -> None:
    workbook_id = fill(library)
    before = library.places.workbook(workbook_id).read_bytes()
    lock(library)
    library.places.workbook(workbook_id).write_bytes(before)
    with pytest.raises(DamagedFile, match="not sealed like the rest"):
        library.read(workbook_id)


@pytest.mark.parametrize("place", [0, 45, 60, 80, -1])
def test_a_flipped_bit_is_damage_and_the_newest_good_copy_takes_its_place(library: Library, place: int) -> None:
    workbook_id = fill(library)
    lock(library)
    path = library.places.workbook(workbook_id)
    data = bytearray(path.read_bytes())
    data[place] ^= 4
    path.write_bytes(data)
    with pytest.raises(DamagedFile) as told:
        library.read(workbook_id)
    newest = Earlier(library.places.earlier, workbook_id).copies()[-1]
    assert told.value.copy == newest
    assert next(entry for entry in library.entries() if entry.id == workbook_id).state == "damaged"
    done = library.recover(workbook_id)
    assert library.read(workbook_id).values[WORDS] == "Sturm 1"
    aside = done.aside.read_bytes()
    as_found = read_file(done.aside) if place == 0 else aside
    assert as_found == bytes(data), "kept as it was found; where that did not look sealed any more, sealed"
    assert is_sealed(aside)
    assert is_sealed(path.read_bytes())


def test_each_write_is_sealed_anew(library: Library) -> None:
    lock(library)
    workbook_id = written(library, feel__now__words="words")
    seen = set()
    for number in range(20):
        with library.open(workbook_id) as workbook:
            workbook.save(Changes(answers={MOOD: number % 2}))
        seen.add(library.places.workbook(workbook_id).read_bytes()[:80])
    assert len(seen) == 20


def test_earlier_copies_forgetting_and_the_trash_work_under_a_lock(library: Library) -> None:
    workbook_id = fill(library)
    lock(library)
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={PRIVATE: "Geheim"}))
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={MOOD: 9}))
        assert workbook.forget([PRIVATE]) == ()
    for path in Earlier(library.places.earlier, workbook_id).copies():
        seal = keyring.seal_of(library.folder)
        assert seal is not None
        assert b"Geheim" not in seal.open(path.read_bytes(), f"earlier {workbook_id} {path.stem}", path)
    library.delete(workbook_id)
    library.restore(workbook_id)
    assert library.read(workbook_id).values[MOOD] == 9
    assert len(Earlier(library.places.earlier, workbook_id).copies()) == 5


def test_what_is_exported_under_a_lock_is_imported_elsewhere_whole(library: Library, tmp_path: Path) -> None:
    workbook_id = fill(library)
    lock(library)
    other = Library(tmp_path / "other")
    import_(other, json.loads(json.dumps(export(library, library.ids()))))
    assert other.read(workbook_id) == library.read(workbook_id)
    lock(other, "another passphrase")
    import_(library, json.loads(json.dumps(export(other, other.ids()))))
    assert library.ids() == other.ids()


def test_the_trash_shows_what_is_in_it_also_where_its_note_is_damaged(library: Library) -> None:
    workbook_id = written(library, feel__now__words="words")
    library.delete(workbook_id)
    lock(library)
    note = library.places.trash / workbook_id / "deleted.json"
    note.write_bytes(note.read_bytes()[:-1])
    assert [trashed.id for trashed in library.trashed()] == [workbook_id]
    library.restore(workbook_id)
    assert library.read(workbook_id).values == {WORDS: "words"}
