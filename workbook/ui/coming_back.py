"""Coming back: whoever opens a workbook from a list of many finds that list again on leaving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbook.ui.app import WorkbookApp

    Show = Callable[[], object]


class ComingBack:
    """Remembers one place, for as long as the workbook that was opened from there is open.

    Showing Home anew forgets it, and so does whoever closes the place.
    """

    def __init__(self, app: WorkbookApp) -> None:
        self._app = app
        self._place: Show | None = None

    def to(self, place: Show) -> None:
        """Take what shows the place again, as it was left. For the moment before a workbook is opened from there."""
        self._place = place

    def take(self) -> Show | None:
        """Return what shows the place, and forget it."""
        place, self._place = self._place, None
        return place

    def forget(self) -> None:
        """Stay where one is, the next time."""
        self._place = None

    def show(self, place: Show | None) -> None:
        """Show the place again, over Home; under a lock, once that is open again."""
        if place is not None and not self._app.screen_lock.hold(place):
            place()
