"""Dates as a calendar file: whole by the RFC, the same UID for the same date, and nobody's words unless asked."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.rfc5545 import Component, parse
from tests.flow.states import day
from tests.library.samples import Clock
from workbook.export.calendar import Event, calendar, events, wanted
from workbook.guide.loader import load_guide
from workbook.insight.settling import dated, moved, settled
from workbook.library.books import books
from workbook.library.calendar_file import write_calendar
from workbook.library.changes import Changes
from workbook.library.describe import state_of
from workbook.library.errors import CannotSave, Conflict
from workbook.library.library import Library

if TYPE_CHECKING:
    from workbook.flow.standing import Stage
    from workbook.guide.model import Guide

STEP, REWARD, CONTACTS = "close.step.step_on", "celebrate.reward.when", "refine.door.contacts"
COMPANY, PLAN = "open.interview.company", "close.step.plan"
SECRET = "Acme, the mill; C:\\new\nline"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(Path(__file__).parents[2] / "content")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "data", Clock())  # in May 2026


def put(library: Library, guide: Guide, answers: dict[str, Any]) -> str:
    with library.new(guide, answers) as workbook:
        return workbook.id


def made(library: Library, *, words: bool = False) -> list[Component]:
    """The events of a library, as another program reads them."""
    today = library.clock().date()
    found = [
        event for book in books(library, wanted(library.entries(), today)) for event in events(book, today, words=words)
    ]
    return parse(calendar(found)).inside


def change(library: Library, workbook_id: str, ref: str, on: date, to: date | Stage) -> None:
    """Move or settle a date."""
    with library.open(workbook_id) as workbook:
        state = state_of(workbook.record, workbook.guide, library.clock().date())
        found = dated(state, workbook.record, ref, on)
        assert found
        workbook.save(moved(found, state, to) if isinstance(to, date) else settled(found, state, to))


def test_a_date_is_one_whole_day_that_takes_no_time(library: Library, guide: Guide) -> None:
    put(library, guide, {STEP: day("2026-05-31")})
    [event] = made(library)
    assert (event.value("DTSTART"), event.value("DTEND")) == ("20260531", "20260601")
    assert event.value("TRANSP") == "TRANSPARENT"
    assert event.value("STATUS") == "CONFIRMED"
    assert event.text("SUMMARY") == "Workbook: next step"


def test_nothing_the_person_wrote_is_in_it_unless_asked(library: Library, guide: Guide) -> None:
    put(
        library,
        guide,
        {
            COMPANY: SECRET,
            STEP: day("2026-05-31"),
            "close.step.step": "Call Sam",
            PLAN: {"if": "it is ten", "then": "I call"},
            "refine.door.again": "yes",
            "refine.door.reapply_on": day("2026-11-04"),
            CONTACTS: [{"name": "Ana", "how": "ana@example.org", "when": day("2026-05-20")}],
        },
    )
    bare = [event.text("SUMMARY") for event in made(library)]
    assert bare == ["Workbook: get in touch", "Workbook: next step", "Workbook: can apply again"]
    assert not any("DESCRIPTION" in event.properties for event in made(library))
    contact, step, again = made(library, words=True)
    assert step.text("SUMMARY") == "Next step: Call Sam (Acme, the mill; C:\\new line)"
    assert step.text("DESCRIPTION") == "If it is ten, then I call"
    assert again.text("SUMMARY").startswith("You can apply again at Acme, the mill; C:\\new line from 4 November")
    assert (contact.text("SUMMARY")[:17], contact.text("DESCRIPTION")) == ("Get in touch: Ana", "ana@example.org")


def test_again_with_nothing_changed_it_is_the_same_to_the_byte(library: Library, guide: Guide) -> None:
    put(library, guide, {STEP: day("2026-05-31"), REWARD: day("2026-05-20")})
    assert made(library) == made(library)


def test_a_date_that_was_moved_keeps_its_uid_and_is_the_later_revision(library: Library, guide: Guide) -> None:
    rows = [{"name": "Ana", "when": day("2026-05-20")}, {"name": "Ben", "when": day("2026-05-20")}]
    workbook_id = put(library, guide, {STEP: day("2026-05-31"), CONTACTS: rows})
    before = {event.value("UID"): event for event in made(library)}
    assert len(before) == 3
    change(library, workbook_id, STEP, date(2026, 5, 31), date(2026, 6, 9))
    change(library, workbook_id, f"{CONTACTS}.1.when", date(2026, 5, 20), date(2026, 6, 10))
    after = {event.value("UID"): event for event in made(library)}
    assert after.keys() == before.keys()
    assert sorted(event.value("DTSTART") for event in after.values()) == ["20260520", "20260609", "20260610"]
    for uid, event in after.items():
        assert int(event.value("SEQUENCE")) > int(before[uid].value("SEQUENCE"))
        assert event.value("DTSTAMP") > before[uid].value("DTSTAMP")
        assert event.value("CREATED") == before[uid].value("CREATED")


def test_a_reward_that_is_settled_is_the_later_revision_too(library: Library, guide: Guide) -> None:
    workbook_id = put(library, guide, {REWARD: day("2026-05-03")})
    [before] = made(library)
    change(library, workbook_id, REWARD, date(2026, 5, 3), "let_go")
    [after] = made(library)
    assert (after.value("UID"), after.value("STATUS")) == (before.value("UID"), "CANCELLED")
    assert int(after.value("SEQUENCE")) > int(before.value("SEQUENCE"))


def test_a_row_that_goes_takes_no_uid_of_another(library: Library, guide: Guide) -> None:
    rows = [{"name": name, "when": day("2026-05-20")} for name in ("Ana", "Ben", "Ben", "")]
    workbook_id = put(library, guide, {CONTACTS: rows})
    before = [event.value("UID") for event in made(library)]
    assert len(set(before)) == 4
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={CONTACTS: rows[1:]}))
    assert {event.value("UID") for event in made(library)} < set(before)


def test_the_same_date_in_another_workbook_has_another_uid(library: Library, guide: Guide) -> None:
    for _ in range(2):
        put(library, guide, {STEP: day("2026-05-31")})
    assert len({event.value("UID") for event in made(library)}) == 2


@pytest.mark.parametrize(
    ("stage", "on", "status"),
    [
        ("done", "2026-05-31", "CANCELLED"),
        ("let_go", "2026-05-31", "CANCELLED"),
        ("let_go", "2026-05-01", "CANCELLED"),
        ("done", "2026-05-01", "CONFIRMED"),
        ("kept", "2026-05-01", "CONFIRMED"),
    ],
)
def test_what_will_not_take_place_is_cancelled_and_what_did_stays(
    library: Library, guide: Guide, stage: Stage, on: str, status: str
) -> None:
    workbook_id = put(library, guide, {STEP: day(on)})
    [before] = made(library)
    change(library, workbook_id, STEP, date.fromisoformat(on), stage)
    [after] = made(library)
    assert (after.value("UID"), after.value("STATUS")) == (before.value("UID"), status)
    change(library, workbook_id, STEP, date.fromisoformat(on), "open")
    [again] = made(library)
    assert again.value("STATUS") == "CONFIRMED"
    assert int(again.value("SEQUENCE")) > int(after.value("SEQUENCE"))


def test_a_contact_done_before_the_day_is_cancelled_too(library: Library, guide: Guide) -> None:
    workbook_id = put(library, guide, {CONTACTS: [{"name": "Ana", "when": day("2026-05-20")}]})
    change(library, workbook_id, f"{CONTACTS}.0.when", date(2026, 5, 20), "done")
    assert [event.value("STATUS") for event in made(library)] == ["CANCELLED"]


def test_days_long_past_are_left_to_the_calendar(library: Library, guide: Guide) -> None:
    put(library, guide, {STEP: day("2026-04-02"), REWARD: day("2026-04-02")})
    put(library, guide, {STEP: day("2026-04-02"), REWARD: day("2026-04-03")})
    today = library.clock().date()
    assert today - timedelta(days=31) == date(2026, 4, 2)
    assert len(made(library)) == 4
    library.clock.jump(days=1)  # type: ignore[attr-defined]
    assert [event.value("DTSTART") for event in made(library)] == ["20260403"]


MOMENT = Clock()()
written = st.text(st.characters(codec="utf-8") | st.sampled_from(",;\\\n\r\t\x00\x1b\x85\u2028:\"'"), max_size=200)


@given(summary=written, description=written, on=st.dates())
def test_any_words_on_any_day_come_out_whole(summary: str, description: str, on: date) -> None:
    [event] = parse(calendar([Event("uid", on, summary, description, False, MOMENT, MOMENT)])).inside
    visible = [char for char in summary if char.isalnum()]
    assert [char for char in event.text("SUMMARY") if char.isalnum()] == visible
    assert "\n" not in event.text("SUMMARY")
    assert event.value("DTSTART") == f"{on.year:04}{on:%m%d}"


def test_moments_at_the_ends_of_the_calendar_can_be_in_one() -> None:
    first = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14)))
    last = datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-14)))
    event = Event("u", date(2026, 5, 3), "Look back", "", cancelled=False, created=first, changed=last)
    [found] = parse(calendar([event])).inside
    assert found.value("CREATED").startswith("00010101T")


def test_half_a_pair_can_be_in_a_calendar() -> None:
    [event] = parse(calendar([Event("uid", date.max, "\ud800", "\ud800", False, MOMENT, MOMENT)])).inside
    assert event.text("SUMMARY") == "\ufffd"


def test_only_a_calendar_of_ours_is_written_over(tmp_path: Path) -> None:
    data = calendar([Event("uid", date(2026, 5, 3), "One", "", False, MOMENT, MOMENT)])
    from workbook.export.calendar import PRODUCT

    path, library = tmp_path / "dates.ics", tmp_path / "data"
    write_calendar(path, data, PRODUCT, library)
    write_calendar(path, data, PRODUCT, library)
    assert path.read_bytes() == data
    assert path.stat().st_mode & 0o777 == 0o600
    for other in (b"", b"a diary", b"BEGIN:VCALENDAR\r\nPRODID:somebody else\r\n"):
        path.write_bytes(other)
        with pytest.raises(Conflict, match="is there already"):
            write_calendar(path, data, PRODUCT, library)
        assert path.read_bytes() == other
    write_calendar(path, data, PRODUCT, library, force=True)
    assert path.read_bytes() == data
    with pytest.raises(Conflict, match="folder of the workbooks"):
        write_calendar(library / "workbooks" / "x.ics", data, PRODUCT, library)
    with pytest.raises(Conflict, match="no ordinary file"):
        write_calendar(tmp_path, data, PRODUCT, library)
    with pytest.raises(CannotSave, match="could not be written"):
        write_calendar(path / "below.ics", data, PRODUCT, library)
