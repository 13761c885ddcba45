"""Practising: a question, and the answers to it at a key. Nothing is counted, and nothing is kept."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from workbook.ui.gathered_blocks import answer_blocks
from workbook.ui.screens.sizes import SizedScreen
from workbook.ui.text import plain
from workbook.ui.widgets.keys import Keys
from workbook.ui.widgets.passages import Block
from workbook.ui.widgets.reading import Reading
from workbook.ui.widgets.steady import Steady

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from workbook.insight.banks.questions import Question

HIDDEN = "Say your answer, aloud if you can. Then press Space to see what you wrote."


class PracticeScreen(SizedScreen[None]):
    """One question at a time."""

    CSS_PATH = "gathered.tcss"
    AUTO_FOCUS = "#answers"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (96, "-wide")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "show_answer", "Show", key_display="space", id="practice.show", priority=True),
        Binding("space,enter", "go_on", "Next", key_display="space", id="practice.go_on", priority=True),
        Binding("n,right", "go(1)", "Next", show=False, id="practice.next", priority=True),
        Binding("b,left", "go(-1)", "Question before", show=False, id="practice.back", priority=True),
        Binding("s", "shuffle", "Shuffle", show=False, id="practice.shuffle"),
        Binding("escape,q", "close", "Back", key_display="esc", id="practice.close"),
    ]

    def __init__(self, questions: Sequence[Question], start: int = 0) -> None:
        super().__init__()
        self._in_order = list(questions)
        self._questions = list(questions)
        self._at = start
        self._is_shown = False

    def compose(self) -> ComposeResult:
        """The question, the answers, and the ways on."""
        yield from super().compose()
        with Vertical(id="column"):
            with Horizontal(id="head"):
                yield Static(plain("Practise", "bold"), id="name")
                yield Steady(id="state")
            yield Steady(id="question")
            yield Reading([], id="answers")
            with Horizontal(id="ways"):
                yield Button("‹ Back", id="close", compact=True)
                yield Button("Show", id="show", compact=True)
                yield Button("Before", id="before", compact=True)
                yield Button("Next", id="next", compact=True)
                yield Button("Shuffle", id="shuffle", compact=True)
        yield Keys()

    def on_mount(self) -> None:
        """Ask the first one."""
        self._show()

    @property
    def question(self) -> Question:
        """The question in hand."""
        return self._questions[self._at]

    @property
    def is_shuffled(self) -> bool:
        """Whether they come in any order."""
        return self._questions is not self._in_order and self._questions != self._in_order

    def _show(self) -> None:
        order = "in any order, " if self.is_shuffled else ""
        self.query_one("#state", Steady).update(
            plain(f"{order}{self._at + 1} of {len(self._questions)}", "$text-muted")
        )
        self.query_one("#question", Steady).update(plain(self.question.text))
        answers = answer_blocks(self.question) if self._is_shown else [Block(plain(HIDDEN, "$text-muted"))]
        reading = self.query_one("#answers", Reading)
        reading.show(answers)
        reading.scroll_home(animate=False)
        self.query_one("#show").display = not self._is_shown
        self.query_one("#shuffle", Button).label = "In order" if self.is_shuffled else "Shuffle"
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the same key show the answer, then go on."""
        return not self._is_shown if action == "show_answer" else self._is_shown if action == "go_on" else True

    @on(Button.Pressed, "#show")
    def action_show_answer(self) -> None:
        """Show what was written, unless the key is for a button."""
        focused = self.focused
        if isinstance(focused, Button) and focused.id != "show":
            focused.press()
        else:
            self._is_shown = True
            self._show()
            self.query_one("#answers").focus()

    def action_go_on(self) -> None:
        """Go to the next question, unless the key is for a button."""
        if isinstance(self.focused, Button):
            self.focused.press()
        else:
            self.action_go(1)

    def action_go(self, by: int) -> None:
        """Go to another question, round and round, its answers hidden."""
        self._at = (self._at + by) % len(self._questions)
        self._is_shown = False
        self._show()

    @on(Button.Pressed, "#next")
    def next_pressed(self) -> None:
        """Go to the next question."""
        self.action_go(1)

    @on(Button.Pressed, "#before")
    def before_pressed(self) -> None:
        """Go to the question before."""
        self.action_go(-1)

    @on(Button.Pressed, "#shuffle")
    def action_shuffle(self) -> None:
        """Take them in any order, or in order again."""
        here = self.question
        if self.is_shuffled:
            self._questions, self._at = self._in_order, self._in_order.index(here)
        else:
            others = [question for question in self._in_order if question is not here]
            random.shuffle(others)
            self._questions, self._at = [here, *others], 0
        self._show()

    @on(Button.Pressed, "#close")
    def action_close(self) -> None:
        """Leave, wherever it is."""
        self.dismiss(None)
