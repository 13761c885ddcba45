"""What the widget of every kind of field has in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from workbook.flow.piping import fill
from workbook.ui.text import plain

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from workbook.flow.state import State
    from workbook.flow.values import Value
    from workbook.guide.model import Place


class FieldWidget(Vertical):
    """One question: its label, a line of help, and the control that takes the answer.

    Attributes come down (`show`, when an earlier answer changed), messages go up (`Changed`, at every change).
    A widget never saves and never decides what comes next. It stays mounted while the workbook is open, so undo,
    cursor and scroll survive going to another page and back.
    """

    @dataclass
    class Changed(Message):
        """The person changed the answer. `value` has the shape `flow.values` gives for the kind; None is blank."""

        field: FieldWidget
        value: Value | None

        @property
        def control(self) -> FieldWidget:
            """The widget, for `@on` selectors."""
            return self.field

    @dataclass
    class Done(Message):
        """The person is done here (Enter in a one-line field): go on to the next field."""

        field: FieldWidget

    def __init__(self, place: Place, state: State) -> None:
        super().__init__(classes=f"field {place.field.kind_name}")
        self.place = place
        self.state = state
        self.answer: Value | None = state.answers.get(place.ref)
        self.label = Static(plain(fill(place.field.label, state)), classes="field-label")
        self.help_line = Static(plain(fill(place.field.help, state)), classes="field-help")
        self.help_line.display = bool(place.field.help)

    def compose(self) -> ComposeResult:
        """The label and help, then the control."""
        yield self.label
        yield self.help_line
        yield from self.compose_control()

    def compose_control(self) -> ComposeResult:
        """The control that takes the answer, and what stands with it."""
        yield from ()

    def show(self, state: State) -> None:
        """Follow what changed elsewhere: piped wording, suggestions, options, rows. Never touches the answer."""
        self.state = state
        for line, template in ((self.label, self.place.field.label), (self.help_line, self.place.field.help)):
            if "{{" in template:
                line.update(plain(fill(template, state)))

    def change(self, value: Value | None) -> None:
        """Take the answer from the control and send it up."""
        self.answer = value
        self.post_message(self.Changed(self, value))

    def first_focus(self) -> Widget | None:
        """The control to focus when the person comes to this field; None when it takes no answer."""
        return next((widget for widget in self.query("*") if widget.focusable), None)

    def editable_text(self) -> str | None:
        """The writing that can be taken to the person's own editor; None when there is none."""
        return None

    def take_text(self, text: str) -> None:
        """Take back what was written in the editor, as if it had been typed here."""

    def let_go(self) -> None:
        """Empty the control, with all it could undo to. Only fields that can be let go do anything."""
