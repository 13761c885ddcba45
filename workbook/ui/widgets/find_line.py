"""The line in which one types what to find in a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Button, Input

from workbook.ui.text import plain
from workbook.ui.widgets.steady import Steady

if TYPE_CHECKING:
    from textual.app import ComposeResult


class FindLine(Horizontal):
    """What to find, how often it is there, and buttons for who has no keys for it. Hidden until it is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Hit before", show=False, id="find.before"),
        Binding("down", "step(1)", "Next hit", show=False, id="find.next"),
    ]

    @dataclass
    class Sought(Message):
        """Something else is looked for."""

        needle: str

    @dataclass
    class Stepped(Message):
        """Go to the next hit, or with -1 to the one before; by enter, on to the document."""

        by: int
        onward: bool = False

    class Closed(Message):
        """Nothing is looked for any more."""

    def __init__(self) -> None:
        super().__init__()
        self._box = Input(placeholder="Find", id="find", compact=True, select_on_focus=True)
        self._found = Steady(id="found")

    def compose(self) -> ComposeResult:
        """The box, the count and the buttons."""
        yield self._box
        yield self._found
        yield Button("‹", id="hit-before", compact=True, tooltip="The hit before")
        yield Button("›", id="hit-next", compact=True, tooltip="The next hit")
        yield Button("×", id="find-close", compact=True, tooltip="Close")

    @property
    def needle(self) -> str:
        """What is looked for."""
        return self._box.value

    def open(self) -> None:
        """Let the person type, over what was looked for before."""
        self.display = True
        self._box.focus()

    def say(self, found: str) -> None:
        """Say how often it is there."""
        self._found.update(plain(found))

    def action_step(self, by: int) -> None:
        """Go to another hit, still typing."""
        self.post_message(self.Stepped(by))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Sought(event.value))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Stepped(1, onward=True))

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        steps = {"hit-before": -1, "hit-next": 1}
        by = steps.get(event.button.id or "")
        self.post_message(self.Stepped(by) if by else self.Closed())
