"""The power goes at any moment of anything that writes: it was done or it was not, and what was done stays done."""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.library.locks import PASSPHRASE, as_another_process, lock
from tests.library.power import recorded, write
from tests.library.samples import MOOD, ROLE, WORDS, Clock, files_with, guide, written
from tests.library.test_formats import SAMPLES, SAT
from tests.library.test_moving_stops import is_migrated, migrate
from workbook.library import locking
from workbook.library.backup import back_up
from workbook.library.changes import Changes
from workbook.library.copies import earlier_copies, put_back
from workbook.library.importing import import_
from workbook.library.joining import join
from workbook.library.library import Library
from workbook.library.moving import export
from workbook.library.restoring import plan, restore

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks the system which file is which")

Check = Callable[[Library], bool]
"""Returns whether the thing was done; fails where it is neither done nor not."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two workbooks with earlier copies, and one in the trash."""
    library = Library(tmp_path / "data", Clock())
    for role in ("Baker", "Cook"):
        workbook_id = written(library, open__start__role=role, feel__now__words="before", feel__now__mood=1)
        with library.open(workbook_id) as workbook:
            workbook.save(Changes(answers={MOOD: 2}))
    library.delete(written(library, feel__now__words="deleted"))
    library.entries()
    return library.folder


def whenever(folder: Path, action: Callable[[Library], object], check: Check, *, is_kept: bool = True) -> None:
    """Do something, and look at what a disk may have left at every moment of it.

    Once it has come to its end, nothing of it may be lost any more, unless it need not be kept.
    """
    library = opened(folder)
    with recorded(folder) as disk:
        action(library)
    as_another_process(folder)
    chance = random.Random(1)
    seen: set[str] = set()
    outcomes = set()
    for choose in (min, max, chance.randint):
        for number, tree, contents in disk.cuts(choose):
            left = repr((tree, sorted(contents)))
            if left in seen and number < len(disk.events):
                continue
            seen.add(left)
            copy = folder.with_name("copy")
            write(tree, contents, copy)
            after = opened(copy)
            done = check(after)
            outcomes.add(done)
            assert all(entry.state == "unfinished" for entry in after.entries())
            assert done or number < len(disk.events) or not is_kept, "it was said to be done"
            as_another_process(copy)
            shutil.rmtree(copy)
    assert outcomes == {False, True}


def opened(folder: Path) -> Library:
    """Return a library as the next start opens it."""
    library = Library(folder, Clock())
    if library.locked:
        library.unlock(PASSPHRASE)
    return library


def of(library: Library, role: str) -> str:
    """Return the ID of the workbook about a role."""
    return next(each for each in library.ids() if library.read(each).values.get(ROLE) == role)


def words(library: Library) -> list[str]:
    """Return what stands in every workbook."""
    return sorted(str(library.read(each).values.get(WORDS)) for each in library.ids())


@pytest.fixture(params=["open", "locked"])
def either(folder: Path, request: pytest.FixtureRequest) -> Path:
    """The same folder, without and with a lock."""
    if request.param == "locked":
        lock(Library(folder))
    return folder


def test_saving(either: Path) -> None:
    def action(library: Library) -> None:
        with library.open(of(library, "Baker")) as workbook:
            workbook.save(Changes(answers={WORDS: "after"}))

    def check(library: Library) -> bool:
        assert words(library) in (["after", "before"], ["before", "before"])
        return "after" in words(library)

    whenever(either, action, check)


def test_what_one_save_said_was_saved_stays_whatever_the_next_one_comes_to(folder: Path) -> None:
    library = opened(folder)
    workbook = library.open(of(library, "Baker"))
    with recorded(folder) as disk:
        workbook.save(Changes(answers={WORDS: "first"}))
        said = len(disk.events)
        workbook.save(Changes(answers={WORDS: "second"}))
    workbook.close()
    for choose in (min, max):
        for number, tree, contents in disk.cuts(choose):
            copy = folder.with_name("copy")
            write(tree, contents, copy)
            after = opened(copy)
            assert number < said or set(words(after)) & {"first", "second"}
            shutil.rmtree(copy)


def test_beginning(either: Path) -> None:
    def action(library: Library) -> None:
        library.new(guide("2", "Other words"), {WORDS: "new"}).close()

    def check(library: Library) -> bool:
        assert words(library) in (["before", "before"], ["before", "before", "new"])
        return "new" in words(library)

    whenever(either, action, check)


def test_the_very_first_word_in_a_folder_that_was_not_there(tmp_path: Path) -> None:
    with recorded(tmp_path) as disk:
        Library(tmp_path / "data").new(guide(), {WORDS: "first"}).close()
    for choose in (min, max):
        *_, (_, tree, contents) = disk.cuts(choose)
        write(tree, contents, tmp_path / "copy")
        assert words(Library(tmp_path / "copy" / "data")) == ["first"]
        shutil.rmtree(tmp_path / "copy")


def test_letting_go(either: Path) -> None:
    def action(library: Library) -> None:
        with library.open(of(library, "Baker")) as workbook:
            assert workbook.forget([WORDS]) == ()

    def check(library: Library) -> bool:
        baker = library.read(of(library, "Baker"))
        copies = [each.answers for each in earlier_copies(library, baker.id)]
        assert words(library) in (["None", "before"], ["before", "before"])
        is_gone = WORDS not in baker.values
        assert not is_gone or max(copies) == 2, "what is gone from the workbook is in no copy of it"
        return is_gone

    whenever(either, action, check)


def test_deleting_bringing_back_and_emptying_the_trash(folder: Path) -> None:
    library = opened(folder)
    baker = of(library, "Baker")

    def is_deleted(after: Library) -> bool:
        assert (baker in after.ids()) != (baker in [each.id for each in after.trashed()])
        return baker not in after.ids()

    whenever(folder, lambda library: library.delete(baker), is_deleted)
    assert is_deleted(library)
    copies = len(list((library.places.trash / baker / "earlier").iterdir()))

    def is_back(after: Library) -> bool:
        done = not is_deleted(after)
        if done:
            assert len(earlier_copies(after, baker)) == copies
        return done

    whenever(folder, lambda library: library.restore(baker), is_back)
    library.delete(baker)

    def is_empty(after: Library) -> bool:
        assert words(after) == ["before"]
        return not files_with(after.folder / "trash", "deleted") and not files_with(after.folder, "Baker")

    library.entries()
    whenever(folder, lambda library: library.empty_trash(), is_empty)


def test_importing(folder: Path, tmp_path: Path) -> None:
    other = Library(tmp_path / "other", Clock())
    data = export(other, [written(other, feel__now__words=f"imported {number}") for number in range(2)])
    library = opened(folder)
    mine = export(library, [of(library, "Cook")])
    mine["workbooks"][0]["answers"][WORDS] = {"value": "newer", "updated": "2030-01-01T00:00:00+00:00"}
    data["workbooks"] += mine["workbooks"]

    def check(after: Library) -> bool:
        found = words(after)
        assert set(found) <= {"before", "imported 0", "imported 1", "newer"}
        return found == ["before", "imported 0", "imported 1", "newer"]

    whenever(folder, lambda library: import_(library, data), check)


def test_putting_an_earlier_copy_back_and_putting_versions_together(folder: Path) -> None:
    library = opened(folder)
    baker = of(library, "Baker")

    def moods(after: Library) -> tuple[object, list[int]]:
        return after.read(baker).values[MOOD], [each.answers for each in earlier_copies(after, baker)]

    def is_back(after: Library) -> bool:
        assert moods(after) in ((2, [3]), (2, [3, 3]), (1, [3, 3]))
        return moods(after)[0] == 1

    whenever(folder, lambda library: put_back(library, baker, earlier_copies(library, baker)[0]), is_back)
    copy = library.places.workbook(baker).with_name(f"{baker} 2.json")
    copy.write_bytes(library.places.workbook(baker).read_bytes())
    with library.open(baker) as workbook:
        workbook.save(Changes(answers={WORDS: "here"}))

    def is_joined(after: Library) -> bool:
        after.entries()
        record = after.read(baker)
        assert record.values[WORDS] == "here"
        earlier = [each.value for each in record.earlier_answers]
        assert after.conflicts or earlier == ["before"]
        return not after.conflicts

    whenever(folder, lambda library: join(library, baker), is_joined)


def test_recovering(folder: Path) -> None:
    library = opened(folder)
    baker = of(library, "Baker")
    path = library.places.workbook(baker)
    path.write_bytes(b"torn by a disk")

    def check(after: Library) -> bool:
        assert files_with(after.folder, "torn by a disk")
        found = after.places.workbook(baker).read_bytes()
        if found == b"torn by a disk":
            after.recover(baker)
            return False
        return bool(after.read(baker).values[MOOD] == 1)

    whenever(folder, lambda library: library.recover(baker), check)


def test_migrating(tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / "1", tmp_path / "old")
    library = Library(tmp_path / "old")
    for each in library.ids():
        if each != SAT:
            library.delete(each)
    whenever(library.folder, migrate, is_migrated)


def test_turning_a_lock_on_and_off(folder: Path) -> None:
    def is_on(library: Library) -> bool:
        assert words(library) == ["before", "before"]
        assert (files_with(library.folder, "Baker") == []) == library.has_lock
        return library.has_lock

    whenever(folder, lock, is_on)
    whenever(folder, locking.turn_off, lambda library: not is_on(library))


def test_bringing_back_a_backup(folder: Path, tmp_path: Path) -> None:
    library = opened(folder)
    back_up(library, tmp_path / "backup.zip")
    with library.open(of(library, "Baker")) as workbook:
        workbook.save(Changes(answers={WORDS: "since"}))

    def check(after: Library) -> bool:
        assert words(after) in (["before", "since"], ["before", "before"])
        kept = list(after.places.before_restore.glob("*.zip"))
        done = "since" not in words(after)
        if done:
            restore(after, plan(after, kept[0]))
            assert "since" in words(after), "and what was there can be brought back"
        return done

    whenever(folder, lambda library: restore(library, plan(library, tmp_path / "backup.zip")), check)
