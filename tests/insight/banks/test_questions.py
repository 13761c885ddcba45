"""Questions are one only where the person said so; alike is a reason to ask."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.insight.banks.making import QUESTIONS, START, asked, book
from workbook.flow.folding import bare
from workbook.insight.banks.questions import Alike, Question, apart, joined, place_of, undone
from workbook.insight.banks.shelves import gathered
from workbook.library.books import Book
from workbook.library.record import Answer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

SAID = "Tell me about a conflict."
ALIKE = "tell me, about a CONFLICT"
FIRST_SORT, SECOND_SORT = "comes up a lot", "about this job or field"
Marks = dict[tuple[str, str, str], str]


def with_marks(rows: Sequence[Mapping[str, Any]], marks: Marks) -> list[Book]:
    """A workbook for each of these answers, marked as these marks say."""
    made = [book(answers, number) for number, answers in enumerate(rows)]
    return [
        book(
            answers,
            number,
            marks={
                f"same:{ref}:{rest}": value for (where, ref, rest), value in marks.items() if where == each.entry.id
            },
        )
        for number, (answers, each) in enumerate(zip(rows, made, strict=True))
    ]


def found(rows: Sequence[Mapping[str, Any]], marks: Marks | None = None) -> tuple[Question, ...]:
    return gathered(with_marks(rows, marks or {})).questions


def test_questions_that_read_alike_are_asked_about_and_not_merged() -> None:
    questions = found([asked(SAID), asked(ALIKE), asked("Why us?")])
    assert [question.workbooks for question in questions] == [1, 1, 1]
    alike = Alike(questions)
    assert [alike.has(question) for question in questions] == [False, True, True]
    assert [other.text for other in alike.to(questions[1])] == [SAID]


def test_what_the_person_joined_is_one_question_met_in_so_many_workbooks() -> None:
    rows = [asked(SAID, better="the van"), asked(ALIKE, better="the delivery"), asked(SAID)]
    (question,) = found(rows, joined(found(rows), "x"))
    assert question.said == "met in 3 workbooks"
    assert question.is_common
    assert question.text == SAID
    assert [each.better for each in question.better] == ["the delivery", "the van"], "the latest first, none lost"
    assert not Alike((question,)).has(question)


def changed(made: Book, at: datetime, workbook_id: str) -> Book:
    """The same workbook with another ID, its answers last changed at this moment of its day."""
    answers = {ref: Answer(answer.value, at) for ref, answer in made.record.answers.items()}
    record = replace(made.record, id=workbook_id, answers=answers)
    return Book(replace(made.entry, id=workbook_id, updated=at), record, made.guide)


def test_what_was_written_last_comes_first_whatever_its_workbook_is_called() -> None:
    earlier, later = START, START + timedelta(minutes=8)
    for one, other in (("20260110-a", "20260110-b"), ("20260110-b", "20260110-a")):
        marks = {f"same:{QUESTIONS}:{place_of(found([asked(SAID)])[0].met[0].kept)[1]}": "x"}
        old = changed(book(asked(SAID, better="the older"), marks=marks), earlier, one)
        new = changed(book(asked(SAID, better="the newer"), marks=marks), later, other)
        for books in ([old, new], [new, old]):
            (question,) = gathered(books).questions
            assert [each.better for each in question.better] == ["the newer", "the older"]


def test_an_answer_changed_since_comes_before_one_in_a_workbook_completed_later() -> None:
    marks = {f"same:{QUESTIONS}:{place_of(found([asked(SAID)])[0].met[0].kept)[1]}": "x"}
    old, new = (book(asked(SAID, better=f"{n}"), n, marks=marks) for n in range(2))
    (question,) = gathered([changed(old, START + timedelta(days=90), "20260110-a"), new]).questions
    assert [each.better for each in question.better] == ["0", "1"]


def test_joining_can_be_undone_and_is_then_asked_about_again() -> None:
    rows = [asked(SAID), asked(ALIKE)]
    marks = joined(found(rows), "x")
    marks |= undone(found(rows, marks)[0])
    questions = found(rows, marks)
    assert [question.workbooks for question in questions] == [1, 1]
    assert Alike(questions).has(questions[0])


def test_what_the_person_said_is_different_is_not_asked_about_again() -> None:
    rows = [asked(SAID), asked(ALIKE)]
    questions = found(rows, apart(found(rows), "x"))
    assert len(questions) == 2
    assert not any(map(Alike(questions).has, questions))
    third = found([*rows, asked(SAID)], apart(found(rows), "x"))
    alike = Alike(third)
    assert all(map(alike.has, third)), "a new one may be either of them"
    old = next(question for question in third if question.met[0].mark)
    assert [other.met[0].mark for other in alike.to(old)] == [""]


def test_two_rows_of_one_workbook_with_the_same_words_stay_two() -> None:
    rows = [asked(SAID, SAID)]
    questions = found(rows)
    assert len(questions) == 2
    assert len(found(rows, apart(questions, "x"))) == 2
    (both,) = found(rows, joined(questions, "x"))
    assert both.workbooks == 1
    assert both.said == ""
    assert both.is_joined


def test_a_question_is_common_in_two_workbooks_or_where_it_was_said_to_come_up_a_lot() -> None:
    (often,) = found([asked(SAID, kind=FIRST_SORT)])
    assert often.is_common
    assert not often.is_of_role
    (trade,) = found([asked(SAID, kind=SECOND_SORT)])
    assert trade.is_of_role
    assert not trade.is_common


def test_a_question_that_was_worded_anew_is_asked_about_again() -> None:
    rows = [asked(SAID), asked(ALIKE)]
    marks = joined(found(rows), "x")
    assert len(found([asked(SAID), asked(ALIKE + "?")], marks)) == 2


def test_folding_leaves_words() -> None:
    assert bare("  What's your  BIGGEST weakness?! ") == "what s your biggest weakness"
    assert bare("¿…?") == ""
    assert bare("C# developer") != bare("C++ developer") != bare("C developer")
    assert bare("किताब") != bare("कताब"), "a vowel sign is no punctuation"


TEXTS = st.sampled_from([SAID, ALIKE, "Why us?", "why us", "?", "Your weakness?", "Deine Schwäche?"])
ROWS = st.lists(st.lists(TEXTS, min_size=1, max_size=4), min_size=1, max_size=5)
ACTS = st.lists(
    st.tuples(st.sampled_from(["join", "apart", "undo"]), st.sets(st.integers(0, 30), max_size=4)), max_size=6
)


@given(ROWS, ACTS)
def test_nothing_is_ever_merged_that_was_not_confirmed(
    texts: list[list[str]], acts: list[tuple[str, set[int]]]
) -> None:
    """Whatever is confirmed, refused and undone: questions are together exactly as the person last said."""
    rows = [asked(*each) for each in texts]
    places = [each.place for question in found(rows) for each in question.met]
    expected: dict[tuple[str, str, str], object] = {place: place for place in places}
    marks: Marks = {}
    for number, (act, chosen) in enumerate(acts):
        questions = found(rows, marks)
        some = [questions[index] for index in sorted(chosen) if index < len(questions)]
        mine = [each.place for question in some for each in question.met]
        if act == "join" and len(some) > 1:
            marks |= joined(some, f"n{number}")
            expected |= dict.fromkeys(mine, number)
        elif act == "apart":
            marks |= apart(some, f"n{number}")
        elif act == "undo" and some:
            marks |= undone(some[0])
            expected |= {place: place for place in (each.place for each in some[0].met)}
    together = {frozenset(each.place for each in question.met) for question in found(rows, marks)}
    wanted: dict[object, set[tuple[str, str, str]]] = {}
    for place, group in expected.items():
        wanted.setdefault(group, set()).add(place)
    assert together == set(map(frozenset, wanted.values()))
    assert sum(map(len, together)) == len(places), "none is lost"


def test_the_ref_of_a_mark_is_the_answer_it_is_about() -> None:
    ((_, ref, _),) = [each.place for question in found([asked(SAID)]) for each in question.met]
    assert ref == QUESTIONS
