"""The storage under TinyDB: whole or not at all, and never over what it cannot read."""

from __future__ import annotations

import json
import os
import re
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import where

from workbook.library.coding import decode_tables, encode_tables
from workbook.library.errors import CannotRead, Closed, DamagedFile
from workbook.library.files import write_atomically
from workbook.library.storage import AtomicStorage, Database

DAMAGED = {
    "empty": b"",
    "zero-filled": bytes(4096),
    "truncated": b'{"answers": {"1": {"ref": "a.b.c", "va',
    "a list": b"[1, 2]",
    "a number": b"7",
    "tables that are none": b'{"answers": 3}',
    "documents that are none": b'{"answers": {"1": "word"}}',
    "documents without numbers": b'{"name": {"first": {}}}',
    "two documents": b"{}{}",
    "no text": b'{"answers": "\xff\xfe"}',
    "nested without end": b"[" * 100_000,
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00",
}

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.text(st.characters(codec=None)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED.keys())
def test_an_unreadable_file_is_neither_taken_for_new_nor_written_over(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(data)
    with Database(path, create=True) as db:
        with pytest.raises(DamagedFile) as raised:
            db.table("answers").insert({"ref": "new"})
        with pytest.raises(DamagedFile):
            db.table("answers").upsert({"ref": "new"}, where("ref") == "new")
    assert str(path) in str(raised.value)
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_file_is_new_only_where_that_is_said(tmp_path: Path) -> None:
    with Database(tmp_path / "file.json") as db, pytest.raises(DamagedFile, match="missing"):
        db.table("answers").all()
    with Database(tmp_path / "file.json", create=True) as db:
        assert db.table("answers").insert({"ref": "new"}) == 1


def test_a_folder_and_a_dangling_link_are_damage(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "link.json").symlink_to(tmp_path / "nowhere")
    for name in ("folder.json", "link.json"):
        with pytest.raises(DamagedFile):
            AtomicStorage(tmp_path / name, create=True).read()


def test_what_the_disk_refuses_to_read_is_told_as_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file.json"
    path.write_text("{}")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(CannotRead, match="may not"):
        AtomicStorage(path).read()


def test_updating_one_document_leaves_the_others(tmp_path: Path) -> None:
    with Database(tmp_path / "file.json", create=True) as db:
        table = db.table("answers")
        table.insert_multiple([{"ref": "a", "value": [1]}, {"ref": "b", "value": {"x": 1, "y": 2}}])
        table.upsert({"ref": "b", "value": {"x": 3}}, where("ref") == "b")
        assert table.all() == [{"ref": "a", "value": [1]}, {"ref": "b", "value": {"x": 3}}]


def test_what_is_handed_out_can_be_changed_without_changing_what_is_kept(tmp_path: Path) -> None:
    with Database(tmp_path / "file.json", create=True) as db:
        table = db.table("answers")
        table.insert({"ref": "a", "value": ["kept"]})
        for _ in range(2):
            found = table.search(where("ref") == "a")
            assert found == [{"ref": "a", "value": ["kept"]}]
            found[0]["value"].append("not kept")


def test_a_new_file_is_on_the_disk_before_it_takes_the_old_ones_place_and_the_change_of_places_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []

    def fsync(fd: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(fd).st_mode) else f"file of {os.fstat(fd).st_size}")

    def replace(source: Path, target: Path) -> None:
        steps.append("change of places")
        source.rename(target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    write_atomically(tmp_path / "file.json", b"words")
    assert steps == ["file of 5", "change of places", "folder"]


def test_together_is_one_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writes: list[bytes] = []

    def write(path: Path, data: bytes) -> None:
        writes.append(data)
        write_atomically(path, data)

    monkeypatch.setattr("workbook.library.storage.write_atomically", write)
    with Database(tmp_path / "file.json", create=True) as db, db.together():
        for number in range(20):
            db.table("answers").insert({"ref": str(number)})
        with db.together():
            db.table("notes").insert({"text": "inside"})
        assert len(db.table("answers")) == 20
    assert len(writes) == 1


def test_together_is_nothing_at_all_when_something_goes_wrong(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    with Database(path, create=True) as db:
        db.table("answers").insert({"ref": "before"})
        before = path.read_bytes()

        def fail() -> None:
            with db.together():
                db.table("answers").insert({"ref": "half"})
                db.table("answers").remove(where("ref") == "before")
                raise RuntimeError

        with pytest.raises(RuntimeError):
            fail()
        assert path.read_bytes() == before
        assert db.table("answers").all() == [{"ref": "before"}]
        db.table("answers").insert({"ref": "after"})
        assert [each["ref"] for each in db.table("answers")] == ["before", "after"]


def test_together_without_a_change_writes_nothing(tmp_path: Path) -> None:
    with Database(tmp_path / "file.json", create=True) as db, db.together():
        assert db.table("answers").all() == []
    assert list(tmp_path.iterdir()) == []


def test_a_write_after_close_raises_instead_of_vanishing(tmp_path: Path) -> None:
    db = Database(tmp_path / "file.json", create=True)
    db.table("answers").insert({"ref": "a"})
    db.close()
    with pytest.raises(Closed):
        db.table("answers").insert({"ref": "b"})


def test_the_file_is_text_that_people_can_read(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    with Database(path, create=True) as db:
        db.table("answers").insert_multiple([{"value": "Grüße, 你好"}, {"value": "two"}])
    *lines, checksum, end = path.read_text("utf-8").splitlines()
    assert lines == ["{", '"answers": {', '"1": {"value":"Grüße, 你好"},', '"2": {"value":"two"}', "},"]
    assert re.fullmatch(r'"checksum": \{"1": \{"crc32":"[0-9a-f]{8}"\}\}', checksum)
    assert end == "}"


documents = st.lists(st.dictionaries(st.text(max_size=5), json_values, max_size=4), max_size=4)


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(st.text(max_size=5), documents, max_size=3))
def test_whatever_json_is_kept_comes_back(tables: dict[str, list[object]]) -> None:
    numbered = {name: {str(n): each for n, each in enumerate(table, 1)} for name, table in tables.items()}
    assert decode_tables(encode_tables(numbered), Path("file.json")) == json.loads(json.dumps(numbered))


def test_half_a_surrogate_pair_neither_fails_the_save_nor_loses_its_neighbours(tmp_path: Path) -> None:
    with Database(tmp_path / "file.json", create=True) as db:
        db.table("answers").insert_multiple([{"value": "a\ud800b"}, {"value": "ü"}])
        assert [each["value"] for each in db.table("answers")] == ["a\ud800b", "ü"]
    assert "ü" in (tmp_path / "file.json").read_text("utf-8")


def test_a_file_with_a_byte_order_mark_is_still_ours(tmp_path: Path) -> None:
    (tmp_path / "file.json").write_text('{"answers": {"1": {"ref": "a"}}}', encoding="utf-8-sig")
    with Database(tmp_path / "file.json") as db:
        assert db.table("answers").all() == [{"ref": "a"}]
