"""Two data folders and a program that synchronises them: versions are recognised, shown, and put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.samples import MOOD, PRIVATE, ROLE, WORDS, everything, files_with, guide, newer, note, written
from workbook.library.changes import Changes
from workbook.library.conflicts import conflict_copy
from workbook.library.difference import Difference
from workbook.library.earlier import Earlier
from workbook.library.errors import DamagedFile, HeldElsewhere, NewerFormat, NoSuchWorkbook
from workbook.library.joining import join
from workbook.library.library import Library

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {
    "Syncthing": "{}.sync-conflict-20261122-101112-ABCDEFG.json",
    "Dropbox": "{} (Sam's conflicted copy 2026-11-22).json",
    "Dropbox ": "{} (In Konflikt stehende Kopie von Sam 2026-11-22).json",
    "Nextcloud": "{} (conflicted copy 2026-11-22 101112).json",
    "ownCloud": "{}_conflict-20261122-101112.json",
    "Seafile": "{} (SFConflict sam@example.org 2026-11-22-10-11-12).json",
    "OneDrive": "{}-DESKTOP-ABC123.json",
    "OneDrive ": "{}-Sams-MacBook-2.json",
    "iCloud": "{} 2.json",
    "Google Drive": "{} (1).json",
}


@pytest.fixture
def both(library: Library, other: Library) -> str:
    """A workbook that was changed on both computers since they last saw each other."""
    workbook_id = written(library, open__start__role="Baker", feel__now__words="before", feel__now__mood=1)
    for name, data in everything(library.folder).items():
        path = other.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    with library.open(workbook_id) as here:
        here.save(Changes(answers={WORDS: "here", "feel.last.word": "only here"}, notes=(note("here"),)))
        here.save(Changes(position="feel.now", visited=("open.start", "feel.now")))
    with other.open(workbook_id) as there:
        there.save(Changes(answers={WORDS: "there", MOOD: 7}, notes=(note("there"),)))
        there.save(Changes(position="feel.last", visited=("open.start", "feel.last")))
    return workbook_id


def arrive(source: Library, target: Library, workbook_id: str, name: str = NAMES["Syncthing"]) -> Path:
    """Put the version of one computer beside that of the other, as a synchronising program does."""
    path = target.places.workbooks / name.format(workbook_id)
    path.write_bytes(source.places.workbook(workbook_id).read_bytes())
    return path


@pytest.mark.parametrize(("program", "name"), NAMES.items())
def test_a_version_is_recognised_shown_and_put_together_whatever_it_is_called(
    library: Library, other: Library, both: str, program: str, name: str
) -> None:
    path = arrive(other, library, both, name)
    theirs = path.read_bytes()
    [entry] = library.entries()
    assert entry.id == both
    assert [(each.path, each.program) for each in library.conflicts] == [(path, program.strip())]
    assert library.warnings == ()
    joined = join(library, both)
    assert joined.made == Difference(changed=2, kept_earlier=2, notes=1)
    assert path.name in joined.lines[0]
    found = library.read(both)
    assert found.values == {ROLE: "Baker", WORDS: "there", MOOD: 7, "feel.last.word": "only here"}
    assert {(each.ref, each.value) for each in found.earlier_answers} == {(WORDS, "here"), (MOOD, 1)}
    assert {each.text for each in found.notes} == {"here", "there"}
    assert (found.position, set(found.visited)) == ("feel.last", {"open.start", "feel.now", "feel.last"})
    assert not path.exists()
    assert [each.read_bytes() for each in library.places.asides(both)] == [theirs], "set aside, not thrown away"
    library.entries()
    assert library.conflicts == ()


@pytest.mark.parametrize(
    "name",
    ["notes.json", "{}.json.bak", "{}0.json", "{} copy of mine.json", "x{} 2.json", "{}.lock", "{}.json", "{} .json"],
)
def test_what_is_named_otherwise_is_no_version(both: str, tmp_path: Path, name: str) -> None:
    assert conflict_copy(tmp_path / name.format(both)) is None


def test_both_computers_come_to_the_same_whichever_of_them_puts_it_together(
    library: Library, other: Library, both: str
) -> None:
    first, second = arrive(other, library, both), arrive(library, other, both)
    assert first.name == second.name
    join(library, both)
    join(other, both)
    assert library.read(both).answers == other.read(both).answers
    assert library.read(both).earlier_answers == other.read(both).earlier_answers
    arrive(other, library, both)  # now they hold the same, laid out otherwise
    before = library.places.workbook(both).read_bytes()
    assert str(join(library, both).made) == "no answer differs"
    assert library.places.workbook(both).read_bytes() == before


def test_several_versions_at_once_and_the_state_before_is_kept(library: Library, other: Library, both: str) -> None:
    arrive(other, library, both)
    with other.open(both) as there:
        there.save(Changes(answers={WORDS: "there again"}))
    arrive(other, library, both, NAMES["Dropbox"])
    before = library.places.workbook(both).read_bytes()
    joined = join(library, both)
    assert len(joined.copies) == 2
    found = library.read(both)
    assert found.values[WORDS] == "there again"
    assert {each.value for each in found.earlier_answers if each.ref == WORDS} == {"here", "there"}
    assert Earlier(library.places.earlier, both).copies()[-1].read_bytes() == before


def test_a_dry_run_says_it_and_changes_nothing(library: Library, other: Library, both: str) -> None:
    arrive(other, library, both)
    library.entries()
    before = everything(library.folder)
    assert join(library, both, dry_run=True).made.changed == 2
    assert everything(library.folder) == before


@pytest.mark.parametrize("data", [b"", b"torn", b"{}", bytes(100), b'{"workbook": {"1": {"format": 99}}}'])
def test_a_version_that_cannot_be_read_is_told_and_left(
    library: Library, other: Library, both: str, data: bytes
) -> None:
    path = arrive(other, library, both)
    path.write_bytes(data)
    before = everything(library.folder)
    joined = join(library, both)
    assert (joined.copies, len(joined.left)) == ((), 1)
    assert path.name in joined.lines[0]
    assert {name: before[name] for name in before if name != "library.json"} == {
        name: data for name, data in everything(library.folder).items() if name != "library.json"
    }


def test_a_version_of_another_workbook_under_this_name_is_left(library: Library, both: str) -> None:
    another = written(library, feel__now__words="another")
    path = library.places.workbooks / NAMES["iCloud"].format(both)
    path.write_bytes(library.places.workbook(another).read_bytes())
    assert "another workbook than its name says" in join(library, both).left[0]
    assert path.exists()


def test_a_version_of_a_workbook_that_is_not_here_is_brought_in(library: Library, other: Library, both: str) -> None:
    arrive(other, library, both)
    library.places.workbook(both).unlink()
    assert library.entries() == []
    assert [each.name for each in library.conflicts] == [both]
    assert join(library, both).is_new
    assert library.read(both) == other.read(both)
    assert [entry.title for entry in library.entries()] == ["Baker"]


def test_nothing_is_put_together_over_a_workbook_that_is_open_damaged_or_newer(
    library: Library, other: Library, both: str
) -> None:
    path = arrive(other, library, both)
    with library.open(both), pytest.raises(HeldElsewhere):
        join(library, both)
    own = library.places.workbook(both)
    for data, error in ((b"torn", DamagedFile), (newer(own.read_bytes()), NewerFormat)):
        own.write_bytes(data)
        with pytest.raises(error):
            join(library, both)
        assert own.read_bytes() == data
    assert path.exists()
    with pytest.raises(NoSuchWorkbook):
        join(library, "20260503-ffffff")


def test_what_was_let_go_is_gone_from_versions_too_and_does_not_come_back_with_one(
    library: Library, other: Library, both: str
) -> None:
    with other.open(both) as there:
        there.save(Changes(answers={PRIVATE: "a secret"}))
    arrive(other, library, both)
    join(library, both)
    arrive(other, library, both)
    with library.open(both) as workbook:
        workbook.forget([PRIVATE])
    assert files_with(library.folder, "a secret") == []
    arrive(other, library, both)  # the other computer has not heard of it
    join(library, both)
    assert PRIVATE not in library.read(both).values
    assert library.read(both).earlier_answers != ()


def test_an_earlier_answer_goes_with_the_page_that_is_let_go(library: Library, other: Library, both: str) -> None:
    arrive(other, library, both)
    join(library, both)
    with library.open(both) as workbook:
        workbook.forget([WORDS])
    assert WORDS not in {each.ref for each in library.read(both).earlier_answers}
    assert [name for name in files_with(library.folder, '"here"') if "guides" not in name] == [
        name for name in files_with(library.folder, '"text":"here"') if "guides" not in name
    ]


def test_a_deleted_workbook_takes_its_versions_along_into_the_trash_and_back(
    library: Library, other: Library, both: str
) -> None:
    path = arrive(other, library, both, NAMES["Dropbox"])
    library.delete(both)
    assert not path.exists()
    library.restore(both)
    assert path.exists()
    library.delete(both)
    library.empty_trash()
    assert files_with(library.folder, "there") == []


def test_copies_of_the_catalogue_and_of_guides_go_since_nothing_is_only_in_them(library: Library, both: str) -> None:
    library.entries()
    digest = library.read(both).guide.digest
    own = library.guides.path(digest)
    for name in NAMES.values():
        (library.folder / name.format("library")).write_bytes(library.places.catalogue.read_bytes())
        (library.places.guides / name.format(digest)).write_bytes(own.read_bytes())
    mine = library.folder / "library-of-mine.json"
    mine.write_bytes(b'{"mine": 1}')
    strange = library.places.guides / NAMES["iCloud"].format("a" * 64)
    strange.write_bytes(b"{}")
    fresh = Library(library.folder)
    assert len(fresh.entries()) == 1
    left = [path.name for path in library.folder.iterdir() if path.is_file()]
    assert sorted(left) == ["library-of-mine.json", "library.json"]
    assert sorted(path.name for path in library.places.guides.iterdir()) == sorted([own.name, strange.name])
    assert [strange.name in warning for warning in fresh.warnings] == [True]


@pytest.mark.parametrize("damage", ["missing", "torn"])
def test_a_copy_takes_the_place_of_a_guide_that_is_lost(library: Library, both: str, damage: str) -> None:
    own = library.guides.path(library.read(both).guide.digest)
    own.rename(own.with_name(NAMES["iCloud"].format(own.stem)))
    if damage == "torn":
        own.write_bytes(b"torn")
    fresh = Library(library.folder)
    fresh.entries()
    assert fresh.guide(own.stem) == guide()
