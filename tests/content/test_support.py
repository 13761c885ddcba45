"""People to talk to: the numbers, and when they are offered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.content.wording import words_of
from workbook.guide.model import Condition, Scale, Support

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.guide.model import Guide

EMERGENCY = {
    "US, Canada": "911",
    "UK, Ireland": "999 or 112",
    "EU and many other countries": "112",
    "Australia": "000",
    "New Zealand": "111",
}
LINES = {
    "988 Suicide & Crisis Lifeline": ("988",),
    "9-8-8 Suicide Crisis Helpline": ("988",),
    "Samaritans": ("116 123", "jo@samaritans.org"),
    "NHS 111": ("111",),
    "Lifeline": ("13 11 14", "0477 13 11 14"),
    "1737": ("1737",),
    "Tele-MANAS": ("14416", "1-800-891-4416"),
}
"""Every number and address, so that none is changed by a slip of the hand."""

REACHES = re.compile(r"[\w.]+@[\w.]+\w|\d[\d -]*\d")


@pytest.fixture(scope="module")
def support(guide: Guide) -> Support:
    """Take the people to talk to from the guide."""
    assert guide.support is not None
    return guide.support


def test_the_emergency_numbers_are_these(support: Support) -> None:
    assert {number.where: number.call for number in support.emergency.numbers} == EMERGENCY


def test_the_lines_are_reached_like_this(support: Support) -> None:
    assert {line.name: tuple(REACHES.findall(line.how)) for line in support.lines} == LINES


def test_every_line_says_when_it_was_checked_or_that_it_was_not(content: Path) -> None:
    data = yaml.load((content / "support.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    for line in data["lines"]:
        assert "checked" in line, line["name"]
        assert re.fullmatch(r"null|\d{4}-\d{2}-\d{2}", line["checked"]), line["name"]


def test_a_directory_stands_beside_the_lines_and_the_page_says_numbers_change(support: Support) -> None:
    assert support.directory
    assert "Numbers change" in support.foot


def test_a_low_mood_offers_three_equal_answers(support: Support) -> None:
    assert support.low_mood_choices == ("Carry on", "Stop for today", "Show me who I can talk to")
    assert support.low_mood_card


def test_every_mood_scale_and_nothing_else_offers_people_to_talk_to(guide: Guide) -> None:
    moods = {
        place.ref: place.page.support_when
        for place in guide.fields.values()
        if isinstance(place.field, Scale) and place.field.id == "mood"
    }
    assert moods == {ref: Condition(field=ref, at_most=2) for ref in moods}
    offering = {ref for ref, (_, page) in guide.pages.items() if page.support_when}
    assert offering == {ref.rpartition(".")[0] for ref in moods} == {"open.now", "feel.check", "close.now"}


def test_hopelessness_is_answered_with_the_way_to_someone(guide: Guide) -> None:
    notes = guide.pages["feel.name"][1].notes
    answer = [note.text for note in notes if note.when == Condition(field="feel.name.words", has="hopeless")]
    assert len(answer) == 1
    assert "F4" in answer[0]


def test_no_page_names_a_key_that_the_app_does_not_have(guide: Guide) -> None:
    keys = {key for words in words_of(guide) for key in re.findall(r"\bF\d+\b", words.text)}
    assert keys == {"F1", "F2", "F4", "F8"}


def test_the_first_page_says_what_happens_to_the_answers_before_it_asks(guide: Guide) -> None:
    body = " ".join(guide.pages["open.welcome"][1].body.split())
    for promise in (
        "Every question can be skipped.",
        "saved as you type, in a file on this computer only",
        "Nothing is sent anywhere.",
        "This is not therapy or medical advice, and it cannot tell how you are.",
    ):
        assert promise in body


def test_the_first_page_says_of_the_lock_what_is_true(guide: Guide) -> None:
    assert [(note.when, note.text) for note in guide.pages["open.welcome"][1].notes] == [
        (
            Condition(fact="answers_locked", is_=0),
            "The file is not encrypted, so anyone who can open your account can read it.",
        ),
        (Condition(fact="answers_locked", is_=1), "Your answers are locked with your passphrase."),
    ]
