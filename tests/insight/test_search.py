"""Finding words in everything that was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.flow.sample_guide import GUIDE
from tests.flow.states import TODAY, day
from tests.flow.strategies import answers_for
from tests.insight.books import book
from workbook.flow.entries import entry
from workbook.flow.plain import clean
from workbook.insight.query import query
from workbook.insight.search import Search, _parts, state_of
from workbook.library.coding import encode_value

if TYPE_CHECKING:
    from workbook.insight.search import Hit
    from workbook.library.skimming import Skimmed


def found(wanted: str, among: Skimmed) -> list[Hit]:
    search = Search(query(wanted), [GUIDE], TODAY)
    hits = search.hits(among)
    assert search.count(among) == len(hits)
    return hits


def shown(wanted: str, answers: dict[str, Any]) -> list[str]:
    """Each hit, with what was found in brackets."""
    made = []
    for hit in found(wanted, book(answers)):
        pieces = hit.around(40, 40).pieces()
        made.append("".join(f"[{text}]" if is_sought else text for text, is_sought in pieces))
    return made


@pytest.mark.parametrize(
    ("ref", "value", "wanted", "words"),
    [
        ("open.facts.company", "Zürich Logistik", "ZURICH", "[Zürich] Logistik"),
        ("open.facts.company", "STRASSE 5", "straße", "[STRASSE] 5"),
        ("open.facts.mood", 7, "7", "[7]"),
        ("open.facts.mood", 0, "0", "[0]"),
        ("open.facts.next", day("2026-11-27"), "27 november", "[27] [November] 2026"),
        ("open.facts.next", day("2026-11-27"), '"7 nov"', "2[7 Nov]ember 2026"),
        ("open.facts.next", {"text": "after Zoë's party", "day": None}, "zoe", "after [Zoë]'s party"),
        ("rest.write.note", 'He said "never\nmind"', '"never mind"', 'He said "[never mind]"'),
        ("rest.write.note", "back\\slash", "back\\sl", "[back\\sl]ash"),
        ("rest.write.note", "half a pair \ud83d and café", "cafe", "half a pair � and [café]"),
        ("rest.plan.plan", {"if": "the phone rings", "then": "I breathe"}, "phone breathe",
         "If: the [phone] rings … then: I [breathe]"),
    ],
)  # fmt: skip
def test_an_answer_is_found_by_the_words_it_is_read_as(ref: str, value: object, wanted: str, words: str) -> None:
    assert shown(wanted, {ref: value}) == [words]


def test_all_words_must_be_in_one_answer() -> None:
    answers = {"open.facts.company": "Acme", "rest.write.note": "The panel nodded, then they wrote."}
    assert shown("panel nodded", answers) == ["The [panel] [nodded], then they wrote."]
    assert shown("acme nodded", answers) == []
    assert shown('"nodded panel"', answers) == []


def test_options_are_found_by_their_labels_and_what_they_are_called_in_the_file_is_not() -> None:
    labelled = [
        (place.ref, option.value, option.text)
        for place in GUIDE.fields.values()
        for option in getattr(place.field, "choices", ())
        if option.label and option.label.casefold() not in option.value and place.ref not in GUIDE.steering
    ]
    assert labelled
    for ref, value, label in labelled:
        field = GUIDE.fields[ref].field
        kept: Any = {"checklist": [value], "grid": {"rows": {"voice": value}, "own": []}}.get(field.kind_name, value)
        assert [hit.ref for hit in found(f'"{label}"', book({ref: kept}))] == [ref]


def test_how_a_file_is_written_is_never_found() -> None:
    answers = {"open.facts.next": day("2026-11-27"), "rest.plan.plan": {"if": "a", "then": "b"}}
    for wanted in ("ref", "value", "day", "null", "{", "open.facts", '"text"'):
        assert shown(wanted, answers) == [], wanted


def test_what_was_let_go_is_never_found_whatever_the_file_still_holds() -> None:
    kept = {"rest.write.text": "the secret", "rest.write.length": "5 minutes"}
    assert shown("secret", kept) == ["the [secret]"]
    let_go = {**kept, "rest.write.length": "no timer"}
    assert shown("secret", let_go) == []
    assert found("secret", book(let_go, earlier={"rest.write.text": "an older secret"})) == []


def test_what_only_steers_the_workbook_is_no_answer() -> None:
    assert shown("short", {"open.start.route": "quick"}) == []
    assert shown("minutes", {"rest.write.length": "5 minutes"}) == []


def test_notes_and_answers_that_gave_way_are_found_too() -> None:
    among = book(
        {"open.facts.company": "Acme"},
        notes=("They wrote back: Acme again",),
        earlier={"open.facts.company": "Acme Ltd"},
    )
    assert [(hit.kind, hit.page) for hit in found("acme", among)] == [
        ("answer", "open.facts"),
        ("earlier", "open.facts"),
        ("note", ""),
    ]


def test_an_answer_whose_question_is_gone_is_still_found() -> None:
    assert shown("lantern", {"gone.page.field": {"a": "the lantern"}}) == ["a: the [lantern]"]


def test_hits_come_in_the_order_in_which_they_are_read() -> None:
    among = book({"rest.write.note": "Acme", "open.facts.company": "Acme"})
    assert [hit.ref for hit in found("acme", among)] == ["open.facts.company", "rest.write.note"]


PLACES = [place for place in GUIDE.fields.values() if place.field.kind_name != "summary"]


@given(st.data(), st.sampled_from(PLACES))
def test_whatever_is_read_is_found_by_any_of_its_words(data: st.DataObject, place: Any) -> None:
    """The sieve and the search lose nothing: any piece of an answer, as it is read, finds the answer."""
    value = data.draw(answers_for(place.field))
    among = book({place.ref: value})
    said = entry(place, state_of(among, TODAY))
    if said is None or place.ref in GUIDE.steering:
        return
    texts = [text for _, text in _parts(said, place) if text.strip()]
    if not texts:
        return
    text = clean(data.draw(st.sampled_from(texts)))
    start = data.draw(st.integers(0, len(text) - 1))
    wanted = text[start : data.draw(st.integers(start + 1, len(text)))].replace('"', " ")
    for typed in (wanted, wanted.upper(), wanted.swapcase()):
        if query(typed):
            assert [hit.ref for hit in found(typed, among)] == [place.ref]


@given(st.text(min_size=1, max_size=30), st.text(max_size=20), st.text(max_size=20))
def test_a_text_finds_itself_in_the_bytes_of_its_file(sought: str, before: str, after: str) -> None:
    for typed in (sought, sought.upper(), sought.casefold()):
        wanted = query(f'"{typed}"')
        if wanted and '"' not in sought and len(sought.split()) == 1:
            assert Search(wanted, [], TODAY).may_hold(encode_value({"value": clean(before + sought + after)}))
