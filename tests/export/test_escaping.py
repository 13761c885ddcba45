"""Words in Markdown mean exactly the words that were typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.export.escaping import cell, heading, inline, item, paragraphs
from workbook.flow.plain import clean

from .rendering import blocks, text

AWKWARD = (
    "# no heading",
    "C#",
    "C #",
    "###",
    "- no item",
    "+ nor this",
    "* nor this",
    "1. nor this",
    "12) nor this",
    "3.5 hours",
    "-5 degrees",
    "---",
    "===",
    "> no quote",
    "**not bold** and *not this*, _nor_ __this__ ~~nor this~~",
    "a_word_with_more and _ alone",
    "[sad] and [/b] and [a](b) and ![a](b) and [x]: y",
    "<b>not bold</b> <!-- words --> <script>x</script> a < b > c",
    "&amp; &#35; R&D AT&T; &copy",
    "`not code` ```nor this``` ~~~",
    "C:\\new\\* and a \\ at the end\\",
    "    not code",
    "\tnot code",
    "a | b\n--- | ---\n1 | 2",
    "a \\| b",
    "heading\n===\nheading\n---",
    "one\ntwo  \nthree\\\nfour",
    "one\n\n\n\ntwo\n\n\nthree",
    "one\n   \ntwo",
    "https://example.org/a_b_c?d=*e*&lt=1",
    "someone_else@example.org",
    "$x$ and $$y$$ {{open.interview.role|that}}",
    "\u202eright to left\u202c \u05e9\u05dc\u05d5\u05dd e\u0301 \U0001f469\u200d\U0001f4bb \u8a9e",
    "\u00a0kept\u3000",
    "\x1b[31mred\x1b[0m\x00\x07\x9b",
    "half \ud800 a pair",
)

LINES = st.text(st.sampled_from("ab1 \t\n\\`*_[]()<>&#;+-=.!|~$:\u00a0\u2003\u2028\x1b\"'")) | st.text()


def within(words: str) -> str:
    """What is left of words when empty lines around them are taken away."""
    return clean(words).strip("\n")


@pytest.mark.parametrize("words", AWKWARD)
def test_paragraphs_say_what_was_typed(words: str) -> None:
    assert text(paragraphs(words)) == within(words)


@given(LINES)
def test_paragraphs_say_whatever_was_typed(words: str) -> None:
    assert text(paragraphs(words)) == within(words)


@pytest.mark.parametrize("words", AWKWARD)
def test_an_item_is_one_item_and_says_what_was_typed(words: str) -> None:
    found = blocks(item(words))
    assert {tag for tag, _ in found} == {"li"}
    assert "\n\n".join(said for _, said in found) == within(words)


@given(LINES.filter(str.strip))
def test_a_cell_says_whatever_was_typed(words: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| {cell(words)} | {cell('end')} |"
    assert blocks(table)[2:] == [("td", clean(words).strip()), ("td", "end")]


@given(LINES.filter(lambda words: bool(clean(words).strip())))
def test_a_heading_and_bold_say_whatever_was_typed_on_one_line(words: str) -> None:
    said = clean(words).replace("\n", " ").strip()
    assert blocks(heading(2, words)) == [("h2", said)]
    assert blocks(f"**{inline(words)}**") == [("p", said)]


def test_plain_words_stay_as_plain_as_they_were() -> None:
    words = 'I said "no, thanks" (R & D), it\'s 3.5% of a_b - fine! 5 < 6: #1.'
    assert paragraphs(words) == words
