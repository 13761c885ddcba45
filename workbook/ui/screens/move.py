"""Choosing another day for a date, typed and read as in the field it was set in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from workbook.flow.dates.saying import say
from workbook.guide.model import Date, Place
from workbook.ui.fields.base import FieldWidget
from workbook.ui.fields.date import DateField
from workbook.ui.text import plain
from workbook.ui.widgets.quiet import Quiet

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workbook.flow.state import State
    from workbook.insight.settling import Dated

NO_DAY = "Nothing is moved until there is a day."
_ID = "another_day"


class MoveScreen(ModalScreen[date | None]):
    """Gives back the day; None for escape, which changes nothing. What is no day, or may be two, never goes further."""

    CSS_PATH: ClassVar = ["../fields/writing.tcss", "../fields/picking.tcss"]
    AUTO_FOCUS = "DateLine"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Back", id="move.close")]

    def __init__(self, dated: Dated, state: State) -> None:
        super().__init__(classes="card-screen")
        self._dated = dated
        part, page = next(iter(state.guide.pages.values()))
        field = Date(id=_ID, label="Which day instead?", follow_up=dated.follow_up.what)
        self._field = DateField(Place(f"{part.id}.{page.id}.{_ID}", field, page, part), state)
        self._field.unreadable = ""  # nothing is kept here, so the one line below says all there is to say
        self._no_day = Quiet(classes="quiet")
        self._today = state.around.today

    def compose(self) -> ComposeResult:
        """What is moved, the line for the day with what it is read as, and the ways on."""
        found = self._dated.follow_up
        with Vertical(classes="card"):
            yield Static(plain(found.what, "bold"), classes="card-title")
            yield Static(plain(f"Until now: {say(found.day, self._today)}"), classes="quiet")
            yield self._field
            yield self._no_day
            with Horizontal(classes="buttons"):
                yield Button("Move it", id="yes", compact=True, variant="primary")
                yield Button("Back", id="close", compact=True)

    @on(FieldWidget.Changed)
    def typed(self, event: FieldWidget.Changed) -> None:
        """Take back what was said of a day that was missing."""
        event.stop()
        self._no_day.say("")

    @on(FieldWidget.Done)
    @on(Button.Pressed, "#yes")
    def done(self, event: FieldWidget.Done | Button.Pressed) -> None:
        """Give back the day, where it is settled."""
        event.stop()
        if self._field.day is None:
            self._no_day.say(NO_DAY)
            (self._field.offers if self._field.offered else self._field.box).focus()
        else:
            self.dismiss(self._field.day)

    @on(Button.Pressed, "#close")
    def action_close(self) -> None:
        """Leave the date where it is."""
        self.dismiss(None)
