"""Nobody else on the computer can read what is kept."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from tests.library.samples import WORDS, Clock, guide, written
from workbook.library.changes import Changes
from workbook.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o777])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def wide(folder: Path) -> list[str]:
    """Return what below `folder`, itself included, has another mode than it should."""
    found = []
    for path in (folder, *folder.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode != (0o700 if path.is_dir() else 0o600):
            found.append(f"{path.relative_to(folder)} {mode:o}")
    return found


def test_every_folder_and_file_is_for_one_person_under_any_umask(tmp_path: Path, clock: Clock, umask: int) -> None:
    folder = tmp_path / "data"
    library = Library(folder, clock)
    deleted = written(library, feel__now__words="words")
    with library.open(deleted) as workbook:
        workbook.save(Changes(answers={WORDS: "more"}))
    library.delete(deleted)
    damaged = written(library, feel__now__words="words")
    with library.open(damaged) as workbook:
        workbook.save(Changes(answers={WORDS: "more"}))
        assert wide(folder) == []  # the lock too
    library.places.workbook(damaged).write_bytes(b"torn")
    library.recover(damaged)
    library.entries()
    assert wide(folder) == []
    assert library.warnings == ()


def test_what_others_could_read_is_closed_and_told(library: Library) -> None:
    workbook_id = written(library)
    library.folder.chmod(0o755)
    library.places.earlier.chmod(0o777)
    library.places.catalogue.chmod(0o644)
    library.places.workbook(workbook_id).chmod(0o664)
    again = Library(library.folder)
    again.entries()
    assert wide(library.folder) == []
    assert [str(library.folder) in warning for warning in again.warnings] == [True, True, True, False]
    assert "could read 1 files" in again.warnings[-1]
    assert Library(library.folder).warnings == ()


def test_a_file_of_somebody_elses_is_left(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    workbook_id = written(library)
    library.places.workbook(workbook_id).chmod(0o644)
    monkeypatch.setattr(os, "getuid", lambda: 4242)
    library.entries()
    assert library.warnings == ()
    assert stat.S_IMODE(library.places.workbook(workbook_id).stat().st_mode) == 0o644


def test_unfinished_files_of_stopped_saves_are_tidied_up_once_they_are_old(library: Library) -> None:
    workbook_id = written(library, feel__now__words="words")
    name = f".{workbook_id}.json.0123456789ab.part"
    old, new = library.places.workbooks / name, library.places.workbooks / name.replace("0123", "4567")
    others = library.places.workbooks / ".somebody-elses.part"
    root = library.folder / ".library.json.0123456789ab.part"
    copy = library.places.earlier / workbook_id / ".20260101T000000000000Z.json.0123456789ab.part"
    copy.parent.mkdir()
    for path in (old, new, others, root, copy):
        path.write_text("words")
    for path in (old, others, root, copy):
        os.utime(path, (1_000_000, 1_000_000))
    Library(library.folder).entries()
    assert not old.exists()
    assert not root.exists()
    assert new.exists(), "it may be of a save that is just going on"
    assert others.exists(), "it is not ours"
    library.open(workbook_id).close()
    assert not copy.exists()
    assert not new.exists(), "with the lock, nobody else can be saving it"
    assert guide() == library.guide(library.read(workbook_id).guide.digest)
