"""A click on a heading of the outline jumps there, in a window of any size and wherever the outline stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.samples.library import fill
from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import hit, is_up, review
from workbook.ui.screens.outline import OutlineScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.widgets.reading import Reading
from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.ui.conftest import MakeApp
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

SIZES = [(100, 30), (80, 24), (60, 20)]


async def outline_of(app: WorkbookApp, pilot: Pilot[None]) -> RowList[object]:
    """The outline: beside the page, or over it once its key in the last line was clicked."""
    beside = review(app).query_one("#outline", RowList)
    if beside.display:
        return beside
    await until(pilot, lambda: "Outline" in screen_text(app))
    await hit(pilot, "Outline")
    await until(pilot, lambda: is_up(app, OutlineScreen))
    return app.screen.query_one("#anchors", RowList)


@pytest.mark.parametrize("size", SIZES)
async def test_every_heading_is_jumped_to_by_a_click(
    make_app: MakeApp, library: Library, size: tuple[int, int]
) -> None:
    fill(library.folder, 2)
    done = next(entry.id for entry in library.entries() if entry.state == "completed")
    app = make_app("review", done)
    async with running(app, size) as pilot:
        reading = review(app).query_one(Reading)
        anchors = list(review(app).query_one("#outline", RowList).items)
        assert len(anchors) > 30
        for number in (2, 12, 5, len(anchors) - 1, 20, 1, len(anchors) - 8, 0):
            outline = await outline_of(app, pilot)
            outline.scroll_to(y=number - 3, animate=False, immediate=True)  # as the wheel does
            await pilot.pause()
            shown = outline.region
            row = shown.y + number - round(outline.scroll_offset.y)
            assert shown.contains(shown.x + 5, row)
            await hit(pilot, (shown.x + 5, row))
            await until(pilot, lambda: is_up(app, ReviewScreen) and reading.has_focus)
            title = anchors[number].title
            lines = [reading.render_line(y).text.strip() for y in range(reading.size.height)]
            at_end = reading.scroll_offset.y == reading.max_scroll_y
            assert lines[0] == title or (at_end and title in lines), (title, lines)
