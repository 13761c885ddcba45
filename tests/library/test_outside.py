"""A file changed from outside while its workbook is open: put together, and nothing of either side lost."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from tests.library.samples import MOOD, PRIVATE, ROLE, WORDS, Clock, files_with, guide, newer, note, written
from workbook.library.changes import Changes
from workbook.library.errors import CannotSave

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.library.library import Library


def synchronise(workbook_id: str, source: Library, target: Library) -> None:
    """Put a workbook's file in place as a synchronising program does, asking for no lock."""
    arrived = target.places.workbooks / "arriving.tmp"
    arrived.write_bytes(source.places.workbook(workbook_id).read_bytes())
    arrived.replace(target.places.workbook(workbook_id))


def test_each_answer_is_kept_as_it_was_changed_last(library: Library, other: Library) -> None:
    workbook_id = written(library, open__start__role="Baker", feel__now__words="old")
    synchronise(workbook_id, library, other)
    here = library.open(workbook_id)
    here.save(Changes(answers={WORDS: "here first"}))
    there = other.open(workbook_id)
    there.save(Changes(answers={WORDS: "there, later", MOOD: 7}, notes=(note("there"),)))
    there.close()
    here.save(Changes(answers={ROLE: "Cook"}, notes=(note("here"),)))
    synchronise(workbook_id, other, library)
    assert here.save(Changes(position="feel.now"))
    here.close()
    found = library.read(workbook_id)
    assert found.values == {ROLE: "Cook", WORDS: "there, later", MOOD: 7}
    assert {each.text for each in found.notes} == {"here", "there"}
    assert found.position == "feel.now"
    [aside] = library.places.asides(workbook_id)
    assert aside.read_bytes() == other.places.workbook(workbook_id).read_bytes()
    assert aside.name in here.warnings[0]


def test_what_was_typed_here_and_gives_way_is_kept_and_what_was_replaced_here_is_not(
    library: Library, other: Library, clock: Clock
) -> None:
    workbook_id = written(library, open__start__role="Baker", feel__now__words="old")
    synchronise(workbook_id, library, other)
    here = library.open(workbook_id)
    here.save(Changes(answers={WORDS: "typed here", ROLE: "Cook"}))
    with other.open(workbook_id) as there:
        there.save(Changes(answers={WORDS: "typed there, later"}))
    synchronise(workbook_id, other, library)
    here.save(Changes(answers={MOOD: 3}))
    here.close()
    found = library.read(workbook_id)
    assert found.values == {ROLE: "Cook", WORDS: "typed there, later", MOOD: 3}
    assert [(each.ref, each.value) for each in found.earlier_answers] == [(WORDS, "typed here")]


def test_an_older_file_put_in_place_takes_no_words_away(library: Library) -> None:
    workbook_id = written(library, feel__now__words="old")
    path = library.places.workbook(workbook_id)
    old = path.read_bytes()
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={WORDS: None, MOOD: 5, ROLE: "Baker"}))
        path.write_bytes(old)
        workbook.save(Changes(answers={MOOD: 6}))
    assert library.read(workbook_id).values == {MOOD: 6, ROLE: "Baker"}


def test_what_came_from_outside_is_set_aside_once_however_often_the_save_fails(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook_id = written(library, feel__now__words="old")
    path = library.places.workbook(workbook_id)

    def refuse(path: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with library.open(workbook_id) as workbook:
        path.write_bytes(path.read_bytes().replace(b'"old"', b'"outside"'))
        with monkeypatch.context() as patched:
            patched.setattr("workbook.library.storage.write_atomically", refuse)
            for number in range(3):
                with pytest.raises(CannotSave):
                    workbook.save(Changes(answers={MOOD: number}))
        workbook.save()
        assert len(library.places.asides(workbook_id)) == len(workbook.warnings) == 1


def test_what_was_let_go_here_stays_away_though_it_was_changed_elsewhere_since(
    library: Library, other: Library
) -> None:
    workbook_id = written(library, feel__now__private="private")
    synchronise(workbook_id, library, other)
    with library.open(workbook_id) as workbook:
        workbook.forget([PRIVATE])
        with other.open(workbook_id) as there:
            there.save(Changes(answers={PRIVATE: "private, and later", MOOD: 1}))
        synchronise(workbook_id, other, library)
        workbook.save(Changes(answers={WORDS: "words"}))
    assert library.read(workbook_id).values == {WORDS: "words", MOOD: 1}
    assert files_with(library.folder, "private, and") == []


@pytest.mark.parametrize("data", [b"", b"torn", b"{}"])
def test_a_file_damaged_while_open_is_kept_aside_and_written_anew(library: Library, data: bytes) -> None:
    with library.new(guide(), {WORDS: "words"}) as workbook:
        library.places.workbook(workbook.id).write_bytes(data)
        workbook.save(Changes(answers={MOOD: 3}))
        assert "written anew" in workbook.warnings[0]
    assert library.read(workbook.id).values == {WORDS: "words", MOOD: 3}
    assert [path.read_bytes() for path in library.places.asides(workbook.id)] == [data]


def test_a_file_of_a_newer_version_put_in_place_while_open_is_kept_aside(library: Library) -> None:
    with library.new(guide(), {WORDS: "words"}) as workbook:
        path = library.places.workbook(workbook.id)
        theirs = newer(path.read_bytes())
        path.write_bytes(theirs)
        workbook.save(Changes(answers={MOOD: 3}))
    assert library.read(workbook.id).values == {WORDS: "words", MOOD: 3}
    assert [each.read_bytes() for each in library.places.asides(workbook.id)] == [theirs]


def test_a_file_removed_while_open_is_written_again(library: Library) -> None:
    with library.new(guide(), {WORDS: "words"}) as workbook:
        library.places.workbook(workbook.id).unlink()
        workbook.save(Changes(answers={MOOD: 3}))
        assert workbook.warnings == ()
    assert library.read(workbook.id).values == {WORDS: "words", MOOD: 3}


def test_bits_that_flip_without_a_trace_are_noticed_at_the_next_save(library: Library) -> None:
    with library.new(guide(), {WORDS: "words"}) as workbook:
        path = library.places.workbook(workbook.id)
        status = path.stat()
        with path.open("r+b") as file:
            file.write(b"[")
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        workbook.save(Changes(answers={MOOD: 3}))
    assert library.read(workbook.id).values == {WORDS: "words", MOOD: 3}


def test_a_copy_that_a_synchronising_program_made_is_told_and_left(library: Library) -> None:
    workbook_id = written(library, feel__now__words="words")
    name = f"{workbook_id}.sync-conflict-20260504-101112-ABCDEFG.json"
    copy = library.places.workbooks / name
    copy.write_bytes(b"their words")
    assert [entry.id for entry in library.entries()] == [workbook_id]
    assert [(each.path, each.name, each.program) for each in library.conflicts] == [(copy, workbook_id, "Syncthing")]
    assert copy.read_bytes() == b"their words"
