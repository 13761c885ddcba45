"""The pages of the wizard, one of which is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import ContentSwitcher

from workbook.flow.walk import next_page, previous_page
from workbook.ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from workbook.flow.state import State


class Pages(ContentSwitcher):
    """A page is mounted at its first use and kept from then on, so that undo, cursor and scroll outlast leaving it."""

    def __init__(self) -> None:
        super().__init__(id="pages")
        self.views: dict[str, PageView] = {}
        """The pages there are, by ref."""

    async def show(self, state: State) -> PageView:
        """Bring the page where the person is into sight, and return it."""
        view = await self._view(state.here, state)
        is_first_time = not view.was_shown
        view.show(state)
        self.current = view.id
        if is_first_time:
            self.call_after_refresh(view.scroll_home, animate=False)  # its title comes before its first box
        return view

    async def mount_near(self, state: State) -> bool:
        """Mount the pages on either side, so that going on is instant; return whether one looks across workbooks."""
        around = (next_page(state), previous_page(state))
        near = [await self._view(ref, state) for ref in around if ref is not None and self.is_attached]
        return any(view.looks_across for view in (self.views[state.here], *near))

    async def _view(self, ref: str, state: State) -> PageView:
        if ref not in self.views:
            view = self.views[ref] = PageView(ref, state)
            view.display = False
            await self.mount(view)
        return self.views[ref]
