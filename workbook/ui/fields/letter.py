"""A letter to copy out. Nothing is ever sent from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual import on
from textual.containers import Horizontal
from textual.widgets import Button, Static, TextArea

from workbook.flow.suggest import letter
from workbook.ui.fields.boxed import BoxedField, as_words
from workbook.ui.text import plain
from workbook.ui.widgets.quiet import Quiet
from workbook.ui.widgets.writing import Line, Writing

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workbook.flow.state import State
    from workbook.flow.values import Value
    from workbook.guide.model import Letter, Place

COPY = "Copy"
AGAIN = "Start again from the draft"
UNDO = "Undo"
STAYS = "Nothing is sent from here. Copy it into your own mail."
COPIED = "Copied. If pasting gives nothing, your terminal does not allow it; export the workbook instead."


class LetterField(BoxedField):
    """A subject and a body, drafted from earlier answers and open to any change."""

    def __init__(self, place: Place, state: State) -> None:
        super().__init__(place, state)
        self.field = cast("Letter", place.field)
        self.subject = Line(classes="letter-subject")
        self.body = Writing(rows=12, classes="letter-body")
        self.copied = Quiet(classes="letter-copied")
        self.copy_button = Button(plain(COPY), compact=True, classes="letter-copy")
        self.again_button = Button(plain(AGAIN), compact=True, classes="letter-again")
        self.draft = self._drafted()
        self.set_aside: tuple[str, str] | None = None
        """What stood here before starting again, for as long as nothing else was written."""
        self._put(self.draft if self.answer is None else _letter_of(self.answer))
        self._offer_again()

    def compose_control(self) -> ComposeResult:
        """Give the subject, the body, and what can be done with them."""
        yield Horizontal(Static(plain("Subject"), classes="letter-word"), self.subject, classes="letter-head")
        yield self.body
        yield self.note
        yield Horizontal(self.copy_button, self.again_button, classes="letter-buttons")
        yield self.copied
        yield Quiet(STAYS, classes="letter-stays")

    def show(self, state: State) -> None:
        """Let the draft follow earlier answers, while the person has not changed it."""
        super().show(state)
        drafted = self._drafted()
        unchanged = self.answer is None and self._texts() == self.draft
        self.draft = drafted if unchanged or self.answer is not None else self.draft
        if unchanged and self.stored() is not None and not self.touched:
            self.answer = self.stored()
            self._put(_letter_of(self.answer))
        elif unchanged:
            self._put(drafted)
        self._offer_again()

    def _drafted(self) -> tuple[str, str]:
        """Return the draft, whatever the person made of it."""
        others = {ref: value for ref, value in self.state.answers.items() if ref != self.place.ref}
        subject, body = letter(self.field, replace(self.state, answers=others))
        return self.subject.fit(subject), self.body.fit(body)

    def _texts(self) -> tuple[str, str]:
        return self.subject.text, self.body.text

    def _put(self, texts: tuple[str, str]) -> None:
        self.subject.show_text(texts[0])
        self.body.show_text(texts[1])

    def _offer_again(self) -> None:
        """Offer the way back to the draft, or from it, where there is one."""
        changed = self._texts() != self.draft
        self.again_button.display = changed or self.set_aside is not None
        self.again_button.label = plain(AGAIN if changed else UNDO)

    def take(self) -> None:
        """Take subject and body as the answer, unless they are the draft again."""
        self.note.say("")
        self.copied.say("")
        subject, body = self._texts()
        unchanged = (subject, body) == self.draft
        self.set_aside = self.set_aside if unchanged else None
        self._offer_again()
        self.change(None if unchanged else {"subject": subject, "body": body})

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._texts() != (self.draft if self.answer is None else _letter_of(self.answer)):
            self.take()

    @on(Line.Submitted)
    def _submitted(self, event: Line.Submitted) -> None:
        event.stop()
        self.body.focus()

    @on(Button.Pressed, ".letter-copy")
    def _copy(self, event: Button.Pressed) -> None:
        event.stop()
        self.app.copy_to_clipboard("\n\n".join(self._texts()))
        self.copied.say(COPIED)
        self.call_after_refresh(self.copied.scroll_visible, animate=False)

    @on(Button.Pressed, ".letter-again")
    def _again(self, event: Button.Pressed) -> None:
        event.stop()
        changed = self._texts() != self.draft
        put, aside = (self.draft, self._texts()) if changed else (self.set_aside or self.draft, None)
        self.subject.replace_all(put[0])
        self.body.replace_all(put[1])
        self.set_aside = aside
        self.take()

    def editable_text(self) -> str:
        """Return what to write on in an editor of the person's own: the body."""
        return self.body.text

    def take_text(self, text: str) -> None:
        """Take what came back from the editor as the body."""
        self.body.replace_all(text)


def _letter_of(answer: Value) -> tuple[str, str]:
    if isinstance(answer, Mapping):
        return as_words(answer.get("subject")), as_words(answer.get("body"))
    return "", as_words(answer)
