"""Everything but typing can be done with the mouse alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.command import CommandPalette

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import answers, begun, click, completed, is_on, is_up, review, told, wizard
from workbook.ui.screens.ask import AskScreen
from workbook.ui.screens.contents import ContentsScreen
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.screens.trash import TrashScreen
from workbook.ui.screens.words import WordsScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

COMPANY = "open.interview.company"
SIZES = [(100, 30), (80, 24), (60, 20)]


def is_menu(app: WorkbookApp) -> bool:
    """Whether the menu is in sight."""
    return isinstance(app.screen, CommandPalette)


async def press(pilot: Pilot[None], text: str) -> None:
    """Click on words where they stand on the screen, scrolling there with the wheel as a person would."""
    app: WorkbookApp = pilot.app  # type: ignore[assignment]
    await until(pilot, lambda: text in screen_text(app))
    rows = screen_text(app).split("\n")
    y = max(number for number, row in enumerate(rows) if text in row)
    assert await pilot.click(offset=(rows[y].index(text) + 1, y))


async def choose(pilot: Pilot[None], command: str) -> None:
    """Open the menu and choose from it, turning the wheel until it is in sight."""
    app: WorkbookApp = pilot.app  # type: ignore[assignment]
    await press(pilot, "Menu")
    await until(pilot, lambda: is_menu(app) and "Help" in screen_text(app))
    listed = app.screen.query_one("CommandList")
    for _ in range(40):
        if f"  {command} " in screen_text(app).replace("\n", " \n"):
            break
        listed.scroll_relative(y=3, animate=False)
        await pilot.pause()
    await press(pilot, f"  {command}")
    await until(pilot, lambda: not is_menu(app))


@pytest.mark.parametrize("size", SIZES)
async def test_a_workbook_is_begun_walked_left_deleted_and_brought_back_without_a_key(
    make_app: MakeApp, library: Library, size: tuple[int, int]
) -> None:
    app = make_app()
    async with running(app, size) as pilot:
        await click(pilot, "Start a workbook")
        await until(pilot, lambda: is_on(app, "open.welcome"))
        await press(pilot, "short version")
        await until(pilot, lambda: answers(library) != {})
        await click(pilot, "Next ›")
        await until(pilot, lambda: is_on(app, "open.interview"))
        await press(pilot, "Contents")
        await until(pilot, lambda: is_up(app, ContentsScreen))
        await click(pilot, "Back to the page")
        await until(pilot, lambda: is_on(app, "open.interview"))
        await choose(pilot, "Help")
        await until(pilot, lambda: is_up(app, WordsScreen))
        await click(pilot, "Back")
        await until(pilot, lambda: is_on(app, "open.interview"))
        await choose(pilot, "Back to Home")
        await until(pilot, lambda: is_up(app, HomeScreen))
        await click(pilot, "Carry on")
        await until(pilot, lambda: is_on(app, "open.interview"))
        await choose(pilot, "Delete this workbook")
        await until(pilot, lambda: is_up(app, AskScreen))
        await click(pilot, "Delete it")
        await until(pilot, lambda: is_up(app, HomeScreen) and told(app))
        assert library.ids() == []
        app.clear_notifications()
        await choose(pilot, "Trash")
        await until(pilot, lambda: is_up(app, TrashScreen))
        await press(pilot, "Workbook begun") if "Workbook begun" in screen_text(app) else await press(pilot, "deleted")
        await until(pilot, lambda: is_up(app, AskScreen))
        await click(pilot, "Bring it back")
        await until(pilot, lambda: is_up(app, HomeScreen) and len(library.ids()) == 1)
        await choose(pilot, "Save and quit")
        await until(pilot, lambda: not app.is_running)


async def test_a_finished_workbook_is_read_reopened_and_left_without_a_key(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    completed(library, guide, {COMPANY: "Acme"})
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        await press(pilot, "Acme")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        await press(pilot, "Outline")
        await until(pilot, lambda: not isinstance(app.screen, ReviewScreen))
        await click(pilot, "Back")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        assert review(app).completed
        await click(pilot, "Reopen")
        await until(pilot, lambda: is_up(app, AskScreen))
        await click(pilot, "Reopen it")
        await until(pilot, lambda: app.desk.open_screen is app.screen and wizard(app).pages.views)
        await choose(pilot, "Finish this workbook")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        await press(pilot, "Home")
        await until(pilot, lambda: is_up(app, HomeScreen))


async def test_at_most_five_keys_stand_in_the_footer_and_the_menu_is_one_of_them(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    begun(library, guide, "feel.kind", {COMPANY: "Acme"})
    app = make_app()

    def footer() -> list[str]:
        shown = {one.binding.action: one for one in app.screen.active_bindings.values() if one.binding.show}
        return [each.binding.description for each in shown.values()]

    async with running(app, (60, 20)) as pilot:
        for wanted in (HomeScreen, type(None)):
            assert len(footer()) <= 5
            assert "Menu" in footer()
            assert "Menu" in screen_text(app).split("\n")[-1]
            if wanted is HomeScreen:
                await click(pilot, "Carry on")
                await until(pilot, lambda: is_on(app, "feel.kind"))
        await choose(pilot, "Finish this workbook")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        assert len(footer()) <= 5
        assert "Menu" in screen_text(app).split("\n")[-1]


async def test_the_menu_begins_with_help_and_what_belongs_to_the_screen(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    begun(library, guide, "feel.kind")
    app = make_app()
    async with running(app, (80, 40)) as pilot:
        await press(pilot, "Menu")
        await until(pilot, lambda: is_menu(app) and "Start a workbook" in screen_text(app))
        seen = screen_text(app)
        assert seen.index("  Help") < seen.index("  People to talk to") < seen.index("  Start a workbook")
        assert "Screenshot" not in seen
