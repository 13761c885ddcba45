"""`workbook patterns`: its counts are those that anybody makes from the JSON export."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli import counting
from tests.samples import OTHER_GUIDE
from tests.samples.library import value_for
from workbook.guide.loader import load_guide
from workbook.library.changes import Changes
from workbook.library.library import Library
from workbook.paths import content_folder

if TYPE_CHECKING:
    from .conftest import Shell

SHIPPED = content_folder(None)
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def fill(folder: Path, content: Path, seed: int, count: int = 12) -> None:
    """Keep workbooks with answers that repeat themselves; three of four completed."""
    chance, guide = Random(seed), load_guide(content)
    clock = [NOW]
    library = Library(folder, clock=lambda: clock[0])
    for place in range(count):
        clock[0] = NOW - timedelta(days=3 * (count - place))
        answers = {ref: value_for(place_, guide, chance, NOW) for ref, place_ in guide.fields.items()}
        kept = {ref: value for ref, value in answers.items() if value is not None and chance.random() < 0.8}
        named: dict[str, Any] = {guide.manifest.name[1]: chance.choice(["Nurse", "nurse.", "Cook", "", "Night porter"])}
        with library.new(guide, kept | named) as workbook:
            if chance.random() < 0.75:
                workbook.save(Changes(completed=clock[0] + timedelta(hours=1)))


def of_kind(found: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [each for each in found["pictures"] if each["kind"] == kind]


@pytest.mark.parametrize("content", [SHIPPED, OTHER_GUIDE], ids=["shipped", "other"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_counts_are_those_made_from_the_json_export(shell: Shell, content: Path, seed: int) -> None:
    fill(shell.data, content, seed)
    export = counting.Export(shell("export", "--all").json)
    found = shell("patterns", "--json").json
    assert found["counted"] == len(export.done) > 2
    assert set(found["sentences"]) == counting.sentences(export)
    rated = {
        each["ref"]: {book["id"]: (book["said"]["before"], book["said"]["after"]) for book in each["workbooks"]}
        for each in of_kind(found, "ratings")
    }
    assert rated == counting.ratings(export)
    listed = {each["ref"]: each["counts"] for each in of_kind(found, "checklists")}
    assert listed == counting.checklists(export)
    for kind in ("how_far", "feelings"):
        assert {each["ref"]: each["counts"] for each in of_kind(found, kind)} == counting.named(export, kind)
    assert of_kind(found, "feelings")


def test_it_reads_as_sentences_and_figures(shell: Shell) -> None:
    fill(shell.data, SHIPPED, 1)
    ran = shell("patterns")
    assert ran.status == 0
    assert ran.out.startswith("Counted: ")
    assert "How is your mood at this moment? (Where you are now)\n  2026-" in ran.out
    assert ": before " in ran.out
    assert "  I gave enough real examples of what they were looking for: yes " in ran.out
    assert ran.err == ""


def test_one_workbook_shows_no_pattern(shell: Shell) -> None:
    assert "There are none yet." in shell("patterns").out
    fill(shell.data, SHIPPED, 1, count=1)
    assert "There is one so far." in shell("patterns").out
    assert shell("patterns", "--json").json["sentences"] == []


def test_workbooks_that_cannot_be_read_are_told_and_the_others_counted(shell: Shell) -> None:
    fill(shell.data, SHIPPED, 1)
    before = shell("patterns", "--json").json
    lost = before["pictures"][0]["workbooks"][0]["id"]
    library = Library(shell.data)
    digest = library.read(lost).guide.digest
    (library.places.guides / f"{digest}.json").write_text("{}", "utf-8")
    ran = shell("patterns")
    assert ran.status == 0
    assert f"{before['counted']} completed workbooks could not be read and are not counted." in ran.err
