"""Offers from earlier workbooks: where the same is asked, each wording once, with where it comes from."""

from __future__ import annotations

from datetime import date

from workbook.flow.gathered import Gathered, carried_rows, dropped, key_column, origins
from workbook.flow.state import Around, State
from workbook.flow.suggest import cell_suggestions, suggestions
from workbook.guide.model import Column, Guide, LongText, Manifest, Page, Part, Route, Table, Text

STRENGTHS = Table(
    id="strengths",
    label="Strengths",
    columns=(
        Column(id="strength", label="Strength", suggest=("I turn up",)),
        Column(id="proof", label="Proof"),
        Column(id="size", label="Size", kind="choice", options=("small", "big")),
    ),
    bank="strengths",
)
WORDS = Table(
    id="words",
    label="Words",
    columns=(Column(id="word", label="Word"), Column(id="do", label="Do", kind="choice", options=("keep", "drop"))),
    bank="words",
)
ASK = Text(id="ask", label="Ask", bank="ask")
KIND = LongText(id="kind", label="Kind", bank="kind")
PAGE = Page(id="one", title="One", fields=(STRENGTHS, WORDS, ASK, KIND))
GUIDE = Guide(
    manifest=Manifest(
        id="g",
        title="G",
        version="1",
        language="en",
        routes=(Route(id="full", title="Full", minutes=9),),
        default_route="full",
        route_field="p.one.ask",
        stages=("p",),
    ),
    parts=(Part(id="p", title="P", pages=(PAGE,)),),
)


def state(**gathered: tuple[Gathered, ...]) -> State:
    today = date(2026, 11, 22)
    return State(GUIDE, {}, Around(today=today, begun=today, gathered=gathered))


def test_a_table_offers_the_bank_in_its_own_column_and_what_goes_with_a_row_in_the_others() -> None:
    strength, proof, _ = STRENGTHS.columns
    here = state(
        strengths=(
            Gathered("Calm", "Acme, May 2026", {"proof": "The van"}),
            Gathered("Calm", "Oak, April 2026", {"proof": "The queue"}),
            Gathered("Quick"),
        )
    )
    assert cell_suggestions(strength, here, STRENGTHS, {}) == ("I turn up", "Calm", "Quick")
    assert cell_suggestions(proof, here, STRENGTHS, {"strength": " Calm "}) == ("The van", "The queue")
    assert cell_suggestions(proof, here, STRENGTHS, {"strength": "Other"}) == ()
    assert cell_suggestions(proof, here, STRENGTHS, {}) == ()
    assert origins("strengths", here)["Calm"] == "Acme, May 2026"
    assert origins("strengths", here)["The queue"] == "Oak, April 2026"


def test_a_line_and_a_box_offer_their_bank_too() -> None:
    here = state(ask=(Gathered("Who leads?\nWhy now?"),), kind=(Gathered("You tried.\nRest."),))
    assert suggestions(ASK, here) == ("Who leads?", "Why now?")
    assert suggestions(KIND, here) == ("You tried.\nRest.",)


def test_search_words_can_be_brought_in_but_dropped_ones_and_those_there_already() -> None:
    here = state(words=(Gathered("Nurse", cells={"do": "keep"}), Gathered("C++"), Gathered("temp", is_dropped=True)))
    assert carried_rows(WORDS, [{"word": " nurse"}], here) == ({"word": "C++"},)
    assert carried_rows(WORDS, None, here) == ({"word": "Nurse", "do": "keep"}, {"word": "C++"})
    assert dropped("words", here) == ("temp",)
    assert cell_suggestions(WORDS.columns[0], here, WORDS, {}) == ("Nurse", "C++")
    assert carried_rows(STRENGTHS, None, here) == ()


def test_a_bank_goes_by_the_column_of_its_name_or_else_the_first_with_text() -> None:
    assert key_column(STRENGTHS, "strengths") == "strength"
    assert key_column(STRENGTHS, "contacts") == "strength"
