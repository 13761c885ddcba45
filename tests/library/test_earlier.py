"""Earlier copies: from before each of the last five sittings that changed something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.samples import ROLE, WORDS, Clock, guide, written
from workbook.library.changes import Changes
from workbook.library.earlier import Earlier
from workbook.library.errors import CannotSave
from workbook.library.file import WorkbookFile
from workbook.library.moments import moment_of, stamp, stamp_after

if TYPE_CHECKING:
    from workbook.library.library import Library


def words_in(library: Library, workbook_id: str) -> list[str]:
    """Return the words in each earlier copy, oldest first."""
    copies = Earlier(library.places.earlier, workbook_id).copies()
    return [next(word for word in map(str, range(99)) if f'"value":"{word}"' in copy.read_text()) for copy in copies]


def sit(library: Library, workbook_id: str, words: str) -> None:
    """Open a workbook, change it twice and close it."""
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={WORDS: "half " + words}))
        workbook.save(Changes(answers={WORDS: words}))


def test_a_copy_from_before_each_of_the_last_five_sittings_is_kept(library: Library) -> None:
    workbook_id = written(library, feel__now__words="0")
    for number in range(1, 8):
        sit(library, workbook_id, str(number))
    assert words_in(library, workbook_id) == ["2", "3", "4", "5", "6"]


def test_a_sitting_without_a_change_leaves_no_copy(library: Library) -> None:
    workbook_id = written(library, feel__now__words="0")
    library.open(workbook_id).close()
    assert words_in(library, workbook_id) == []


def test_beginning_a_workbook_leaves_no_copy(library: Library) -> None:
    with library.new(guide()) as workbook:
        workbook.save(Changes(answers={WORDS: "1"}))
    assert not library.places.earlier.joinpath(workbook.id).exists()


def test_a_workbook_emptied_again_stays_while_an_earlier_copy_has_words_of_it(library: Library) -> None:
    blank, emptied = written(library), written(library, feel__now__words="7")
    with library.open(emptied) as workbook:
        workbook.save(Changes(answers={WORDS: None}))
    assert words_in(library, emptied) == ["7"]
    assert (library.discard(blank), library.discard(emptied)) == (True, False)
    library.delete(emptied)
    library.empty_trash()
    assert not library.places.earlier.joinpath(emptied).exists()


def test_a_clock_that_jumps_back_does_not_make_the_newest_copy_the_first_to_go(library: Library, clock: Clock) -> None:
    workbook_id = written(library, feel__now__words="0")
    for number in range(1, 8):
        clock.jump(days=-30)
        sit(library, workbook_id, str(number))
    assert words_in(library, workbook_id) == ["2", "3", "4", "5", "6"]


def test_stamps_sort_whatever_the_zone_and_the_clock(clock: Clock) -> None:
    first = stamp(clock())
    clock.jump(hours=-3)
    second = stamp_after(clock(), first)
    assert second > first
    assert stamp_after(clock(), None) < first
    assert moment_of(first) is not None
    assert moment_of("words") is None


def test_a_copy_can_be_kept_of_the_workbook_as_it_is_now_and_takes_the_place_of_the_sittings_own(
    library: Library,
) -> None:
    workbook_id = written(library, feel__now__words="0")
    with library.open(workbook_id) as workbook:
        workbook.keep_copy()
        workbook.save(Changes(answers={WORDS: "1"}))
        workbook.save(Changes(answers={WORDS: "2"}))
        workbook.keep_copy()
        workbook.save(Changes(answers={WORDS: "3"}))
    assert words_in(library, workbook_id) == ["0", "2"]


def test_what_is_changed_in_passing_takes_no_copy_and_pushes_none_out(library: Library) -> None:
    workbook_id = written(library, feel__now__words="0")
    for number in range(1, 8):
        sit(library, workbook_id, str(number))
    for number in range(6):
        with library.open(workbook_id) as workbook:
            assert workbook.save(Changes(answers={ROLE: f"role {number}"}, keep_earlier=True, in_passing=True))
    assert words_in(library, workbook_id) == ["2", "3", "4", "5", "6"]
    assert [each.value for each in library.read(workbook_id).earlier_answers] == [f"role {n}" for n in range(5)]


def test_a_sitting_that_changes_answers_takes_its_copy_after_a_change_in_passing_too(library: Library) -> None:
    workbook_id = written(library, feel__now__words="0")
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={ROLE: "moved"}, in_passing=True))
        workbook.save(Changes(answers={WORDS: "1"}))
        workbook.save(Changes(answers={WORDS: "2"}))
    assert words_in(library, workbook_id) == ["0"]


def test_what_could_not_be_saved_still_takes_its_copy_when_a_change_in_passing_brings_it(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook_id = written(library, feel__now__words="0")
    with library.open(workbook_id) as workbook:
        with monkeypatch.context() as patch:
            patch.setattr(WorkbookFile, "bring", refuse)
            with pytest.raises(CannotSave):
                workbook.save(Changes(answers={WORDS: "1"}))
        workbook.save(Changes(answers={ROLE: "moved"}, in_passing=True))
    assert words_in(library, workbook_id) == ["0"]


def refuse(*_: object, **__: object) -> None:
    """Stand in for a disk that does not write."""
    raise CannotSave("Not saved yet.")
