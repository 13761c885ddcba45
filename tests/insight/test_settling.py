"""Settling and moving a date changes its workbook in one place, keeps the old day, and can be taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.flow.states import day
from tests.library.samples import Clock
from workbook.flow.dates.reading import read
from workbook.guide.loader import load_guide
from workbook.insight.settling import Dated, dated, moved, settled, undone
from workbook.library.describe import state_of
from workbook.library.library import Library

if TYPE_CHECKING:
    from workbook.flow.standing import Stage
    from workbook.flow.state import State
    from workbook.guide.model import Guide
    from workbook.library.record import Record

STEP, REWARD, GIVEN = "close.step.step_on", "celebrate.reward.when", "celebrate.reward.given"
CONTACTS = "refine.door.contacts"
PAST, AHEAD, OTHER = date(2026, 5, 1), date(2026, 5, 20), date(2026, 6, 9)
STAGES: tuple[Stage, ...] = ("done", "let_go", "kept")


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(Path(__file__).parents[2] / "content")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "data", Clock())


def put(library: Library, guide: Guide, answers: dict[str, Any]) -> str:
    with library.new(guide, answers) as workbook:
        return workbook.id


def find(record: Record, guide: Guide, ref: str, on: date) -> tuple[Dated | None, State]:
    state = state_of(record, guide, date(2026, 5, 3))
    return dated(state, record, ref, on), state


def settle(library: Library, guide: Guide, workbook_id: str, ref: str, on: date, stage: Stage) -> Record:
    with library.open(workbook_id) as workbook:
        found, state = find(workbook.record, guide, ref, on)
        assert found
        workbook.save(settled(found, state, stage))
        return workbook.record


CASES = (
    (STEP, {STEP: day(PAST.isoformat())}, PAST),
    (STEP, {STEP: day(AHEAD.isoformat())}, AHEAD),
    (REWARD, {REWARD: day(PAST.isoformat())}, PAST),
    (REWARD, {REWARD: day(AHEAD.isoformat())}, AHEAD),
    (REWARD, {REWARD: day(PAST.isoformat()), GIVEN: "not yet"}, PAST),
    (f"{CONTACTS}.1.when", {CONTACTS: [{"name": "Ana"}, {"name": "Ben", "when": day(PAST.isoformat())}]}, PAST),
)


@pytest.mark.parametrize(("ref", "answers", "on"), CASES)
@pytest.mark.parametrize("stage", STAGES)
def test_every_kind_of_date_is_settled_shown_so_and_open_again(
    library: Library, guide: Guide, ref: str, answers: dict[str, Any], on: date, stage: Stage
) -> None:
    workbook_id = put(library, guide, answers)
    settle(library, guide, workbook_id, ref, on, stage)
    [kept] = library.entries()[0].follow_ups
    assert (kept.ref, kept.day, kept.stage) == (ref, on, stage)
    settle(library, guide, workbook_id, ref, on, "open")
    assert library.entries()[0].follow_ups[0].stage == "open"


@pytest.mark.parametrize(("ref", "answers", "on"), CASES)
@pytest.mark.parametrize("stage", STAGES)
def test_a_moved_date_is_open_on_its_new_day_and_the_old_one_is_kept(
    library: Library, guide: Guide, ref: str, answers: dict[str, Any], on: date, stage: Stage
) -> None:
    workbook_id = put(library, guide, answers)
    settle(library, guide, workbook_id, ref, on, stage)
    with library.open(workbook_id) as workbook:
        before = workbook.record
        found, state = find(before, guide, ref, on)
        assert found
        changes = moved(found, state, OTHER)
        workbook.save(changes)
        after = workbook.record
        back = undone(before, after, changes)
        [kept] = [each for each in after.earlier_answers if each.ref == ".".join(ref.split(".")[:3])]
        assert on.isoformat() in str(kept.value)
    [shown] = library.entries()[0].follow_ups
    assert (shown.day, shown.stage) == (OTHER, "open")
    with library.open(workbook_id) as workbook:
        workbook.save(back)
        assert workbook.record.values == before.values
        assert workbook.record.marked == before.marked


def test_a_reward_that_is_there_is_answered_where_the_page_asks(library: Library, guide: Guide) -> None:
    workbook_id = put(library, guide, {REWARD: day(PAST.isoformat())})
    assert settle(library, guide, workbook_id, REWARD, PAST, "done").values[GIVEN] == "enjoyed it"
    assert settle(library, guide, workbook_id, REWARD, PAST, "let_go").values[GIVEN] == "changed my mind"
    assert settle(library, guide, workbook_id, REWARD, PAST, "open").values[GIVEN] == "not yet"
    ahead = put(library, guide, {REWARD: day(AHEAD.isoformat())})
    record = settle(library, guide, ahead, REWARD, AHEAD, "done")
    assert GIVEN not in record.values
    assert list(record.marked.values()) == ["done"]


def test_one_row_of_several_is_changed_and_nothing_else_in_the_table(library: Library, guide: Guide) -> None:
    rows = [{"name": "Ana", "when": day("2026-05-01")}, {"name": "Ben", "when": day("2026-05-01"), "extra": [1]}]
    workbook_id = put(library, guide, {CONTACTS: rows})
    record = settle(library, guide, workbook_id, f"{CONTACTS}.1.when", PAST, "done")
    assert record.values[CONTACTS] == [rows[0], rows[1] | {"state": "done"}]


def test_a_date_that_is_another_by_now_is_not_found(library: Library, guide: Guide) -> None:
    record = library.read(put(library, guide, {STEP: day(PAST.isoformat())}))
    assert find(record, guide, STEP, AHEAD)[0] is None
    assert find(record, guide, REWARD, PAST)[0] is None


def test_a_day_is_typed_so_that_it_is_read_back_as_itself(library: Library, guide: Guide) -> None:
    record = library.read(put(library, guide, {STEP: day(PAST.isoformat())}))
    found, state = find(record, guide, STEP, PAST)
    assert found
    answer = moved(found, state, OTHER).answers[STEP]
    assert read(answer["text"], date(2026, 5, 3)).day == OTHER == date.fromisoformat(answer["day"])
