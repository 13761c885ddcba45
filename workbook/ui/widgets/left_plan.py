"""The plan for another time that an earlier workbook left, on the first page of the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.widgets import Button, Static

from workbook.flow.dates.saying import short
from workbook.flow.plain import one_line
from workbook.ui.text import plain

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workbook.flow.gathered import LeftPlan

GREETING = "Last time you left yourself this plan."
FOLDED = "There is a plan from last time."


class LeftPlanCard(Vertical):
    """A quiet card with the plan in the person's words and its day. It can be folded to a line."""

    def __init__(self) -> None:
        super().__init__(classes="left-plan")
        self.display = False
        self._plan: LeftPlan | None = None
        self._is_folded = False
        self._words = Static()
        self._button = Button("Fold", compact=True)

    def compose(self) -> ComposeResult:
        """The plan, and the way to fold it."""
        yield self._words
        yield self._button

    def show(self, plan: LeftPlan | None) -> bool:
        """Show this plan, or no card where there is none; return whether the card has only now come."""
        if plan == self._plan:
            return False
        was_there, self._plan = self.display, plan
        self._draw()
        self.display = plan is not None
        return self.display and not was_there

    def _draw(self) -> None:
        if self._plan is None:
            return
        when = plain(one_line(f"Written {short(self._plan.day)}, {self._plan.source}"), "$text-muted")
        if self._is_folded:
            drawn = plain(FOLDED, "$text-muted")
        else:
            drawn = plain(f"{GREETING}\n", "$text-muted") + plain(f"{self._plan.words}\n") + when
        self._words.update(drawn)
        self._button.label = "Show it" if self._is_folded else "Fold"

    @on(Button.Pressed)
    def pressed(self, event: Button.Pressed) -> None:
        """Fold it, or show it again."""
        event.stop()
        self._is_folded = not self._is_folded
        self._draw()
        self.call_after_refresh(self.scroll_visible, animate=False, top=True)
