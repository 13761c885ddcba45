"""The trash: a workbook goes there whole, comes back whole, and is gone for good when it is emptied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.samples import WORDS, Clock, everything, files_with, written
from workbook.library.changes import Changes
from workbook.library.errors import Conflict, NoSuchWorkbook
from workbook.library.importing import import_
from workbook.library.moving import export

if TYPE_CHECKING:
    from workbook.library.library import Library

SECRET = "private-words"


@pytest.fixture
def sat(library: Library) -> str:
    """Return a workbook with an earlier copy and a file set aside."""
    workbook_id = written(library, open__start__role="Baker", feel__now__words=SECRET)
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={WORDS: SECRET * 2}))
    (library.places.workbooks / f"{workbook_id}.json.damaged-20260101-000000").write_text(SECRET)
    return workbook_id


def test_a_deleted_workbook_comes_back_as_it_was(library: Library, sat: str, clock: Clock) -> None:
    entries, before = library.entries(), everything(library.folder)
    trashed = library.delete(sat)
    assert (trashed.id, trashed.title) == (sat, "Baker")
    assert library.trashed() == [trashed]
    assert library.entries() == []
    with pytest.raises(NoSuchWorkbook):
        library.open(sat)
    library.restore(sat)
    assert library.trashed() == []
    assert library.entries() == entries
    after = everything(library.folder)
    assert {name: data for name, data in after.items() if name != "library.json"} == {
        name: data for name, data in before.items() if name != "library.json"
    }


def test_earlier_copies_come_back_beside_those_that_something_brought_meanwhile(library: Library, sat: str) -> None:
    folder = library.places.earlier / sat
    [copy] = folder.iterdir()
    library.delete(sat)
    folder.mkdir()
    (folder / "20200101T000000000000Z.json").write_text("brought by a synchronising program")
    library.restore(sat)
    assert sorted(path.name for path in folder.iterdir()) == ["20200101T000000000000Z.json", copy.name]


def test_an_emptied_trash_keeps_nothing(library: Library, sat: str) -> None:
    other = written(library, feel__now__words="others")
    library.delete(sat)
    assert files_with(library.folder, SECRET)
    assert library.empty_trash() == 1
    assert library.empty_trash() == 0
    assert files_with(library.folder, SECRET) == []
    assert not [name for name in everything(library.folder) if sat in name]
    assert [entry.id for entry in library.entries()] == [other]


def test_restoring_never_writes_over_a_workbook(library: Library, sat: str) -> None:
    exported = export(library, [sat])
    library.delete(sat)
    import_(library, exported)
    before = library.places.workbook(sat).read_bytes()
    with pytest.raises(Conflict):
        library.restore(sat)
    assert library.places.workbook(sat).read_bytes() == before
    assert [each.id for each in library.trashed()] == [sat]


def test_deleted_twice_it_is_there_twice(library: Library, sat: str) -> None:
    exported = export(library, [sat])
    library.delete(sat)
    import_(library, exported)
    library.delete(sat)
    assert [each.id for each in library.trashed()] == [sat, sat]
    library.restore(sat)
    assert [each.id for each in library.trashed()] == [sat]
    assert library.empty_trash() == 1
    assert [entry.id for entry in library.entries()] == [sat]


def test_a_damaged_workbook_can_be_deleted(library: Library, sat: str) -> None:
    library.places.workbook(sat).write_bytes(b"torn")
    assert library.delete(sat).title == "Baker"
    library.restore(sat)
    assert library.places.workbook(sat).read_bytes() == b"torn"


def test_a_stop_while_deleting_leaves_nothing_behind_in_the_end(library: Library, sat: str) -> None:
    places = library.places
    (places.trash / sat).mkdir()
    (places.trash / sat / "deleted.json").write_text("{}")
    assert library.trashed() == []  # stopped before the workbook was moved: it is still there
    assert [entry.id for entry in library.entries()] == [sat]
    assert library.empty_trash() == 0
    assert library.read(sat).values[WORDS] == SECRET * 2
    (places.trash / sat).mkdir()
    places.workbook(sat).rename(places.trash / sat / "workbook.json")  # stopped just after it was moved
    assert [each.id for each in library.trashed()] == [sat]
    assert library.empty_trash() == 1
    assert files_with(library.folder / "workbooks", SECRET) == files_with(library.folder / "earlier", SECRET) == []


def test_what_is_not_in_the_trash_cannot_be_restored(library: Library, sat: str) -> None:
    with pytest.raises(NoSuchWorkbook, match="in the trash"):
        library.restore(sat)


def unfinished(library: Library, workbook_id: str) -> None:
    """Leave what saves leave that are stopped in the middle."""
    name = f"{workbook_id}.json.0123456789ab.part"
    (library.places.workbooks / f".{name}").write_text(SECRET)
    (library.places.earlier / workbook_id / f".{name}").write_text(SECRET)


def test_one_that_is_removed_for_good_takes_all_that_may_name_it_along(library: Library, sat: str) -> None:
    unfinished(library, sat)
    trashed = library.delete(sat)
    old_list = library.folder / "library.json.damaged-20260101-000000"
    old_list.write_text(SECRET)
    library.remove_for_good(trashed)
    assert files_with(library.folder, SECRET) == []


def test_deleting_leaves_nothing_unfinished_outside_the_trash(library: Library, sat: str) -> None:
    unfinished(library, sat)
    library.delete(sat)
    assert files_with(library.places.workbooks, SECRET) == files_with(library.places.earlier, SECRET) == []
    library.empty_trash()
    assert files_with(library.folder, SECRET) == []
