"""The words themselves: plain, short, warm, with nothing that judges, cheers or labels."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest

from tests.content.reading import grade, syllables, word_count
from tests.content.wording import SENTENCES, Words, sentences_of, split, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbook.guide.model import Guide

MOST_WORDS = 20
"""The longest sentence, in words."""
HARDEST_GRADE = 6.0

BANNED = (
    "at least",
    "everything happens for a reason",
    "meant to be",
    "just stay positive",
    "stay positive",
    "cheer up",
    "good vibes",
    "keep smiling",
    "look on the bright side",
    "you should",
    "failed",
    "failure",
    "overcome",
    "journey",
    "warrior",
    "rockstar",
    "you've got this",
)
"""Forced cheer, fate and blame."""

PRAISE_AND_GUILT = (
    "congratulations",
    "good job",
    "great job",
    "nice work",
    "amazing",
    "awesome",
    "you seem",
    "overdue",
    "you haven't",
    "you still need to",
    "must",
    "streak",
    "score",
)
"""What rates the person, guesses at them or presses them."""

CLINICAL = ("depress", "diagnos", "at risk", "disorder", "symptom", "therapist")
"""Labels that are for a clinician to use; held as parts of words."""

ALLOWED = {"Must have", "must"}
"""What someone wants from a job, and the id of that list."""


def found(phrases: Iterable[str], texts: Iterable[Words]) -> list[tuple[str, str]]:
    """Where a banned phrase stands as whole words, whatever its case and apostrophes."""
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b", re.IGNORECASE)
    return [(words.where, words.text) for words in texts if pattern.search(words.text.replace("’", "'"))]


def test_no_banned_phrase(guide: Guide) -> None:
    assert found(BANNED, words_of(guide)) == []


def test_no_praise_and_no_guilt(guide: Guide) -> None:
    assert found(PRAISE_AND_GUILT, (words for words in words_of(guide) if words.text not in ALLOWED)) == []


def test_no_clinical_labels(guide: Guide) -> None:
    texts = [(words.where, words.text) for words in words_of(guide)]
    assert [text for text in texts if any(label in text[1].lower() for label in CLINICAL)] == []


@pytest.mark.parametrize("text", ["At least you got an interview.", "YOU’VE GOT THIS", "a failure."])
def test_a_banned_phrase_is_found_whatever_its_case_and_apostrophe(text: str) -> None:
    assert found(BANNED, [Words("", "", text)])


def test_a_banned_phrase_is_not_found_inside_other_words() -> None:
    assert found(BANNED, [Words("", "", "that leaster journeyman")]) == []


def test_no_exclamation_marks(guide: Guide) -> None:
    assert [(words.where, words.text) for words in words_of(guide) if "!" in words.text] == []


def test_no_emoji_and_no_pictures(guide: Guide) -> None:
    def pictured(text: str) -> bool:
        return any(ord(sign) > 0xFFFF or unicodedata.category(sign) in {"So", "Co", "Cn", "Cf"} for sign in text)

    assert [(words.where, words.text) for words in words_of(guide) if pictured(words.text)] == []


def test_no_sentence_is_too_long(guide: Guide) -> None:
    long = [
        (word_count(words.text), words.where, words.text)
        for words in sentences_of(guide)
        if word_count(words.text) > MOST_WORDS
    ]
    assert long == []


def test_the_whole_of_it_reads_easily(guide: Guide) -> None:
    sentences = [words.text for words in sentences_of(guide) if words.key in SENTENCES]
    assert len(sentences) > 300
    assert grade(sentences) <= HARDEST_GRADE


def test_each_part_reads_easily(guide: Guide) -> None:
    for part in guide.parts:
        assert grade([words.text for words in sentences_of(part)]) <= HARDEST_GRADE, part.id


def test_the_grade_tells_plain_words_from_heavy_ones() -> None:
    assert grade(["You got a no.", "It can hurt."]) < 2
    heavy = "Organisational representatives evaluate individual applicants utilising multidimensional criteria."
    assert grade([heavy]) > 12
    assert [syllables(word) for word in ("no", "time", "table", "interview", "disappointed")] == [
        1,
        1,
        2,
        3,
        4,
    ]


def test_sentences_are_split_at_stops_paragraphs_and_list_items() -> None:
    text = "One is here. Two is\nhere too?\n\nThree\n\n- four\n- five … Six"
    assert split(text) == ["One is here.", "Two is here too?", "Three", "four", "five …", "Six"]
