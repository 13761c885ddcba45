"""Stopped at any moment of turning a lock on or off, everything is as it was or as it was to be."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.library.locks import PASSPHRASE, as_another_process, fill, lock, unsealed
from tests.library.samples import WORDS, everything, guide, written
from workbook.library import keyring, locking
from workbook.library.errors import LibraryError
from workbook.library.library import Library


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each stop needs a process of its own, made quickly")
@pytest.mark.parametrize("how", ["on", "off"])
def test_stopped_before_each_step_it_is_all_old_or_all_new(tmp_path: Path, how: str) -> None:
    folder = tmp_path / "data"
    library = Library(folder)
    workbook_id = written(library, feel__now__words="Sturm", open__start__role="Zimmerei")
    library.delete(written(library, feel__now__words="Regen"))
    library.entries()
    if how == "off":
        lock(library)
        library.entries()
    done = subprocess.run(
        [sys.executable, "-m", "tests.library.stopping_locks", str(folder), how],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    outcomes = done.stdout.split()
    assert outcomes == sorted(outcomes, key=["old", "new"].index), "one step decides, and for good"
    assert outcomes[0] == "old"
    assert outcomes[-1] == "new"
    assert outcomes.count("old") > 20
    assert outcomes.count("new") > 10
    assert workbook_id in library.ids()


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("how", ["on", "off"])
def test_whatever_the_disk_refuses_it_is_all_old_or_goes_on_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str, error: int
) -> None:
    step, refused = 0, True
    while refused:
        step += 3 if step > 3 else 1
        library = Library(tmp_path / f"{how}{step}")
        workbook_id = written(library, feel__now__words="Sturm")
        if how == "off":
            lock(library)
        with monkeypatch.context() as patch:
            steps = refuse(patch, step, error)
            try:
                lock(library) if how == "on" else locking.turn_off(library)
            except LibraryError as told:
                assert "no room left" in str(told) or "reports an error" in str(told)
        refused = steps["taken"] >= step
        as_another_process(library.folder)
        again = Library(library.folder)
        assert again.locked == bool(unsealed(again.folder) == [])
        if again.locked:
            again.unlock(PASSPHRASE)
        assert again.read(workbook_id).values == {WORDS: "Sturm"}
        assert not (again.folder / keyring.CHANGE).exists()
        as_another_process(library.folder)
    assert step > 10


def refuse(patch: pytest.MonkeyPatch, step: int, error: int) -> dict[str, int]:
    """Make one call that changes the disk fail, and all after it but removals; return a count of the calls."""
    steps = {"taken": 0}

    def refusing(name: str) -> Any:
        real = getattr(os, name)

        def call(*args: Any, **kwargs: Any) -> Any:
            if name != "open" or args[1] & os.O_EXCL:
                steps["taken"] += 1
                if steps["taken"] == step:
                    raise OSError(error, os.strerror(error))
            return real(*args, **kwargs)

        return call

    for name in ("open", "write", "fsync", "replace", "mkdir"):
        patch.setattr(os, name, refusing(name))
    return steps


@pytest.mark.parametrize("how", ["on", "off"])
def test_everything_is_on_the_disk_before_it_is_decided(
    library: Library, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """A power cut forgets what was written since the last fsync: nothing that counts may be among it."""
    fill(library)
    if how == "off":
        lock(library)
    dirty: set[str] = set()
    names: dict[int, str] = {}
    real = {name: getattr(os, name) for name in ("open", "write", "fsync", "replace")}

    def open_(path: Any, flags: int, *rest: Any, **kwargs: Any) -> int:
        fd: int = real["open"](path, flags, *rest, **kwargs)
        names[fd] = os.fspath(path)
        if flags & os.O_CREAT and keyring.CHANGE in names[fd] and not names[fd].endswith(".lock"):
            dirty.update({names[fd], str(Path(names[fd]).parent)})
        return fd

    def fsync(fd: int) -> None:
        real["fsync"](fd)
        dirty.discard(names[fd])

    def replace(source: Any, target: Any) -> None:
        if Path(target).name == "decided.json":
            assert [name for name in dirty if "/new" in name] == []
            decided.append(len(names))
        real["replace"](source, target)

    decided: list[int] = []
    monkeypatch.setattr(os, "open", open_)
    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    lock(library) if how == "on" else locking.turn_off(library)
    assert len(decided) == 1


def test_something_that_changes_files_meanwhile_stops_it(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    workbook_id = fill(library)
    path = library.places.workbook(workbook_id)
    real = os.utime

    def meanwhile(there: Any, **kwargs: Any) -> None:
        real(there, **kwargs)
        if there.name == path.name and keyring.CHANGE in str(there):
            path.write_bytes(path.read_bytes() + b"\n")

    monkeypatch.setattr(os, "utime", meanwhile)
    before = everything(library.folder)
    with pytest.raises(LibraryError, match="changing files"):
        lock(library)
    assert everything(library.folder).keys() == before.keys()
    assert not library.has_lock
    monkeypatch.undo()
    lock(library)
    assert unsealed(library.folder) == []
    assert guide() == library.guide(library.read(workbook_id).guide.digest)
