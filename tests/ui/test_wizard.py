"""Walking a workbook: on, back and anywhere, with everything as it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Button, TextArea

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import answers, begun, click, field, is_on, is_up, paste, review, said, send, wizard
from workbook.ui.screens.contents import ContentsScreen
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.widgets.rail import Rail
from workbook.ui.widgets.row_list import RowList
from workbook.ui.widgets.size_notice import SizeNotice

if TYPE_CHECKING:
    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

COMPANY, ROLE = "open.interview.company", "open.interview.role"
EXPERIENCE = "open.interview.experience"
FRIEND = "feel.kind.friend"


def box(app: WorkbookApp, ref: str) -> TextArea:
    return field(app, ref).query_one(TextArea)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_coming_back_to_a_page_is_coming_back_to_the_same_place_on_it(
    make_app: MakeApp, library: Library, guide: Guide, size: tuple[int, int]
) -> None:
    app = make_app("resume", begun(library, guide, "feel.kind"))
    async with running(app, size) as pilot:
        await until(pilot, lambda: is_on(app, "feel.kind"))
        late = box(app, FRIEND)
        late.focus()
        send(app, *"words")
        await until(pilot, lambda: late.text == "words")
        wizard(app).page_view.scroll_to(y=4, animate=False)
        await until(pilot, lambda: wizard(app).page_view.scroll_y > 0)
        where = wizard(app).page_view.scroll_y
        for away, back in (("ctrl+n", "alt+left"), ("alt+left", "ctrl+n")):
            send(app, away)
            await until(pilot, lambda: not is_on(app, "feel.kind"))
            send(app, back)
            await until(pilot, lambda: is_on(app, "feel.kind"))
            await pilot.pause()
            assert late.has_focus
            assert wizard(app).page_view.scroll_y == where


async def test_on_and_back_by_key_and_by_button_with_the_count_beside(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide))
    async with running(app, (100, 30)) as pilot:
        assert said(app.screen, "#stage") == "Start here"
        assert said(app.screen, "#place") == "page 1 of 4 · under a minute"
        assert app.screen.query_one("#back", Button).disabled
        send(app, "alt+left", "ctrl+n")
        await until(pilot, lambda: is_on(app, "open.interview"))
        assert said(app.screen, "#place") == "page 2 of 4 · about 1 min"
        await click(pilot, "Next ›")
        await until(pilot, lambda: is_on(app, "open.news"))
        await click(pilot, "‹ Back")
        await until(pilot, lambda: is_on(app, "open.interview"))
        send(app, "alt+right", "ctrl+n", "ctrl+n")
        await until(pilot, lambda: is_on(app, "feel.name"))
        assert said(app.screen, "#stage") == "Feel  1 of 5"
        assert said(app.screen, "#place") == "page 1 of 6 · about 1 min"
        rail = str(app.screen.query_one(Rail).visual)
        assert "✓ Start here\n› Feel\n  › What's here?\n" in rail
        send(app, "alt+left")
        await until(pilot, lambda: is_on(app, "open.now"))


async def test_the_contents_show_every_page_and_open_any(make_app: MakeApp, library: Library, guide: Guide) -> None:
    app = make_app("resume", begun(library, guide, "open.interview", {"open.welcome.route": "quick"}))
    async with running(app, (80, 24)) as pilot:
        send(app, "f2")
        await until(pilot, lambda: is_up(app, ContentsScreen))
        lines = app.screen.query_one("#pages-list", RowList)
        assert getattr(lines.current, "ref", "") == "open.interview"
        assert [getattr(line, "ref", "") for line in lines.items if hasattr(line, "ref")] == list(guide.pages)
        assert "you are here" in screen_text(app)
        send(app, "f2")
        await until(pilot, lambda: is_on(app, "open.interview"))
        send(app, "f2", "home", "down", "down", "down", "down", "down")
        await until(pilot, lambda: is_up(app, ContentsScreen))
        lines = app.screen.query_one("#pages-list", RowList)
        await until(pilot, lambda: getattr(lines.current, "title", "") == "What you had pictured")
        assert "not on this route" in screen_text(app)
        send(app, "enter")
        await until(pilot, lambda: is_on(app, "feel.lost"))
        assert said(app.screen, "#place").startswith("page 2 of ")


async def test_a_page_keeps_its_words_cursor_and_undo_while_the_person_is_elsewhere(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, "feel.kind"))
    async with running(app, (100, 30)) as pilot:
        box(app, FRIEND).focus()
        send(app, *"One", "enter", *"two", "left")
        await until(pilot, lambda: box(app, FRIEND).text == "One\ntwo")
        send(app, "ctrl+n")
        await until(pilot, lambda: is_on(app, "feel.room"))
        send(app, "alt+left")
        await until(pilot, lambda: is_on(app, "feel.kind"))
        here = box(app, FRIEND)
        assert (here.text, here.cursor_location) == ("One\ntwo", (1, 2))
        here.focus()
        send(app, "ctrl+z")
        await until(pilot, lambda: here.text != "One\ntwo")
        assert "One".startswith(here.text.strip())


async def test_what_is_typed_without_waiting_lands_where_it_was_meant(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, "open.interview"))
    async with running(app, (100, 30)) as pilot:
        send(app, *"Acme", "tab", *"Chef", "tab", *"tomorrow", "ctrl+n", "ctrl+n", "4", "ctrl+n", "space")
        paste(app, "late words")
        send(app, "ctrl+n")
        await until(pilot, lambda: is_on(app, "feel.lost"))
    kept = answers(library)
    assert (kept[COMPANY], kept[ROLE]) == ("Acme", "Chef")
    assert kept["open.interview.interview_date"]["text"] == "tomorrow"
    assert kept["open.now.mood"] == 4
    assert kept["feel.name.words"] == ["sad"]
    assert "late words" not in str(kept), "a paste where no box is goes nowhere"


async def test_another_route_hides_questions_and_loses_no_answer(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, "open.interview", {EXPERIENCE: "2 to 4"}))
    async with running(app, (100, 30)) as pilot:
        assert field(app, EXPERIENCE).display
        send(app, "alt+left", "1")
        await until(pilot, lambda: is_on(app, "open.welcome"))
        send(app, "ctrl+n")
        await until(pilot, lambda: is_on(app, "open.interview"))
        assert not field(app, EXPERIENCE).display
        send(app, "alt+left")
        await until(pilot, lambda: is_on(app, "open.welcome"))
        send(app, "2", "ctrl+n")
        await until(pilot, lambda: is_on(app, "open.interview"))
        assert field(app, EXPERIENCE).display
    assert answers(library)[EXPERIENCE] == "2 to 4"


async def test_a_small_window_says_so_kindly_and_everything_goes_on_working(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, "open.interview"))
    async with running(app, (50, 14)) as pilot:
        notice = app.screen.query_one(SizeNotice)
        await until(pilot, lambda: "This window is small." in screen_text(app))
        send(app, *"Acme")
        await until(pilot, lambda: box(app, COMPANY).text == "Acme")
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: not notice.display)
        assert "Acme" in screen_text(app)
        assert not app.screen.query_one(Rail).display
        await pilot.resize_terminal(100, 30)
        await until(pilot, lambda: app.screen.query_one(Rail).display)


async def test_escape_goes_home_with_the_last_key_saved_and_a_later_day_goes_on_there(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("new")
    async with running(app, (80, 24)) as pilot:
        send(app, "ctrl+n", *"Acm", "e", "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert answers(library) == {"open.welcome.route": "full", COMPANY: "Acme"}
        assert said(app.screen, "#where") == "Start here, page 2 of 4, today"
        send(app, "enter")
        await until(pilot, lambda: is_on(app, "open.interview"))
        assert box(app, COMPANY).text == "Acme"


async def test_a_date_that_cannot_be_read_is_kept_as_typed_and_blocks_nothing(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, "open.interview"))
    async with running(app, (80, 24)) as pilot:
        send(app, "tab", "tab", *"whenever", "ctrl+n")
        await until(pilot, lambda: is_on(app, "open.news"))
    assert answers(library)["open.interview.interview_date"] == {"text": "whenever", "day": None}


async def test_the_last_page_finishes_and_shows_the_workbook(make_app: MakeApp, library: Library, guide: Guide) -> None:
    app = make_app("resume", begun(library, guide, "close.page", {COMPANY: "Acme"}))
    async with running(app, (80, 24)) as pilot:
        assert app.focused is app.screen.query_one("#next")
        assert str(app.screen.query_one("#next", Button).label) == "Finish"
        keys = screen_text(app).splitlines()[-1]
        assert "Finish" in keys
        assert "Next" not in keys
        send(app, "enter")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        assert "This workbook is complete" in said(app.screen, "#notice")
        assert review(app).completed
        assert library.read(library.ids()[0]).completed is not None
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert "completed" in screen_text(app)


async def test_past_midnight_the_day_is_the_new_one(make_app: MakeApp, library: Library, guide: Guide) -> None:
    app = make_app("resume", begun(library, guide))
    async with running(app, (60, 20)):
        state = wizard(app).sitting.state
        yesterday = state.around.today.replace(year=2020)
        wizard(app).sitting.today_is(yesterday)
        wizard(app).follow_the_clock()
        assert wizard(app).sitting.state.around.today == state.around.today
