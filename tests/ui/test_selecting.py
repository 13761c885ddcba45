"""Words can be taken out of a document, by keyboard and by mouse, as they were written and only when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import completed, is_up, review, send, told
from workbook.ui.screens.review import ReviewScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp
    from workbook.ui.widgets.selecting import SelectableReading

LONG = (
    "They asked about [a] conflict and I talked for far too long, and then I stopped and was glad of it all the same."
)
KEPT: dict[str, Any] = {
    "open.interview.company": "未来设计 [b]",
    "open.interview.role": "Night porter",
    "feel.lost.picture": LONG,
    "evaluate.worked.items": [{"what": "I was calm", "how": "I slept"}, {"what": "", "how": "I ate"}],
    "accept.company.next_no": {"if": "a no comes", "then": "I rest"},
}


@pytest.fixture
def app(make_app: MakeApp, library: Library, guide: Guide) -> WorkbookApp:
    return make_app("review", completed(library, guide, KEPT))


def reading(app: WorkbookApp) -> SelectableReading:
    return review(app).pane.reading


async def copied(app: WorkbookApp, pilot: Pilot[None], *keys: str) -> str:
    """What is in the clipboard after these keys."""
    app._clipboard = ""
    send(app, *keys)
    await until(pilot, lambda: app.clipboard)
    return app.clipboard


async def test_an_answer_a_page_or_lines_are_copied_as_they_were_written(app: WorkbookApp) -> None:
    async with running(app, (60, 20)) as pilot:
        assert await copied(app, pilot, "g", "v", "y") == "未来设计 [b]"
        assert await copied(app, pilot, "g", "y", "down", "y") == "Night porter"
        assert await copied(app, pilot, "g", "v", "space", "down", "y") == (
            "未来设计 [b]\n\nWhat was the role?\nNight porter"
        ), "from the one to the other, with what is between"
        assert await copied(app, pilot, "g", "v", "j", "j", "y") == LONG, "lines that only the window broke are one"
        first = reading(app).text.split("  They asked")[1].splitlines()[0]
        assert await copied(app, pilot, "g", "v", "j", "j", "v", "y") == "They asked" + first
        more = await copied(app, pilot, "g", "v", "j", "j", "v", "J", "y")
        assert LONG.startswith(more)
        assert len(more) > len("They asked" + first)
        assert await copied(app, pilot, "g", "v", "p", "y") == (
            "The interview\n\nWho was it with?\n未来设计 [b]\n\nWhat was the role?\nNight porter"
        )
        assert await copied(app, pilot, "g", "v", "j", "j", "j", "y") == (
            "What went well: I was calm\nWhat I did that helped: I slept\n\nWhat I did that helped: I ate"
        )
        assert "If a no comes\nthen I rest" in await copied(app, pilot, "g", "v", "G", "v", "v", "y")


async def test_selecting_begins_at_what_was_found_last_where_that_is_in_sight(app: WorkbookApp) -> None:
    async with running(app, (80, 24)) as pilot:
        send(app, "slash", *"the role")
        await until(pilot, lambda: "1 of 1" in screen_text(app))
        assert "未来设计" in screen_text(app), "an answer above it can be seen as well"
        assert await copied(app, pilot, "enter", "v", "y") == "Night porter", "of a question, its answer"
        send(app, "escape", "slash", *"night")
        await until(pilot, lambda: "2 of 2" in screen_text(app))
        assert await copied(app, pilot, "escape", "v", "y") == "Night porter"
        assert "Night porter" in await copied(app, pilot, "p", "y")
        send(app, "G")
        await until(pilot, lambda: "Night porter" not in screen_text(app))
        assert await copied(app, pilot, "v", "y") != "Night porter", "what is out of sight is not gone back to"


async def test_copying_is_told_without_a_word_of_what_was_copied(app: WorkbookApp) -> None:
    async with running(app, (80, 24)) as pilot:
        await copied(app, pilot, "v", "ctrl+c")
        assert told(app) == "This answer is in the clipboard."
        await copied(app, pilot, "v", "p", "y")
        await copied(app, pilot, "v", "J", "y")
        assert told(app).splitlines()[1:] == ["This page is in the clipboard.", "The selection is in the clipboard."]


async def test_what_is_selected_has_a_bar_beside_it_and_escape_copies_nothing(app: WorkbookApp) -> None:
    async with running(app, (80, 24)) as pilot:
        send(app, "v", "down")
        await until(pilot, lambda: "▌   Night porter" in screen_text(app))
        assert "y copies" in screen_text(app)
        send(app, "escape")
        await until(pilot, lambda: "▌" not in screen_text(app))
        assert "y copies" not in screen_text(app)
        assert app.clipboard == ""
        assert is_up(app, ReviewScreen)


async def test_a_selection_holds_when_the_window_changes(app: WorkbookApp) -> None:
    async with running(app, (100, 30)) as pilot:
        send(app, "v", "down", "down")
        await until(pilot, lambda: "▌   They asked" in screen_text(app))
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: review(app).size.width == 60)
        assert await copied(app, pilot, "y") == LONG


async def test_the_mouse_selects_across_lines_and_wide_characters(app: WorkbookApp) -> None:
    async with running(app, (60, 40)) as pilot:
        there = reading(app)
        lines = [there.render_line(y).text for y in range(there.size.height)]
        y = next(number for number, line in enumerate(lines) if "They asked" in line)
        x = lines[y].index("asked")
        await pilot.mouse_down(there, offset=(x, y))
        await pilot.hover(there, offset=(x + 3, y + 1))
        await pilot.mouse_up(there, offset=(x + 3, y + 1))
        send(app, "ctrl+c")
        await until(pilot, lambda: app.clipboard)
        assert LONG.startswith("They " + app.clipboard)
        assert len(app.clipboard) > 50
        assert "\n" not in app.clipboard
        y = next(number for number, line in enumerate(lines) if line.startswith("    未来"))
        await pilot.mouse_down(there, offset=(6, y))
        await pilot.hover(there, offset=(8, y))
        await pilot.mouse_up(there, offset=(8, y))
        assert there.mouse_words() == "来设"
        send(app, "y")
        await until(pilot, lambda: app.clipboard == "来设")


async def test_selecting_where_nothing_was_answered_does_nothing(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("review", completed(library, guide))
    async with running(app, (80, 24)) as pilot:
        send(app, "v", "y", "J", "ctrl+c")
        await pilot.pause()
        assert reading(app).selected is None
        assert app.clipboard == ""
