"""The CSV: a row for each thing to read, and no cell that a spreadsheet could take for a formula."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.flow.states import state
from workbook.export.csv_rows import HEAD, csv_text, marked, rows, safe
from workbook.export.outgoing import Written
from workbook.flow.document import document
from workbook.flow.plain import clean

from .test_escaping import AWKWARD
from .test_markdown import ANSWERS, FACTS, NOTES

DONE = datetime(2026, 11, 22, 10, tzinfo=UTC)
CHANGED = {ref: datetime(2026, 11, 21, 9, 30, tzinfo=UTC) for ref in ANSWERS}
WRITTEN = Written("20261120-aaaaaa", FACTS, "en", document(state(ANSWERS), NOTES), DONE, CHANGED)

FORMULAS = (
    "=1+1",
    "+1",
    "-5",
    "-5 degrees",
    "- a line of a list",
    "@SUM(A1)",
    '=HYPERLINK("http://example.org","x")',
    "=cmd|' /C calc'!A0",
    " =1+1",
    "\t=1",
    "\r=1",
    "\n=1",
    "\u00a0\u2003=1",
    "\ufeff=1",
    "\u200b=1",
    '"=1"',
    "'=1",
    "''\"=1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20SUM(A1)",
    "\u22121",
    "|x",
    "%0A",
    "\tx",
)
WORDS = st.text(st.sampled_from("=+-@|%ab1 \t\n\r\"',;\uff1d\ufeff\u200b\u00a0")) | st.text()
AT_START = re.compile(r"[=+\-@\t\r\n|%\u2212\uff0b\uff0d\uff1d\uff20]")


def read(text: str) -> list[list[str]]:
    """The cells, read as RFC 4180 says."""
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("text", FORMULAS)
def test_what_could_be_a_formula_begins_with_an_apostrophe(text: str) -> None:
    assert safe(text) == f"'{clean(text)}"


@pytest.mark.parametrize("text", ["", "yes", "5 to 9", "a = b", "x@example.org", "'quoted'", "(-1)", "1-2", "…"])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert safe(text) == text


@given(WORDS)
def test_no_cell_begins_like_a_formula_whatever_stands_before_it(text: str) -> None:
    made = safe(text)
    assert not AT_START.match(made)
    assert not AT_START.match(made.strip()) or made.startswith("'")
    assert made.startswith("'") or not AT_START.match(made.strip(" \t\n\r\"'\ufeff\u200b\u00a0"))


@given(WORDS)
def test_taking_the_apostrophe_away_gives_back_what_was_written(text: str) -> None:
    made = safe(text)
    added = made.startswith("'") and safe(made[1:]) == made
    assert (made[1:] if added else made) == clean(text)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1))
def test_another_reader_gets_every_cell_and_every_line_end(table: list[tuple[str, str]]) -> None:
    text = csv_text(table)
    assert read(text) == [[safe(cell) for cell in row] for row in table]
    assert text.endswith('"\r\n')


@pytest.mark.parametrize("text", [*AWKWARD, *FORMULAS])
def test_awkward_words_come_back_from_every_place_they_can_stand_in(text: str) -> None:
    answers = {
        "open.facts.company": text,
        "look.words.words": [text],
        "look.walk.moments": [{"moment": "m", "happened": text}],
        "look.room.room": {"rows": {}, "own": [{"text": text, "choice": text}]},
        "rest.plan.plan": {"if": text, "then": text},
    }
    one = Written("20261120-aaaaaa", FACTS, "en", document(state(answers)), None, {})
    found = read(csv_text(rows(one)))
    assert not any(AT_START.match(cell) for row in found for cell in row)
    said = {safe(text), safe(text.strip())}
    assert {row[9] for row in found if row[8] in said} == set(answers)


def test_there_is_a_row_for_each_thing_that_can_be_read_by_itself() -> None:
    made = [dict(zip(HEAD, row, strict=True)) for row in rows(WRITTEN)]
    short = [(each["ref"], each["row"], each["item"], each["answer"]) for each in made]
    assert short == [
        ("open.facts.company", "", "", "Acme [b]"),
        ("open.facts.news", "", "", "10 November 2026"),
        ("open.facts.next", "", "", "maybe June"),
        ("open.facts.mood", "", "", "0"),
        ("look.words.words", "", "", "rather low"),
        ("look.words.words", "", "", "1. wist\nful"),
        ("look.walk.moments", "1", "Moment", "a | b\nc"),
        ("look.walk.moments", "1", "What happened", "*x*"),
        ("look.walk.moments", "2", "Moment", "the goodbye"),
        ("look.walk.moments", "2", "How it went", "hard"),
        ("look.room.room", "", "My voice and face matched.", "partly"),
        ("look.room.room", "", "I gave my best.", "yes"),
        ("look.room.room", "", "mine", ""),
        ("look.ask.email", "", "Subject", "S"),
        ("look.ask.email", "", "Body", "Hello,\n\nbye"),
        ("rest.write.text", "", "", "a secret"),
        ("rest.plan.plan", "", "If", "it comes"),
        ("rest.plan.plan", "", "then", "I breathe"),
        ("end.now.mood", "", "", "7"),
        ("gone.away.now", "", "", "still here"),
        ("", "", "", "They rang\n# back"),
    ]


def test_each_row_says_where_it_stands_and_when_it_was_written() -> None:
    first, *_, last = (dict(zip(HEAD, row, strict=True)) for row in rows(WRITTEN))
    assert first == {
        "workbook": "20261120-aaaaaa",
        "title": FACTS.title,
        "completed": "2026-11-22T10:00:00+00:00",
        "part": "Start here",
        "page": "Facts",
        "question": "Who was it with?",
        "row": "",
        "item": "",
        "answer": "Acme [b]",
        "ref": "open.facts.company",
        "changed": "2026-11-21T09:30:00+00:00",
    }
    assert (last["part"], last["changed"]) == ("Added later", NOTES[0].at.isoformat())


def test_a_file_begins_with_its_mark_and_only_once() -> None:
    assert "".join(marked(iter(["a", "b"]))) == "\ufeffab"
    assert list(marked(iter([]))) == []
