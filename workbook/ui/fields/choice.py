"""One of a few, or words of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on
from textual.widgets import TextArea

from workbook.flow.fields import choices
from workbook.flow.fitting import fit
from workbook.flow.piping import fill
from workbook.flow.values import is_blank
from workbook.ui.fields.base import FieldWidget
from workbook.ui.widgets.choice_list import ChoiceList
from workbook.ui.widgets.options import HOW, NOT_YET
from workbook.ui.widgets.quiet import Quiet
from workbook.ui.widgets.writing import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from workbook.flow.state import State
    from workbook.guide.model import Choice, Place

NOTHING_TICKED = "Nothing ticked earlier, so there is nothing to choose from."
TICK_ABOVE = "What you tick above appears here."


class ChoiceField(FieldWidget):
    """Options, and where the guide allows it a line for an answer of one's own.

    The line comes into sight when it is wanted: when its option is chosen, or as soon as somebody writes. Its words
    stay in it when an option is chosen instead, and are the answer again as soon as they are chosen or changed.
    """

    def __init__(self, place: Place, state: State) -> None:
        super().__init__(place, state)
        self.field = cast("Choice", place.field)
        self.choice_list = ChoiceList()
        self.nothing = Quiet()
        self.how = Quiet()
        self.own = Line(classes="own") if self.field.other else None
        self._values: tuple[str, ...] = ()
        chosen = self._chosen
        self._is_own = bool(self.own and chosen) and chosen not in [
            option.value for option in choices(self.field, state)
        ]
        if self.own is not None:
            self.own.display = False
            self.own.show_text(chosen if self._is_own else "")
        self._own_words = self.own.text if self.own else ""

    @property
    def _chosen(self) -> str:
        """What stands chosen: the answer, or else the default; empty when nothing does."""
        answer = fit(self.field, self.answer)
        return self.field.default if is_blank(answer) else answer

    def compose_control(self) -> ComposeResult:
        """The options, then the line of one's own."""
        self._show_options()
        yield self.nothing
        yield self.choice_list
        yield self.how
        if self.own is not None:
            yield self.own

    def on_mount(self) -> None:
        """Begin at what is chosen."""
        self.choice_list.cursor = self.choice_list.chosen or 0

    def show(self, state: State) -> None:
        """Follow the options, which may come from an earlier answer. What was chosen stays, offered or not."""
        super().show(state)
        self._show_options()

    def first_focus(self) -> Widget | None:
        """The options; nothing when there are none."""
        return self.choice_list if self.choice_list.labels else None

    def _show_options(self) -> None:
        offered = {option.value: option.text for option in choices(self.field, self.state)}
        chosen = self._chosen
        if chosen and chosen not in offered and not self._is_own:
            offered[chosen] = chosen
        self._values = tuple(offered)
        labels = list(offered.values())
        index = self._values.index(chosen) if chosen in offered and not self._is_own else None
        if self.own is not None:
            if self._is_own:
                index = len(labels)
            labels.append(fill(self.field.other, self.state))
        self.choice_list.show(labels, index)
        if index is not None and self.how.words == NOT_YET:
            self.how.say("")
        self.choice_list.display = bool(labels)
        if self.own is not None and (self._is_own or not self._values or not is_blank(self.own.text)):
            self.own.display = True  # and never away again: that would move what is being clicked
        self.nothing.say("" if self._values else TICK_ABOVE if self._is_ticked_here else NOTHING_TICKED)

    @property
    def _is_ticked_here(self) -> bool:
        """Whether the options come from a list on this same page."""
        return self.field.options_from.startswith(f"{self.place.page_ref}.")

    # ---------------------------------------------------------------------------------------------- answering

    @on(ChoiceList.Picked)
    def option_picked(self, event: ChoiceList.Picked) -> None:
        """Take an option, the line of one's own, or nothing."""
        event.stop()
        self.how.say("")
        if event.index is not None and event.index >= len(self._values):
            self._pick_own()
            return
        self._is_own = False
        self._take(None if event.index is None else self._values[event.index])
        if event.go_on:
            self.post_message(self.Done(self))

    def _pick_own(self) -> None:
        """Go to the line. Words that stand there already become the answer."""
        if self.own is not None:
            self.own.display = True
            self.own.focus()
            if not is_blank(self.own.text):
                self._is_own = True
                self._take(self.own.text)

    @on(TextArea.Changed)
    def own_changed(self, event: TextArea.Changed) -> None:
        """Take the words of one's own as the answer."""
        event.stop()
        if self.own is not None and self.own.text != self._own_words:
            self._own_words = self.own.text
            self._is_own = not is_blank(self.own.text)
            self._take(self.own.text if self._is_own else None)

    @on(ChoiceList.Wrote)
    def wrote(self, event: ChoiceList.Wrote) -> None:
        """Let words that are written among the options go on in the line; without one, say how to choose."""
        event.stop()
        if self.own is None:
            self.how.say(HOW)
            return
        self.own.display = True
        self.own.move_cursor(self.own.document.end)
        self.own.insert_words(event.text)
        self.own.focus()

    @on(ChoiceList.PassedOver)
    def passed_over(self, event: ChoiceList.PassedOver) -> None:
        """Say that moving was not choosing, until something is chosen."""
        event.stop()
        self.how.say(NOT_YET)

    def _take(self, value: str | None) -> None:
        """Send the answer up and draw it."""
        if value != self.answer:
            self.change(value)
        self._show_options()

    @on(Line.Submitted)
    def own_done(self, event: Line.Submitted) -> None:
        """Go on to the next field."""
        event.stop()
        self.post_message(self.Done(self))
