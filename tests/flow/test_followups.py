"""Dates that were set for something: how each stands, what it says, and the plan that stands beside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.flow.states import day
from workbook.flow.beside import beside
from workbook.flow.followups import FollowUp, follow_ups, mark_of
from workbook.flow.state import Around, State
from workbook.guide.loader import load_guide

if TYPE_CHECKING:
    from workbook.guide.model import Guide

STEP, REWARD, GIVEN = "close.step.step_on", "celebrate.reward.when", "celebrate.reward.given"
CONTACTS, PRACTICE = "refine.door.contacts", "evaluate.two.practice_on"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(Path(__file__).parents[2] / "content")


def state(guide: Guide, answers: dict[str, Any]) -> State:
    return State(guide, answers, Around(today=TODAY, begun=date(2026, 11, 1)))


def one(guide: Guide, answers: dict[str, Any], marked: dict[str, str] | None = None) -> FollowUp:
    [found] = follow_ups(state(guide, answers), marked)
    return found


def test_a_date_is_open_until_a_mark_says_otherwise_and_open_again_on_another_day(guide: Guide) -> None:
    answers = {STEP: day("2026-11-29")}
    key = mark_of(STEP, date(2026, 11, 29))
    assert one(guide, answers).stage == "open"
    assert one(guide, answers).mark == key == "coming:close.step.step_on:2026-11-29"
    for stage in ("done", "let_go", "kept"):
        assert one(guide, answers, {key: stage}).stage == stage
    assert one(guide, answers, {key: "from a later version"}).stage == "open"
    assert one(guide, {STEP: day("2026-11-30")}, {key: "done"}).stage == "open"


def test_what_was_answered_about_a_reward_counts_once_its_day_is_there(guide: Guide) -> None:
    for answered, stage in (("enjoyed it", "done"), ("changed my mind", "let_go"), ("not yet", "open")):
        assert one(guide, {REWARD: day("2026-11-21"), GIVEN: answered}).stage == stage
        assert one(guide, {REWARD: day("2026-11-23"), GIVEN: answered}).stage == "open", "it was moved ahead since"
    key = mark_of(REWARD, date(2026, 11, 21))
    assert one(guide, {REWARD: day("2026-11-21")}, {key: "done"}).stage == "done"
    assert one(guide, {REWARD: day("2026-11-21"), GIVEN: "not yet"}, {key: "done"}).stage == "open"
    assert one(guide, {REWARD: day("2026-11-21"), GIVEN: "not yet"}, {key: "kept"}).stage == "kept"


def test_a_contact_stands_as_its_own_row_says(guide: Guide) -> None:
    rows = [
        {"name": "Ana", "when": day("2026-11-25"), "state": "planned"},
        {"name": "Ben", "when": day("2026-11-25"), "state": "done"},
        {"name": "Cem", "when": day("2026-11-25"), "state": "let go"},
        {"name": "Dov", "when": day("2026-11-25")},
    ]
    assert [each.stage for each in follow_ups(state(guide, {CONTACTS: rows}))] == ["open", "done", "let_go", "open"]


def test_a_row_is_known_wherever_it_stands_and_its_key_holds_no_words(guide: Guide) -> None:
    ana, ben = ({"name": name, "when": day("2026-11-25")} for name in ("Ana", "Ben"))
    first, second = follow_ups(state(guide, {CONTACTS: [ana, ben]}))
    again = one(guide, {CONTACTS: [{"name": "Gone"}, ben]})
    assert again.mark == second.mark != first.mark
    assert again.ref == f"{CONTACTS}.1.when"
    assert "Ben" not in second.mark
    assert second.date_ref == f"{CONTACTS}.when"
    twins = follow_ups(state(guide, {CONTACTS: [ana, ana]}))
    assert len({each.id for each in twins}) == 2
    assert one(guide, {CONTACTS: [ana, ben]} | {CONTACTS: [ben]}, {second.mark: "done"}).stage == "done"


def test_to_apply_again_is_said_in_a_sentence(guide: Guide) -> None:
    answers = {"refine.door.again": "yes", "refine.door.reapply_on": day("2027-11-04")}
    assert one(guide, answers).says == "You can apply again at the same place from 4 November 2027."
    named = answers | {"open.interview.company": "Acme [b]"}
    assert one(guide, named).says == "You can apply again at Acme [b] from 4 November 2027."


def test_the_plan_stands_beside_the_practice_and_the_step(guide: Guide) -> None:
    picks = [{"thing": "Examples", "if": "they ask for one", "then": "I tell the delivery story"}, {"thing": "Pauses"}]
    answers = {PRACTICE: day("2026-11-25"), "evaluate.two.picks": picks}
    found = one(guide, answers)
    assert found.about == "Examples"
    assert beside(found, state(guide, answers)) == (
        "Examples: If they ask for one, then I tell the delivery story",
        "Pauses",
    )
    answers = {
        STEP: day("2026-11-25"),
        "close.step.step": "Call Sam",
        "close.step.plan": {"if": "it is ten", "then": "I call"},
    }
    found = one(guide, answers)
    assert (found.about, beside(found, state(guide, answers))) == ("Call Sam", ("If it is ten, then I call",))


def test_beside_a_contact_stand_how_to_reach_them_and_the_note(guide: Guide) -> None:
    rows = [{"name": "Ana", "how": "ana@example.org", "when": day("2026-11-25")}]
    answers = {CONTACTS: rows, "refine.door.message": "Hello Ana"}
    found = one(guide, answers)
    assert beside(found, state(guide, answers)) == ("ana@example.org", "Hello Ana")


def test_beside_a_date_of_an_older_guide_stands_the_plan_of_its_page(guide: Guide) -> None:
    import msgspec

    page = guide.pages["close.step"][1]
    fields = tuple(
        msgspec.structs.replace(field, with_=()) if field.id == "step_on" else field for field in page.fields
    )
    part = next(part for part in guide.parts if part.id == "close")
    pages = tuple(msgspec.structs.replace(each, fields=fields) if each is page else each for each in part.pages)
    parts = tuple(msgspec.structs.replace(each, pages=pages) if each is part else each for each in guide.parts)
    older = msgspec.structs.replace(guide, parts=parts)
    answers = {STEP: day("2026-11-25"), "close.step.plan": {"then": "I call"}}
    assert beside(one(older, answers), state(older, answers)) == ("I call",)


def test_nothing_stands_beside_a_date_that_nothing_was_written_with(guide: Guide) -> None:
    answers = {STEP: day("2026-11-25")}
    assert beside(one(guide, answers), state(guide, answers)) == ()
