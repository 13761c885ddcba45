"""Finding words whatever their accents and case."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.flow.folding import find, fold, folded


@pytest.mark.parametrize(
    ("needle", "text", "found"),
    [
        ("resume", "My Résumé was short", ["Résumé"]),
        ("RÉSUMÉ", "my resume", ["resume"]),
        ("strasse", "In der Bahnhofstraße", ["straße"]),
        ("s", "ß", ["ß"]),
        ("cafe", "the cafe\u0301 at noon", ["cafe\u0301"]),
        ("lodz", "Łódź", ["Łódź"]),
        ("don't", "I don’t know", ["don’t"]),
        ("two lines", "two\nlines", ["two\nlines"]),
        ("istanbul", "İstanbul and Istanbul", ["İstanbul", "Istanbul"]),
        ("office", "the oﬃce", ["oﬃce"]),
        ("aa", "aaaa", ["aa", "aa"]),
        ("σ", "ΟΔΟΣ", ["Σ"]),
    ],
)
def test_a_word_is_found_however_it_is_written(needle: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find(needle, text)] == found


def test_every_character_folds_alike_in_capitals_and_small_letters_whole_and_taken_apart() -> None:
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if unicodedata.category(char) in ("Cs", "Cn", "Co"):
            continue  # half a pair; no character yet; nobody's but a font's. Nine in ten, and none has a case
        ways = {char.upper(), char.lower(), char.title(), char.casefold(), folded(char)}
        ways.update(unicodedata.normalize(form, char) for form in ("NFC", "NFD", "NFKC", "NFKD"))
        assert {folded(way) for way in ways} == {folded(char)}, hex(code)


@pytest.mark.parametrize("needle", ["", " ", "\u0301", "\n\t"])
def test_nothing_to_look_for_finds_nothing(needle: str) -> None:
    assert find(needle, "any words at\u0301 all") == []


@given(st.text(), st.text())
def test_spans_lie_in_order_inside_the_text_and_hold_what_was_sought(needle: str, text: str) -> None:
    last = 0
    for start, end in find(needle, text):
        assert last <= start < end <= len(text)
        assert folded(needle) in folded(text[start:end])
        last = end


@given(st.text())
def test_each_folded_character_knows_where_it_comes_from(text: str) -> None:
    whole, offsets = fold(text)
    assert len(offsets) == len(whole) + 1
    assert list(offsets) == sorted(offsets)
    assert offsets[len(whole)] == len(text)


@given(st.text(min_size=1), st.text(), st.text())
def test_what_stands_in_a_text_is_found_in_any_case(word: str, before: str, after: str) -> None:
    whole = before + word + after
    if folded(word).strip():
        assert find(word.casefold(), whole)
        assert find(word, whole.swapcase().swapcase())
