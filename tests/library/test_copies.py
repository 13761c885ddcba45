"""Earlier copies for people: what each holds, what it would change, and putting it back with nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.samples import MOOD, ROLE, WORDS, Clock, everything, written
from workbook.library.changes import Changes
from workbook.library.copies import chosen, earlier_copies, put_back
from workbook.library.difference import Difference
from workbook.library.errors import CannotSave, Conflict, DamagedFile, HeldElsewhere, NoSuchWorkbook

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.library.library import Library


@pytest.fixture
def thrice(library: Library, clock: Clock) -> str:
    """A workbook of three sittings, a day between each."""
    workbook_id = written(library, open__start__role="Baker", feel__now__words="first")
    for changes in ({WORDS: "second", MOOD: 3}, {WORDS: "third", ROLE: None}):
        clock.jump(days=1)
        with library.open(workbook_id) as workbook:
            workbook.save(Changes(answers=changes))
    return workbook_id


def test_each_copy_says_when_it_was_taken_how_much_is_in_it_and_what_differs(library: Library, thrice: str) -> None:
    newest, oldest = earlier_copies(library, thrice)
    assert (newest.number, newest.when, newest.answers) == (1, "5 May 2026, 09:30", 3)
    assert newest.changes == Difference(added=1, changed=1)
    assert (oldest.number, oldest.when, oldest.answers) == (2, "4 May 2026, 09:30", 2)
    assert str(oldest.changes) == "1 answer added, 1 answer changed, 1 answer taken away"


@pytest.mark.parametrize(("wanted", "number"), [("1", 1), ("2", 2), ("2026-05-04", 2), ("2026-05-05 09:30", 1)])
def test_a_copy_is_named_by_its_number_or_its_day(library: Library, thrice: str, wanted: str, number: int) -> None:
    assert chosen(earlier_copies(library, thrice), wanted).number == number


@pytest.mark.parametrize("wanted", ["0", "3", "2026-05-06", "yesterday", "2026-05", " "])
def test_what_names_no_copy_or_several_is_told(library: Library, thrice: str, wanted: str) -> None:
    with pytest.raises(Conflict):
        chosen(earlier_copies(library, thrice), wanted)


def test_putting_one_back_keeps_the_present_so_that_it_can_be_taken_back(library: Library, thrice: str) -> None:
    path = library.places.workbook(thrice)
    present = path.read_bytes()
    copies = earlier_copies(library, thrice)
    data = {copy.path: copy.path.read_bytes() for copy in copies}
    done = put_back(library, thrice, copies[1])
    assert path.read_bytes() == data[copies[1].path]
    assert done.kept is not None
    assert str(done).startswith("The workbook is back as it was on 4 May 2026, 09:30. As it was until now,")
    assert str(done.kept) in str(done)
    assert library.read(thrice).values == {ROLE: "Baker", WORDS: "first"}
    assert [entry.title for entry in library.entries()] == ["Baker"]
    after = earlier_copies(library, thrice)
    assert [copy.path for copy in after[1:]] == [copy.path for copy in copies], "none made room for it"
    put_back(library, thrice, after[0])
    assert path.read_bytes() == present


def test_none_of_five_copies_is_lost_by_putting_one_back(library: Library, thrice: str, clock: Clock) -> None:
    for number in range(4):
        clock.jump(days=1)
        with library.open(thrice) as workbook:
            workbook.save(Changes(answers={MOOD: number}))
    copies = earlier_copies(library, thrice)
    assert len(copies) == 5
    put_back(library, thrice, copies[-1])
    assert len(earlier_copies(library, thrice)) == 6


def test_a_damaged_present_is_set_aside_and_a_damaged_copy_is_not_put_in_place(library: Library, thrice: str) -> None:
    path = library.places.workbook(thrice)
    path.write_bytes(b"torn")
    newest, oldest = earlier_copies(library, thrice)
    assert newest.changes is None
    newest.path.write_bytes(b"torn too")
    before = everything(library.folder)
    with pytest.raises(DamagedFile):
        put_back(library, thrice, newest)
    assert everything(library.folder) == before
    assert "cannot be read" in earlier_copies(library, thrice)[0].problem
    done = put_back(library, thrice, oldest)
    assert done.kept is not None
    assert done.kept.read_bytes() == b"torn"
    assert library.read(thrice).values[WORDS] == "first"


def test_a_workbook_whose_file_is_gone_comes_back_from_a_copy(library: Library, thrice: str) -> None:
    library.places.workbook(thrice).unlink()
    done = put_back(library, thrice, earlier_copies(library, thrice)[0])
    assert done.kept is None
    assert library.read(thrice).values[WORDS] == "second"


def test_one_that_is_open_stays_as_it_is(library: Library, thrice: str) -> None:
    copies = earlier_copies(library, thrice)
    with library.open(thrice) as workbook:
        with pytest.raises(HeldElsewhere):
            put_back(library, thrice, copies[0])
        assert workbook.save(Changes(answers={WORDS: "still mine"}))


def test_there_are_none_of_a_workbook_that_is_not_there(library: Library) -> None:
    for each in ("20260503-ffffff", "../../etc", ""):
        with pytest.raises(NoSuchWorkbook):
            earlier_copies(library, each)
    assert earlier_copies(library, written(library)) == ()


@pytest.mark.parametrize("where", ["workbook.library.replacing", "workbook.library.earlier"])
def test_without_room_for_both_everything_stays_as_it_is(
    library: Library, thrice: str, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def refuse(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    present = library.places.workbook(thrice).read_bytes()
    copies = earlier_copies(library, thrice)
    with monkeypatch.context() as patched:
        patched.setattr(f"{where}.write_atomically", refuse)
        with pytest.raises(CannotSave, match="no room left"):
            put_back(library, thrice, copies[1])
    assert library.places.workbook(thrice).read_bytes() == present
    assert all(copy.path.exists() for copy in copies)
