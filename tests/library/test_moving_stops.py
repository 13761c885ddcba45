"""Stopped before any step of joining, importing, putting back or migrating: every word is there all the same."""

from __future__ import annotations

import itertools
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from tests.library.samples import MOOD, WORDS, written
from tests.library.test_formats import SAMPLES, SAT
from tests.library.test_restore_stops import stopped
from workbook.library.changes import Changes
from workbook.library.copies import earlier_copies, put_back
from workbook.library.importing import import_
from workbook.library.joining import join
from workbook.library.library import Library
from workbook.library.moving import export
from workbook.library.reading import read_record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stops a copy of this process")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workbook with a version from another computer, and an export of that beside the folder."""
    library = Library(tmp_path / "data")
    workbook_id = written(library, feel__now__words="here", feel__now__mood=1)
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={MOOD: 2}))
    here = library.places.workbook(workbook_id)
    before = here.read_bytes()
    with library.open(workbook_id) as there:
        there.save(Changes(answers={WORDS: "there"}))
    here.rename(here.with_name(f"{workbook_id} 2.json"))
    here.write_bytes(before)
    return library.folder


def every_stop(
    folder: Path, tmp_path: Path, action: Callable[[Library], object], check: Callable[[Library], bool]
) -> None:
    """Do something in copies of a folder, stopped at each step; `check` returns whether it was done."""
    outcomes = []
    for step in itertools.count(1):
        copy = tmp_path / f"copy-{step}"
        shutil.copytree(folder, copy)
        library = Library(copy)
        done = stopped(step, lambda library=library: action(library))  # type: ignore[misc]
        after = Library(copy)
        outcomes.append(check(after))
        assert all(entry.state in ("unfinished", "completed") for entry in after.entries())
        action(after)
        assert check(after), "and the next time it comes to its end"
        shutil.rmtree(copy)
        if done:
            break
    assert outcomes == sorted(outcomes)
    assert (outcomes[0], outcomes[-1]) == (False, True)


def test_joining(folder: Path, tmp_path: Path) -> None:
    def check(library: Library) -> bool:
        [workbook_id] = library.ids()
        record = library.read(workbook_id)
        library.entries()
        merged = record.values[WORDS] == "there"
        assert merged or (record.values[WORDS] == "here" and library.conflicts)
        assert not merged or [each.value for each in record.earlier_answers] == ["here"]
        return bool(merged)

    every_stop(folder, tmp_path, lambda library: join(library, library.ids()[0]), check)


def test_importing(folder: Path, tmp_path: Path) -> None:
    library = Library(folder)
    [workbook_id] = library.ids()
    join(library, workbook_id)
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={WORDS: "newest"}))
    exported = export(library, [workbook_id])
    put_back(library, workbook_id, earlier_copies(library, workbook_id)[-1])

    def check(library: Library) -> bool:
        values = library.read(workbook_id).values
        assert values in ({WORDS: "here", MOOD: 1}, {WORDS: "newest", MOOD: 2})
        return bool(values[MOOD] == 2)

    every_stop(folder, tmp_path, lambda library: import_(library, exported), check)


def test_putting_back(folder: Path, tmp_path: Path) -> None:
    def action(library: Library) -> None:
        [workbook_id] = library.ids()
        if library.read(workbook_id).values[MOOD] == 2:
            copies = earlier_copies(library, workbook_id)
            put_back(library, workbook_id, next(each for each in copies if each.changes and each.changes.answers))

    def check(library: Library) -> bool:
        values = library.read(library.ids()[0]).values
        assert values in ({WORDS: "here", MOOD: 1}, {WORDS: "here", MOOD: 2})
        return bool(values[MOOD] == 1)

    every_stop(folder, tmp_path, action, check)


def migrate(library: Library) -> None:
    """Save something in a workbook of the oldest format, which migrates it."""
    with library.open(SAT) as workbook:
        workbook.save(Changes(answers={MOOD: 9}))


def is_migrated(library: Library) -> bool:
    """Return whether that was done; fail where it is half done, or the file from before is not kept."""
    oldest = SAMPLES / "1" / "workbooks" / f"{SAT}.json"
    before = read_record(oldest, SAT)[0].values
    values = library.read(SAT).values
    assert values in (before, {**before, MOOD: 9})
    done = bool(values[MOOD] == 9)
    assert not done or (library.places.earlier / SAT / "format-1.json").read_bytes() == oldest.read_bytes()
    return done


def test_migrating(tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / "1", tmp_path / "old")
    every_stop(tmp_path / "old", tmp_path, migrate, is_migrated)
