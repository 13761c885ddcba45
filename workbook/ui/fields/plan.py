"""A plan: if this happens, then I do that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.containers import Horizontal
from textual.widgets import Static, TextArea

from workbook.flow.piping import fill
from workbook.flow.suggest import drafted
from workbook.ui.fields.boxed import BoxedField, as_words
from workbook.ui.text import plain
from workbook.ui.widgets.writing import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workbook.flow.state import State
    from workbook.flow.values import Value
    from workbook.guide.model import Place, Plan


class PlanField(BoxedField):
    """Two lines that belong together: Enter in the first goes to the second."""

    HALVES: ClassVar[tuple[str, str]] = ("if", "then")

    def __init__(self, place: Place, state: State) -> None:
        super().__init__(place, state)
        self.field = cast("Plan", place.field)
        self.if_box = Line(placeholder=_for_instance(fill(self.field.if_placeholder, state)))
        self.then_box = Line(placeholder=_for_instance(fill(self.field.then_placeholder, state)))
        self.drafts = self._drafted()
        """What stands in either half until the person writes there."""
        self._put(self.drafts if self.answer is None else _halves(self.answer))

    def compose_control(self) -> ComposeResult:
        """Give the two lines, joined at the left."""
        yield Horizontal(Static(plain("If"), classes="plan-word"), self.if_box, classes="plan-if")
        yield Horizontal(Static(plain("then"), classes="plan-word"), self.then_box, classes="plan-then")
        yield self.note

    def show(self, state: State) -> None:
        """Follow the prefills: either half, for as long as nothing else was written in it."""
        super().show(state)
        before, self.drafts = self.drafts, self._drafted()
        if self.answer is None and not self.touched and self.stored() is not None:
            self.answer = self.stored()
            self._put(_halves(self.answer))
        elif before != self.drafts:
            texts = self._texts()
            pairs = zip(texts, before, self.drafts, strict=True)
            self._put(tuple(new if text == old else text for text, old, new in pairs))
            if self.answer is not None and self._texts() != texts:
                self.take()

    def _drafted(self) -> tuple[str, str]:
        first, second = drafted(self.field, self.state).values()
        return self.if_box.fit(first), self.then_box.fit(second)

    def _texts(self) -> tuple[str, str]:
        return self.if_box.text, self.then_box.text

    def _put(self, texts: tuple[str, ...]) -> None:
        self.if_box.show_text(texts[0])
        self.then_box.show_text(texts[1])

    def take(self) -> None:
        """Take both halves as the answer; a prefill that stands in one counts once the other was written."""
        self.note.say("")
        texts = self._texts()
        nothing = texts == self.drafts or not any((*texts, *self.drafts))
        self.change(None if nothing else dict(zip(self.HALVES, texts, strict=True)))

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.take()

    @on(Line.Submitted)
    def _submitted(self, event: Line.Submitted) -> None:
        event.stop()
        if event.line is self.if_box:
            self.then_box.focus()
        else:
            self.post_message(self.Done(self))

    def _edited(self) -> Line:
        return self.then_box if self.then_box.has_focus else self.if_box

    def editable_text(self) -> str:
        """Return what to write on in an editor of the person's own: the half that has the cursor."""
        return self._edited().text

    def take_text(self, text: str) -> None:
        """Take what came back from the editor into the half that has the cursor."""
        self._edited().replace_all(text)


def _for_instance(words: str) -> str:
    """Return words that only show what could stand there, so that they differ from such as do, in any colours."""
    return f"such as: {words}" if words else ""


def _halves(answer: Value) -> tuple[str, str]:
    if isinstance(answer, Mapping):
        return as_words(answer.get("if")), as_words(answer.get("then"))
    return as_words(answer), ""
