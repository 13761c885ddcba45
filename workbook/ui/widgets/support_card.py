"""A card that offers people to talk to. It blocks nothing, and what is chosen on it is kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual import on
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Static

from workbook.ui.text import plain

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workbook.guide.model import Support

Answer = Literal["carry_on", "stop", "show"]
ANSWERS: tuple[Answer, ...] = ("carry_on", "stop", "show")


class SupportCard(Vertical):
    """A few words and three equal answers."""

    @dataclass
    class Answered(Message):
        """One of the three was chosen."""

        answer: Answer

    def __init__(self, support: Support) -> None:
        super().__init__(classes="support-card")
        self.display = False
        self._support = support

    def compose(self) -> ComposeResult:
        """The words, and the answers in a row."""
        yield Static(plain(self._support.low_mood_card))
        with Horizontal(classes="buttons"):
            for answer, text in zip(ANSWERS, self._support.low_mood_choices, strict=False):
                yield Button(plain(text), id=answer, compact=True)

    @on(Button.Pressed)
    def answered(self, event: Button.Pressed) -> None:
        """Put the card away and pass the answer on."""
        event.stop()
        self.display = False
        for answer in ANSWERS:
            if answer == event.button.id:
                self.post_message(self.Answered(answer))
