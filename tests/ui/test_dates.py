"""Dates on Home: what is shown first, and done, moved, let go, kept and taken back without opening a workbook."""

from __future__ import annotations

import threading
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Button, Static

from tests.export.rfc5545 import parse
from tests.flow.states import day
from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import answers, begun, buttons, completed, is_on, is_up, on_disk, said, send, told
from tests.ui.test_small_windows import cut
from workbook.library.changes import Changes
from workbook.library.errors import CannotSave
from workbook.library.library import Library
from workbook.library.workbook import Workbook
from workbook.settings import Settings
from workbook.ui.screens.ask import AskScreen
from workbook.ui.screens.date import PASSED, DateScreen
from workbook.ui.screens.dates import DatesScreen
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.line import LineScreen
from workbook.ui.screens.move import NO_DAY, MoveScreen
from workbook.ui.screens.progress import ProgressScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.screens.words import WordsScreen
from workbook.ui.widgets.coming_up import DateRows
from workbook.ui.widgets.suggestions import NUMBERED_HINT
from workbook.ui.widgets.writing import Line

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.record import Record
    from workbook.ui.app import WorkbookApp

COMPANY, STEP, REWARD = "open.interview.company", "close.step.step_on", "celebrate.reward.when"
GIVEN, CONTACTS, UNTIL = "celebrate.reward.given", "refine.door.contacts", "feel.room.until"
AHEAD = {COMPANY: "Acme [b]", STEP: day("2026-11-29"), "close.step.step": "Call [/b] Sam"}


def rows(app: WorkbookApp) -> DateRows:
    return app.screen.query_one(DateRows)


def days(app: WorkbookApp) -> list[str]:
    """The days in the list in sight, as ISO dates; none where there is no list."""
    return [
        each.day.isoformat() for one in app.screen.query(DateRows) for each in one.items if not isinstance(each, str)
    ]


async def press(app: WorkbookApp, pilot: Pilot[None], *keys: str) -> None:
    """Go to the dates and press keys there."""
    await until(pilot, lambda: app.screen.query(DateRows))
    rows(app).focus()
    await pilot.pause()
    send(app, *keys)


async def choose(app: WorkbookApp, pilot: Pilot[None], label: str) -> None:
    """Press a button of the dialog that is up."""
    await until(pilot, lambda: is_up(app, DateScreen))
    next(button for button in app.screen.query(Button) if str(button.label) == label).press()


async def test_a_date_that_has_passed_is_told_plainly_beside_those_to_come(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    completed(library, guide, {COMPANY: "Gone by", STEP: day("2026-11-10")})
    begun(library, guide, "feel.kind", {COMPANY: "Soon", UNTIL: day("2026-11-23")})
    app = make_app()
    async with running(app) as pilot:
        assert days(app) == ["2026-11-10", "2026-11-23"]
        assert "10 Nov, 12 days ago" in screen_text(app)
        assert not app.screen.query("#coming-count")
        await press(app, pilot, "enter")
        await until(pilot, lambda: is_up(app, DateScreen))
        assert said(app.screen, "#stands") == PASSED
        assert buttons(app.screen) == ["Done", "Move it", "Let it go", "Open its page", "Keep it"]


async def test_with_many_dates_it_says_how_many_and_all_of_them_are_a_key_away(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    people = [{"name": f"P{n}", "when": day((date(2026, 11, 12) + timedelta(days=n)).isoformat())} for n in range(8)]
    for n in range(3):
        completed(library, guide, {COMPANY: f"C{n}", CONTACTS: people, STEP: day(f"2026-12-0{n + 1}")})
    app = make_app()
    async with running(app) as pilot:
        assert len(days(app)) == 6, "three that have passed, then those to come"
        assert said(app.screen, "#coming-count") == "6 of 27"
        app.screen.query_one("#all-dates", Button).press()
        await until(pilot, lambda: is_up(app, DatesScreen))
        assert len(days(app)) == 27
        assert [row for row in rows(app).items if isinstance(row, str)] == ["To come (3)", "Passed, still open (24)"]
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))


async def test_the_dialog_shows_the_plan_and_opens_the_page(make_app: MakeApp, library: Library, guide: Guide) -> None:
    plan = {"if": "it is [ten]", "then": "I call"}
    begun(library, guide, "close.step", AHEAD | {"close.step.plan": plan})
    app = make_app()
    async with running(app) as pilot:
        await press(app, pilot, "enter")
        await until(pilot, lambda: is_up(app, DateScreen))
        text = screen_text(app)
        for words in (
            "Next step",
            "Call [/b] Sam",
            "Sunday 29 November 2026, in 7 days",
            "If it is [ten], then I call",
        ):
            assert words in text
        await choose(app, pilot, "Open its page")
        await until(pilot, lambda: is_on(app, "close.step"))


@pytest.mark.parametrize(("key", "stage"), [("x", "done"), ("l", "let_go")])
async def test_done_and_let_go_are_kept_and_can_be_taken_back(
    make_app: MakeApp, library: Library, guide: Guide, key: str, stage: str
) -> None:
    workbook_id = completed(library, guide, AHEAD)
    library.clock.move(minutes=1)  # type: ignore[attr-defined]
    completed(library, guide, {COMPANY: "Other", STEP: day("2026-12-01")})
    order = [entry.title for entry in library.entries()]
    library.clock.move(minutes=1)  # type: ignore[attr-defined]
    app = make_app()
    async with running(app) as pilot:
        await press(app, pilot, key)
        await until(pilot, lambda: days(app) == ["2026-12-01"])
        assert [entry.title for entry in library.entries()] == order, "no work on it: it stays in its place"
        record = library.read(workbook_id)
        assert record.marked == {f"coming:{STEP}:2026-11-29": stage}
        assert record.completed is not None
        assert "u takes it back" in told(app)
        await until(pilot, lambda: isinstance(app.focused, DateRows))
        send(app, "u")
        await until(pilot, lambda: days(app) == ["2026-11-29", "2026-12-01"])
        assert library.read(workbook_id).marked == {}
        await press(app, pilot, "u")
        await until(pilot, lambda: "All dates shows each one." in told(app))


async def test_the_cursor_stays_with_its_date_or_at_its_place(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    for number in range(1, 5):
        completed(library, guide, {COMPANY: f"C{number}", STEP: day(f"2026-12-0{number}")})
    app = make_app()

    def at(wanted: str) -> bool:
        current = rows(app).current if isinstance(app.focused, DateRows) else None
        return current is not None and current.day.isoformat() == wanted

    async with running(app) as pilot:
        await press(app, pilot, "down", "m")
        await until(pilot, lambda: is_up(app, MoveScreen))
        send(app, *"2026-12-20", "enter")
        await until(pilot, lambda: at("2026-12-20"))
        send(app, "u")
        await until(pilot, lambda: at("2026-12-02"))
        send(app, "x")
        await until(pilot, lambda: at("2026-12-03") and len(days(app)) == 3)
        send(app, "u")
        await until(pilot, lambda: at("2026-12-02") and len(days(app)) == 4)
        app.desk.want_date("all")
        await until(pilot, lambda: is_up(app, DatesScreen))
        await press(app, pilot, "down", "down", "m")
        await until(pilot, lambda: is_up(app, MoveScreen))
        send(app, *"2026-12-21", "enter")
        await until(pilot, lambda: is_up(app, DatesScreen) and at("2026-12-21"))


async def test_taking_back_where_nothing_was_changed_says_so_from_anywhere_on_home(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    completed(library, guide, AHEAD)
    app = make_app()
    async with running(app) as pilot:
        await until(pilot, lambda: isinstance(app.focused, Button))
        send(app, "u")
        await until(pilot, lambda: "There is nothing to take back here." in told(app))


async def test_a_settled_date_is_among_all_dates_and_open_again_from_there(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    workbook_id = completed(library, guide, AHEAD)
    app = make_app()
    async with running(app) as pilot:
        await press(app, pilot, "enter")
        await choose(app, pilot, "Done")
        await until(pilot, lambda: is_up(app, HomeScreen) and days(app) == [])
        app.desk.want_date("all")
        await until(pilot, lambda: is_up(app, DatesScreen))
        assert "29 Nov, done" in screen_text(app)
        await press(app, pilot, "enter")
        await until(pilot, lambda: is_up(app, DateScreen))
        assert said(app.screen, "#stands") == "This is done."
        await choose(app, pilot, "Take that back")
        await until(pilot, lambda: is_up(app, DatesScreen) and "in 7 days" in screen_text(app))
        assert library.read(workbook_id).marked == {}
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen) and days(app) == ["2026-11-29"])


async def test_a_passed_date_that_is_kept_makes_room_on_home(make_app: MakeApp, library: Library, guide: Guide) -> None:
    workbook_id = completed(library, guide, {STEP: day("2026-11-10")})
    app = make_app()
    async with running(app) as pilot:
        await press(app, pilot, "enter")
        await choose(app, pilot, "Keep it")
        await until(pilot, lambda: is_up(app, HomeScreen) and days(app) == [])
        assert answers(library, workbook_id)[STEP] == day("2026-11-10")
        app.desk.want_date("all")
        await until(pilot, lambda: is_up(app, DatesScreen))
        assert "10 Nov, passed, kept" in screen_text(app)


async def test_a_reward_is_asked_about_in_the_words_of_its_page(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    workbook_id = completed(library, guide, {REWARD: day("2026-11-22"), "celebrate.reward.pick": "a lie-in"})
    app = make_app()
    async with running(app) as pilot:
        await press(app, pilot, "enter")
        await until(pilot, lambda: is_up(app, DateScreen))
        assert said(app.screen, "#stands") == "How did it go?"
        assert buttons(app.screen) == ["Enjoyed it", "Not yet: another day", "Changed my mind", "Open its page", "Back"]
        await choose(app, pilot, "Enjoyed it")
        await until(pilot, lambda: is_up(app, HomeScreen) and days(app) == [])
        assert answers(library, workbook_id)[GIVEN] == "enjoyed it"


@pytest.mark.parametrize(
    ("typed", "keys", "to"),
    [
        ("in 6 months", (), "2027-05-22"),
        ("friday", (), "2026-11-27"),
        ("3 Dec", (), "2026-12-03"),
        ("4 dec 2026", (), "2026-12-04"),
        ("Next friday", ("1",), "2026-11-27"),
        ("3/12", ("1",), "2026-12-03"),
        ("3/12", ("down", "enter"), "2027-03-12"),
    ],
)
async def test_a_moved_date_is_read_as_in_its_field_and_asked_about_where_it_may_be_two(
    make_app: MakeApp, library: Library, guide: Guide, typed: str, keys: tuple[str, ...], to: str
) -> None:
    workbook_id = completed(library, guide, AHEAD)
    app = make_app()
    async with running(app) as pilot:
        await press(app, pilot, "m")
        await until(pilot, lambda: is_up(app, MoveScreen))
        send(app, *typed, "enter")
        if keys:
            await until(pilot, lambda: "Which day do you mean?" in screen_text(app))
            await pilot.pause()
            assert answers(library, workbook_id)[STEP] == AHEAD[STEP], "not moved while it may be two"
            send(app, *keys, "enter")
        await until(pilot, lambda: days(app) == [to])
        record = library.read(workbook_id)
        assert record.values[STEP]["day"] == to
        assert [each.value for each in record.earlier_answers] == [AHEAD[STEP]]
        assert record.completed is not None


async def test_keys_on_a_date_push_no_earlier_copy_out(make_app: MakeApp, library: Library, guide: Guide) -> None:
    workbook_id = begun(library, guide, "feel.kind", AHEAD)
    for number in range(6):
        with library.open(workbook_id) as workbook:
            workbook.save(Changes(answers={COMPANY: f"Acme {number}"}))
    copies = library.places.earlier / workbook_id
    before = {path.name: path.read_bytes() for path in copies.iterdir()}
    app = make_app()
    async with running(app) as pilot:
        for number in range(1, 4):
            await press(app, pilot, "x")
            await until(pilot, lambda times=number: has_said(app, "Done.", times))  # type: ignore[misc]
            send(app, "u")
            await until(pilot, lambda times=number: has_said(app, "Taken back.", times))  # type: ignore[misc]
    assert {path.name: path.read_bytes() for path in copies.iterdir()} == before
    assert len(before) == 5


async def test_how_the_person_writes_a_day_settles_it_here_too(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    completed(library, guide, AHEAD)
    app = make_app()
    app.desk.preferences.settings = Settings(day_first=True)
    async with running(app) as pilot:
        await press(app, pilot, "m")
        await until(pilot, lambda: is_up(app, MoveScreen))
        send(app, *"3/12/2026", "enter")
        await until(pilot, lambda: days(app) == ["2026-12-03"])


@pytest.mark.parametrize("typed", ["when it rains", "", "31/02/2027"])
async def test_what_is_no_day_stays_in_the_line_and_moves_nothing(
    make_app: MakeApp, library: Library, guide: Guide, typed: str
) -> None:
    completed(library, guide, AHEAD)
    before = on_disk(library)
    app = make_app()
    async with running(app) as pilot:
        await press(app, pilot, "m")
        await until(pilot, lambda: is_up(app, MoveScreen))
        send(app, *("space" if char == " " else char for char in typed), "enter")
        await until(pilot, lambda: NO_DAY in screen_text(app))
        assert "could not be read" not in screen_text(app), "nothing is kept here, so nothing else is said"
        assert app.screen.query_one("DateLine", Line).text == typed
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert days(app) == ["2026-11-29"]
        workbooks = {name: data for name, data in on_disk(library).items() if name.startswith("workbooks")}
        assert workbooks == {name: data for name, data in before.items() if name.startswith("workbooks")}


async def test_a_workbook_that_is_open_elsewhere_is_left_and_that_is_said(
    make_app: MakeApp, library: Library, guide: Guide, tmp_path: Path
) -> None:
    workbook_id = begun(library, guide, "close.step", AHEAD)
    app = make_app()
    async with running(app) as pilot:
        with Library(tmp_path / "data").open(workbook_id):
            await press(app, pilot, "x")
            await until(pilot, lambda: is_up(app, WordsScreen))
            assert "Nothing was changed." in screen_text(app)
        assert library.read(workbook_id).marked == {}
        send(app, "escape")
        await press(app, pilot, "x")
        await until(pilot, lambda: days(app) == [])


async def test_a_disk_that_says_no_is_told_and_nothing_is_half_done(
    make_app: MakeApp, library: Library, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook_id = completed(library, guide, AHEAD)
    app = make_app()
    save = Workbook.save

    def refuse(self: Workbook, changes: Changes | None = None) -> bool:
        raise CannotSave("Not saved yet: the disk is full.")

    async with running(app) as pilot:
        monkeypatch.setattr(Workbook, "save", refuse)
        await press(app, pilot, "x")
        await until(pilot, lambda: is_up(app, WordsScreen))
        assert "the disk is full" in screen_text(app)
        monkeypatch.setattr(Workbook, "save", save)
        send(app, "escape")
        await press(app, pilot, "x")
        await until(pilot, lambda: days(app) == [])
        assert list(library.read(workbook_id).marked.values()) == ["done"]


async def test_a_date_that_was_changed_meanwhile_is_not_settled_by_mistake(
    make_app: MakeApp, library: Library, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook_id = completed(library, guide, AHEAD)
    app = make_app()
    monkeypatch.setattr(app.desk.home, "check", lambda: None)  # or Home shows the change before it is pressed
    async with running(app) as pilot:
        with Library(library.folder).open(workbook_id) as workbook:
            workbook.save(Changes(answers={STEP: day("2026-12-24")}))
        await press(app, pilot, "x")
        await until(pilot, lambda: is_up(app, WordsScreen))
        assert "another day by now" in screen_text(app)
        assert library.read(workbook_id).marked == {}


async def test_what_was_changed_since_is_not_taken_back(make_app: MakeApp, library: Library, guide: Guide) -> None:
    workbook_id = completed(library, guide, AHEAD)
    app = make_app()
    async with running(app) as pilot:
        await press(app, pilot, "m")
        await until(pilot, lambda: is_up(app, MoveScreen))
        send(app, *"4dec2026", "enter")
        await until(pilot, lambda: days(app) == ["2026-12-04"])
        with Library(library.folder).open(workbook_id) as workbook:
            workbook.save(Changes(answers={STEP: day("2026-12-24")}))
        await press(app, pilot, "u")
        await until(pilot, lambda: is_up(app, WordsScreen))
        assert answers(library, workbook_id)[STEP] == day("2026-12-24")


async def test_opening_the_page_of_a_completed_workbook_reads_it(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    completed(library, guide, AHEAD)
    app = make_app()
    async with running(app) as pilot:
        await press(app, pilot, "o")
        await until(pilot, lambda: is_up(app, ReviewScreen))


async def test_dates_go_into_a_calendar_file_without_words_unless_asked(
    make_app: MakeApp, library: Library, guide: Guide, tmp_path: Path
) -> None:
    completed(library, guide, AHEAD)
    app = make_app()
    path = tmp_path / "dates.ics"
    async with running(app) as pilot:
        for number, (label, there) in enumerate((("Without my words", False), ("With my words", True))):
            app.desk.want_date("calendar")
            await until(pilot, lambda: is_up(app, AskScreen))
            next(button for button in app.screen.query(Button) if str(button.label) == label).press()
            await until(pilot, lambda: is_up(app, LineScreen))
            app.screen.query_one(Line).show_text(str(path))
            send(app, "enter")
            await until(pilot, partial(has_said, app, "Saved as", number + 1))
            parse(path.read_bytes())
            assert (b"Acme" in path.read_bytes()) == there
        path.write_text("a diary")
        app.desk.want_date("calendar")
        await until(pilot, lambda: is_up(app, AskScreen))
        send(app, "enter")
        await until(pilot, lambda: is_up(app, LineScreen))
        app.screen.query_one(Line).show_text(str(path))
        send(app, "enter")
        await until(pilot, lambda: is_up(app, WordsScreen))
        assert path.read_text() == "a diary"


@pytest.mark.parametrize("stop", [False, True])
async def test_gathering_from_many_workbooks_says_so_and_can_be_stopped(
    make_app: MakeApp, library: Library, guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: bool
) -> None:
    completed(library, guide, AHEAD)
    go_on, read = threading.Event(), library.read

    def slowly(workbook_id: str) -> Record:
        assert go_on.wait(20)
        return read(workbook_id)

    app = make_app()
    path = tmp_path / "dates.ics"
    async with running(app) as pilot:
        app.desk.want_date("calendar")
        await until(pilot, lambda: is_up(app, AskScreen))
        monkeypatch.setattr(library, "read", slowly)
        send(app, "enter")
        await until(pilot, lambda: is_up(app, LineScreen))
        app.screen.query_one(Line).show_text(str(path))
        send(app, "enter")
        await until(pilot, lambda: is_up(app, ProgressScreen) and "0 of 1 workbooks" in screen_text(app))
        if stop:
            send(app, "enter")
        send(app, "f1")
        await until(pilot, lambda: is_up(app, WordsScreen))
        go_on.set()
        await until(pilot, lambda: all(worker.is_finished for worker in app.workers if worker.group == "calendar"))
        assert is_up(app, WordsScreen), "what is read is not taken away"
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        await until(pilot, lambda: ("Stopped" if stop else "Saved as") in told(app))
    assert path.exists() is not stop


async def test_without_dates_there_is_no_list_and_all_dates_says_so(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    begun(library, guide, "feel.kind", {COMPANY: "Acme"})
    app = make_app()
    async with running(app) as pilot:
        assert "Coming up" not in screen_text(app)
        app.desk.want_date("all")
        await until(pilot, lambda: isinstance(app.screen, DatesScreen))
        await until(pilot, lambda: "There are no dates yet" in screen_text(app))
        send(app, "enter", "x", "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))


LONG: dict[str, Any] = {COMPANY: "W" * 90, STEP: day("2026-11-10"), "close.step.step": "long " * 60} | {
    "close.step.plan": {"if": "it is ten " * 30, "then": "I call " * 60}
}


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20)])
async def test_every_way_on_is_in_sight_however_much_was_written(
    make_app: MakeApp, library: Library, guide: Guide, size: tuple[int, int]
) -> None:
    completed(library, guide, LONG)
    app = make_app()
    async with running(app, size) as pilot:
        assert cut(app.screen) == []
        await press(app, pilot, "enter")
        await until(pilot, lambda: is_up(app, DateScreen))
        in_sight(app)
        send(app, "escape")
        await press(app, pilot, "m")
        await until(pilot, lambda: is_up(app, MoveScreen))
        send(app, *"3/12")
        await until(pilot, lambda: "Which day do you mean?" in screen_text(app))
        assert app.screen.query_one(Line).region.height == 1, "what the examples took is given back"
        assert "Friday 12 March 2027" in screen_text(app)
        in_sight(app)
        send(app, "enter")
        await until(pilot, lambda: NUMBERED_HINT in screen_text(app))
        in_sight(app)
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        app.desk.want_date("all")
        await until(pilot, lambda: is_up(app, DatesScreen))
        in_sight(app)


def has_said(app: WorkbookApp, words: str, times: int) -> bool:
    """Whether Home is in sight and this was told so often."""
    return is_up(app, HomeScreen) and told(app).count(words) == times


def in_sight(app: WorkbookApp) -> None:
    """Every button can be seen whole."""
    width, height = app.size
    assert cut(app.screen) == []
    assert all(button.region.bottom <= height and button.region.right <= width for button in app.screen.query(Button))
    text = screen_text(app)
    assert all(str(button.label) in text for button in app.screen.query(Button))
    assert app.screen.query(Static)
