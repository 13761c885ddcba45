"""What one line and many lines have in common: the answer is the text of one box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import TextArea

from workbook.flow.piping import fill
from workbook.flow.suggest import prefill
from workbook.ui.fields.boxed import BoxedField, as_words
from workbook.ui.widgets.suggestions import PUT_IN, Suggestions

if TYPE_CHECKING:
    from workbook.flow.state import State
    from workbook.guide.model import Place
    from workbook.ui.widgets.writing import Writing


class WrittenField(BoxedField):
    """Words in a box, kept exactly as they were typed."""

    def __init__(self, place: Place, state: State) -> None:
        super().__init__(place, state)
        self.box = self.make_box(fill(place.field.placeholder, state))
        self.draft = self.box.fit(as_words(prefill(place.field, state)))
        self.box.show_text(self.draft if self.answer is None else as_words(self.answer))
        self.box.move_cursor(self.box.document.end)
        self._put = ""
        """What the box held when an offer had been put into it."""

    def make_box(self, placeholder: str) -> Writing:
        """Return the empty box of this kind of field."""
        raise NotImplementedError

    def show(self, state: State) -> None:
        """Follow what changed elsewhere. What the person wrote stays as it is."""
        super().show(state)
        if self.answer is not None or self.box.text != self.draft:
            return
        if self.stored() is not None:
            self.adopt()
        else:
            self.draft = self.box.fit(as_words(prefill(self.place.field, state)))
            self.box.show_text(self.draft)

    def adopt(self) -> None:
        """Show an answer that came from elsewhere, unless the person was here first."""
        if not self.touched:
            self.answer = self.stored()
            self.box.show_text(as_words(self.answer))

    def value(self) -> str | None:
        """Return exactly what is in the box, or None while nothing was written.

        A draft that was emptied on purpose is an empty answer rather than none, so that it stays empty.
        """
        text = self.box.text
        return None if text == self.draft or not (text or self.draft) else text

    def take(self) -> None:
        """Take the answer from the box, now."""
        is_put = bool(self._put) and self.box.text == self._put
        self.note.say(self.remark() or (PUT_IN if is_put else ""))
        self.change(self.value())

    def remark(self) -> str:
        """Return what to say quietly about the length; nothing by default."""
        return ""

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.take()

    @on(Suggestions.Picked)
    def _picked(self, event: Suggestions.Picked) -> None:
        event.stop()
        self.put_in(event.text)

    def put_in(self, text: str) -> None:
        """Put offered words in the box: in the place of a draft, beside anything the person wrote."""
        if self.answer is None and self.box.text == self.draft:
            self.box.replace_all(text)
        else:
            self.box.insert_words(text)
        self._put = self.box.text
        self.box.focus()

    @on(Suggestions.Wrote)
    def _wrote(self, event: Suggestions.Wrote) -> None:
        """Let words that are written among the offers go on in the box."""
        event.stop()
        self.box.insert_words(event.text)
        self.box.focus()

    def editable_text(self) -> str:
        """Return what to write on in an editor of the person's own."""
        return self.box.text

    def take_text(self, text: str) -> None:
        """Take what came back from the editor."""
        self.box.replace_all(text)

    def let_go(self) -> None:
        """Empty the box, with all it could undo to."""
        self.box.forget()
        self.draft = self._put = ""
        self.answer = None
        self.touched = True
        self.note.say("")
