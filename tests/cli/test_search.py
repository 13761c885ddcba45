"""`search`."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from workbook.cli import output, together
from workbook.cli.together import STRETCH, WORTH_IT, in_stretches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .conftest import Shelf, Shell

COMPANY, NOTE = "open.facts.company", "rest.write.note"


def test_hits_are_told_newest_first_with_the_question_and_the_words_marked(shell: Shell, shelf: Shelf) -> None:
    old = shelf.put({COMPANY: "Acme", NOTE: "The panel of Zürich nodded."}, completed=True)
    new = shelf.put({COMPANY: "ZURICH Re"})
    shelf.put({COMPANY: "Kestrel"})
    ran = shell("search", "zürich")
    assert (ran.status, ran.err) == (0, "workbook: 2 hits in 2 of 3 workbooks.\n")
    assert ran.out.splitlines() == [
        f"{new}  ZURICH Re  (last worked on 3 November 2026)",
        "  Who was it with?",
        "    **ZURICH** Re",
        "",
        f"{old}  Acme  (completed 2 November 2026)",
        "  Note",
        "    The panel of **Zürich** nodded.",
    ]
    assert shell("show", new[:12]).status == 0


def test_words_may_be_given_one_by_one_and_a_phrase_in_quotes(shell: Shell, shelf: Shelf) -> None:
    shelf.put({NOTE: "The panel nodded, then they wrote."})
    assert shell("search", "wrote", "panel").out
    assert shell("search", "wrote panel").out
    assert not shell("search", '"nodded panel"').out
    assert shell("search", '"panel nodded"').out


def test_the_json_says_where_in_the_text_it_was_found(shell: Shell, shelf: Shelf) -> None:
    kept = shelf.put({NOTE: "A day\nin Zürich"})
    assert shell("search", "--json", "zurich").json == {
        "text": "zurich",
        "workbooks": 1,
        "unread": [],
        "hits": [
            {
                "id": kept,
                "title": "Begun 2 November 2026",
                "state": "unfinished",
                "date": "2026-11-02",
                "kind": "answer",
                "ref": NOTE,
                "question": "Note",
                "text": "A day in Zürich",
                "marks": [[9, 15]],
            }
        ],
    }


def test_finding_nothing_is_said_and_is_no_error(shell: Shell, shelf: Shelf) -> None:
    ran = shell("search", "anything")
    assert (ran.status, ran.out, ran.err) == (0, "", "workbook: Nothing was found in 0 workbooks.\n")
    shelf.put({COMPANY: "Acme"})
    assert shell("search", "--json", "zebra").json["hits"] == []


def test_a_search_for_nothing_is_a_slip(shell: Shell) -> None:
    assert shell("search").status == 2
    ran = shell("search", '" "')
    assert ran.status == 2
    assert "no word to look for" in ran.err


def test_what_cannot_be_read_is_said(shell: Shell, shelf: Shelf) -> None:
    kept = shelf.put({COMPANY: "Acme"})
    shelf.put({COMPANY: "Acme too"})
    shelf.library.places.workbook(kept).write_bytes(b'{"workbook": acme')
    ran = shell("search", "acme")
    assert ran.out.count("**Acme**") == 1
    assert "1 workbook could not be read" in ran.err
    assert shell("search", "acme", "--json").json["unread"] == [kept]


def test_nothing_found_can_reach_the_terminal_as_an_instruction(
    shell: Shell, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.put({NOTE: "before \x1b[31mred\x1b[0m \x1b]0;title\x07 after"})
    assert "\x1b" not in shell("search", "red").out
    monkeypatch.setattr(output, "is_terminal", lambda stream: stream is sys.stdout)
    monkeypatch.setenv("TERM", "xterm")
    out = shell("search", "red").out
    assert out.count("\x1b") == 2
    assert "␛[31m\x1b[1;4mred\x1b[22;24m␛[0m" in out
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in shell("search", "red").out


# ------------------------------------------------------------------------------------------ a second process


def number(items: Sequence[int]) -> bytes:
    return b" ".join(str(item).encode() for item in items)


MANY = range(WORTH_IT + STRETCH // 2)
IN_ORDER = [number(MANY[start : start + STRETCH]) for start in range(0, len(MANY), STRETCH)]


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Split off a second process although the test runner may have threads: none of them does anything here."""
    monkeypatch.setattr(together, "_can_split", lambda: hasattr(os, "fork"))


@pytest.mark.usefixtures("alone")
def test_what_two_processes_do_comes_in_order() -> None:
    assert list(in_stretches(MANY, number)) == IN_ORDER


@pytest.mark.usefixtures("alone")
def test_where_the_second_one_ends_too_early_the_first_does_the_rest() -> None:
    parent = os.getpid()

    def fail(items: Sequence[int]) -> bytes:
        if os.getpid() != parent and items[0] > 5 * STRETCH:
            raise MemoryError
        return number(items)

    assert list(in_stretches(MANY, fail)) == IN_ORDER


@pytest.mark.usefixtures("alone")
def test_whoever_stops_listening_leaves_no_process_behind() -> None:
    made = in_stretches(MANY, number)
    assert next(made) == IN_ORDER[0]
    made.close()  # type: ignore[attr-defined]
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
