"""Pipes: closed braces, a fallback, an answer that was asked before, and only where texts can pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.guide.mistakes import Mistake, assert_told, copy_of_sample, exchange, named
from workbook.guide.loader import load_guide
from workbook.guide.problems import GuideError

if TYPE_CHECKING:
    from pathlib import Path

STREET = "{{begin.flat.street|that street}}"
LETTER = "          Hello {{look.ask.people.0.who|there}},\n"

MISTAKES = {
    "no fallback": Mistake(
        "settle.yaml",
        STREET,
        "{{begin.flat.street}}",
        "{{",
        "`{{begin.flat.street}}` has no fallback; write `{{begin.flat.street|words for when it is blank}}`",
    ),
    "empty fallback": Mistake(
        "settle.yaml", STREET, "{{begin.flat.street| }}", "{{", "The fallback of `begin.flat.street` is empty"
    ),
    "no such field": Mistake(
        "settle.yaml", STREET, "{{begin.flat.steet|x}}", "{{", "did you mean `begin.flat.street`?"
    ),
    "later field": Mistake("settle.yaml", STREET, "{{end.now.step|x}}", "{{", "comes later than this"),
    "field of the same page above it": Mistake(
        "settle.yaml", STREET, "{{settle.words.loudest|x}}", "{{", "is asked on this page, but not before this"
    ),
    "later field in a label": Mistake(
        "settle.yaml", "label: Which is loudest?", 'label: "{{settle.words.carry|x}}?"', "{{", "asked on this page"
    ),
    "pipe to itself": Mistake(
        "settle.yaml", "label: A plan for it", 'label: "{{settle.rest.plan|x}}?"', "{{", "refers to itself"
    ),
    "not closed": Mistake("settle.yaml", STREET, "{{begin.flat.street|x", "{{", "This `{{` is not closed"),
    "closed with one brace": Mistake("settle.yaml", STREET, "{{begin.flat.street|x}", "{{", "is not closed"),
    "never opened": Mistake("settle.yaml", STREET, "begin.flat.street|x}}", "}}", "This `}}` closes nothing"),
    "single braces": Mistake("settle.yaml", STREET, "{begin.flat.street|x}", "{", "A pipe has two braces on each side"),
    "opened twice": Mistake(
        "settle.yaml", STREET, "{{begin.flat {{begin.flat.street|x}}", "{{", "This `{{` is not closed"
    ),
    "misspelt person": Mistake(
        "look.yaml",
        "{{person.name|}}",
        "{{person.nme|Sam}}",
        "{{",
        "There is no `person.nme`; did you mean `person.name`?",
    ),
    "inside a block": Mistake(
        "look.yaml",
        LETTER,
        LETTER + "\n          I saw {{begin.flat.strat|it}} there.\n",
        "{{begin",
        "no field `begin.flat.strat`",
    ),
    "second of two": Mistake(
        "look.yaml",
        LETTER,
        LETTER + "          I saw {{look.ask.people.0.hwo|you}} there.\n",
        "{{look.ask.people.0.hwo",
        "has no column `hwo`; did you mean `who`?",
    ),
    "summary": Mistake("closing.yaml", "{{look.next_time.thing|", "{{look.next_time.noticed|", "{{", "is a summary"),
    "where nothing is piped": Mistake(
        "opening.yaml",
        "low: not much",
        'low: "{{begin.flat.street|x}}"',
        "{{",
        "Answers cannot be piped into this text",
    ),
}


@pytest.mark.parametrize("mistake", named(MISTAKES))
def test_a_pipe_that_cannot_be_filled_is_told_where_it_opens(mistake: Mistake, tmp_path: Path) -> None:
    assert_told(mistake, tmp_path)


def test_the_name_of_the_person_needs_no_fallback_and_is_asked_nowhere(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    exchange(folder / "settle.yaml", STREET, "{{person.name|}}")
    load_guide(folder)


def test_a_pipe_in_a_folded_text_is_told_on_its_own_line(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    exchange(
        folder / "closing.yaml",
        "    minutes: 0.5\n",
        "    minutes: 0.5\n    body: >-\n      One line, and\n\n      then {{begin.flat.street|x}} and\n"
        "      {{begin.flat.stret|it}} too.\n",
    )
    with pytest.raises(GuideError, match=r"closing\.yaml:12:7: There is no field `begin\.flat\.stret`"):
        load_guide(folder)
