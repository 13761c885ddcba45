"""Shelves hold what was written, with where it came from, and nothing that was to stay private."""

from __future__ import annotations

import msgspec

from tests.insight.banks.making import (
    ASK,
    CONTACTS,
    FRIEND,
    GOOD,
    NEXT_NO,
    PEOPLE,
    PICKS,
    SNAG,
    STRENGTHS,
    WORDS,
    asked,
    book,
    shipped,
)
from workbook.guide.model import Guide, LongText
from workbook.insight.banks.carrying import carried, left_plan
from workbook.insight.banks.kept import banks_of
from workbook.insight.banks.shelves import Gathering, contact_state, gathered


def test_strengths_and_what_may_be_some_say_where_they_come_from() -> None:
    answers = {
        STRENGTHS: [{"strength": "I stay calm", "proof": "The van broke down"}, {"strength": ""}],
        GOOD: "Clear answers\n\nGood questions",
        PEOPLE: [{"who": "Kim", "role": "panel member"}],
        "evaluate.worked.items": [{"what": "They laughed", "how": "I told the story"}],
    }
    shelves = gathered([book(answers, 4, title="Acme · Designer")])
    (strength,) = shelves.strengths
    assert (strength.text, strength.cells["proof"]) == ("I stay calm", "The van broke down")
    assert strength.source.words == "Acme · Designer, May 2026"
    said = {each.text: each.source.words for each in shelves.candidates}
    assert said["Clear answers"] == said["Good questions"] == "said by panel member, Acme · Designer, May 2026"
    assert said["They laughed"] == "Acme · Designer, May 2026"


def test_who_said_it_is_told_only_where_one_is_named() -> None:
    people = [{"who": "Kim", "role": "panel member"}, {"who": "Lou", "role": "recruiter"}]
    (both,) = gathered([book({GOOD: "Clear", PEOPLE: people})]).candidates
    (none,) = gathered([book({GOOD: "Clear"})]).candidates
    assert both.source.said_by == none.source.said_by == "them"


def test_a_search_word_is_what_was_decided_last_and_stays_visible_when_dropped() -> None:
    books = [
        book({WORDS: [{"word": "Nurse", "do": "keep"}, {"word": "C++", "do": "try"}]}, 0),
        book({WORDS: [{"word": "nurse ", "do": "drop"}, {"word": "C#"}]}, 1),
    ]
    words = {each.kept.text: each for each in gathered(books).words}
    assert words["nurse"].is_dropped
    assert len(words["nurse"].times) == 2
    assert (words["C++"].decided, words["C#"].decided) == ("try", "")
    offered = carried(gathered(books))["words"]
    assert {each.text: each.is_dropped for each in offered} == {"nurse": True, "C#": False, "C++": False}


def test_people_who_were_let_go_are_kept_and_not_offered() -> None:
    rows = [{"name": "Kim", "state": "let go"}, {"name": "Lou", "how": "email"}, {"name": "Mo", "state": "done"}]
    shelves = gathered([book({CONTACTS: rows})])
    assert [contact_state(each) for each in shelves.contacts] == ["let go", "planned", "done"]
    assert [each.text for each in carried(shelves)["contacts"]] == ["Lou", "Mo"]


def test_pinned_kind_words_come_first() -> None:
    books = [book({FRIEND: "You tried"}, 0, marks={f"pin:{FRIEND}": "1"}), book({FRIEND: "Rest"}, 1)]
    kind = gathered(books).kind
    assert [(each.kept.text, each.is_pinned) for each in kind] == [("You tried", True), ("Rest", False)]
    unpinned = gathered([book({FRIEND: "You tried"}, marks={f"pin:{FRIEND}": ""})]).kind
    assert not unpinned[0].is_pinned


def changed_field(ref: str, **changes: object) -> Guide:
    """The shipped guide with one field otherwise."""
    part_id, page_id, field_id = ref.split(".")
    replace = msgspec.structs.replace

    def field(each: object) -> object:
        return replace(each, **changes) if getattr(each, "id", "") == field_id else each  # type: ignore[type-var]

    parts = tuple(
        replace(
            part,
            pages=tuple(
                replace(page, fields=tuple(map(field, page.fields))) if page.id == page_id else page
                for page in part.pages
            ),
        )
        if part.id == part_id
        else part
        for part in shipped().parts
    )
    return replace(shipped(), parts=parts)


def test_private_writing_is_in_no_bank() -> None:
    private = changed_field(FRIEND, private=True)
    assert isinstance(private.fields[FRIEND].field, LongText)
    assert gathered([book({FRIEND: "Mine alone"}, guide=private)]).kind == ()


def test_workbooks_that_began_before_a_field_had_a_bank_are_gathered_too() -> None:
    before = changed_field(ASK, bank="")
    old = book({ASK: "Who would I sit with?"}, guide=before)
    assert gathered([old]).ask == ()
    assert [each.text for each in gathered([old], banks_of(shipped())).ask] == ["Who would I sit with?"]


def test_plans_come_from_tables_and_from_plans() -> None:
    answers = {
        PICKS: [{"thing": "Pace", "if": "I speed up", "then": "I breathe"}, {"thing": "Camera"}],
        SNAG: {"if": "they ask why I left", "then": "two sentences"},
    }
    plans = gathered([book(answers)]).plans
    assert [(each.text, each.cells.get("then", "")) for each in plans] == [
        ("Pace", "I breathe"),
        ("Camera", ""),
        ("If they ask why I left, then two sentences", "two sentences"),
    ]


def test_the_plan_for_the_next_no_comes_in_their_words_with_its_day() -> None:
    guide = shipped()
    plan = left_plan(book({NEXT_NO: {"if": "another no comes", "then": "I ring Jo"}}, 2), guide)
    assert plan is not None
    assert plan.words == "If another no comes, then I ring Jo"
    assert f"{plan.day}" == "2026-03-13"
    for blank in ({}, {NEXT_NO: {"if": "another no comes", "then": " "}}, {NEXT_NO: "not a plan"}):
        assert left_plan(book(blank), guide) is None


def test_what_goes_along_of_a_question_is_the_better_answer_and_how_often_it_was_met() -> None:
    marks = {"same:evaluate.questions.items:x": "1"}
    books = [book(asked("Why us?", better="Because", answer="Um"), 0, marks=marks)]
    (offer,) = carried(gathered(books))["questions"]
    assert offer.cells == {"better": "Because"}
    assert offer.source == "Firm 0, January 2026"


def test_gathering_bit_by_bit_gives_the_same_as_at_once() -> None:
    books = [book({STRENGTHS: [{"strength": f"S{number}"}]} | asked("Why?"), number) for number in range(5)]
    gathering = Gathering()
    for each in reversed(books):
        gathering.add(each)
    assert gathering.shelves() == gathered(books)
    assert gathering.workbooks == 5
