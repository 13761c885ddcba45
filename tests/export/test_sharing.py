"""What goes out when private writing, or other people's names, are to stay out."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.flow.sample_guide import GUIDE
from workbook.export.sharing import EVERYTHING, TO_SHARE, Leaving, Sharing, name_marks
from workbook.guide.model import Column, Guide, Page, Part, Table, Text

PEOPLE = Table(
    id="people",
    label="People",
    columns=(Column(id="who", label="Who", names=True), Column(id="state", label="State")),
)
WHO = Text(id="who", label="Who could help?", names=True)
NAMED: Guide = msgspec.structs.replace(
    GUIDE,
    parts=(*GUIDE.parts, Part(id="x", title="X", pages=(Page(id="y", title="Y", fields=(PEOPLE, WHO)),))),
)
ANSWERS: dict[str, Any] = {
    "open.facts.company": "Acme",
    "rest.write.text": "SECRET",
    "x.y.people": [{"who": "JO", "state": "asked"}, {"who": "JO"}],
    "x.y.who": "JO",
    "gone.away.now": "JO",
}
NAMES = Leaving(names=True)


def shared(leaving: Leaving, answers: dict[str, Any] = ANSWERS, guide: Guide | None = NAMED) -> dict[str, Any]:
    return Sharing(guide, leaving).answers(answers)[0]


def test_everything_goes_out_where_nothing_is_to_stay() -> None:
    assert Sharing(NAMED, EVERYTHING).answers(ANSWERS) == (ANSWERS, 0)
    assert not EVERYTHING
    assert TO_SHARE


def test_without_private_writing_names_still_go_out() -> None:
    assert shared(Leaving(private=True)) == {
        "open.facts.company": "Acme",
        "x.y.people": ANSWERS["x.y.people"],
        "x.y.who": "JO",
    }


def test_without_names_the_rest_of_a_row_stays() -> None:
    assert Sharing(NAMED, NAMES).answers(ANSWERS) == (
        {
            "open.facts.company": "Acme",
            "rest.write.text": "SECRET",
            "x.y.people": [{"state": "asked"}, {}],
        },
        3,
    )


def test_what_is_to_be_shared_has_neither() -> None:
    assert shared(TO_SHARE) == {"open.facts.company": "Acme", "x.y.people": [{"state": "asked"}, {}]}


@pytest.mark.parametrize(
    "people",
    ["JO", {"who": "JO"}, ["JO"], [{"who": "JO"}], [{"was_once": "JO"}], [["JO"]], [{"who": {"text": "JO"}}]],
)
def test_a_table_of_another_shape_or_with_columns_nobody_knows_gives_no_name_away(people: Any) -> None:
    assert "JO" not in str(shared(NAMES, {"x.y.people": people}))


@pytest.mark.parametrize("leaving", [Leaving(private=True), NAMES, TO_SHARE])
def test_without_its_guide_nothing_is_shared(leaving: Leaving) -> None:
    assert shared(leaving, guide=None) == {}


def test_an_answer_of_nothing_stays_an_answer_of_nothing() -> None:
    assert Sharing(NAMED, TO_SHARE).answers({"open.facts.company": None}) == ({"open.facts.company": None}, 0)


def test_an_export_leaves_out_earlier_answers_and_what_was_let_go_too() -> None:
    def earlier(ref: str, value: Any) -> dict[str, Any]:
        return {"ref": ref, "value": value, "updated": "u", "replaced": "r"}

    mark = {"value": "top", "updated": "u"}
    workbook = {
        "id": "a",
        "answers": {ref: {"value": value, "updated": "u"} for ref, value in ANSWERS.items()},
        "earlier_answers": [earlier(ref, value) for ref, value in ANSWERS.items()],
        "let_go": {"rest.write.text": "when"},
        "marks": {f"pin:{ref}:JO" if ref != "open.facts.company" else f"pin:{ref}": mark for ref in ANSWERS},
    }
    found, left_out = Sharing(NAMED, TO_SHARE).exported(workbook)
    assert left_out == 8
    assert "JO" not in str(found)
    assert "SECRET" not in str(found)
    assert found["let_go"] == {}
    assert found["marks"] == {"pin:open.facts.company": mark}, "a mark goes out where its answer does, as a whole"
    assert found["answers"]["x.y.people"] == {"value": [{"state": "asked"}, {}], "updated": "u"}
    assert found["earlier_answers"][1] == earlier("x.y.people", [{"state": "asked"}, {}])
    assert Sharing(NAMED, EVERYTHING).exported(workbook) == (workbook, 0)


def test_marks_from_elsewhere_count_where_a_guide_has_none() -> None:
    assert name_marks(NAMED) == {"x.y.who", "x.y.people.who"}
    assert not Sharing(GUIDE, NAMES).knows_names
    marked = Sharing(GUIDE, NAMES, frozenset({"open.facts.company"}))
    assert marked.knows_names
    assert marked.answers({"open.facts.company": "JO", "open.facts.mood": 1}) == ({"open.facts.mood": 1}, 1)
