"""One line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on

from workbook.flow.gathered import origins
from workbook.flow.suggest import suggestions
from workbook.ui.fields.written import WrittenField
from workbook.ui.widgets.suggestions import Suggestions
from workbook.ui.widgets.writing import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workbook.flow.state import State
    from workbook.guide.model import Place, Text

LONG = "A few words are enough here. All of it is kept."


class TextField(WrittenField):
    """A line to write on, which wraps when it gets longer, and below it what could be put there."""

    def __init__(self, place: Place, state: State) -> None:
        self.field = cast("Text", place.field)
        super().__init__(place, state)
        self.offers = Suggestions(suggestions(self.field, state), origins=origins(self.field.bank, state))
        self.note.say(self.remark())

    def make_box(self, placeholder: str) -> Line:
        """Return an empty line."""
        return Line(placeholder=placeholder)

    def compose_control(self) -> ComposeResult:
        """Give the line, what there is to say about it, and what is offered."""
        yield self.box
        yield self.note
        if self.field.suggest or self.field.bank:
            yield self.offers

    def show(self, state: State) -> None:
        """Follow earlier answers, from which the offers come."""
        super().show(state)
        self.offers.offer(suggestions(self.field, state), origins=origins(self.field.bank, state))

    def remark(self) -> str:
        """Say that less would do, once there is more than was asked for."""
        return LONG if len(self.box.text) > self.field.max else ""

    @on(Line.Submitted)
    def _submitted(self, event: Line.Submitted) -> None:
        event.stop()
        self.post_message(self.Done(self))
