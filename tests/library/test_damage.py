"""Files that cannot be read: told, never written over, and put right from an earlier copy where there is one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.library.samples import ROLE, WORDS, Clock, everything, guide, written
from tests.library.test_storage import DAMAGED
from workbook.library.changes import Changes
from workbook.library.errors import Conflict, DamagedFile, NewerFormat
from workbook.library.library import Library
from workbook.library.record import FORMAT

if TYPE_CHECKING:
    from pathlib import Path

FOREIGN = {
    **DAMAGED,
    "an empty object": b"{}",
    "another program's": b'{"users": {"1": {"name": "x"}}}',
    "no format": b'{"workbook": {"1": {"id": "x"}}}',
    "a wrong format": b'{"workbook": {"1": {"format": "1"}}}',
    "no dates": b'{"workbook": {"1": {"format": 1, "created": "some day"}}}',
}


@pytest.fixture
def twice_sat(library: Library) -> str:
    """Return a workbook of two sittings, the second of which changed it."""
    workbook_id = written(library, open__start__role="Baker", feel__now__words="first")
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={WORDS: "second"}))
    return workbook_id


@pytest.mark.parametrize("data", FOREIGN.values(), ids=FOREIGN.keys())
def test_a_damaged_workbook_is_told_shown_and_left_as_it_is(library: Library, twice_sat: str, data: bytes) -> None:
    path = library.places.workbook(twice_sat)
    path.write_bytes(data)
    with pytest.raises(DamagedFile) as raised:
        library.open(twice_sat)
    assert str(path) in str(raised.value)
    assert raised.value.copy is not None
    assert b"first" in raised.value.copy.read_bytes()
    with pytest.raises(DamagedFile):
        library.read(twice_sat)
    [entry] = library.entries()
    assert (entry.state, entry.title) == ("damaged", "Baker")
    assert str(path) in entry.problem
    assert library.entries() == [entry]
    assert path.read_bytes() == data
    assert not library.places.lock(twice_sat).exists()


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_what_is_no_file_is_damaged_too(library: Library, twice_sat: str, kind: str) -> None:
    path = library.places.workbook(twice_sat)
    path.unlink()
    path.mkdir() if kind == "folder" else path.symlink_to("nowhere")
    assert [entry.state for entry in library.entries()] == ["damaged"]
    with pytest.raises(DamagedFile):
        library.open(twice_sat)
    assert library.recover(twice_sat).aside.is_symlink() == (kind == "link")
    assert library.read(twice_sat).values[WORDS] == "first"


def test_recovering_puts_the_newest_good_copy_back_and_keeps_the_damaged_file(
    library: Library, twice_sat: str, clock: Clock
) -> None:
    path = library.places.workbook(twice_sat)
    path.write_bytes(b"torn")
    newest = library.places.earlier / twice_sat / "20990101T000000000000Z.json"
    newest.write_bytes(b"torn as well")
    done = library.recover(twice_sat)
    assert done.aside.read_bytes() == b"torn"
    assert done.aside.name.startswith(f"{twice_sat}.json.damaged-20260503-0930")
    assert str(done).startswith("The workbook is back as it was on 3 May 2026, 09:30.")
    assert library.read(twice_sat).values == {ROLE: "Baker", WORDS: "first"}
    assert [entry.state for entry in library.entries()] == ["unfinished"]


def test_nothing_is_recovered_without_a_good_copy_or_without_need(library: Library) -> None:
    workbook_id = written(library, feel__now__words="words")
    with pytest.raises(Conflict, match="can be read"):
        library.recover(workbook_id)
    library.places.workbook(workbook_id).write_bytes(b"")
    before = everything(library.folder)
    with pytest.raises(DamagedFile, match="no earlier copy"):
        library.recover(workbook_id)
    assert everything(library.folder) == before


def test_two_damaged_files_of_one_second_are_both_kept(tmp_path: Path, clock: Clock) -> None:
    library = Library(tmp_path, lambda: clock.time)
    workbook_id = written(library, feel__now__words="words")
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={WORDS: "other"}))
    for data in (b"one", b"two"):
        library.places.workbook(workbook_id).write_bytes(data)
        library.recover(workbook_id)
    assert [path.read_bytes() for path in library.places.asides(workbook_id)] == [b"one", b"two"]


def newer(library: Library, workbook_id: str, **more: object) -> bytes:
    """Make a workbook one of a later version, and return its file."""
    path = library.places.workbook(workbook_id)
    tables = json.loads(path.read_bytes())
    tables["workbook"]["1"].update(format=FORMAT + 1, **more)
    path.write_text(json.dumps(tables))
    return path.read_bytes()


def test_a_workbook_of_a_newer_version_can_be_read_but_not_changed(library: Library, twice_sat: str) -> None:
    data = newer(library, twice_sat, mood="new")
    with library.open(twice_sat) as workbook:
        assert workbook.read_only
        assert "newer version" in workbook.why
        assert workbook.record.values[WORDS] == "second"
    [entry] = library.entries()
    assert (entry.state, entry.title) == ("newer", "Baker")
    assert library.places.workbook(twice_sat).read_bytes() == data


def test_a_newer_version_with_another_shape_is_told_as_newer(library: Library, twice_sat: str) -> None:
    data = newer(library, twice_sat, created={"year": 2026})
    with pytest.raises(NewerFormat, match="newer version"):
        library.open(twice_sat)
    assert [entry.state for entry in library.entries()] == ["newer"]
    assert library.places.workbook(twice_sat).read_bytes() == data


def test_a_damaged_guide_is_told_by_name_and_put_right_by_the_same_guide(library: Library) -> None:
    workbook_id = written(library, open__start__role="Baker")
    path = library.guides.path(library.read(workbook_id).guide.digest)
    path.write_bytes(path.read_bytes().replace(b"Mood", b"Wood"))
    fresh = Library(library.folder)
    with fresh.open(workbook_id) as workbook, pytest.raises(DamagedFile, match=path.name):
        _ = workbook.guide
    fresh.new(guide()).close()
    assert Library(library.folder).guide(path.stem) == guide()


def test_without_its_guide_a_workbook_is_still_listed_and_read(library: Library) -> None:
    workbook_id = written(library, open__start__role="Baker")
    library.guides.path(library.read(workbook_id).guide.digest).unlink()
    library.places.catalogue.unlink()
    fresh = Library(library.folder)
    assert [entry.title for entry in fresh.entries()] == ["Begun 3 May 2026"]
    assert any("guide" in warning for warning in fresh.warnings)
    assert fresh.read(workbook_id).values == {ROLE: "Baker"}


def test_a_digest_in_a_workbook_cannot_name_a_file_elsewhere(library: Library, tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_text("{}")
    with pytest.raises(DamagedFile, match="by a name no guide has"):
        library.guide("../../secret")
