"""Any of many, in groups or not, and words of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on
from textual.widgets import Static, TextArea

from workbook.flow.fitting import fit
from workbook.flow.piping import fill
from workbook.flow.values import is_blank
from workbook.guide.model import options_of
from workbook.ui.fields.base import FieldWidget
from workbook.ui.text import plain
from workbook.ui.widgets.check_list import CheckList
from workbook.ui.widgets.quiet import Quiet
from workbook.ui.widgets.writing import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from workbook.flow.state import State
    from workbook.guide.model import Checklist, Place


class ChecklistField(FieldWidget):
    """Words to tick, and where the guide allows it a line for words of one's own."""

    def __init__(self, place: Place, state: State) -> None:
        super().__init__(place, state)
        self.field = cast("Checklist", place.field)
        self.check_list = CheckList()
        self.enough = Quiet()
        self.own = Line(classes="own") if self.field.other else None
        self._values = [option.value for option in self.field.choices]
        answer = fit(self.field, self.answer)
        stored = list(self.field.checked) if answer is None else answer
        self._ticked = {item for item in stored if item in self._values}
        self._take_in_strange([item for item in dict.fromkeys(stored) if item not in self._values])
        self._own_words = self.own.text if self.own else ""

    def _take_in_strange(self, strange: list[str]) -> None:
        """Stored words that are no option: the last stands in the line, any others as ticked words."""
        if self.own is not None and strange:
            self.own.show_text(strange.pop())
        self._strange = strange
        self._values.extend(strange)
        self._ticked.update(strange)

    def compose_control(self) -> ComposeResult:
        """The words to tick, then the line of one's own."""
        self._show_ticks()
        yield self.check_list
        if self.own is not None:
            yield Static(plain(fill(self.field.other, self.state)), classes="own-label")
            yield self.own
        yield self.enough

    def first_focus(self) -> Widget | None:
        """The words to tick."""
        return self.check_list

    def _show_ticks(self) -> None:
        field = self.field
        grouped = {"": field.options} if field.options else field.groups
        groups = [(heading, [option.text for option in options_of(options)]) for heading, options in grouped.items()]
        if self._strange:
            groups.append(("", self._strange))
        places = {index for index, value in enumerate(self._values) if value in self._ticked}
        self.check_list.show(groups, places)

    # ---------------------------------------------------------------------------------------------- answering

    @property
    def _picks(self) -> int:
        return len(self._ticked) + (not is_blank(self._own_words))

    @on(CheckList.Ticked)
    def word_ticked(self, event: CheckList.Ticked) -> None:
        """Tick or untick a word, unless it would be one too many."""
        event.stop()
        value, most = self._values[event.index], self.field.max_picks
        if value in self._ticked:
            self._ticked.remove(value)
        elif most is not None and self._picks >= most:
            self.enough.say(f"Up to {most} here. Untick one to choose another.")
            return
        else:
            self._ticked.add(value)
        self.enough.say("")
        self._show_ticks()
        self._send()

    @on(TextArea.Changed)
    def own_changed(self, event: TextArea.Changed) -> None:
        """Take in the words of one's own. They are never refused, but where they are one too many, that is said."""
        event.stop()
        if self.own is not None and self.own.text != self._own_words:
            self._own_words = self.own.text
            most = self.field.max_picks
            self.enough.say(f"Up to {most} here. Untick one, or empty this line." if self._is_too_many else "")
            self._send()

    @property
    def _is_too_many(self) -> bool:
        return self.field.max_picks is not None and self._picks > self.field.max_picks

    def _send(self) -> None:
        """Send all that is ticked.

        An empty list is sent where words stand ticked from the start, or unticking them all would bring them back.
        """
        picked = [value for value in self._values if value in self._ticked]
        if not is_blank(self._own_words):
            picked.append(self._own_words)
        self.change(picked if picked or self.field.checked else None)

    @on(Line.Submitted)
    def own_done(self, event: Line.Submitted) -> None:
        """Go on to the next field."""
        event.stop()
        self.post_message(self.Done(self))
