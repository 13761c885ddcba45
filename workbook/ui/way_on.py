"""The way on from a page: its button and its key both say where it leads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.widgets import Button

from workbook.flow.walk import is_last
from workbook.ui.screens.scrolling import ScrollingScreen
from workbook.ui.text import plain

if TYPE_CHECKING:
    from textual.binding import ActiveBinding
    from textual.widget import Widget

    from workbook.ui.sitting import Sitting

NEXT, FINISH, RETURN = "Next", "Finish", "Where you were"
"""Words for the key."""

BUTTONS = {NEXT: "Next ›", FINISH: "Finish", RETURN: "Back to where you were"}
"""Words for the button, by those for the key."""


class WayOn(ScrollingScreen[None]):
    """A screen that walks a sitting, with the button `#next` and the action `next`."""

    sitting: Sitting

    @property
    def way_on(self) -> str:
        """What going on from this page does, in the words of its key."""
        if self.sitting.is_aside:
            return RETURN
        return FINISH if is_last(self.sitting.state) else NEXT

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys as they are now, the one for going on called by what it does from here."""
        return {
            key: one._replace(binding=replace(one.binding, description=self.way_on))
            if one.node is self and one.binding.action == "next"
            else one
            for key, one in super().active_bindings.items()
        }

    @property
    def focus_chain(self) -> list[Widget]:
        """What tab goes through: the way on comes before the way back, which stands left of it."""
        chain = super().focus_chain
        back, on = (next((each for each in chain if each.id == name), None) for name in ("back", "next"))
        if back is not None and on is not None:
            chain.remove(on)
            chain.insert(chain.index(back), on)
        return chain

    def show_way_on(self) -> None:
        """Let the button and the key say where going on leads from the page just reached."""
        self.query_one("#next", Button).label = plain(BUTTONS[self.way_on])
        self.refresh_bindings()
