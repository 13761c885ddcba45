"""The words around what was found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbook.flow.folding import find, folded
from workbook.insight.excerpt import Passage, excerpt


def shown(text: str, needle: str, before: int = 12, after: int = 12, lead: str = "") -> str:
    made = excerpt([Passage(lead, text, tuple(find(needle, text)))], before, after)
    return "".join(f"[{piece}]" if is_sought else piece for piece, is_sought in made.pieces())


def test_a_short_answer_is_shown_whole() -> None:
    assert shown("We met Zoë twice.", "zoe") == "We met [Zoë] twice."


def test_a_long_one_is_cut_between_words_on_both_sides() -> None:
    text = "It rained all morning and the panel was late, which nobody said a word about at all."
    assert shown(text, "late") == "…panel was [late], which…"


def test_lines_become_one_and_every_find_in_it_is_marked() -> None:
    assert shown("a cat\na dog\n\na cat", "cat", 40, 40) == "a [cat] a dog  a [cat]"


def test_what_stands_before_an_answer_is_never_marked() -> None:
    assert shown("yes", "yes", lead="Said yes: ") == "Said yes: [yes]"


def test_several_passages_follow_one_another() -> None:
    passages = [Passage("", "one cat", ((4, 7),)), Passage("Why: ", "a dog", ((2, 5),))]
    made = excerpt(passages, 20, 20)
    assert made.text == "one cat … Why: a dog"
    assert [made.text[start:end] for start, end in made.marks] == ["cat", "dog"]


@given(st.text(max_size=80), st.text(min_size=1, max_size=8), st.text(max_size=80), st.integers(0, 30))
def test_what_is_marked_is_what_was_looked_for(before: str, needle: str, after: str, room: int) -> None:
    text = before + needle + after
    spans = tuple(find(needle, text))
    if spans:
        made = excerpt([Passage("", text, spans)], room, room)
        assert made.marks
        assert "".join(piece for piece, _ in made.pieces()) == made.text
        start, end = made.marks[0]
        assert folded(needle).strip() in folded(made.text[start:end])
