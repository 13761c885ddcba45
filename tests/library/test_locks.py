"""Two windows: one writes, the other reads and says who has it."""

from __future__ import annotations

import errno
import itertools
import json
import os
import socket
from typing import TYPE_CHECKING

import pytest

from tests.library.samples import WORDS, Clock, guide, written
from workbook.library import lock as locks
from workbook.library.changes import Changes
from workbook.library.errors import HeldElsewhere, ReadOnly
from workbook.library.library import Library

if TYPE_CHECKING:
    from pathlib import Path


def test_a_second_window_reads_and_says_who_writes_since_when(library: Library, clock: Clock) -> None:
    first = library.new(guide(), {WORDS: "words"})
    second = Library(library.folder, clock).open(first.id)
    assert not first.read_only
    assert second.read_only
    assert second.held_by is not None
    assert (second.held_by.pid, second.held_by.host) == (os.getpid(), socket.gethostname())
    assert second.why == f"It is open in another window (process {os.getpid()}), since 3 May 2026, 09:30."
    with pytest.raises(ReadOnly, match="another window"):
        second.save(Changes(answers={WORDS: "lost"}))
    second.close()
    first.save(Changes(answers={WORDS: "more words"}))
    first.close()
    assert library.read(first.id).values == {WORDS: "more words"}


def test_closed_in_one_window_it_opens_for_writing_in_another(library: Library) -> None:
    workbook_id = written(library)
    for _ in range(2):
        with library.open(workbook_id) as workbook:
            assert not workbook.read_only
            assert library.places.lock(workbook_id).exists()
        assert not library.places.lock(workbook_id).exists()


def left_behind(library: Library, workbook_id: str, host: str, pid: int = 999_999_999) -> Path:
    """Leave the file of a lock that nobody holds here."""
    path = library.places.lock(workbook_id)
    path.write_text(json.dumps({"pid": pid, "host": host, "since": "2026-01-01T10:00:00Z"}))
    return path


def test_a_lock_of_another_computer_is_believed_until_it_is_taken_over(library: Library) -> None:
    workbook_id = written(library, feel__now__words="words")
    path = left_behind(library, workbook_id, "oak")
    said = path.read_bytes()
    with library.open(workbook_id) as workbook:
        assert workbook.read_only
        assert workbook.held_by is not None
        assert workbook.held_by.is_elsewhere
        assert "on oak (process 999999999), since 1 January 2026, 10:00" in workbook.why
        assert f"workbook resume {workbook_id} --take-over" in workbook.why
    for action in (library.delete, library.recover):
        with pytest.raises(HeldElsewhere, match="oak"):
            action(workbook_id)
    assert path.read_bytes() == said
    with library.open(workbook_id, take_over=True) as workbook:
        assert not workbook.read_only
        assert library.open(workbook_id, take_over=True).read_only, "this one is really open"
    assert not path.exists()


@pytest.mark.parametrize("error", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_on_a_disk_without_locks_the_file_alone_says_who_has_it(
    library: Library, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    def refuse(fd: int) -> bool:
        raise OSError(error, "No locks available")

    monkeypatch.setattr(locks, "_lock", refuse)
    workbook_id = written(library)
    with library.open(workbook_id) as first:
        assert not first.read_only
        assert library.open(workbook_id).read_only
        assert library.places.lock(workbook_id).exists()
    left_behind(library, workbook_id, socket.gethostname())
    with library.open(workbook_id) as after_a_crash:
        assert not after_a_crash.read_only
    left_behind(library, workbook_id, "oak")
    assert library.open(workbook_id).read_only
    with library.open(workbook_id, take_over=True) as taken:
        assert not taken.read_only


def test_a_lock_left_by_a_dead_process_is_taken_over(library: Library) -> None:
    workbook_id = written(library)
    left_behind(library, workbook_id, socket.gethostname())
    with library.open(workbook_id) as workbook:
        assert not workbook.read_only


def test_a_lock_that_does_not_say_who_has_it_still_holds(library: Library) -> None:
    first = library.new(guide())
    library.places.lock(first.id).write_text("")
    with library.open(first.id) as second:
        assert (second.read_only, second.held_by, second.why) == (True, None, "It is open in another window.")
    first.close()


def test_closing_the_reader_leaves_the_writer_its_lock(library: Library) -> None:
    with library.new(guide()) as first:
        library.open(first.id).close()
        assert library.open(first.id).read_only


def test_a_lock_removed_while_it_was_being_taken_is_taken_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook_id = written(library)
    real, calls = locks._lock, itertools.count()

    def lock(fd: int) -> bool:
        if next(calls) == 0:  # another window lets go just now
            library.places.lock(workbook_id).unlink()
        return real(fd)

    monkeypatch.setattr(locks, "_lock", lock)
    with library.open(workbook_id) as first:
        assert not first.read_only
        assert library.open(workbook_id).read_only


def test_where_no_lock_can_be_made_a_workbook_can_be_read(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    workbook_id = written(library, feel__now__words="words")

    def refuse(path: Path, since: object, **_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(locks.Lock, "take", refuse)
    with library.open(workbook_id) as workbook:
        assert workbook.read_only
        assert "only be read" in workbook.why
        assert workbook.record.values == {WORDS: "words"}


def test_a_workbook_open_in_another_window_is_neither_deleted_nor_recovered(library: Library) -> None:
    with library.new(guide(), {WORDS: "words"}) as workbook:
        for action in (library.delete, library.recover):
            with pytest.raises(HeldElsewhere, match="another window"):
                action(workbook.id)
    assert library.read(workbook.id).values == {WORDS: "words"}


def test_a_link_in_the_place_of_a_lock_is_not_followed(library: Library, tmp_path: Path) -> None:
    workbook_id = written(library)
    theirs = tmp_path / "theirs"
    theirs.write_text("words")
    library.places.lock(workbook_id).symlink_to(theirs)
    with library.open(workbook_id) as workbook:
        assert workbook.read_only
    assert theirs.read_text() == "words"
