"""Reading no more of a workbook than shows whether words are there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.library.locks import as_another_process, lock
from tests.library.samples import PRIVATE, ROLE, WORDS, guide
from workbook.library.changes import Changes
from workbook.library.errors import DamagedFile, Locked
from workbook.library.record import RecordNote
from workbook.library.skimming import Skimmed, skim

if TYPE_CHECKING:
    from workbook.library.entry import Entry
    from workbook.library.library import Library


def one(library: Library) -> Entry:
    """Keep a workbook and return its entry."""
    with library.new(guide(), {ROLE: "Night porter", WORDS: "A long day \ud83d"}) as workbook:
        workbook.save(Changes(notes=(RecordNote(library.clock(), "They wrote"),)))
    return library.entries()[0]


def read(library: Library, entry: Entry) -> Skimmed:
    found = skim(library, entry, lambda data: True)
    assert found is not None
    return found


def test_what_is_read_is_what_the_whole_record_has(library: Library) -> None:
    entry = one(library)
    found, record = read(library, entry), library.read(entry.id)
    assert dict(found.answers) == record.values
    assert [note.text for note in found.notes] == ["They wrote"]
    assert (found.created, found.position, found.visited) == (
        record.created,
        record.position,
        frozenset(record.visited),
    )
    assert found.guide == library.guide(record.guide.digest)


def test_a_file_that_cannot_hold_the_words_is_not_read_further(library: Library) -> None:
    entry = one(library)
    library.places.workbook(entry.id).write_bytes(b"not a workbook at all")
    assert skim(library, entry, lambda data: False) is None
    with pytest.raises(DamagedFile):
        skim(library, entry, lambda data: True)


def test_a_workbook_that_is_gone_is_passed_over_and_an_empty_one_is_damage(library: Library) -> None:
    entry = one(library)
    library.places.workbook(entry.id).write_bytes(b"")
    with pytest.raises(DamagedFile):
        skim(library, entry, lambda data: False)
    library.places.workbook(entry.id).unlink()
    assert skim(library, entry, lambda data: True) is None


def test_of_an_answer_kept_twice_the_newer_one_counts(library: Library) -> None:
    entry = one(library)
    path = library.places.workbook(entry.id)
    tables = json.loads(path.read_bytes())
    tables["answers"]["9"] = {"ref": ROLE, "value": "Older", "updated": "2001-01-01T00:00:00Z"}
    path.write_text(json.dumps(tables))
    assert read(library, entry).answers[ROLE] == "Night porter"


def test_a_locked_library_is_read_with_its_key_and_not_without(library: Library) -> None:
    entry = one(library)
    library.entries()
    lock(library)
    assert read(library, entry).answers[ROLE] == "Night porter"
    as_another_process(library.folder)
    with pytest.raises(Locked):
        skim(library, entry, lambda data: True)


def test_private_writing_is_read_like_the_rest(library: Library) -> None:
    with library.new(guide(), {PRIVATE: "for me"}):
        pass
    assert read(library, library.entries()[0]).answers[PRIVATE] == "for me"
