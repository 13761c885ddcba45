"""What a page asks, for these answers and this route."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.flow import fields
from workbook.guide.model import Choice, Field, Grid, Option, Table

from .sample_guide import GUIDE
from .states import state

if TYPE_CHECKING:
    from workbook.flow.values import Answers

QUICK = {"open.start.route": "quick"}
PHONE = {"open.facts.format": "phone"}


def field(ref: str) -> Field:
    return GUIDE.fields[ref].field


def table(ref: str) -> Table:
    found = field(ref)
    assert isinstance(found, Table)
    return found


def choice(ref: str) -> Choice:
    found = field(ref)
    assert isinstance(found, Choice)
    return found


def ids(answers: Answers, page: str) -> list[str]:
    return [place.field.id for place in fields.shown_fields(state(answers), page)]


def test_a_field_shows_on_its_routes_and_while_its_condition_holds() -> None:
    assert "format" in ids({}, "open.facts")
    assert "format" not in ids({**QUICK, **PHONE}, "open.facts")
    assert ids({}, "look.ask") == ["status", "people", "stop"]
    assert ids({"look.ask.status": "ask"}, "look.ask") == ["status", "people", "email", "send", "stop"]
    assert ids({}, "gone.page") == []


def test_a_table_asks_the_columns_of_the_route() -> None:
    moments = table("look.walk.moments")
    assert [column.id for column in fields.columns(moments, state())] == ["moment", "happened", "went"]
    assert [column.id for column in fields.columns(moments, state(QUICK))] == ["moment", "went"]


def test_given_rows_depend_on_an_earlier_answer() -> None:
    moments = table("look.walk.moments")
    assert fields.given_rows(moments, state()) == ("arriving", "the goodbye")
    assert fields.given_rows(moments, state(PHONE)) == ("picking up", "hanging up")
    assert fields.given_rows(moments, state({"open.facts.format": ["phone"]})) == ("arriving", "the goodbye")
    assert fields.given_rows(table("look.walk.items"), state()) == ()


def test_the_quick_route_asks_fewer_rows_and_never_fewer_than_there_are() -> None:
    items = table("look.walk.items")
    assert fields.max_rows(items, state()) == 6
    assert fields.max_rows(items, state(QUICK)) == 1
    assert fields.max_rows(items, state({**QUICK, "look.walk.items": [{"what": "a"}] * 3})) == 3


def test_grid_rows_are_worded_for_the_answers() -> None:
    grid = field("look.room.room")
    assert isinstance(grid, Grid)
    assert dict(fields.grid_rows(grid, state()))["voice"] == "My voice and face matched."
    assert dict(fields.grid_rows(grid, state(PHONE)))["voice"] == "My voice matched."


def test_the_quick_route_shows_its_grid_rows_and_any_already_answered() -> None:
    grid = field("look.room.room")
    assert isinstance(grid, Grid)
    assert [row for row, _ in fields.grid_rows(grid, state(QUICK))] == ["clear"]
    answered = {**QUICK, "look.room.room": {"rows": {"best": "no", "voice": ""}, "own": []}}
    assert [row for row, _ in fields.grid_rows(grid, state(answered))] == ["clear", "best"]


def test_options_come_from_an_earlier_answer_each_once() -> None:
    loudest = choice("look.words.loudest")
    assert fields.choices(loudest, state()) == ()
    ticked = {"look.words.words": ["low", "wistful", " ", "wistful"]}
    assert fields.choices(loudest, state(ticked)) == (
        Option(value="low", label="rather low"),
        Option(value="wistful"),
    )


def test_an_answer_that_is_no_longer_offered_can_still_be_seen_and_kept() -> None:
    loudest = choice("look.words.loudest")
    gone = {"look.words.words": ["sad"], "look.words.loudest": "low"}
    assert [option.value for option in fields.choices(loudest, state(gone))] == ["sad", "low"]
    older = {"open.facts.format": "by post"}
    assert [one.value for one in fields.choices(choice("open.facts.format"), state(older))] == [
        "in person",
        "phone",
        "by post",
    ]


def test_own_words_stay_on_their_own_line_where_there_is_one() -> None:
    own = {"end.now.reward": "a nap"}
    assert [one.value for one in fields.choices(choice("end.now.reward"), state(own))] == ["a walk", "a film"]


def test_a_label_pipes() -> None:
    assert fields.label(field("rest.more.line"), state()) == "Anything about it?"
    assert fields.label(field("rest.more.line"), state({"look.words.loudest": "sad"})) == "Anything about sad?"
