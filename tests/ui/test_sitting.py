"""A sitting keeps answers in memory and knows what the library does not have yet."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from msgspec import UNSET

from workbook.flow.state import Around
from workbook.ui.sitting import Sitting

if TYPE_CHECKING:
    from workbook.guide.model import Guide
    from workbook.library.library import Library

KEEP, TEXT = "feel.write.keep", "feel.write.text"


@pytest.fixture
def sitting(library: Library, guide: Guide) -> Sitting:
    return Sitting(library.new(guide), Around(today=date(2026, 11, 22), begun=date(2026, 11, 22)))


def save(sitting: Sitting) -> None:
    unsaved = sitting.take()
    if unsaved.forget:
        sitting.workbook.forget(unsaved.forget)
    sitting.workbook.save(unsaved.changes)


def everything_on_disk(library: Library) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(library.folder.rglob("*")) if path.is_file())


def test_opening_a_workbook_leaves_nothing_to_save(sitting: Sitting) -> None:
    assert not sitting.unsaved


def test_an_answer_is_unsaved_until_it_is_taken(sitting: Sitting) -> None:
    sitting.answer("open.interview.company", "Acme")
    assert sitting.unsaved
    assert sitting.take().changes.answers == {"open.interview.company": "Acme"}
    assert not sitting.unsaved


def test_white_space_is_kept_as_it_was_typed(sitting: Sitting) -> None:
    sitting.answer("open.interview.company", "  ")
    assert sitting.take().changes.answers == {"open.interview.company": "  "}


def test_answering_the_same_again_is_no_change(sitting: Sitting) -> None:
    sitting.answer("open.now.mood", 4)
    sitting.take()
    sitting.answer("open.now.mood", 4)
    assert not sitting.unsaved


def test_what_could_not_be_saved_comes_back_but_newer_words_win(sitting: Sitting) -> None:
    sitting.answer("open.interview.company", "Ac")
    sitting.answer("open.interview.role", "Designer")
    taken = sitting.take()
    sitting.answer("open.interview.company", "Acme")
    sitting.give_back(taken, "Not saved yet: the disk is full.")
    again = sitting.take()
    assert again.changes.answers == {"open.interview.company": "Acme", "open.interview.role": "Designer"}
    assert sitting.trouble == "Not saved yet: the disk is full."


def test_a_completion_that_could_not_be_saved_is_tried_again(sitting: Sitting) -> None:
    at = datetime(2026, 11, 22, tzinfo=UTC)
    sitting.finish(at)
    sitting.give_back(sitting.take(), "no")
    assert sitting.take().changes.completed == at
    assert sitting.take().changes.completed is UNSET


def test_a_page_let_go_before_writing_is_never_written(sitting: Sitting, library: Library) -> None:
    sitting.jump("feel.write")
    sitting.answer(KEEP, "discard")
    sitting.answer(TEXT, "xyzzy secret")
    save(sitting)
    assert b"xyzzy" not in everything_on_disk(library)
    assert sitting.is_let_go_page


def test_a_page_let_go_after_writing_is_removed_everywhere(library: Library, guide: Guide) -> None:
    around = Around(today=date(2026, 11, 22), begun=date(2026, 11, 22))
    for words in ("xyzzy one", "xyzzy two", "xyzzy three"):
        workbook = library.open(library.ids()[0]) if library.ids() else library.new(guide)
        earlier = Sitting(workbook, around)
        earlier.jump("feel.write")
        earlier.answer(TEXT, words)
        save(earlier)
        workbook.close()
    assert b"xyzzy one" in everything_on_disk(library), "the earlier copies hold it, or this test shows nothing"
    workbook = library.open(library.ids()[0])
    sitting = Sitting(workbook, around)
    sitting.answer(KEEP, "discard")
    save(sitting)
    workbook.close()
    assert b"xyzzy" not in everything_on_disk(library)


def test_changing_ones_mind_about_letting_go_keeps_the_words(sitting: Sitting) -> None:
    sitting.jump("feel.write")
    sitting.answer(TEXT, "words")
    sitting.answer(KEEP, "discard")
    sitting.answer(KEEP, "keep")
    assert sitting.take().changes.answers[TEXT] == "words"


def test_words_let_go_are_gone_when_their_page_is_left(sitting: Sitting) -> None:
    sitting.jump("feel.write")
    sitting.answer(KEEP, "discard")
    sitting.answer(TEXT, "words")
    assert sitting.state.answers[TEXT] == "words"
    sitting.forward()
    assert TEXT not in sitting.state.answers
    assert TEXT not in sitting.take().changes.answers


def test_going_on_keeps_what_stood_preselected(sitting: Sitting) -> None:
    assert sitting.state.here == "open.welcome"
    sitting.forward()
    assert sitting.state.answers["open.welcome.route"] == "full"
    assert sitting.state.here == "open.interview"


def test_going_back_loses_no_later_answer(sitting: Sitting) -> None:
    sitting.forward()
    sitting.answer("open.interview.company", "Acme")
    assert sitting.back()
    sitting.answer("open.welcome.route", "quick")
    sitting.forward()
    assert sitting.state.answers["open.interview.company"] == "Acme"


def test_writing_on_a_timed_page_counts_once_in_a_sitting(sitting: Sitting) -> None:
    sitting.jump("feel.write")
    sitting.answer(TEXT, "a")
    sitting.answer(TEXT, "ab")
    assert sitting.take().changes.writing_sittings == 1


def test_an_empty_note_is_none(sitting: Sitting) -> None:
    at = datetime(2026, 11, 22, tzinfo=UTC)
    sitting.note(at, "late news")
    assert [note.text for note in sitting.notes] == ["late news"]
    sitting.note(at, "  ")
    assert sitting.notes == ()


def test_what_stood_preselected_stays_cleared_once_it_is(sitting: Sitting) -> None:
    sitting.jump("celebrate.count")
    sitting.answer("celebrate.count.done", None)
    assert sitting.take().changes.answers == {"celebrate.count.done": []}
    sitting.answer("open.news.news_date", None)
    assert sitting.take().changes.answers == {"open.news.news_date": {"text": "", "day": None}}
    sitting.answer("refine.door.message", "")
    assert sitting.take().changes.answers == {"refine.door.message": ""}


def test_nothing_is_kept_of_an_answer_taken_away_elsewhere(sitting: Sitting) -> None:
    sitting.answer("open.interview.company", "A")
    sitting.answer("open.interview.company", "")
    assert sitting.take().changes.answers == {"open.interview.company": None}


def test_going_on_from_a_page_aside_leads_back_and_keeps_what_stood_there(sitting: Sitting) -> None:
    sitting.answer("open.welcome.route", "feel")
    sitting.jump("feel.kind")
    sitting.step_aside("evaluate.feedback")
    assert sitting.is_aside
    assert sitting.forward()
    assert (sitting.state.here, sitting.is_aside) == ("feel.kind", False)


def test_a_page_before_one_aside_is_still_aside_until_they_are_back_where_they_were(sitting: Sitting) -> None:
    sitting.jump("open.interview")
    sitting.jump("open.news")
    sitting.step_aside("open.now")
    sitting.back()
    assert sitting.pending.changes.position == sitting.state.here == "open.news", "back where they were"
    sitting.step_aside("evaluate.feedback")
    sitting.back()
    assert sitting.pending.changes.position == "open.news"
    assert sitting.forward()
    assert sitting.state.here == "open.news"


def test_opening_the_page_where_they_are_is_not_stepping_aside(sitting: Sitting) -> None:
    sitting.jump("evaluate.feedback")
    sitting.step_aside("evaluate.feedback")
    assert not sitting.is_aside


def test_half_a_plan_that_was_never_touched_follows_its_source_wherever_it_is_changed(sitting: Sitting) -> None:
    step, plan = "close.step.step", "close.step.plan"
    sitting.answer(step, "ring Kim")
    sitting.answer(plan, {"if": "it is Tuesday", "then": "ring Kim"})
    sitting.take()
    sitting.answer(step, "write to Kim")
    assert sitting.state.answers[plan] == {"if": "it is Tuesday", "then": "write to Kim"}
    assert sitting.take().changes.answers[plan] == {"if": "it is Tuesday", "then": "write to Kim"}
    sitting.answer(plan, {"if": "it is Tuesday", "then": "my own words"})
    sitting.answer(step, "")
    assert sitting.take().changes.answers[plan] == {"if": "it is Tuesday", "then": "my own words"}


@pytest.mark.parametrize("junk", [5, "words", ["a"], {"if": 7}, {}, {"if": None, "then": ["x"]}])
def test_a_plan_of_the_wrong_type_follows_nothing(sitting: Sitting, junk: object) -> None:
    sitting.answer("close.step.plan", junk)
    sitting.answer("close.step.step", "ring Kim")
    assert sitting.state.answers["close.step.plan"] == junk
