"""Answers by path, their defaults, and what does not fit."""

from __future__ import annotations

import pytest

from workbook.flow.lookup import given, items, value, words
from workbook.flow.refs import split

from .sample_guide import GUIDE
from .states import day, state

ANSWERS = {
    "open.facts.company": "  Acme \n",
    "open.facts.want": 0,
    "look.words.words": ["low", "sad", "wistful"],
    "look.walk.items": [
        {"what": "the start", "call": day("2026-12-01")},
        {"what": " "},
        {"what": "my question", "call": {"text": "soonish", "day": None}},
    ],
    "look.room.room": {"rows": {"best": "part"}, "own": [{"text": "the tea", "choice": "yes"}]},
    "rest.plan.plan": {"if": "it comes", "then": "I breathe"},
    "look.ask.email": {"subject": "Hello", "body": "You"},
}


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("open.facts.company", "Acme"),
        ("open.facts.want", "0"),
        ("look.words.words", "rather low, sad, wistful"),
        ("look.walk.items", "the start – 1 December 2026; my question – soonish"),
        ("look.walk.items.what", "the start, my question"),
        ("look.walk.items.call", "1 December 2026, soonish"),
        ("look.walk.items.2.what", "my question"),
        ("look.walk.items.2.call", "soonish"),
        ("look.walk.items.0", "the start – 1 December 2026"),
        ("look.walk.items.9.what", ""),
        ("look.walk.items.0.none", ""),
        ("look.walk.items.what.more", ""),
        ("look.room.room", "I gave my best: partly, the tea: yes"),
        ("look.room.room.best", "partly"),
        ("look.room.room.clear", ""),
        ("rest.plan.plan", "If it comes, then I breathe"),
        ("rest.plan.plan.then", "I breathe"),
        ("look.ask.email.subject", "Hello"),
        ("open.facts.company.more", ""),
        ("open.facts.nothing", ""),
        ("open", ""),
        ("", ""),
    ],
)
def test_a_path_says_the_answer_it_leads_to(path: str, said: str) -> None:
    assert words(state(ANSWERS), path) == said


def test_a_column_is_its_cells_that_are_not_blank() -> None:
    assert value(state(ANSWERS), "look.walk.items.what") == ["the start", "my question"]
    assert items(state(ANSWERS), "look.walk.items.what") == ("the start", "my question")


def test_what_was_never_answered_is_read_as_its_default() -> None:
    assert value(state(), "open.start.route") == "full"
    assert value(state(), "end.now.done") == ["turned up"]
    assert value(state(), "open.facts.news") == {"text": "22 November 2026", "day": "2026-11-22"}
    assert value(state(), "open.facts.mood") is None
    assert given(state(), "open.start.route") is None


def test_what_was_emptied_on_purpose_stays_empty() -> None:
    emptied = state({"end.now.done": [], "open.facts.news": {"text": "", "day": None}})
    assert value(emptied, "end.now.done") == []
    assert words(emptied, "open.facts.news") == ""


@pytest.mark.parametrize(
    ("ref", "foreign"),
    [
        ("open.facts.company", 3),
        ("open.facts.want", 11),
        ("open.facts.want", True),
        ("open.facts.want", "7"),
        ("look.words.words", "sad"),
        ("open.facts.news", "2026-11-22"),
        ("open.facts.news", {"text": [], "day": "someday"}),
        ("look.walk.items", {"what": "a"}),
        ("look.walk.items", [None, 3, {"what": 5, "call": "x"}]),
        ("look.room.room", {"rows": {"best": 1}, "own": [{"text": 1}]}),
        ("look.room.room", []),
        ("rest.plan.plan", "if"),
        ("look.ask.email", {"subject": None}),
        ("look.room.noticed", "anything"),
    ],
)
def test_an_answer_that_does_not_fit_its_field_is_read_as_unanswered(ref: str, foreign: object) -> None:
    assert words(state({ref: foreign}), ref) == ""


def test_a_row_that_does_not_fit_leaves_the_others_their_numbers() -> None:
    assert words(state({"look.walk.items": ["x", {"what": "a"}]}), "look.walk.items.1.what") == "a"


def test_rows_in_which_only_the_given_cell_stands_are_no_answer() -> None:
    rows = [{"moment": "arriving"}, {"moment": "picking up", "went": ""}, {"moment": "lunch"}]
    assert items(state({"look.walk.moments": rows}), "look.walk.moments") == ("lunch",)


def test_a_path_is_taken_apart_only_where_the_guide_has_the_field() -> None:
    assert split("look.walk.items.0.what", GUIDE) == ("look.walk.items", ("0", "what"))
    assert split("look.walk.items", GUIDE) == ("look.walk.items", ())
    assert split("look.walk.gone", GUIDE) is None
    assert split("a sentence. With. Stops.", GUIDE) is None
