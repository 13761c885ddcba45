"""Earlier answers inside later text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbook.flow.piping import Piece, fill, pieces, pipes

from .states import AROUND, day, state


@pytest.mark.parametrize(
    ("answer", "filled"),
    [
        (None, "At the employer."),
        ("", "At the employer."),
        (" \n ", "At the employer."),
        ("  Acme \n & Co  ", "At Acme & Co."),
        ("a\r\nb\u2028c", "At a b c."),
        ("no", "At no."),
        ("0", "At 0."),
        ("{{open.facts.want|x}} **b** {{", "At {{open.facts.want|x}} **b** {{."),
    ],
)
def test_a_pipe_says_the_answer_or_its_fallback(answer: str | None, filled: str) -> None:
    here = state({} if answer is None else {"open.facts.company": answer})
    assert fill("At {{open.facts.company|the employer}}.", here) == filled


def test_zero_is_an_answer() -> None:
    assert fill("{{open.facts.want|nothing}}", state({"open.facts.want": 0})) == "0"


def test_a_choice_is_said_by_its_label_and_a_day_in_words() -> None:
    here = state({"look.ask.status": "ask", "look.ask.send": day("2026-11-27")})
    assert fill("{{look.ask.status|?}} {{look.ask.send|?}}", here) == "I would like to ask 27 November 2026"


def test_the_persons_name_is_piped_from_outside_the_workbook() -> None:
    assert fill("{{person.name|Me}}", state()) == "Sam"
    assert fill("{{person.name|Me}}", state(around=replace(AROUND, person=" "))) == "Me"


def test_pieces_tell_the_persons_words_from_the_guides() -> None:
    template = "From {{open.facts.company|them}} to {{open.facts.next|some day}}."
    assert pieces(template, state({"open.facts.company": "*A*"})) == (
        Piece("From ", piped=False),
        Piece("*A*", piped=True),
        Piece(" to ", piped=False),
        Piece("some day", piped=False),
        Piece(".", piped=False),
    )


def test_pipes_are_found_with_their_place() -> None:
    (pipe,) = pipes("a {{ x.y.z | the {one} }} b")
    assert (pipe.path, pipe.fallback, pipe.start, pipe.end) == ("x.y.z", "the {one}", 2, 26 - 1)


def test_a_pipe_without_fallback_or_field_says_nothing_rather_than_itself() -> None:
    assert fill("a{{open.facts.company}}b{{gone.page.field|}}c", state()) == "abc"
