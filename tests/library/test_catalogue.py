"""The catalogue: what it says of each workbook, and that it can be lost, old or damaged without harm."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.library.samples import MOOD, ROLE, UNTIL, WORDS, Clock, guide, written
from tests.library.test_storage import DAMAGED
from workbook.library.changes import Changes
from workbook.library.describe import describe
from workbook.library.errors import AmbiguousId, NoSuchWorkbook
from workbook.library.library import Library

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.library.entry import Row
    from workbook.library.record import Record


@pytest.fixture
def read_again(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the ID of each workbook described anew."""
    described: list[str] = []

    def described_again(record: Record, *rest: Any) -> Row:
        described.append(record.id)
        return describe(record, *rest)

    monkeypatch.setattr("workbook.library.rows.describe", described_again)
    return described


def test_a_row_says_what_a_list_shows(library: Library) -> None:
    until = {"text": "in a week", "day": "2026-05-10"}
    with library.new(guide(), {ROLE: " Baker\n\x1b[31m at\x00 Crumb ", UNTIL: until}) as workbook:
        workbook.save(Changes(position="feel.now", visited=("open.start", "feel.now")))
    [entry] = library.entries()
    assert (entry.id, entry.title, entry.state) == (workbook.id, "Baker [31m at Crumb", "unfinished")
    assert (entry.route, entry.position, entry.where) == ("full", "feel.now", "Feel, page 1 of 2")
    assert (entry.created, entry.updated) == (workbook.record.created, workbook.record.updated)
    [follow_up] = entry.follow_ups
    assert (follow_up.ref, follow_up.what, follow_up.day) == (UNTIL, "Look back", date(2026, 5, 10))


def test_a_workbook_without_a_name_goes_by_the_day_it_was_begun(library: Library) -> None:
    written(library)
    assert [entry.title for entry in library.entries()] == ["Begun 3 May 2026"]


def test_a_long_name_and_half_a_character_can_be_listed(library: Library) -> None:
    written(library, open__start__role="\ud800" + "x" * 10_000)
    [entry] = Library(library.folder).entries()
    assert entry.title.startswith("\ufffdxxx")
    assert len(entry.title) == 200


def test_a_completed_workbook_is_nowhere_any_more(library: Library, clock: Clock) -> None:
    with library.new(guide()) as workbook:
        workbook.save(Changes(position="feel.now", completed=clock()))
    [entry] = library.entries()
    assert (entry.state, entry.where, entry.completed) == ("completed", "", workbook.record.completed)


def test_the_last_worked_on_comes_first(library: Library, clock: Clock) -> None:
    ids = [written(library) for _ in range(3)]
    clock.jump(days=1)
    with library.open(ids[1]) as workbook:
        workbook.save(Changes(answers={WORDS: "words"}))
    assert [entry.id for entry in library.entries()] == [ids[1], ids[2], ids[0]]


def test_what_is_in_the_catalogue_is_not_read_again(library: Library, read_again: list[str]) -> None:
    for _ in range(3):
        written(library)
    read_again.clear()
    assert len(Library(library.folder).entries()) == 3
    assert read_again == []


def test_a_row_is_written_when_begun_left_and_finished_and_not_at_each_save(
    library: Library, clock: Clock, read_again: list[str]
) -> None:
    with library.new(guide()) as workbook:
        assert len(read_again) == 1
        for number in range(5):
            workbook.save(Changes(answers={MOOD: number}))
        assert len(read_again) == 1
        workbook.save(Changes(completed=clock()))
        assert len(read_again) == 2
    assert len(read_again) == 3


def test_a_workbook_that_was_never_left_is_listed_as_its_file_says(library: Library) -> None:
    workbook = library.new(guide())
    workbook.save(Changes(answers={ROLE: "Baker"}))
    assert [entry.title for entry in Library(library.folder).entries()] == ["Baker"]
    workbook.close()


def test_only_what_changed_is_read_again(library: Library, read_again: list[str], tmp_path: Path) -> None:
    ids = [written(library, open__start__role=name) for name in ("A", "B", "C")]
    path = library.places.workbook(ids[1])
    path.write_bytes(path.read_bytes().replace(b'"B"', b'"Other"'))
    library.places.workbook(ids[2]).rename(tmp_path / "gone.json")
    read_again.clear()
    assert sorted(entry.title for entry in library.entries()) == ["A", "Other"]
    assert read_again == [ids[1]]
    assert sorted(entry.title for entry in library.entries()) == ["A", "Other"]
    assert read_again == [ids[1]]


def test_a_missing_catalogue_is_made_again(library: Library) -> None:
    for _ in range(3):
        written(library, open__start__role="Baker")
    before = library.entries()
    library.places.catalogue.unlink()
    assert Library(library.folder).entries() == before
    assert library.places.catalogue.exists()


FOREIGN = {**DAMAGED, "another program's": b'{"users": {"1": {"name": "x"}}}', "only a part": b'{"workbooks": {}}'}


@pytest.mark.parametrize("data", FOREIGN.values(), ids=FOREIGN.keys())
def test_a_damaged_catalogue_is_moved_aside_and_made_again(library: Library, data: bytes) -> None:
    written(library, open__start__role="Baker")
    before = library.entries()
    library.places.catalogue.write_bytes(data)
    assert library.entries() == before
    assert any("made anew" in warning for warning in library.warnings)
    [aside] = library.folder.glob("library.json.damaged-*")
    assert aside.read_bytes() == data
    assert Library(library.folder).entries() == before


def test_a_damaged_catalogue_stops_no_sitting(library: Library) -> None:
    workbook = library.new(guide())
    library.places.catalogue.write_bytes(b"torn")
    workbook.save(Changes(answers={ROLE: "Baker"}))
    workbook.close()
    assert [entry.title for entry in library.entries()] == ["Baker"]


def test_rows_of_another_version_are_worked_out_again(library: Library, read_again: list[str]) -> None:
    written(library, open__start__role="Baker")
    tables = json.loads(library.places.catalogue.read_bytes())
    tables["about"]["1"]["format"] = 99
    tables["workbooks"]["1"]["title"] = "of another version"
    library.places.catalogue.write_text(json.dumps(tables))
    read_again.clear()
    assert [entry.title for entry in library.entries()] == ["Baker"]
    assert [entry.title for entry in library.entries()] == ["Baker"]
    assert len(read_again) == 1


def test_two_windows_that_write_the_catalogue_lose_no_workbook(library: Library) -> None:
    other = Library(library.folder)
    before = library.places.catalogue
    first = written(library)
    kept = before.read_bytes()
    second = written(other)
    before.write_bytes(kept)  # the row of the second was written over
    assert {entry.id for entry in library.entries()} == {first, second}


def test_an_empty_folder_has_no_workbooks(library: Library) -> None:
    assert library.entries() == []
    assert library.ids() == []
    assert not library.places.catalogue.exists()


def test_an_id_can_be_shortened_while_it_is_unmistakable(library: Library) -> None:
    first, second = written(library), written(library)
    assert library.find(first) == first
    assert library.find(first[:14]) == first or first[:14] == second[:14]
    with pytest.raises(AmbiguousId, match=first) as raised:
        library.find("2026")
    assert raised.value.ids == tuple(sorted((first, second)))
    for nothing in ("", "1999", "../workbooks", first + "0", "*"):
        with pytest.raises(NoSuchWorkbook):
            library.find(nothing)


@pytest.mark.parametrize("name", ["", "20260503-ffffff", "../library", "20260503-ffffff/../x", "workbook"])
def test_an_id_that_is_none_opens_nothing(library: Library, name: str) -> None:
    for action in (library.open, library.read, library.delete, library.restore, library.recover):
        with pytest.raises(NoSuchWorkbook):
            action(name)
