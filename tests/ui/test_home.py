"""Home says first what to do now; everything else is below, and nothing that exists is hidden."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Button, Input

from tests.flow.states import day as day_of
from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import (
    answers,
    begun,
    buttons,
    click,
    completed,
    home,
    is_on,
    is_up,
    on_disk,
    review,
    said,
    send,
    told,
)
from workbook.library.changes import Changes
from workbook.library.entry import Entry
from workbook.ui.screens.ask import AskScreen
from workbook.ui.screens.home import NOTHING_FITS, HomeScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.screens.trash import TrashScreen
from workbook.ui.screens.words import WordsScreen
from workbook.ui.widgets import entry_rows
from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.clock import Clock
    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library

COMPANY = "open.interview.company"
UNTIL = "feel.room.until"


def entry(title: str, state: str = "unfinished", day: int = 22, number: int = 0) -> Entry:
    at = datetime(2026, 11, day, tzinfo=UTC)
    return Entry(id=f"20261122-{number:06x}", title=title, state=state, created=at, updated=at)  # type: ignore[arg-type]


async def test_with_nothing_kept_there_are_three_lines_and_one_button(make_app: MakeApp) -> None:
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        assert buttons(app.screen) == ["Start a workbook"]
        assert said(app.screen, "#lead").count("\n") == 2
        assert not home(app).query(RowList)
        send(app, "slash", "f", "escape", "d", "r")  # nothing to find, delete or read: nothing happens
        send(app, "enter")
        await until(pilot, lambda: is_on(app, "open.welcome"))


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20)])
async def test_with_nothing_kept_the_way_to_start_stands_first_and_says_what_enter_does(
    make_app: MakeApp, library: Library, size: tuple[int, int]
) -> None:
    app = make_app()
    async with running(app, size) as pilot:
        shown = " ".join(screen_text(app).split())
        start, told, read = (
            shown.index(words) for words in ("Start a workbook", "Enter opens its first page", "This is a private")
        )
        assert start < told < read
        assert "Until you write something, no workbook is kept." in shown
        send(app, "enter")
        await until(pilot, lambda: is_on(app, "open.welcome"))
        assert "How would you like to do this?" in screen_text(app)
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
    assert library.ids() == []


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20)])
async def test_every_way_to_go_is_in_sight_on_the_first_page(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app("new")
    async with running(app, size) as pilot:
        await until(pilot, lambda: is_on(app, "open.welcome"))
        await until(pilot, lambda: "about 12 minutes" in " ".join(screen_text(app).split()))
        assert "The short version" in screen_text(app)


async def test_going_on_comes_first_and_one_key_does_it(make_app: MakeApp, library: Library, guide: Guide) -> None:
    begun(library, guide, "feel.kind", {COMPANY: "Acme [b]&[/b]"})
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        assert said(app.screen, "#title") == "Acme [b]&[/b]"
        assert said(app.screen, "#where") == "Feel, page 4 of 6, today"
        assert not app.screen.query("#lead")
        assert isinstance(app.focused, Button)
        await pilot.click(app.focused, times=2)
        await until(pilot, lambda: is_on(app, "feel.kind"))


async def test_after_a_week_away_there_is_a_greeting_and_three_choices(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    begun(library, guide, "open.now", {COMPANY: "Acme"})
    clock.move(days=6)
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        assert not app.screen.query("#lead")
        clock.move(days=1)
        app.desk.home.show()
        await until(pilot, lambda: app.screen.query("#lead"))
        assert said(app.screen, "#lead") == "Good to see you. You were here:"
        assert said(app.screen, "#where").endswith(", 7 days ago")
        assert buttons(app.screen)[:3] == ["Carry on", "Start a new one", "Just look"]
        await click(pilot, "Just look")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        assert app.desk.open_screen is review(app)


async def test_dates_from_every_workbook_are_listed_and_open_their_page(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    begun(library, guide, "feel.kind", {COMPANY: "Later", UNTIL: {"text": "x", "day": "2026-11-30"}})
    begun(library, guide, "feel.kind", {COMPANY: "Sooner", UNTIL: {"text": "x", "day": "2026-11-23"}})
    completed(library, guide, {COMPANY: "Gone by", UNTIL: {"text": "x", "day": "2026-11-21"}})
    app = make_app()
    async with running(app, (100, 30)) as pilot:
        coming = app.screen.query_one("#coming", RowList)
        assert [item.entry.title for item in coming.items] == ["Gone by", "Sooner", "Later"]
        assert "Come back and look at the interview  Sooner" in screen_text(app)
        assert "23 Nov, tomorrow" in screen_text(app)
        coming.focus()
        send(app, "down", "down", "o")
        await until(pilot, lambda: is_on(app, "feel.room"))
        assert app.desk.open_screen is not None
        assert app.desk.open_screen.sitting.title == "Later"


async def test_a_shortcut_opens_its_page_at_once(make_app: MakeApp, library: Library, guide: Guide) -> None:
    begun(library, guide, "feel.kind")
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        await click(pilot, "Draft or log feedback")
        await until(pilot, lambda: is_on(app, "evaluate.feedback"))


@pytest.mark.parametrize("by", ["button", "key"])
@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_going_on_from_a_shortcut_leads_back_to_the_place_and_never_finishes(
    make_app: MakeApp, library: Library, guide: Guide, by: str, size: tuple[int, int]
) -> None:
    begun(library, guide, "open.welcome", {"open.welcome.route": "feel"})
    app = make_app()
    async with running(app, size) as pilot:
        await click(pilot, "Draft or log feedback")
        await until(pilot, lambda: is_on(app, "evaluate.feedback"))
        assert "Back to where you were" in screen_text(app)
        assert "Where you were" in screen_text(app).splitlines()[-1]
        assert "Finish" not in screen_text(app)
        if by == "button":
            await click(pilot, "Back to where you were")
        else:
            send(app, "ctrl+n")
        await until(pilot, lambda: is_on(app, "open.welcome"))
        assert "Next" in screen_text(app).splitlines()[-1]
    assert library.read(library.ids()[0]).completed is None


async def test_the_filter_says_how_many_of_all_and_gives_the_list_back(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    for name in ("Zürich Logistik", "Acme", "Acme two"):
        begun(library, guide, "feel.kind", {COMPANY: name})
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        rows = app.screen.query_one("#workbooks", RowList)
        send(app, "f", *"zurich")
        await until(pilot, lambda: said(app.screen, "#count") == "1 of 3")
        assert [each.title for each in rows.items] == ["Zürich Logistik"]
        send(app, "x")
        await until(pilot, lambda: said(app.screen, "#count") == "0 of 3")
        assert NOTHING_FITS in screen_text(app)
        send(app, "backspace")
        await until(pilot, lambda: said(app.screen, "#count") == "1 of 3")
        send(app, "escape")
        await until(pilot, lambda: rows.has_focus)
        assert app.screen.query_one("#filter", Input).value == "zurich"
        send(app, "escape")
        await until(pilot, lambda: len(rows.items) == 3)
        assert said(app.screen, "#count") == ""
        send(app, "j", "enter")
        await until(pilot, lambda: is_on(app, "feel.kind"))


async def test_where_nothing_fits_one_key_shows_all_again(make_app: MakeApp, library: Library, guide: Guide) -> None:
    begun(library, guide, "feel.kind", {COMPANY: "Acme"})
    app = make_app()
    async with running(app, (60, 20)) as pilot:
        send(app, "f", *"zzzz")
        await until(pilot, lambda: NOTHING_FITS in screen_text(app))
        send(app, "escape")
        await until(pilot, lambda: len(app.screen.query_one("#workbooks", RowList).items) == 1)
        await until(pilot, lambda: NOTHING_FITS not in screen_text(app))


async def test_after_the_window_became_smaller_the_row_with_the_cursor_is_in_sight(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    for number in range(30):
        begun(library, guide, "feel.kind", {COMPANY: f"Company {number}"})
    app = make_app()
    async with running(app, (100, 30)) as pilot:
        send(app, "escape", "G")
        rows = app.screen.query_one("#workbooks", RowList)
        await until(pilot, lambda: rows.has_focus and rows.cursor == 29)
        for size in ((80, 24), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        await until(pilot, lambda: "› " in screen_text(app))


async def test_the_menu_offers_nothing_of_a_workbook_where_there_is_none(make_app: MakeApp) -> None:
    app = make_app()
    async with running(app):
        titles = {command.title for command in app.get_system_commands(app.screen)}
        assert {"Start a workbook", "Bring back a backup", "Trash"} <= titles
        assert titles.isdisjoint({"Read this workbook", "Save copies", "Lay two side by side", "Delete this workbook"})


async def test_deleting_asks_goes_to_the_trash_and_can_be_brought_back(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    begun(library, guide, "feel.kind", {COMPANY: "Acme"})
    kept = answers(library)
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        send(app, "d")
        await until(pilot, lambda: is_up(app, AskScreen))
        assert isinstance(app.focused, Button)
        assert str(app.focused.label) == "Keep it", "the first key must not delete"
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert len(library.entries()) == 1
        send(app, "d")
        await until(pilot, lambda: is_up(app, AskScreen))
        await click(pilot, "Delete it")
        await until(pilot, lambda: is_up(app, HomeScreen) and not app.screen.query(RowList))
        assert library.entries() == []
        app.desk.removing.open_trash()
        await until(pilot, lambda: is_up(app, TrashScreen))
        assert "Acme" in screen_text(app)
        send(app, "enter")
        await until(pilot, lambda: is_up(app, AskScreen))
        assert str(app.focused.label) == "Bring it back"
        send(app, "enter")
        await until(pilot, lambda: is_up(app, HomeScreen) and app.screen.query("#workbooks"))
        assert answers(library) == kept


async def test_a_damaged_workbook_is_shown_with_what_can_be_done_and_never_written_over(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    broken = begun(library, guide, "feel.kind", {COMPANY: "Acme"})
    with library.open(broken) as workbook:  # a second sitting, so that there is a copy of the first
        workbook.save(Changes(answers={COMPANY: "Acme two"}))
    path = library.places.workbook(broken)
    path.write_bytes(b'{"workbook": {"1"')
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        assert "needs attention" in screen_text(app)
        assert buttons(app.screen) == ["Start a workbook", "Search /"], "what cannot be read cannot be carried on with"
        app.screen.query_one("#workbooks", RowList).focus()
        for way in ("r", "enter"):
            send(app, way)
            await until(pilot, lambda: is_up(app, AskScreen))
            assert buttons(app.screen) == ["Leave it as it is", "Bring back the newest good copy"]
            send(app, "enter")
            await until(pilot, lambda: is_up(app, HomeScreen))
        assert path.read_bytes() == b'{"workbook": {"1"'
        send(app, "enter")
        await until(pilot, lambda: is_up(app, AskScreen))
        await click(pilot, "Bring back the newest good copy")
        await until(pilot, lambda: is_up(app, WordsScreen))
        assert "Brought back" in screen_text(app)
    assert b'{"workbook": {"1"' in on_disk(library).values()
    assert answers(library, broken)[COMPANY] == "Acme"


async def test_three_thousand_workbooks_are_all_there_and_only_those_in_view_are_drawn(
    make_app: MakeApp, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [entry(f"Workbook {number:04}", "completed", number=number) for number in range(3000)]
    monkeypatch.setattr(library, "entries", lambda **_: many)
    drawn: set[str] = set()
    draw = entry_rows.draw_entry

    def drawing(item: Entry, width: int) -> object:
        drawn.add(item.title)
        return draw(item, width)

    monkeypatch.setattr("workbook.ui.screens.home.draw_entry", drawing)
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        rows = app.screen.query_one("#workbooks", RowList)
        assert len(rows.items) == 3000
        assert len(drawn) <= 24
        rows.focus()
        send(app, "G")
        await until(pilot, lambda: "Workbook 2999" in drawn)
        assert len(drawn) <= 48
        send(app, "f", *"2998")
        await until(pilot, lambda: said(app.screen, "#count") == "1 of 3,000")
        rows.styles.height = 5
        await pilot.pause()
        rows.show(many)
        await until(pilot, lambda: rows.show_vertical_scrollbar)
        await pilot.pause()
        assert not rows.show_horizontal_scrollbar


async def test_what_is_wrong_with_the_settings_is_said_as_it_is(make_app: MakeApp, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('theme = "[/b] not closed\nname = 3\n', "utf-8")
    app = make_app()
    async with running(app, (80, 24)):
        assert len(app.screen.query(".notice")) == 2
        assert "line 1" in screen_text(app)


async def test_the_arrows_lead_through_all_of_home_and_back(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    for number in range(6):
        completed(library, guide, {COMPANY: f"C{number}", "close.step.step_on": day_of(f"2026-12-0{number + 1}")})
        clock.move(minutes=1)
    app = make_app()

    def name() -> str | None:
        focused = app.focused
        return (focused.id or getattr(focused, "name", None)) if focused else None

    async with running(app, (60, 20)) as pilot:
        assert name() == "new"
        below = ["search", "all-dates", "coming", *["coming"] * 5, "filter", "workbooks"]
        for expected in below:
            send(app, "down")
            await until(pilot, lambda expected=expected: name() == expected)  # type: ignore[misc]
            await pilot.pause()
        assert is_up(app, HomeScreen), "nothing was begun on the way"
        for expected in ["filter", "coming", *["coming"] * 5, "all-dates", "search"]:
            send(app, "up")
            await until(pilot, lambda expected=expected: name() == expected)  # type: ignore[misc]
            await pilot.pause()
        send(app, "right")
        await until(pilot, lambda: name() == "gathered")
        send(app, "left")
        await until(pilot, lambda: name() == "search")
        send(app, "up")
        await until(pilot, lambda: name() == "new")


async def test_what_was_looked_up_for_home_may_come_when_the_app_has_ended(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    begun(library, guide)
    app = make_app()
    async with running(app, (80, 24)):
        shown = app.desk.home.entries
    app.desk.home._show_again()
    app.desk.home._hint(shown[0])
    assert app.return_code in (None, 0)


@pytest.mark.parametrize(
    ("key", "word"), [("slash", "search"), ("w", "gather"), ("p", "compare"), ("s", "save a copy of")]
)
async def test_with_nothing_kept_a_key_that_looks_across_says_that_there_is_nothing_yet(
    make_app: MakeApp, key: str, word: str
) -> None:
    app = make_app()
    async with running(app, (60, 20)) as pilot:
        send(app, key)
        await until(pilot, lambda: told(app) == f"There is nothing to {word} yet.")
        assert is_up(app, HomeScreen)
        assert "Search" not in screen_text(app).splitlines()[-1], "and is not offered below"
