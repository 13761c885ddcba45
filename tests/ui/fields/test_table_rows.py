"""The rows of a table while it is being filled."""

from __future__ import annotations

import pytest

from workbook.guide.model import Column, GivenRows, Table
from workbook.ui.fields.table_rows import Rows

MOMENTS = Table(
    id="moments",
    label="Moments",
    columns=(Column(id="moment", label="Moment", read_only=True), Column(id="what", label="What")),
    rows=GivenRows(default=("before", "in the room", "after"), cases={"video": ("before", "on the call", "after")}),
)
OWN = Table(id="own", label="Own", columns=(Column(id="what", label="What"),))
DEFAULT = ("before", "in the room", "after")
VIDEO = ("before", "on the call", "after")


def titles(rows: Rows) -> list[str]:
    return [row.cells.get("moment", "") for row in rows.rows]


def test_given_rows_stand_there_but_are_no_answer() -> None:
    rows = Rows(MOMENTS, None, DEFAULT)
    assert titles(rows) == list(DEFAULT)
    assert rows.value() is None


def test_all_given_rows_are_sent_once_one_is_written_in() -> None:
    rows = Rows(MOMENTS, None, DEFAULT)
    rows.put(rows.rows[1], "what", "we talked")
    assert rows.value() == [{"moment": "before"}, {"moment": "in the room", "what": "we talked"}, {"moment": "after"}]
    rows.put(rows.rows[1], "what", "")
    assert rows.value() is None


def test_stored_rows_take_their_places_among_the_given_ones() -> None:
    rows = Rows(MOMENTS, [{"moment": "after", "what": "home"}, {"moment": "", "what": "extra"}], DEFAULT)
    assert titles(rows) == ["before", "in the room", "after", ""]


def test_what_was_moved_stays_moved() -> None:
    rows = Rows(MOMENTS, None, DEFAULT)
    rows.put(rows.rows[2], "what", "x")
    assert rows.move(rows.rows[2], -1)
    again = Rows(MOMENTS, rows.value(), DEFAULT)
    assert titles(again) == ["before", "after", "in the room"]


def test_when_given_rows_change_written_ones_stay_and_others_make_way() -> None:
    rows = Rows(MOMENTS, None, DEFAULT)
    written = rows.rows[1]
    rows.put(written, "what", "we talked")
    rows.follow(VIDEO)
    assert titles(rows) == ["before", "on the call", "in the room", "after"]
    assert not written.given
    rows.put(written, "what", "")
    rows.follow(VIDEO)
    assert titles(rows) == list(VIDEO)
    rows.follow(DEFAULT)
    assert titles(rows) == list(DEFAULT)


def test_untouched_rows_of_another_case_do_not_come_back_from_the_store() -> None:
    stored = [{"moment": "before"}, {"moment": "in the room"}, {"moment": "after", "what": "home"}]
    assert titles(Rows(MOMENTS, stored, VIDEO)) == list(VIDEO)


def test_a_blank_added_row_is_left_out_of_what_is_kept() -> None:
    rows = Rows(OWN, [{"what": "one"}], ())
    assert rows.add() is rows.add()
    assert len(rows) == 2
    assert rows.value() == [{"what": "one"}]


def test_the_first_word_makes_a_row() -> None:
    rows = Rows(OWN, None, ())
    fresh = rows.fresh
    rows.put(fresh, "what", " ")
    assert len(rows) == 0
    rows.put(fresh, "what", "a")
    rows.put(fresh, "what", "ab")
    assert rows.value() == [{"what": "ab"}]
    assert rows.fresh is not fresh


def test_a_removed_row_comes_back_in_its_place_with_what_was_in_it() -> None:
    stored = [{"what": "one"}, {"what": "two", "hidden": "kept"}, {"what": "three"}]
    rows = Rows(OWN, stored, ())
    assert rows.remove(rows.rows[1]).cells == {"what": "three"}
    rows.remove(rows.rows[0])
    assert rows.value() == [{"what": "three"}]
    rows.bring_back()
    rows.bring_back()
    assert rows.value() == stored
    assert not rows.can_bring_back


def test_a_word_that_arrives_late_for_a_removed_row_goes_into_that_row() -> None:
    rows = Rows(OWN, [{"what": "one"}], ())
    row = rows.rows[0]
    rows.remove(row)
    rows.put(row, "what", "one more")
    assert rows.value() is None
    rows.bring_back()
    assert rows.value() == [{"what": "one more"}]


def test_rows_do_not_move_past_the_ends() -> None:
    rows = Rows(OWN, [{"what": "one"}, {"what": "two"}], ())
    assert not rows.move(rows.rows[0], -1)
    assert not rows.move(rows.rows[1], 1)


def test_what_the_table_does_not_know_is_kept() -> None:
    stored = [{"what": "one", "old": [1]}, 7, None, {"what": {"a": 1}}]
    rows = Rows(OWN, stored, ())
    rows.put(rows.rows[0], "what", "two")
    assert rows.value() == [{"what": "two", "old": [1]}, {"what": {"a": 1}}, 7, None]


@pytest.mark.parametrize("junk", ["x", 7, {"what": "x"}, True])
def test_what_is_no_list_is_read_as_no_rows(junk: object) -> None:
    assert len(Rows(OWN, junk, ())) == 0


def test_rows_given_twice_in_the_same_words_are_two_rows() -> None:
    rows = Rows(MOMENTS, None, ("before", "before"))
    assert titles(rows) == ["before", "before"]
    rows.follow(("before", "before"))
    assert titles(rows) == ["before", "before"]
