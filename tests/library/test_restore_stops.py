"""Stopped before any step of bringing back a backup: afterwards it is all old or all new."""

from __future__ import annotations

import itertools
import os
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.library.samples import WORDS, everything, written
from workbook.library.backup import back_up
from workbook.library.changes import Changes
from workbook.library.errors import LibraryError
from workbook.library.library import Library
from workbook.library.restoring import plan, restore

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stops a copy of this process")

STEPS = ("open", "write", "fsync", "replace", "rename", "unlink", "rmdir", "mkdir", "link")


def kept(folder: Path) -> dict[str, bytes]:
    """Everything that is kept, without the catalogue and the backups from before a restore."""
    return {
        name: data
        for name, data in everything(folder).items()
        if name not in ("library.json", "restoring.lock") and not name.startswith("before-restore")
    }


def stopped(step: int, action: Callable[[], object]) -> bool:
    """Do something in a copy of this process that is gone before the given call that changes the disk.

    Return whether it came to an end before that.
    """
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    calls = itertools.count(1)

    def stopping(real: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            if next(calls) == step:
                os._exit(9)
            return real(*args, **kwargs)

        return call

    try:
        for name in STEPS:
            setattr(os, name, stopping(getattr(os, name)))
        action()
    except BaseException:  # noqa: BLE001 - the copy must end here, whatever happens
        os._exit(1)
    os._exit(0)


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path, dict[str, bytes], dict[str, bytes]]:
    """A folder, a backup to bring back into it, and what is kept before and after."""
    library = Library(tmp_path / "data")
    written(library, feel__now__words="new")
    (library.folder / "lock.json").write_bytes(b"no lock, only a file of that name")
    back_up(library, tmp_path / "backup.zip")
    new = kept(library.folder)
    (library.folder / "lock.json").unlink()
    workbook_id = written(library, feel__now__words="old")
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={WORDS: "older"}))
    library.entries()
    return library.folder, tmp_path / "backup.zip", kept(library.folder), new


def test_stopped_before_each_step_it_is_all_old_or_all_new(
    two: tuple[Path, Path, dict[str, bytes], dict[str, bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    folder, file, old, new = two
    monkeypatch.setattr("workbook.library.keyring.signature", lambda _: None)  # what it holds is not sealed
    outcomes: list[bool] = []
    for step in itertools.count(1):
        copy = tmp_path / f"copy-{step}"
        shutil.copytree(folder, copy)
        library = Library(copy)
        planned = plan(library, file)
        done = stopped(step, lambda library=library, planned=planned: restore(library, planned))  # type: ignore[misc]
        after = Library(copy)  # goes on, or takes it back
        found = kept(copy)
        assert found in (old, new), f"before step {step}"
        assert len(after.entries()) == (1 if found == new else 2)
        assert not (copy / ".restoring").exists()
        before = [path.name for path in after.places.before_restore.glob("*")]
        assert len(before) == (1 if found == new else 0)
        if found == new:
            restore(after, plan(after, after.places.before_restore / before[0]))
            assert kept(copy) == old, "and what was there can be taken back"
        outcomes.append(found == new)
        shutil.rmtree(copy)
        if done:
            break
    assert outcomes == sorted(outcomes), "from one step on it is decided"
    assert not outcomes[0]
    assert outcomes[-1]
    assert outcomes.count(True) > 20
    assert outcomes.count(False) > 40


def test_stopped_again_while_going_on_it_still_comes_to_its_end(
    two: tuple[Path, Path, dict[str, bytes], dict[str, bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    folder, file, _, new = two
    monkeypatch.setattr("workbook.library.keyring.signature", lambda _: None)
    first = next(step for step in itertools.count(60, 1) if _is_decided(folder, file, tmp_path / "try", step))
    for step in itertools.count(1):
        copy = tmp_path / f"copy-{step}"
        shutil.copytree(folder, copy)
        library = Library(copy)
        planned = plan(library, file)
        stopped(first, lambda library=library, planned=planned: restore(library, planned))  # type: ignore[misc]
        done = stopped(step, lambda copy=copy: Library(copy))  # type: ignore[misc]
        Library(copy)
        assert kept(copy) == new, f"before step {step}"
        shutil.rmtree(copy)
        if done:
            break
    assert step > 15


def _is_decided(folder: Path, file: Path, copy: Path, step: int) -> bool:
    """Whether a restore that is stopped there is decided already."""
    import shutil

    shutil.copytree(folder, copy)
    library = Library(copy)
    planned = plan(library, file)
    stopped(step, lambda: restore(library, planned))
    decided = (copy / ".restoring" / "decided.json").exists()
    shutil.rmtree(copy)
    return decided


def test_nothing_is_begun_and_nothing_opened_while_a_backup_is_brought_back(
    two: tuple[Path, Path, dict[str, bytes], dict[str, bytes]],
) -> None:
    from tests.library.samples import guide

    library = Library(two[0])
    [workbook_id, *_] = library.ids()
    (library.folder / ".restoring").mkdir()
    for action in (lambda: library.new(guide()), lambda: library.open(workbook_id), library.entries):
        with pytest.raises(LibraryError, match="just being brought back"):
            action()
    Library(library.folder).open(workbook_id).close()


@pytest.mark.parametrize("step", ["open", "write", "fsync", "replace", "mkdir"])
def test_a_disk_that_says_no_while_it_is_prepared_leaves_everything_as_it_was(
    two: tuple[Path, Path, dict[str, bytes], dict[str, bytes]], step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, file, old, _ = two
    library = Library(folder)
    planned = plan(library, file)
    real = getattr(os, step)
    calls = itertools.count()

    def refuse(*args: Any, **kwargs: Any) -> Any:
        if next(calls) >= 2:
            raise OSError(28, "No space left on device")
        return real(*args, **kwargs)

    with monkeypatch.context() as patched:
        patched.setattr(os, step, refuse)
        with pytest.raises(LibraryError, match="no room left"):
            restore(library, planned)
    assert kept(Library(folder).folder) == old
    assert not (folder / ".restoring").exists()
