"""Many lines of text."""

from __future__ import annotations

import re
from time import monotonic
from typing import TYPE_CHECKING, cast

from workbook.flow.gathered import origins
from workbook.flow.notes import timer_minutes
from workbook.flow.piping import fill
from workbook.flow.suggest import suggestions
from workbook.ui.fields.written import WrittenField
from workbook.ui.widgets.suggestions import Suggestions
from workbook.ui.widgets.writing import Writing
from workbook.ui.widgets.writing_timer import WritingTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from workbook.flow.state import State
    from workbook.guide.model import LongText, Place

_DOTS = re.compile(r"\s*(…|\.\.\.)\s*$")


class LongTextField(WrittenField):
    """Room to write, with a quiet timer and a few openings where the guide has them."""

    def __init__(self, place: Place, state: State, clock: Callable[[], float] = monotonic) -> None:
        self.field = cast("LongText", place.field)
        super().__init__(place, state)
        self.timer = WritingTimer(timer_minutes(self.field, state), clock)
        self.starters = Suggestions(
            self._openings(),
            "Stuck? Start with:",
            rest=f"Stuck? {_ways(len(self.field.starters))}",
            stacked=True,
        )
        self.offers = Suggestions(suggestions(self.field, state), origins=origins(self.field.bank, state))

    def make_box(self, placeholder: str) -> Writing:
        """Return an empty box, as high as the guide says."""
        return Writing(placeholder=placeholder, rows=self.field.rows)

    def compose_control(self) -> ComposeResult:
        """Give the box, and below it the timer and what is offered, where there are any."""
        yield self.box
        yield self.note
        if self.field.timer:
            yield self.timer
        if self.field.starters:
            yield self.starters
        if self.field.suggest or self.field.bank:
            yield self.offers

    def show(self, state: State) -> None:
        """Follow earlier answers, from which the offers and the length of the timer come."""
        super().show(state)
        self.timer.set_minutes(timer_minutes(self.field, state))
        self.starters.offer(self._openings())
        self.offers.offer(suggestions(self.field, state), origins=origins(self.field.bank, state))

    def take(self) -> None:
        """Take the answer from the box, and start the timer if this was the first key."""
        super().take()
        if self.field.timer:
            self.timer.wrote()

    def put_in(self, text: str) -> None:
        """Put offered words in the box; an opening loses its dots, as writing goes on from there."""
        super().put_in(_DOTS.sub(" ", text))

    def _openings(self) -> tuple[str, ...]:
        return tuple(fill(starter, self.state) for starter in self.field.starters)


def _ways(count: int) -> str:
    return "One way to start ▸" if count == 1 else f"{count} ways to start ▸"
