"""What lies open in a locked library, and lists that could not be read: no words stay where a lock should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.library.locks import PASSPHRASE, as_another_process, fill, lock, lying_open, unsealed
from tests.library.samples import MOOD, ROLE, WORDS, Clock, everything, files_with, guide, written
from workbook.library.changes import Changes
from workbook.library.earlier import Earlier
from workbook.library.files import read_file
from workbook.library.joining import join
from workbook.library.library import Library

if TYPE_CHECKING:
    from pathlib import Path


def from_another_computer(library: Library, folder: Path, clock: Clock) -> tuple[Library, str]:
    """Lock a library, and return what a computer that did not know of that has, changed since, and its workbook."""
    workbook_id = fill(library)
    other = Library(folder, clock)
    for name, data in everything(library.folder).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    lock(library)
    with other.open(workbook_id) as there:
        there.save(Changes(answers={WORDS: "Orkan", MOOD: 9}))
    return other, workbook_id


def opened_again(library: Library) -> Library:
    """Return the library as the next start opens it."""
    as_another_process(library.folder)
    again = Library(library.folder, library.clock)
    again.unlock(PASSPHRASE)
    return again


def test_versions_that_came_open_are_sealed_told_and_can_be_put_together(
    library: Library, tmp_path: Path, clock: Clock
) -> None:
    other, workbook_id = from_another_computer(library, tmp_path / "other", clock)
    came = library.places.workbooks / f"{workbook_id}.sync-conflict-20261122-101112-ABCDEFG.json"
    came.write_bytes(other.places.workbook(workbook_id).read_bytes())
    new = written(other, feel__now__words="Taifun")
    library.places.workbook(new).write_bytes(other.places.workbook(new).read_bytes())

    again = opened_again(library)
    assert any("2 files here were not locked" in warning for warning in again.warnings)
    assert lying_open(again.folder, "Orkan", "Taifun", "Sturm") == []
    entries = again.entries()
    assert sorted(copy.name for copy in again.conflicts) == sorted([workbook_id, new])
    assert new not in [entry.id for entry in entries], "nobody is made to believe what came open"
    join(again, workbook_id)
    join(again, new)
    assert again.read(workbook_id).values[WORDS] == "Orkan"
    assert again.read(new).values == {WORDS: "Taifun"}
    assert lying_open(again.folder, "Orkan", "Taifun", "Sturm") == []
    assert unsealed(again.folder) == []
    assert opened_again(again).warnings == ()


def test_an_open_file_in_the_place_of_a_sealed_workbook_becomes_a_version_of_it(
    library: Library, tmp_path: Path, clock: Clock
) -> None:
    other, workbook_id = from_another_computer(library, tmp_path / "other", clock)
    library.places.workbook(workbook_id).write_bytes(other.places.workbook(workbook_id).read_bytes())
    again = opened_again(library)
    again.entries()
    [version] = again.conflicts
    assert (version.name, version.program) == (workbook_id, "not locked")
    assert lying_open(again.folder, "Orkan") == []
    join(again, workbook_id)
    assert again.read(workbook_id).values[WORDS] == "Orkan"


def test_an_earlier_copy_that_came_open_is_sealed_and_never_put_back_by_itself(
    library: Library, tmp_path: Path, clock: Clock
) -> None:
    other, workbook_id = from_another_computer(library, tmp_path / "other", clock)
    with other.open(workbook_id) as there:
        there.save(Changes(answers={WORDS: "Zyklon"}))
    [*_, newest] = Earlier(other.places.earlier, workbook_id).copies()
    (library.places.earlier / workbook_id / newest.name).write_bytes(newest.read_bytes())
    again = opened_again(library)
    assert lying_open(again.folder, "Orkan") == []
    assert newest.name not in [path.name for path in Earlier(again.places.earlier, workbook_id).copies()]
    assert (again.places.earlier / workbook_id / f"{newest.name}.outside").is_file(), "and still it is kept"
    for words in ("Orkan", "Taifun", "Taifun"):
        changed = newest.read_bytes().replace(b"Orkan", words.encode())
        (library.places.earlier / workbook_id / newest.name).write_bytes(changed)
        again = opened_again(library)
    kept = sorted(path.name for path in (again.places.earlier / workbook_id).glob("*.outside*"))
    assert kept == [f"{newest.name}.outside", f"{newest.name}.outside-2"], "what differs is kept too, and once"
    with again.open(workbook_id) as workbook:
        workbook.forget([WORDS])
    opened = [read_file(path) or b"" for path in (again.places.earlier / workbook_id).iterdir()]
    assert [words for words in (b"Orkan", b"Taifun") for data in opened if words in data] == []


def test_what_cannot_be_sealed_is_told(library: Library, tmp_path: Path, clock: Clock) -> None:
    other, workbook_id = from_another_computer(library, tmp_path / "other", clock)
    with library.open(workbook_id):
        path = library.places.workbook(workbook_id)
        path.write_bytes(other.places.workbook(workbook_id).read_bytes())
        again = Library(library.folder, clock)
        again.unlock(PASSPHRASE)
        [told] = again.warnings
        assert f"{path} lies open" in told


def test_a_list_that_came_open_and_torn_is_set_aside_sealed(library: Library) -> None:
    written(library, open__start__role="Zimmerei")
    library.entries()
    torn = library.places.catalogue.read_bytes()[:-20]
    lock(library)
    library.places.catalogue.write_bytes(torn)
    assert [entry.title for entry in library.entries()] == ["Zimmerei"]
    [aside] = library.folder.glob("library.json.damaged-*")
    assert unsealed(library.folder) == []
    assert lying_open(library.folder, "Zimmerei") == []
    assert aside.stat().st_mode & 0o077 == 0


def test_of_lists_that_could_not_be_read_one_is_kept(library: Library, clock: Clock) -> None:
    written(library, open__start__role="Baker")
    for word in (b"first torn", b"second torn", b"third torn"):
        library.places.catalogue.write_bytes(word)
        library.entries()
        clock.jump(hours=1)
    [aside] = library.folder.glob("library.json.damaged-*")
    assert aside.read_bytes() == b"third torn"


def test_a_list_that_could_not_be_read_goes_with_what_is_let_go_or_deleted_for_good(library: Library) -> None:
    workbook_id = written(library, open__start__role="Zimmerei", feel__now__words="Sturm")
    library.entries()
    library.places.catalogue.write_bytes(library.places.catalogue.read_bytes()[:-20])
    library.entries()
    assert any("damaged" in name for name in files_with(library.folder, "Zimmerei"))
    with library.open(workbook_id) as workbook:
        assert workbook.forget([ROLE]) == ()
    assert files_with(library.folder, "Zimmerei") == []

    other = written(library, open__start__role="Schreinerei")
    library.entries()
    library.places.catalogue.write_bytes(library.places.catalogue.read_bytes()[:-20])
    library.entries()
    library.delete(other)
    library.empty_trash()
    assert files_with(library.folder, "Schreinerei") == []


def test_a_library_without_a_lock_is_not_looked_through(library: Library) -> None:
    with library.new(guide(), {WORDS: "Sturm"}):
        pass
    before = everything(library.folder)
    Library(library.folder, library.clock).entries()
    assert everything(library.folder) == before
