"""A day typed fast and left at once comes out as that day or as a question, whichever way it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.conftest import running, until
from tests.ui.driving import answers, begun, field, is_on, send
from workbook.flow.dates.reading import read
from workbook.ui.fields.date import DateField

if TYPE_CHECKING:
    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library

PAGE = "open.interview"
WHEN = f"{PAGE}.interview_date"


@pytest.mark.parametrize("left_by", ["tab", "ctrl+n", "escape", "ctrl+q"])
@pytest.mark.parametrize("typed", ["3/12", "12", "12 november 2026", "3/122"])
async def test_a_day_typed_fast_is_kept_as_that_day_or_asked_about(
    make_app: MakeApp, library: Library, guide: Guide, typed: str, left_by: str
) -> None:
    app = make_app("resume", begun(library, guide, PAGE))
    async with running(app, (80, 24)) as pilot:
        await until(pilot, lambda: is_on(app, PAGE))
        widget = field(app, WHEN)
        assert isinstance(widget, DateField)
        widget.box.focus()
        await pilot.pause()
        today = widget.state.around.today
        send(app, *typed, left_by)
        await until(pilot, lambda: not app.is_running or (widget.box.text == typed and not widget.box.has_focus))
        if left_by == "tab":
            assert widget.day is not None or widget.offered or widget.said.display
    meant = read(typed, today)
    day = meant.day.isoformat() if meant.day else None
    assert answers(library)[WHEN] == {"text": typed, "day": day}
