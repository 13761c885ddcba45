"""Whether it is saved: the line between Back and Next, and on every other screen where something is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.flow.dates.saying import short
from workbook.ui.text import plain
from workbook.ui.widgets.steady import Steady

if TYPE_CHECKING:
    from workbook.ui.sitting import Sitting


SAFE = "Kept in this window; saving goes on by itself."
NOT_SAVED = "This page is not being saved"


class SavedLine(Steady):
    """Says when it was last saved, or plainly that it could not be; then it is as high as its words."""

    def __init__(self, *, only_trouble: bool = False) -> None:
        """With `only_trouble` there is no line at all while everything is saved."""
        super().__init__(id="saved")
        self._only_trouble = only_trouble

    def show(self, sitting: Sitting) -> None:
        """Follow what became of the last save."""
        self.display = bool(sitting.trouble) or not self._only_trouble
        self.update(plain(saved_words(sitting) if self.display else ""))
        self.set_class(bool(sitting.trouble), "trouble")


def saved_words(sitting: Sitting) -> str:
    """What to say about saving."""
    if sitting.trouble:
        return f"{sitting.trouble} {SAFE}"
    if sitting.is_let_go_page:
        if not sitting.letting_go.has_removed(sitting.state.here):
            return NOT_SAVED
        return f"{NOT_SAVED}. {removed_words(len(sitting.letting_go.out_of_reach))}"
    if sitting.saved_at is None:
        return "Saved as you write"
    if sitting.saved_at.date() != sitting.state.around.today:
        return f"Saved {short(sitting.saved_at.date())}"
    return f"Saved {sitting.saved_at:%H:%M}"


def removed_words(files: int) -> str:
    """What became of what was kept of a page before it was let go, when so many files could not be reached."""
    named = "One file" if files == 1 else f"{files} files"
    rest = f" {named} here may hold it too: ctrl+p, “Out of reach”." if files else ""
    return f"What was kept of it is gone, but not from backups, exports or other computers.{rest}"
