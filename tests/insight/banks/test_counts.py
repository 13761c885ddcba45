"""Counts are right against a count made from the JSON export, by other code, of a library that lies on a disk."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from tests.samples.library import fill
from workbook.insight.banks.questions import joined
from workbook.insight.banks.shelves import gathered
from workbook.library.books import books
from workbook.library.changes import Changes
from workbook.library.marks import mark_key
from workbook.library.moving import export

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.library.library import Library


def exported(library: Library) -> list[dict[str, Any]]:
    """Every workbook as the JSON export has it."""
    data = json.loads(json.dumps(export(library, library.ids())))
    found: list[dict[str, Any]] = data["workbooks"]
    return found


def answer(workbook: dict[str, Any], ref: str) -> Any:
    return workbook["answers"].get(ref, {}).get("value") or []


def plain(text: str) -> str:
    """The words of a question, for one way of putting them together."""
    return re.sub(r"[^a-z ]", "", text.lower())


def test_questions_are_met_in_as_many_workbooks_as_the_export_says(tmp_path: Path) -> None:
    library = fill(tmp_path / "data", 40)
    met: dict[str, set[str]] = {}
    for workbook in exported(library):
        for row in answer(workbook, "evaluate.questions.items"):
            met.setdefault(plain(row["question"]), set()).add(workbook["id"])
    for wording in met:  # say of all that read alike that they are one, as a person would
        found = gathered(books(library, library.entries())).questions
        alike = [question for question in found if plain(question.text) == wording]
        for number, (place, name) in enumerate(joined(alike, f"name {wording[:6]}").items()):
            assert number < 500
            with library.open(place[0]) as workbook_open:
                workbook_open.save(Changes(marks={mark_key("same", *place[1:]): name}))
    said = {plain(question.text): question for question in gathered(books(library, library.entries())).questions}
    assert {wording: question.workbooks for wording, question in said.items()} == {
        wording: len(ids) for wording, ids in met.items()
    }
    for wording, ids in met.items():
        assert said[wording].said == (f"met in {len(ids)} workbooks" if len(ids) > 1 else "")


def test_shelves_hold_as_much_as_the_export(tmp_path: Path) -> None:
    library = fill(tmp_path / "data", 40)
    counted: Counter[str] = Counter()
    for workbook in exported(library):
        counted["strengths"] += sum(bool(row["strength"]) for row in answer(workbook, "refine.offer.strengths"))
        counted["contacts"] += sum(bool(row["name"]) for row in answer(workbook, "refine.door.contacts"))
        counted["ask"] += bool(answer(workbook, "refine.want.ask_them"))
        counted["research"] += bool(answer(workbook, "evaluate.questions.research"))
        counted["plans"] += sum(bool(row["thing"]) for row in answer(workbook, "evaluate.two.picks"))
        counted["plans"] += bool(answer(workbook, "refine.next.snag"))
        counted["candidates"] += len(answer(workbook, "evaluate.worked.items"))
        counted["candidates"] += len(answer(workbook, "accept.invited.why_invited"))
        counted["candidates"] += len(str(answer(workbook, "evaluate.feedback.good") or "").splitlines())
        counted["kind"] += bool(answer(workbook, "feel.kind.friend")) + bool(
            answer(workbook, "celebrate.welldone.note")
        )
    shelves = gathered(books(library, library.entries()))
    assert {bank: len(getattr(shelves, bank)) for bank in counted} == dict(counted)
    words = {row["word"].casefold() for w in exported(library) for row in answer(w, "refine.words.keywords")}
    assert len(shelves.words) == len(words)
    assert shelves.workbooks == 40
