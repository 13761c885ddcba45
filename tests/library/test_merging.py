"""Two versions of a workbook put together: whichever way round, again and again, and no word of either lost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tests.library.samples import MOOD, ROLE, WORDS
from workbook.library.coding import encode_value
from workbook.library.marks import is_about, mark_key
from workbook.library.merging import let_go, merge
from workbook.library.record import Answer, EarlierAnswer, GuideKey, Mark, Record, RecordNote

START = datetime(2026, 5, 3, 9, 30, tzinfo=UTC)
BASE = Record(id="20260503-abcdef", created=START, updated=START, guide=GuideKey("sample", "1", "a" * 64))

moments = st.builds(
    lambda hours, zone: (START + timedelta(hours=hours)).astimezone(timezone(timedelta(hours=zone))),
    st.integers(0, 6),
    st.sampled_from([0, 2, -5]),
)
values = st.none() | st.booleans() | st.integers(0, 2) | st.sampled_from(["a", "b", "\ud800"]) | st.lists(st.text("x"))
refs = st.sampled_from([WORDS, MOOD, ROLE])
records = st.builds(
    lambda **changes: msgspec.structs.replace(BASE, **changes),
    created=moments,
    updated=moments,
    completed=st.none() | moments,
    position=st.sampled_from(["", "open.start", "feel.now"]),
    visited=st.lists(st.sampled_from(["open.start", "feel.now", "feel.last"]), unique=True).map(tuple),
    writing_sittings=st.integers(0, 3),
    guide=st.sampled_from([BASE.guide, GuideKey("sample", "2", "b" * 64)]),
    answers=st.dictionaries(refs, st.builds(Answer, values, moments)),
    notes=st.lists(st.builds(RecordNote, moments, st.sampled_from("xy")), max_size=3).map(tuple),
    earlier_answers=st.lists(st.builds(EarlierAnswer, refs, values, moments, moments), max_size=2).map(tuple),
    marks=st.dictionaries(
        st.builds(mark_key, st.sampled_from(["coming", "pin"]), refs),
        st.builds(Mark, st.sampled_from(["", "a"]), moments),
    ),
)


def said(record: Record) -> set[tuple[str, bytes]]:
    """Every answer a record holds, the earlier ones too."""
    answers = [(ref, answer.value) for ref, answer in record.answers.items()]
    earlier = [(each.ref, each.value) for each in record.earlier_answers]
    return {(ref, encode_value(value)) for ref, value in [*answers, *earlier]}


def bare(record: Record) -> Any:
    """A record for comparing, whatever offsets its moments are written with."""
    plain = msgspec.to_builtins(record)
    plain["answers"] = dict(sorted((ref, encode_value(each.value)) for ref, each in record.answers.items()))
    plain["visited"] = sorted(record.visited)
    plain["earlier_answers"] = sorted(
        (each.ref, each.updated, each.replaced, encode_value(each.value)) for each in record.earlier_answers
    )
    plain["notes"] = sorted((note.at, note.text) for note in record.notes)
    for name in ("created", "updated", "completed"):
        plain[name] = getattr(record, name)
    plain["let_go"] = record.let_go
    plain["marks"] = dict(sorted(record.marks.items()))
    return plain


@given(records, records)
def test_it_makes_no_difference_which_is_ours(one: Record, other: Record) -> None:
    assert bare(merge(one, other)) == bare(merge(other, one))


@given(records, records)
def test_again_changes_nothing(one: Record, other: Record) -> None:
    merged = merge(one, other)
    assert merge(merged, other) is merged
    assert merge(merged, merged) is merged
    assert bare(merge(merge(one, merged), merged)) == bare(merged)


@given(records, records)
def test_no_value_and_no_note_is_lost(one: Record, other: Record) -> None:
    merged = merge(one, other)
    assert said(merged) == said(one) | said(other)
    assert set(merged.notes) == set(one.notes) | set(other.notes)
    assert set(merged.visited) == set(one.visited) | set(other.visited)


@given(records, records)
def test_of_each_answer_the_newer_one_stays(one: Record, other: Record) -> None:
    merged = merge(one, other)
    for ref, answer in merged.answers.items():
        assert answer.updated == max(each.answers[ref].updated for each in (one, other) if ref in each.answers)


@given(records, records)
def test_of_each_mark_the_one_set_or_taken_away_last_stays(one: Record, other: Record) -> None:
    merged = merge(one, other)
    assert merged.marks.keys() == one.marks.keys() | other.marks.keys()
    for key, mark in merged.marks.items():
        assert mark.updated == max(each.marks[key].updated for each in (one, other) if key in each.marks)


@given(records, records, records)
def test_the_order_in_which_three_come_makes_no_difference_to_the_answers(a: Record, b: Record, c: Record) -> None:
    one, other = merge(merge(a, b), c), merge(merge(c, a), b)
    assert bare(one)["answers"] == bare(other)["answers"]
    assert said(one) == said(other)


@given(records, records, st.sampled_from([WORDS, MOOD, ROLE]))
def test_what_was_let_go_is_not_brought_back_by_an_older_version(one: Record, other: Record, ref: str) -> None:
    late = START + timedelta(days=1)
    without = let_go(one, [ref], late)
    without = msgspec.structs.replace(without, answers={r: a for r, a in without.answers.items() if r != ref})
    was_there = ref in {each for each, _ in said(one)}
    merged = merge(without, other)
    gone = ref not in {each for each, _ in said(merged)}
    assert gone or not was_there
    had_mark = any(is_about(key, [ref]) for key in one.marks)
    assert not any(is_about(key, [ref]) for key in merged.marks) or not (was_there or had_mark)
    again = msgspec.structs.replace(other, answers={ref: Answer("again", late + timedelta(hours=1))})
    assert merge(merged, again).answers[ref].value == "again"


def test_position_completion_and_sittings() -> None:
    late = START + timedelta(hours=2)
    newer = msgspec.structs.replace(BASE, updated=late, position="feel.now", visited=("open.start", "feel.now"))
    older = msgspec.structs.replace(
        BASE, position="open.start", visited=("feel.last",), completed=START, writing_sittings=3
    )
    merged = merge(older, newer)
    assert (merged.position, merged.completed, merged.writing_sittings) == ("feel.now", START, 3)
    assert merged.visited == ("open.start", "feel.now", "feel.last")
    assert merged.updated == late
