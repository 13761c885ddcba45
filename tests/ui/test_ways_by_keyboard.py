"""The buttons below a page, by keyboard: which comes first, what presses them, and the page beside them scrolls on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.conftest import running, until
from tests.ui.driving import begun, field, is_on, send, wizard

if TYPE_CHECKING:
    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library


async def test_tab_after_the_last_field_comes_to_the_way_on_before_the_way_back(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, "feel.kind"))
    async with running(app, (80, 24)) as pilot:
        last = [*wizard(app).page_view.field_widgets][-1]
        field(app, last).first_focus().focus()  # type: ignore[union-attr]
        await pilot.pause()
        send(app, "tab")
        await until(pilot, lambda: app.focused and app.focused.id == "next")
        send(app, "tab")
        await until(pilot, lambda: app.focused and app.focused.id == "back")
        back, on = app.screen.query_one("#back"), app.screen.query_one("#next")
        assert back.region.y == on.region.y
        assert back.region.right < on.region.x, "Back stands on the left all the same"
        send(app, "shift+tab", "enter")
        await until(pilot, lambda: not is_on(app, "feel.kind"))
        pages = list(guide.pages)
        assert pages.index(wizard(app).sitting.state.here) > pages.index("feel.kind")
