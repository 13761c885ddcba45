"""The checksum in a file: what changed without this program is told kindly, and nothing is lost by it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from tests.library.samples import MOOD, WORDS, everything, written
from workbook.library.changes import Changes
from workbook.library.coding import decode_tables, encode_tables, is_as_written
from workbook.library.library import Library
from workbook.library.storage import Database

if TYPE_CHECKING:
    from pathlib import Path

TOLD = "not as this program left it"


def test_every_bit_of_a_file_is_watched(library: Library) -> None:
    words = 'one\nwith "checksum": {2} in it'
    path = library.places.workbook(written(library, feel__now__words=words, feel__now__mood=3))
    data = path.read_bytes()
    assert is_as_written(data)
    end = data.rindex(b',\n"checksum"')
    for place in range(end):
        for bit in range(8):
            changed = bytearray(data)
            changed[place] ^= 1 << bit
            assert not is_as_written(bytes(changed))


def test_a_letter_that_flipped_is_told_read_and_kept_beside(library: Library, tmp_path: Path) -> None:
    workbook_id = written(library, feel__now__words="a word")
    path = library.places.workbook(workbook_id)
    flipped = path.read_bytes().replace(b"a word", b"a work")
    path.write_bytes(flipped)
    listed = Library(library.folder, library.clock)
    listed.entries()
    assert any(TOLD in told for told in listed.warnings), "a list tells of it where it reads the file"
    fresh = Library(library.folder, library.clock)
    with fresh.open(workbook_id) as workbook:
        [told] = fresh.warnings
        assert TOLD in told
        assert f"workbook restore {workbook_id} --earlier" in told
        workbook.save(Changes(answers={MOOD: 3}))
    assert fresh.read(workbook_id).values == {WORDS: "a work", MOOD: 3}
    assert flipped in everything(library.folder).values(), "as it was found, it is among the earlier copies"
    again = Library(library.folder, library.clock)
    again.entries()
    again.read(workbook_id)
    assert again.warnings == ()


@pytest.mark.parametrize("how", ["laid out anew", "without it", "by TinyDB", "by an older version"])
def test_a_file_that_was_written_by_hand_or_another_program_is_read_whole(library: Library, how: str) -> None:
    workbook_id = written(library, feel__now__words="a word")
    path = library.places.workbook(workbook_id)
    tables = decode_tables(path.read_bytes(), path)
    if how == "laid out anew":
        path.write_text(json.dumps(json.loads(path.read_bytes()), indent=2))
    elif how == "without it":
        path.write_text(json.dumps(tables))
    elif how == "by TinyDB":
        with TinyDB(path) as other:
            other.table("notes").insert({"at": "2026-05-03T09:30:00+02:00", "text": "by hand"})
    else:
        path.write_text(json.dumps({**tables, "checksum": {"1": {"crc32": "00000000"}}}))
    assert library.read(workbook_id).values == {WORDS: "a word"}
    assert [entry.state for entry in library.entries()] == ["unfinished"]
    assert any(TOLD in told for told in library.warnings) == (how != "without it")
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={MOOD: 3}))
    assert is_as_written(path.read_bytes())
    assert path.read_bytes().count(b'"checksum"') == 1


def test_tinydb_does_not_see_it(tmp_path: Path) -> None:
    with Database(tmp_path / "file.json", create=True) as db:
        db.table("answers").insert({"ref": "a.b.c"})
        assert db.tables() == {"answers"}
        db.drop_tables()
        assert db.tables() == set()
    assert is_as_written(encode_tables({}))
