"""What the pictures show at any size, whatever people and guides wrote."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from workbook.insight.patterns.asked import Question
from workbook.insight.patterns.pictures import Counted, Drawn, Rating
from workbook.ui.pictures.checklist import signs
from workbook.ui.pictures.draw import draw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.insight.patterns.asked import Kind
    from workbook.insight.patterns.pictures import Picture

LINES = (("clear", "My answers were easy to follow."), ("examples", "I gave enough real examples."))
YES_NO = ("yes", "partly", "no", "doesn't apply")
STEPS = ("first interview", "a middle round", "final round", "I'm not sure")


def made(kind: Kind, said: Sequence[Any], title: str = "Oak & Sons · Nurse", **more: Any) -> Picture:
    drawn = Drawn(question := Question(kind, "g", "p.one.f", "Which?", **more))
    for place, each in enumerate(said):
        day = date(2026, 11, 22) - timedelta(days=place)
        drawn.add(Counted(f"w{place}", title, day), each, question)
    return drawn.picture


def lines(picture: Picture, width: int = 90, height: int = 20, start: int = 0) -> list[str]:
    return draw(picture, start, width, height).content.plain.splitlines()


def column(number: int, drawing: list[str]) -> int:
    """Where a number stands below the frame."""
    return drawing[-1].index(str(number))


def test_a_rating_stands_above_its_number_with_one_mark_for_before_and_one_for_after() -> None:
    drawing = lines(made("ratings", [Rating(3, 5), Rating(0, None), Rating(None, 10), Rating(7, 7)]))
    rows = [line for line in drawing if "Oak" in line]
    assert [(row.find("○"), row.find("●"), row.find("◎")) for row in rows] == [
        (column(3, drawing), column(5, drawing), -1),
        (column(0, drawing), -1, -1),
        (-1, column(10, drawing), -1),
        (-1, -1, column(7, drawing)),
    ]
    assert rows[0].startswith("22 Nov 26  Oak & Sons · Nurse")


def test_a_name_of_several_lines_stays_on_one() -> None:
    said = [Rating(3, 5), Rating(2, 1)]
    assert lines(made("ratings", said, "Oak\nElm")) == lines(made("ratings", said, "Oak Elm"))


def test_no_line_joins_two_marks() -> None:
    (row,) = [line for line in lines(made("ratings", [Rating(0, 10), Rating(None, 1)])) if "○" in line]
    assert set(row.partition("┤")[2]) == {"○", "●", " ", "│"}


def test_how_far_stands_above_the_step_in_words() -> None:
    drawing = lines(made("how_far", [("final round",), ("first interview",)], options=STEPS))
    rows = [line for line in drawing if "Oak" in line]
    below = drawing[drawing.index(next(line for line in drawing if "┬" in line)) + 1]
    assert "final" in below
    assert abs(rows[0].index("●") - (below.index("final") + 5)) <= 3
    assert rows[1].index("●") < rows[0].index("●")


def test_many_steps_are_numbered_and_told_below() -> None:
    steps = tuple(f"step number {number}" for number in range(1, 13))
    drawn = draw(made("how_far", [(steps[2],), (steps[11],)], options=steps), 0, 60, 12)
    assert "3 step number 3" in drawn.legend
    assert " 12" in drawn.content.plain.splitlines()[-1]


def test_feelings_are_bars_out_of_all_workbooks_that_said_any_the_most_named_first() -> None:
    picture = made("feelings", [("sad", "flat"), ("sad", "flat"), ("sad",), ("tired",)])
    drawing = lines(picture, height=4)
    assert [line.split("┤")[0].split() for line in drawing if "┤" in line] == [["sad", "3"], ["flat", "2"]]
    sad, flat = (line.count("▆") for line in drawing if "┤" in line)
    assert 0 < flat < sad < len(drawing[0].strip()) - 2
    drawn = draw(picture, 0, 90, 4)
    assert (drawn.shown, drawn.total) == (2, 2)
    assert "4 workbooks" in drawn.legend


def test_a_checklist_has_a_sign_for_each_answer_and_nothing_for_none() -> None:
    picture = made("checklists", [{"clear": "yes", "examples": "no"}, {"clear": "partly"}], lines=LINES, options=YES_NO)
    drawing = lines(picture, height=5)
    assert [line.split()[-2:] for line in drawing[:3]] == [["22", "21"], ["Nov", "Nov"], ["26", "26"]]
    assert [line.partition(".")[2].split() for line in drawing[3:]] == [["●", "◐"], ["○"]]
    assert draw(picture, 0, 90, 20).legend == "● yes   ◐ partly   ○ no   – doesn't apply"


def test_every_option_has_a_sign_of_its_own() -> None:
    found = signs(["yes", "partly", "no", "later", "never", "once"])
    assert len({*found.values()}) == 6


@pytest.mark.parametrize("start", [0, 5, 39])
def test_a_page_begins_where_it_is_asked_to(start: int) -> None:
    picture = made("ratings", [Rating(place % 11, 0) for place in range(40)])
    drawn = draw(picture, start, 90, 12)
    assert drawn.total == 40
    assert drawn.shown == min(9, 40 - start)
    assert drawn.content.plain.count("Oak") == drawn.shown


WORDS = st.text(alphabet="aé未来 ·[]/\x1b\n\t\u202eﷺ👩‍💻", max_size=40)
SAID = {
    "ratings": st.builds(Rating, st.none() | st.integers(0, 10), st.none() | st.integers(0, 10)),
    "checklists": st.dictionaries(st.sampled_from(["clear", "examples"]), st.sampled_from(YES_NO), min_size=1),
    "how_far": st.tuples(st.sampled_from(STEPS) | WORDS.filter(str.strip)),
    "feelings": st.lists(st.sampled_from(["sad", "flat"]) | WORDS, min_size=1, max_size=4).map(tuple),
}


@given(st.data(), st.sampled_from(sorted(SAID)), st.integers(40, 130), st.integers(4, 30), WORDS)
def test_nothing_anybody_wrote_breaks_a_drawing_or_its_width(
    data: st.DataObject, kind: Kind, width: int, height: int, title: str
) -> None:
    said = data.draw(st.lists(SAID[kind], min_size=2, max_size=30))
    more: dict[str, Any] = {"lines": LINES, "options": YES_NO} if kind == "checklists" else {}
    picture = made(kind, said, title, **more | ({"options": STEPS} if kind == "how_far" else {}))
    start = data.draw(st.integers(0, len(said) - 1)) if kind != "feelings" else 0
    drawn = draw(picture, start, width, height)
    plain = drawn.content.plain
    assert "\x1b" not in plain
    assert not any(0xE000 <= ord(char) <= 0xF8FF for char in plain)
    steps = max(3, len({each for words in said for each in words})) if kind == "how_far" else 0
    assert max(map(cell_len, plain.split("\n")), default=0) <= max(width, 12 + 3 * (steps + len(STEPS)))
    assert drawn.shown >= 1 or not drawn.total
