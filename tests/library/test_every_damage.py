"""Every kind of damage to every kind of file: everything else is there, what can be done is said, nothing is lost."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.library.damage import KINDS, damage, is_as_left
from tests.library.samples import MOOD, ROLE, WORDS, Clock, everything, guide, written
from workbook.library.changes import Changes
from workbook.library.copies import earlier_copies, put_back
from workbook.library.errors import DamagedFile, LibraryError
from workbook.library.library import Library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def three(library: Library) -> tuple[str, str, str]:
    """Three workbooks, the first of two sittings."""
    ids = tuple(written(library, open__start__role=name, feel__now__words=name) for name in ("A", "B", "C"))
    with library.open(ids[0]) as workbook:
        workbook.save(Changes(answers={MOOD: 3}))
    library.entries()
    return ids  # type: ignore[return-value]


@pytest.mark.parametrize("kind", KINDS)
def test_a_workbook(library: Library, three: tuple[str, str, str], kind: str) -> None:
    path = library.places.workbook(three[0])
    left = damage(path, kind)
    fresh = Library(library.folder)
    states = {entry.id: (entry.state, bool(entry.problem)) for entry in fresh.entries()}
    assert states[three[0]] == (("newer" if kind == "newer" else "damaged"), True)
    assert [states[each] for each in three[1:]] == [("unfinished", False)] * 2
    if kind != "newer":
        with pytest.raises(DamagedFile):
            fresh.open(three[0])
        assert not fresh.places.lock(three[0]).exists()
    assert is_as_left(path, left)
    fresh.new(guide()).close()
    for each in three[1:]:
        with fresh.open(each) as workbook:
            workbook.save(Changes(answers={MOOD: 5}))
    assert is_as_left(path, left)
    done = put_back(fresh, three[0], earlier_copies(fresh, three[0])[0])
    assert fresh.read(three[0]).values == {ROLE: "A", WORDS: "A"}
    assert done.kept is not None
    assert is_as_left(done.kept, left), "what was there is kept"


@pytest.mark.parametrize("kind", KINDS)
def test_the_catalogue(library: Library, three: tuple[str, str, str], kind: str) -> None:
    before = library.entries()
    left = damage(library.places.catalogue, kind)
    fresh = Library(library.folder)
    assert fresh.entries() == before
    assert fresh.entries() == Library(library.folder).entries() == before
    asides = list(library.folder.glob("library.json.damaged-*"))
    assert kind == "newer" or [is_as_left(path, left) for path in asides] == [True]
    for each in three:
        fresh.open(each).close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_guide(library: Library, three: tuple[str, str, str], kind: str) -> None:
    path = library.guides.path(library.read(three[0]).guide.digest)
    left = damage(path, kind)
    fresh = Library(library.folder)
    assert [entry.title for entry in fresh.entries()] == ["A", "C", "B"]
    assert fresh.read(three[0]).values == {ROLE: "A", WORDS: "A", MOOD: 3}
    with fresh.open(three[0]) as workbook:
        with pytest.raises(DamagedFile, match=path.name):
            _ = workbook.guide
        workbook.save(Changes(answers={MOOD: 4}))
    assert fresh.read(three[0]).values[MOOD] == 4
    assert is_as_left(path, left)
    try:
        fresh.new(guide()).close()
    except LibraryError as error:  # a folder, which is nothing to write over
        assert (kind, str(path.parent) in str(error)) == ("a folder", True)
        path.rmdir()
        fresh.new(guide()).close()
    assert Library(library.folder).guide(path.stem) == guide(), "the same guide mends it"


@pytest.mark.parametrize("kind", KINDS)
def test_an_earlier_copy_and_the_note_of_a_deleted_one(
    library: Library, three: tuple[str, str, str], kind: str
) -> None:
    [copy] = earlier_copies(library, three[0])
    left = damage(copy.path, kind)
    assert earlier_copies(library, three[0])[0].problem != "" or kind == "newer"
    with library.open(three[0]) as workbook:
        workbook.save(Changes(answers={MOOD: 9}))
    assert is_as_left(copy.path, left)
    library.delete(three[1])
    damage(library.places.trash / three[1] / "deleted.json", kind)
    assert [each.id for each in library.trashed()] == [three[1]]
    library.restore(three[1])
    assert library.read(three[1]).values[WORDS] == "B"


@pytest.mark.parametrize("seed", range(150))
def test_a_flipped_bit_never_ends_the_program_nor_takes_a_table_away_unnoticed(
    library: Library, clock: Clock, seed: int
) -> None:
    chance = random.Random(seed)
    workbook_id = written(library, open__start__role="A", feel__now__words="many words", feel__now__mood=1)
    path, before = library.places.workbook(workbook_id), library.read(workbook_id)
    data = bytearray(path.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    fresh = Library(library.folder, clock)
    [entry] = fresh.entries()
    try:
        record = fresh.read(workbook_id)
    except LibraryError:
        assert entry.state in ("damaged", "newer")
        assert path.read_bytes() == data
        return
    assert len(record.answers) == 3, "a flipped bit changes a letter at most"
    assert record == before or any("not as this program left it" in told for told in fresh.warnings)
    with fresh.open(workbook_id) as workbook:
        if not workbook.read_only:
            workbook.save(Changes(answers={MOOD: 8}))
            assert bytes(data) in everything(library.folder).values(), "as it was, it is among the earlier copies"


def test_a_table_or_a_fact_that_is_missing_is_damage_and_not_a_blank(
    library: Library, three: tuple[str, str, str]
) -> None:
    path = library.places.workbook(three[0])
    whole = path.read_bytes()
    for name in ("answers", "notes", "earlier_answers", "let_go", "marks", "completed", "position", "visited", "guide"):
        path.write_bytes(whole.replace(f'"{name}":'.encode(), f'"{name[:-1]}x":'.encode()))
        with pytest.raises(DamagedFile, match=name):
            library.read(three[0])
    assert earlier_copies(library, three[0])[0].changes is None


def test_the_whole_folder_of_one_kind_being_a_file_is_told(tmp_path: Path) -> None:
    for name in ("workbooks", "guides", "earlier", "trash"):
        folder = tmp_path / f"data-{name}"
        folder.mkdir()
        (folder / name).write_bytes(b"a file")
        library = Library(folder)
        if name == "workbooks":
            with pytest.raises(LibraryError, match="workbooks"):
                library.entries()
        else:
            assert library.entries() == []
        assert library.trashed() == []
        assert (folder / name).read_bytes() == b"a file"
