"""The blanked screen shows nothing at all, whatever comes meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets._toast import Toast

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import send, told
from workbook.ui.screens.blank import BlankScreen
from workbook.ui.screens.home import HomeScreen

if TYPE_CHECKING:
    from tests.ui.conftest import MakeApp


async def test_what_is_told_meanwhile_waits_until_somebody_looks(make_app: MakeApp) -> None:
    app = make_app("home")
    async with running(app, (80, 24)) as pilot:
        send(app, "f8")
        await until(pilot, lambda: isinstance(app.screen, BlankScreen))
        app.tell("Saved as workbook-Acme.md.")
        await pilot.pause()
        assert told(app) == ""
        send(app, "x")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await until(pilot, lambda: told(app) == "Saved as workbook-Acme.md.")


async def test_no_notice_of_any_kind_is_drawn_over_it(make_app: MakeApp) -> None:
    app = make_app("home")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        send(app, "f8")
        await until(pilot, lambda: isinstance(app.screen, BlankScreen))
        app.notify("Acme")
        await until(pilot, lambda: app.screen.query(Toast))
        await pilot.pause()
        assert not screen_text(app).strip()
