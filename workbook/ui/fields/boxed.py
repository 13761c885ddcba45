"""What the fields that are answered by writing in a box have in common."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from textual import on

from workbook.ui.fields.base import FieldWidget
from workbook.ui.widgets.quiet import Quiet
from workbook.ui.widgets.writing import LIMIT, Writing

if TYPE_CHECKING:
    from workbook.flow.state import State
    from workbook.flow.values import Value
    from workbook.guide.model import Place

FULL = (
    f"This box holds {LIMIT:,} characters, and that would be more. Nothing you wrote was cut. "
    "The rest can go in another box."
)


def as_words(value: Value) -> str:
    """Return text for an answer of any type: an import may bring a number or a list in place of words."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


class BoxedField(FieldWidget):
    """A field with boxes, and a quiet line for what there is to say about what was put into them.

    What stands in a box before the person has written there is its *draft*: a prefill, a default day, a
    drafted letter. A draft is no answer, and follows earlier answers for as long as it is left as it is.
    """

    def __init__(self, place: Place, state: State) -> None:
        super().__init__(place, state)
        self.touched = False
        """Whether the person has changed anything here since the field was made."""
        self.note = Quiet(classes="field-note")

    def change(self, value: Value | None) -> None:
        """Send the answer up, unless it is what it was."""
        self.touched = True
        if value != self.answer:
            super().change(value)

    def stored(self) -> Value | None:
        """Return the answer that the state has for this field."""
        return self.state.answers.get(self.place.ref)

    @on(Writing.Full)
    def _say_full(self, event: Writing.Full) -> None:
        event.stop()
        self.note.say(FULL)
