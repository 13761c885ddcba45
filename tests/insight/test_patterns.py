"""Sentences across completed workbooks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from workbook.guide.model import (
    Column,
    Grid,
    GridRow,
    Guide,
    Manifest,
    Option,
    Page,
    Part,
    Route,
    Table,
    Text,
)
from workbook.insight.patterns.asked import Asked
from workbook.insight.patterns.sentences import MOST, Sentences, patterns

if TYPE_CHECKING:
    from workbook.flow.values import Answers

ROOM, SORT, LINES, ROLE = "p.one.room", "p.one.sort", "p.one.lines", "p.one.role"


def make_guide(*, id_: str = "g", role: str = "role") -> Guide:
    page = Page(
        id="one",
        title="One",
        fields=(
            Text(id="company", label="Who?"),
            Text(id=role, label="Which {{p.one.company|one}}?"),
            Grid(
                id="room",
                label="In the room",
                rows=(
                    GridRow(id="clear", label="My answers were easy to follow."),
                    GridRow(id="examples", label="I gave enough real examples."),
                    *(GridRow(id=f"row{number}", label=f"Row {number}") for number in range(10)),
                ),
                options=("yes", Option(value="part", label="partly"), "no", "doesn't apply"),
            ),
            Grid(
                id="sort",
                label="Whose?",
                rows=(GridRow(id="nerves", label="Nerves"),),
                options=(Option(value="mine", label="Mine"), Option(value="partly", label="Partly mine")),
            ),
            Table(
                id="lines",
                label="Line by line",
                columns=(
                    Column(id="line", label="Line"),
                    Column(id="could", label="Could I?", kind="choice", options=("yes", "partly", "not yet")),
                    Column(id="enjoy", label="Would I enjoy it?", kind="choice", options=("yes", "so-so", "no")),
                    Column(id="plan", label="Plan", kind="choice", options=("learn it", "not sure yet")),
                ),
            ),
        ),
    )
    manifest = Manifest(
        id=id_,
        title="G",
        version="1",
        language="en",
        routes=(Route(id="full", title="Full", minutes=9),),
        default_route="full",
        route_field="p.one.route",
        stages=("p",),
        name=("p.one.company", f"p.one.{role}"),
    )
    return Guide(manifest=manifest, parts=(Part(id="p", title="P", pages=(page,)),))


GUIDE = make_guide()


def told(*answers: Answers, guide: Guide = GUIDE) -> tuple[str, ...]:
    return patterns((guide, each) for each in answers)


def room(**rows: str) -> dict[str, Any]:
    return {ROOM: {"rows": rows, "own": []}}


def enjoy(*cells: str) -> dict[str, Any]:
    return {LINES: [{"line": "x", "enjoy": cell} for cell in cells]}


def test_a_row_that_was_partly_or_no_is_counted_out_of_the_workbooks_that_answered_it() -> None:
    books: tuple[Answers, ...] = (
        room(examples="part", clear="yes"),
        room(examples="no", clear="yes"),
        room(examples="yes", clear="no"),
        room(examples="no"),
        room(examples="doesn't apply"),
        {},
    )
    assert told(*books) == ("In 3 of 4 workbooks, 'I gave enough real examples' was partly or no.",)


def test_nothing_is_told_from_one_workbook_however_much_it_says() -> None:
    one = room(examples="no") | enjoy("no", "no", "no") | {ROLE: "porter"}
    assert told(one) == ()
    assert told(one, {}) == ()
    assert told(one, room(examples="yes") | enjoy("yes", "yes")) == ()


def test_a_grid_whose_options_only_begin_with_partly_is_not_counted() -> None:
    sort = {SORT: {"rows": {"nerves": "partly"}, "own": []}}
    assert told(sort, sort) == ()


def test_lines_that_say_no_are_counted_out_of_all_lines_answered() -> None:
    assert told(enjoy("no", "yes", "no"), enjoy("no", "so-so", ""), enjoy("yes")) == (
        "3 of 6 lines were 'no' for 'Would I enjoy it?'.",
    )
    could = {LINES: [{"could": "not yet"}, {"could": "yes"}]}
    assert told(could, could) == ("2 of 4 lines were 'not yet' for 'Could I?'.",)


def test_a_column_that_does_not_ask_for_a_yes_is_not_counted() -> None:
    plan = {LINES: [{"plan": "not sure yet"}]}
    assert told(plan, plan) == ()


def test_different_role_titles_are_counted_in_words_whatever_their_case() -> None:
    titles = ("Night porter", "night-  PORTER", "data analyst", "porter")
    assert told(*({ROLE: each} for each in titles)) == ("Three different role titles in four workbooks.",)
    assert told({ROLE: "a"}, {ROLE: "A."}, {ROLE: "  "}) == ("The same role title in two workbooks.",)
    assert told({ROLE: "C++ developer"}, {ROLE: "C# developer"}) == ("Two different role titles in two workbooks.",)
    many = tuple({ROLE: f"role {number}"} for number in range(13))
    assert told(*many) == ("13 different role titles in 13 workbooks.",)


def test_a_guide_that_names_workbooks_by_something_else_says_so() -> None:
    guide = make_guide(role="town")
    assert told({"p.one.town": "A"}, {"p.one.town": "B"}, guide=guide) == (
        "Two different answers to 'Which one?' in two workbooks.",
    )


def test_what_was_said_most_often_comes_first_and_there_are_never_more_than_a_few() -> None:
    rows = {f"row{number}": "no" for number in range(10)}
    books = [
        room(clear="no", examples="no", **rows) | {ROLE: "a"},
        room(clear="no", examples="no", **rows),
        room(clear="yes", examples="part"),
    ]
    found = told(*books, {ROLE: "b"})
    assert len(found) == MOST
    assert found[0] == "In 3 of 3 workbooks, 'I gave enough real examples' was partly or no."
    assert found[-1] == "Two different role titles in two workbooks."


def test_workbooks_of_different_guides_are_not_counted_together() -> None:
    assert patterns([(GUIDE, room(clear="no")), (make_guide(id_="other"), room(clear="no"))]) == ()


ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.integers() | st.text(max_size=4) | st.sampled_from(["yes", "no", "part", "porter"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["rows", "own", "clear", "enjoy", "line"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.lists(st.dictionaries(st.sampled_from([ROOM, SORT, LINES, ROLE]), ANYTHING), max_size=4))
def test_whatever_is_kept_sentences_only_count(books: list[dict[str, Any]]) -> None:
    for sentence in told(*books):
        assert sentence.endswith(".")
        assert not re.search(r"\byou\b|%|score", sentence)
        counts = [int(number) for number in re.findall(r"\d+", sentence)]
        assert counts == sorted(counts)


BY_TOWN = msgspec.structs.replace(
    GUIDE,
    parts=(
        msgspec.structs.replace(
            GUIDE.parts[0],
            pages=(
                msgspec.structs.replace(
                    GUIDE.parts[0].pages[0],
                    fields=(
                        Text(id="role", label="Role"),
                        Grid(
                            id="room",
                            label="In the room",
                            rows=(GridRow(id="clear", label="I was clear.", by=ROLE, cases={"phone": "I spoke up."}),),
                            options=("yes", "partly", "no"),
                        ),
                    ),
                ),
            ),
        ),
    ),
)


def test_a_row_is_quoted_as_it_was_put_to_all_who_were_asked() -> None:
    said = room(clear="no")
    assert told(said | {ROLE: "phone"}, said | {ROLE: "phone"}, guide=BY_TOWN)[0] == (
        "In 2 of 2 workbooks, 'I spoke up' was partly or no."
    )
    assert told(said | {ROLE: "phone"}, said, guide=BY_TOWN)[0] == (
        "In 2 of 2 workbooks, 'I was clear' was partly or no."
    )


def test_a_page_shows_a_few_sentences_and_whoever_asks_gets_all() -> None:
    rows = {f"row{number}": "no" for number in range(10)}
    sentences = Sentences()
    for _ in range(2):
        sentences.add(Asked(GUIDE), room(clear="no", examples="no", **rows) | {ROLE: "a"})
    assert len(sentences.told(MOST)) == MOST
    assert len(sentences.told()) == 13
    assert sentences.told()[-1] == sentences.told(MOST)[-1] == "The same role title in two workbooks."
