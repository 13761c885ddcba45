"""Marks that are set on answers later: kept, changed, taken away, and carried wherever a workbook goes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.library.samples import PRIVATE, UNTIL, WORDS, Clock, everything, guide, written
from workbook.export.sharing import Leaving, Sharing
from workbook.library.changes import Changes
from workbook.library.copies import earlier_copies
from workbook.library.difference import difference
from workbook.library.exchange import parse
from workbook.library.importing import import_
from workbook.library.marks import field_ref, is_about, mark_key, ref_of
from workbook.library.moving import export
from workbook.library.record import EarlierAnswer

if TYPE_CHECKING:
    from workbook.library.library import Library

DONE = mark_key("coming", UNTIL, "2026-05-10")
PIN = mark_key("pin", WORDS)


@pytest.fixture
def marked(library: Library) -> str:
    """A completed workbook with two marks, one of them taken away again."""
    workbook_id = written(library, feel__now__words="words", feel__now__private="private")
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(completed=library.clock()))
        workbook.save(Changes(marks={DONE: "done", PIN: "top"}))
        workbook.save(Changes(marks={PIN: None}))
    return workbook_id


def test_a_mark_is_kept_without_touching_an_answer(library: Library, marked: str) -> None:
    record = library.read(marked)
    assert record.marked == {DONE: "done"}
    assert record.marks[PIN].value == ""
    assert record.marks[PIN].updated > record.marks[DONE].updated
    assert record.completed is not None
    assert record.values == {WORDS: "words", PRIVATE: "private"}
    assert record.updated == record.marks[PIN].updated


def test_the_same_mark_again_and_taking_away_what_is_not_there_write_nothing(library: Library, marked: str) -> None:
    before = everything(library.places.workbooks)
    with library.open(marked) as workbook:
        assert workbook.save(Changes(marks={DONE: "done", PIN: "", "pin:feel.last.word": None})) is False
    assert everything(library.places.workbooks) == before


def test_a_mark_goes_out_and_comes_back_with_nothing_lost(library: Library, other: Library, marked: str) -> None:
    exported = export(library, [marked])
    import_(other, parse(json.dumps(exported).encode()))
    assert other.read(marked) == library.read(marked)
    assert export(other, [marked]) == exported


def test_a_mark_taken_away_elsewhere_is_taken_away_here_by_an_import(
    library: Library, other: Library, marked: str
) -> None:
    import_(other, export(library, [marked]))
    with other.open(marked) as workbook:
        workbook.save(Changes(marks={DONE: None, PIN: "again"}))
    report = import_(library, export(other, [marked]))
    assert library.read(marked).marked == {PIN: "again"}
    assert report.lines[-1] == f"{marked}: what you said of 2 dates or questions."
    assert import_(library, export(other, [marked])).same == (marked,)
    assert import_(other, export(library, [marked])).same == (marked,)


def test_marks_of_private_writing_stay_out_of_what_is_shared(library: Library, marked: str) -> None:
    with library.open(marked) as workbook:
        workbook.save(Changes(marks={mark_key("pin", PRIVATE): "top", "pin:gone.field.away": "top", "odd": "top"}))
        workbook.save(Changes(answers={UNTIL: {"text": "x", "day": "2026-05-10"}}))
    [exported] = export(library, [marked])["workbooks"]
    shared, _ = Sharing(guide(), Leaving(private=True)).exported(exported)
    assert shared["marks"].keys() == {DONE, PIN}


def test_an_earlier_copy_says_that_marks_would_change(library: Library, marked: str) -> None:
    before = library.read(marked)
    with library.open(marked) as workbook:
        workbook.save(Changes(marks={DONE: None}))
    assert str(earlier_copies(library, marked)[0].changes) == "what you said of 1 date or question"
    assert difference(before, before).marks == 0


def test_what_an_answer_said_before_can_be_kept_with_a_change(library: Library, clock: Clock) -> None:
    with library.new(guide(), {WORDS: "first", PRIVATE: "p"}) as workbook:
        written_at = workbook.record.answers[WORDS].updated
        workbook.save(Changes(answers={WORDS: "second"}, keep_earlier=True))
        workbook.save(Changes(answers={WORDS: "second", PRIVATE: "p"}, keep_earlier=True))
    record = library.read(workbook.id)
    assert record.earlier_answers == (EarlierAnswer(WORDS, "first", written_at, record.answers[WORDS].updated),)


def test_what_is_changed_in_passing_keeps_the_workbook_in_its_place(library: Library) -> None:
    older = written(library, feel__now__words="older")
    newer = written(library, feel__now__words="newer")
    with library.open(older) as workbook:
        before = workbook.record.updated
        assert workbook.save(Changes(marks={PIN: "top"}, answers={WORDS: "moved"}, in_passing=True))
        assert workbook.record.updated == before < workbook.record.answers[WORDS].updated
    assert [entry.id for entry in library.entries()] == [newer, older]
    assert library.read(older).marked == {PIN: "top"}


def test_a_key_says_what_it_is_about() -> None:
    cell = mark_key("coming", "door.people.list.when", "2026-05-10:a:b")
    assert (ref_of(cell), field_ref(cell)) == ("door.people.list.when", "door.people.list")
    assert is_about(cell, {"door.people.list"})
    assert is_about(cell, {"door.people.list.when"})
    assert not is_about(cell, {"door.people", "door.people.lists"})
    assert ref_of("nothing") == ""
    for kind, ref in (("", WORDS), ("pin", ""), ("a:b", WORDS), ("pin", "a:b")):
        with pytest.raises(ValueError, match="no key of a mark"):
            mark_key(kind, ref)
