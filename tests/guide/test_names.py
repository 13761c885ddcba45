"""What is marked as holding names of other people can be left out, so it can name no workbook, nor be nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.guide.mistakes import Mistake, assert_told, copy_of_sample, exchange, named, problems_of
from workbook.guide.loader import load_guide
from workbook.guide.model import Table

if TYPE_CHECKING:
    from pathlib import Path

MISTAKES = {
    "a summary holds nothing": Mistake(
        "look.yaml",
        "label: From your answers",
        "label: From your answers\n        names: true",
        "names",
        "A summary holds nothing itself",
    ),
    "private writing names a workbook": Mistake(
        "workbook.yaml",
        "name: [begin.flat.street, begin.flat.area]",
        "name: [begin.flat.street, settle.write.text]",
        "settle.write.text",
        "cannot name a workbook",
    ),
    "a name that is neither yes nor no": Mistake(
        "look.yaml", "- {id: who, label: Name}", "- {id: who, label: Name, names: who}", "who}", "true"
    ),
}


@pytest.mark.parametrize("mistake", named(MISTAKES))
def test_a_mistake_is_told_where_it_is(mistake: Mistake, tmp_path: Path) -> None:
    assert_told(mistake, tmp_path)


@pytest.mark.parametrize(
    ("file", "old", "new", "ref"),
    [
        ("opening.yaml", "label: Which part of town?", "names: true, label: Which part of town?", "begin.flat.area"),
        ("look.yaml", "- {id: who, label: Name}", "- {id: who, label: Name, names: true}", "look.ask.people.0.who"),
    ],
)
def test_a_name_of_somebody_else_cannot_name_a_workbook(
    tmp_path: Path, file: str, old: str, new: str, ref: str
) -> None:
    folder = copy_of_sample(tmp_path)
    exchange(folder / file, old, new)
    exchange(folder / "workbook.yaml", "name: [begin.flat.street, begin.flat.area]", f"name: [{ref}]")
    (problem,) = problems_of(folder)
    assert f"`{ref}` can be left out of what is shared" in problem.message


def test_a_field_and_a_column_can_be_marked(tmp_path: Path) -> None:
    folder = copy_of_sample(tmp_path)
    exchange(folder / "look.yaml", "- {id: who, label: Name}", "- {id: who, label: Name, names: true}")
    exchange(folder / "opening.yaml", "next_viewing, kind: date,", "next_viewing, kind: date, names: true,")
    guide = load_guide(folder)
    people = guide.fields["look.ask.people"].field
    assert isinstance(people, Table)
    assert [column.names for column in people.columns][:2] == [True, False]
    assert guide.fields["begin.flat.next_viewing"].field.names
