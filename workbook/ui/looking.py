"""Looking across workbooks from Home: searching them, what was gathered from them, what comes up in them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbook.ui import screens

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workbook.insight.banks.rows import Thing
    from workbook.insight.banks.sheet import Sheet
    from workbook.insight.search import Hit
    from workbook.ui.desk import Desk
    from workbook.ui.gathered import GatheredPlace
    from workbook.ui.searching import Searching


class Looking:
    """Opens the places that show many workbooks at once. What each takes is imported when it is first wanted."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._app = desk.app
        self._gathered: GatheredPlace | None = None
        self.ways: Mapping[str, Callable[[], None]] = {
            "search": self.search,
            "gathered": self.gathered,
            "patterns": self.patterns,
        }
        """What Home can want that looks across workbooks."""

    # -------------------------------------------------------------------------------------------- searching

    def search(self) -> None:
        """Look for words in everything that was written."""
        from workbook.ui.searching import Searching

        self._search(Searching(self._desk.library, self._desk.home.entries, self._app.is_typing))

    def _search(self, searching: Searching) -> None:
        self._app.push_screen(screens.SearchScreen(searching), lambda _: self._desk.coming_back.forget())

    def open(self, searching: Searching, hit: Hit) -> None:
        """Open a workbook where something was found in it; whoever leaves it comes back to the search."""
        self._desk.coming_back.to(partial(self._search, searching))
        self._desk.want("open", hit.entry, hit.page, at=hit.ref or "notes")

    # --------------------------------------------------------------------------------------------- gathered

    def gathered(self) -> None:
        """Show what was gathered, over Home. A workbook on the desk is put away first."""
        self._app.run_worker(self._open_gathered(), group="leaving")

    async def _open_gathered(self) -> None:
        from workbook.ui.gathered import GatheredPlace

        if self._desk.open_screen is not None:
            if not await self._desk.leaving.put_away():
                return
            self._desk.home.show()
        if isinstance(self._app.screen, screens.HomeScreen):
            self._gathered = GatheredPlace(self._desk)
            self._gathered.open()

    def want_of_gathered(self, what: str, thing: Thing | None) -> None:
        """Do what was chosen of what was gathered."""
        if self._gathered is not None:
            self._gathered.want(what, thing)

    def sheet(self) -> None:
        """Show one page for the next interview."""
        from workbook.ui.sheets import Sheets

        Sheets(self._desk).read()

    def want_of_sheet(self, what: str, sheet: Sheet) -> None:
        """Save or copy that page."""
        from workbook.ui.sheets import Sheets

        Sheets(self._desk).want(what, sheet)

    # --------------------------------------------------------------------------------------------- patterns

    def patterns(self) -> None:
        """Show what comes up across completed workbooks."""
        from workbook.ui.patterns import Patterns

        if self._desk.open_screen is None:  # else one is on its way to the screen
            Patterns(self._desk).open()
