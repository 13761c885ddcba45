"""A sample of every format this program ever wrote: each opens with every answer, and is migrated safely."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.library.samples import WORDS, Clock, everything, files_with, guide
from workbook.library.changes import Changes
from workbook.library.copies import earlier_copies, put_back
from workbook.library.earlier import KEPT
from workbook.library.errors import CannotSave
from workbook.library.exchange import parse
from workbook.library.importing import import_
from workbook.library.library import Library
from workbook.library.migrating import STEPS
from workbook.library.moving import export
from workbook.library.record import FORMAT

if TYPE_CHECKING:
    from workbook.library.record import Record

SAMPLES = Path(__file__).with_name("formats")
FORMATS = sorted(int(path.name) for path in SAMPLES.iterdir())
SAT = "20260503-0000a1"
"""A workbook in the samples with something in every kind of field, and an earlier copy."""


def expected(version: int) -> dict[str, Any]:
    """What the workbooks of a sample hold."""
    found: dict[str, Any] = json.loads((SAMPLES / str(version) / "values.json").read_bytes())
    return found


def said(record: Record) -> dict[str, Any]:
    """What a record holds, as the samples say it."""
    return {
        "values": record.values,
        "notes": [note.text for note in record.notes],
        "completed": record.completed is not None,
        "position": record.position,
        **({"marks": record.marked} if record.marked else {}),
    }


@pytest.fixture(params=FORMATS)
def version(request: pytest.FixtureRequest) -> int:
    found: int = request.param
    return found


@pytest.fixture
def old(tmp_path: Path, version: int, clock: Clock) -> Library:
    """A library as a program of that format left it."""
    shutil.copytree(SAMPLES / str(version), tmp_path / "old")
    clock.jump(days=30)
    return Library(tmp_path / "old", clock)


def kept(library: Library) -> dict[str, bytes]:
    """The files of the workbooks."""
    return everything(library.places.workbooks)


def test_there_is_a_sample_of_every_format_and_a_way_from_each() -> None:
    assert list(range(1, FORMAT + 1)) == FORMATS
    assert sorted(STEPS) == FORMATS[:-1]


def test_every_answer_of_every_format_is_read(old: Library, version: int) -> None:
    before = kept(old)
    assert {each: said(old.read(each)) for each in old.ids()} == expected(version)
    assert old.guide(old.read(SAT).guide.digest) == guide()
    assert all(entry.state in ("unfinished", "completed") for entry in old.entries())
    for each in old.ids():
        old.open(each).close()
    assert kept(old) == before, "reading, opening and closing migrates nothing"


def test_the_first_save_migrates_and_leaves_every_answer(old: Library, version: int) -> None:
    for each in old.ids():
        before = old.places.workbook(each).read_bytes()
        with old.open(each) as workbook:
            workbook.save(Changes(answers={"feel.last.word": "now"}))
        found = said(old.read(each))
        found["values"].pop("feel.last.word")
        wanted = expected(version)[each]
        wanted["values"].pop("feel.last.word", None)
        assert found == wanted
        tables = json.loads(old.places.workbook(each).read_bytes())
        assert tables["workbook"]["1"]["format"] == FORMAT
        assert set(tables) == {"workbook", "answers", "notes", "earlier_answers", "let_go", "marks", "checksum"}
        copy = old.places.earlier / each / f"format-{version}.json"
        assert copy.exists() == (version < FORMAT)
        assert not copy.exists() or copy.read_bytes() == before


def test_the_copy_from_before_outlives_the_others_and_goes_only_with_what_is_let_go(old: Library, version: int) -> None:
    for number in range(KEPT + 2):
        with old.open(SAT) as workbook:
            workbook.save(Changes(answers={WORDS: f"sitting {number}"}))
    assert len(earlier_copies(old, SAT)) == KEPT
    left = [path.name for path in (old.places.earlier / SAT).glob("format-*")]
    assert left == ([f"format-{version}.json"] if version < FORMAT else [])
    with old.open(SAT) as workbook:
        workbook.forget([WORDS, "feel.now.private"])
    (old.folder / "export.json").unlink()
    (old.folder / "values.json").unlink()
    assert files_with(old.folder, "line one") == files_with(old.folder, "for nobody else") == []


def test_without_room_for_that_copy_nothing_is_migrated(
    old: Library, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    before = old.places.workbook(SAT).read_bytes()
    with old.open(SAT) as workbook:
        with monkeypatch.context() as patched:
            patched.setattr("workbook.library.earlier.write_atomically", refuse)
            if version < FORMAT:
                with pytest.raises(CannotSave):
                    workbook.save(Changes(answers={WORDS: "new"}))
                assert old.places.workbook(SAT).read_bytes() == before
        workbook.save(Changes(answers={WORDS: "new"}))
    assert old.read(SAT).values[WORDS] == "new"


def test_an_earlier_copy_of_an_older_format_can_be_put_back(old: Library, version: int) -> None:
    copy = earlier_copies(old, SAT)[-1]
    assert copy.problem == ""
    data = copy.path.read_bytes()
    put_back(old, SAT, copy)
    assert old.places.workbook(SAT).read_bytes() == data
    with old.open(SAT) as workbook:
        workbook.save(Changes(answers={WORDS: "new"}))
    assert json.loads(old.places.workbook(SAT).read_bytes())["workbook"]["1"]["format"] == FORMAT


def test_an_export_of_every_format_is_imported_with_nothing_lost(tmp_path: Path, version: int) -> None:
    library = Library(tmp_path / "data")
    data = (SAMPLES / str(version) / "export.json").read_bytes()
    import_(library, parse(data))
    assert {each: said(library.read(each)) for each in library.ids()} == expected(version)
    if version == FORMAT:
        again = json.loads(json.dumps(export(library, library.ids())))
        assert again["workbooks"] == json.loads(data)["workbooks"]
