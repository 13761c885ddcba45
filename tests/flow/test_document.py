"""A workbook as one document to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workbook.flow.document import EARLIER, DocNote, document

from .states import day, state

if TYPE_CHECKING:
    from workbook.flow.entries import DocEntry
    from workbook.flow.values import Answers


@dataclass
class Added:
    """A note as the library gives it."""

    at: datetime
    text: str


ANSWERS: dict[str, object] = {
    "open.start.route": "full",
    "open.facts.company": "Acme [b]",
    "open.facts.format": "",
    "open.facts.next": {"text": "maybe June", "day": None},
    "open.facts.news": day("2026-11-10", "10 nov"),
    "open.facts.mood": 0,
    "look.words.words": ["low", "wistful"],
    "look.walk.moments": [{"moment": "arriving"}, {"moment": "the goodbye", "went": "hard"}],
    "look.room.room": {"rows": {"voice": "part", "old": "no"}, "own": [{"text": "mine", "choice": ""}]},
    "look.ask.email": {"subject": "S", "body": "B"},
    "rest.write.text": "secret",
    "rest.plan.plan": {"if": "it comes", "then": ""},
    "end.now.mood": 7,
}


def entries(answers: Answers) -> dict[str, DocEntry]:
    found = document(state(answers))
    return {one.ref: one for part in found.parts for page in part.pages for one in page.entries}


def test_only_what_was_answered_is_in_and_in_the_guides_order() -> None:
    found = entries(ANSWERS)
    assert "open.facts.format" not in found
    left_out = {"open.facts.format", *state().guide.steering}
    assert list(found) == [ref for ref in state().guide.fields if ref in ANSWERS and ref not in left_out]
    assert document(state()).parts == ()


def test_what_only_steered_the_workbook_is_left_out() -> None:
    assert "open.start.route" in ANSWERS
    assert "open.start.route" in state().guide.steering
    assert "open.start.route" not in entries(ANSWERS)


def test_every_kind_is_put_in_the_shape_it_is_read_in() -> None:
    found = entries(ANSWERS)
    assert found["open.facts.company"].text == "Acme [b]"
    assert found["open.facts.mood"].text == "0"
    assert found["open.facts.news"].text == "10 November 2026"
    assert found["open.facts.next"].text == "maybe June"
    assert found["look.words.words"].items == ("rather low", "wistful")
    assert found["look.walk.moments"].columns == ("Moment", "How it went")
    assert found["look.walk.moments"].rows == (("the goodbye", "hard"),)
    assert found["look.room.room"].pairs == (
        ("My voice and face matched.", "partly"),
        ("old", "no"),
        ("mine", ""),
    )
    assert found["look.ask.email"].pairs == (("Subject", "S"), ("Body", "B"))
    assert found["rest.plan.plan"].pairs == (("If", "it comes"),)
    assert found["look.walk.moments"].kind == "table"


def test_before_stands_beside_after() -> None:
    assert (entries(ANSWERS)["end.now.mood"].before, entries(ANSWERS)["end.now.mood"].text) == ("0", "7")
    assert entries({"end.now.mood": 7})["end.now.mood"].before == ""


def test_writing_that_is_let_go_is_nowhere_in_the_document() -> None:
    let_go = ANSWERS | {"rest.write.length": "no timer"}
    assert "rest.write.text" not in entries(let_go)
    assert EARLIER not in [part.title for part in document(state(let_go)).parts]


def test_a_hidden_answer_and_one_off_the_route_are_in() -> None:
    quick = ANSWERS | {"open.start.route": "quick", "look.ask.status": "no"}
    assert {"look.ask.email", "rest.write.text"} <= entries(quick).keys()


def test_an_answer_whose_field_is_gone_comes_last_under_its_ref() -> None:
    gone = {
        "open.old.name": "Kim",
        "look.gone.list": [{"what": "a", "n": 1}, ["b"]],
        "open.facts.want": "much",
        "x": "",
    }
    last = document(state(ANSWERS | gone)).parts[-1]
    assert last.title == EARLIER
    assert [(one.label, one.text) for one in last.pages[0].entries] == [
        ("open.old.name", "Kim"),
        ("look.gone.list", "what: a\nn: 1\nb"),
        ("open.facts.want", "much"),
    ]


def test_a_column_that_is_gone_keeps_its_cells() -> None:
    found = entries({"look.walk.items": [{"what": "a"}, {"why": "b"}]})["look.walk.items"]
    assert found.columns == ("What went well", "why")
    assert found.rows == (("a", ""), ("", "b"))


def test_added_notes_come_with_their_day_the_oldest_first() -> None:
    late, early = datetime(2026, 12, 2, 9, tzinfo=UTC), datetime(2026, 12, 1, 9, tzinfo=UTC)
    assert document(state(), [Added(late, "b"), Added(early, "a")]).notes == (
        DocNote(early, "1 December 2026", "a"),
        DocNote(late, "2 December 2026", "b"),
    )
