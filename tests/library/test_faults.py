"""A disk that says no: told in plain words, the old file whole, and everything written once it can be."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, Any

import pytest

from tests.library.samples import MOOD, WORDS, everything, guide, written
from workbook.library.changes import Changes
from workbook.library.earlier import Earlier
from workbook.library.errors import CannotSave, LibraryError
from workbook.library.files import write_atomically
from workbook.library.library import Library

if TYPE_CHECKING:
    from pathlib import Path

STEPS = ["open", "write", "fsync", "replace"]


@pytest.fixture(params=STEPS)
def refuse(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that makes one step of writing fail until it is told otherwise."""
    refusing = {"error": 0}
    real = getattr(os, request.param)

    def step(*args: Any, **kwargs: Any) -> Any:
        writes = request.param != "open" or (len(args) > 1 and args[1] & os.O_EXCL)
        if refusing["error"] and writes:
            raise OSError(refusing["error"], os.strerror(refusing["error"]))
        return real(*args, **kwargs)

    monkeypatch.setattr(os, request.param, step)
    return lambda error: refusing.update(error=error)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EDQUOT, "no room left"),
        (errno.EROFS, "only be read"),
        (errno.EACCES, "may not"),
        (errno.EIO, "reports an error"),
        (errno.ELOOP, "symbolic links"),
    ],
)
def test_a_failed_save_is_told_and_the_next_one_writes_everything(
    library: Library, refuse: Any, error: int, words: str
) -> None:
    workbook_id = written(library, feel__now__words="before")
    path = library.places.workbook(workbook_id)
    before = path.read_bytes()
    with library.open(workbook_id) as workbook:
        refuse(error)
        with pytest.raises(CannotSave, match=f"Not saved yet: .*{words}"):
            workbook.save(Changes(answers={WORDS: "after"}, position="feel.now"))
        with pytest.raises(CannotSave):
            workbook.save(Changes(answers={MOOD: 4}))
        assert [workbook.unsaved] == [True]
        assert workbook.record.values == {WORDS: "after", MOOD: 4}
        assert library.read(workbook_id).values == {WORDS: "before"} or path.read_bytes() != before
        refuse(0)
        assert workbook.save()
        assert [workbook.unsaved] == [False]
    found = library.read(workbook_id)
    assert (found.values, found.position) == ({WORDS: "after", MOOD: 4}, "feel.now")
    assert not [name for name in everything(library.folder) if name.endswith(".part")]


def test_leaving_while_nothing_can_be_saved_keeps_the_workbook_open(library: Library, refuse: Any) -> None:
    workbook = library.new(guide())
    refuse(errno.ENOSPC)
    with pytest.raises(CannotSave):
        workbook.save(Changes(answers={WORDS: "words"}))
    with pytest.raises(CannotSave):
        workbook.close()
    refuse(0)
    workbook.close()
    assert library.read(workbook.id).values == {WORDS: "words"}


def test_leaving_can_be_insisted_on(library: Library, refuse: Any) -> None:
    workbook = library.new(guide())
    refuse(errno.EIO)
    with pytest.raises(CannotSave):
        workbook.save(Changes(answers={WORDS: "words"}))
    workbook.close(give_up=True)
    refuse(0)
    with library.open(workbook.id) as again:
        assert not again.read_only


def test_whatever_the_disk_refuses_is_told_in_words(library: Library, refuse: Any) -> None:
    workbook_id = written(library, feel__now__words="words")
    other = written(library, feel__now__words="other")
    library.delete(other)
    refuse(errno.ENOSPC)
    for action in (
        lambda: library.new(guide("2")),
        lambda: library.delete(workbook_id),
        lambda: library.restore(other),
        library.empty_trash,
    ):
        try:
            action()
        except LibraryError as error:
            assert "no room left" in str(error)
    library.entries()
    refuse(0)
    assert workbook_id in library.ids() or workbook_id in [each.id for each in library.trashed()]


def test_a_catalogue_that_cannot_be_written_stops_nothing(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:

    def write(path: Path, data: bytes) -> None:
        if path.name == "library.json":
            raise OSError(errno.ENOSPC, "No space left on device")
        write_atomically(path, data)

    monkeypatch.setattr("workbook.library.storage.write_atomically", write)
    with library.new(guide(), {WORDS: "words"}) as workbook:
        workbook.save(Changes(answers={WORDS: "more words"}))
    assert [entry.id for entry in library.entries()] == [workbook.id]
    assert any("no room left" in warning for warning in library.warnings)


def test_a_folder_that_cannot_be_made_is_told_when_something_is_to_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    library = Library(tmp_path / "file" / "data")
    with pytest.raises(CannotSave):
        library.new(guide())


def test_a_copy_from_before_that_cannot_be_kept_does_not_hold_up_the_words(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook_id = written(library, feel__now__words="before")
    copies = Earlier(library.places.earlier, workbook_id)

    def refuse(path: Path, data: bytes) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("workbook.library.earlier.write_atomically", refuse)
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={WORDS: "after"}))
        assert library.read(workbook_id).values == {WORDS: "after"}
        assert copies.copies() == []
        monkeypatch.setattr("workbook.library.earlier.write_atomically", write_atomically)
        workbook.save(Changes(answers={WORDS: "later still"}))
    assert b"before" in copies.copies()[0].read_bytes()
