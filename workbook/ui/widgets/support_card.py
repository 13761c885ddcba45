"""A card that offers people to talk to. It blocks nothing, and what is chosen on it is kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Button, Static

from workbook.ui.text import plain

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workbook.guide.model import Support

Answer = Literal["carry_on", "stop", "show"]
CARD = "That sounds hard. You can carry on, stop for today, or see who you could talk to."
CHOICES = ("Carry on", "Stop for today", "Show me who I can talk to")
"""What a guide that says nothing of its own says."""

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
        yield Static(plain(self._support.low_mood_card or CARD))
        choices = self._support.low_mood_choices if len(self._support.low_mood_choices) == len(ANSWERS) else CHOICES
        with Vertical(classes="buttons"):
            for answer, text in zip(ANSWERS, choices, strict=True):
                yield Button(plain(text), id=answer, compact=True)

    @on(Button.Pressed)
    def answered(self, event: Button.Pressed) -> None:
        """Put the card away and pass the answer on."""
        event.stop()
        self.display = False
        for answer in ANSWERS:
            if answer == event.button.id:
                self.post_message(self.Answered(answer))
