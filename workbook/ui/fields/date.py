"""A day: typed as people type days, and said back so that a slip is noticed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from textual import on
from textual.widgets import TextArea

from workbook.flow.dates.reading import Looks, Reading, read
from workbook.flow.dates.saying import say, typed
from workbook.flow.piping import fill
from workbook.flow.suggest import suggested_day
from workbook.flow.values import day_of
from workbook.ui.fields.boxed import BoxedField, as_words
from workbook.ui.widgets.date_line import DateLine
from workbook.ui.widgets.quiet import Quiet
from workbook.ui.widgets.suggestions import Suggestions

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from workbook.flow.state import State
    from workbook.flow.values import Value
    from workbook.guide.model import Date, Place

UNREADABLE = "That could not be read as a day. It is kept as you typed it. Try it"
AHEAD = "such as tomorrow, in 2 weeks, or 27 November 2026"
BEEN = "such as yesterday, 3 days ago, or 12 November 2026"
WHICH = "Which day do you mean?"
SUGGESTED = "Suggested:"
_LONGEST = 100
"""No day takes more characters than this to write, so longer text is not tried."""


class DateField(BoxedField):
    """A line for the day; below it the day in full, or the days it could be, or a day to start from."""

    def __init__(self, place: Place, state: State) -> None:
        super().__init__(place, state)
        self.field = cast("Date", place.field)
        self.examples = BEEN if self.field.past else AHEAD
        self.looks: Looks | None = "back" if self.field.past else "ahead" if self.field.follow_up else None
        """Which way its day is meant to lie."""
        self.unreadable = f"{UNREADABLE} {self.examples}."
        """What is said of words that are no day."""
        self.box = DateLine(placeholder=fill(self.field.placeholder, state) or self.examples)
        self.said = Quiet(classes="date-said")
        self.offers = Suggestions(())
        self.day: date | None = None
        """The day it is settled on."""
        self.offered: tuple[date, ...] = ()
        """The days that can be picked now."""
        self.draft = ""
        self._goes_on = False
        """Whether the focus, when it comes, comes to go on with what is being written."""
        self._start()

    def compose_control(self) -> ComposeResult:
        """Give the line, the day said back, and days to pick."""
        yield self.box
        yield self.said
        yield self.offers
        yield self.note

    def show(self, state: State) -> None:
        """Follow what day it is, a suggestion counted from earlier answers, and a default left to stand."""
        super().show(state)
        if self.answer is None and not self.touched:
            self.answer = self.stored()
            self._start()
        else:
            self._say(typing=self.box.has_focus)

    def _start(self) -> None:
        """Show the stored day and do not read it again: a `next friday` of last month stays that Friday."""
        today = self.state.around.today
        self.draft = typed(today) if self.field.default == "today" else ""
        if self.answer is None:
            text, self.day = self.draft, today if self.draft else None
        else:
            text, self.day = _text_of(self.answer), day_of(self.answer)
        if self.box.fit(text) != self.box.text:
            self.box.show_text(text)
            self._ready_to_replace()
        self._say()

    # ------------------------------------------------------------------------------------- what it says

    def _say(self, *, typing: bool = False) -> None:
        """Say what the text means. While it is being typed, do not yet say that it means nothing."""
        today = self.state.around.today
        reading = self._read() if self.day is None else Reading(self.box.text)
        if self.day is not None:
            self.said.say(say(self.day, today))
        else:
            self.said.say(self.unreadable if reading.unreadable and not typing else "")
        if self.day is None and self.box.text.strip():
            # A stored text that was not settled is asked about, even if it can be read today.
            found = reading.choices or ((reading.day,) if reading.day else ())
            # What is asked about lies ahead, unless the field says that it has been: those days first.
            found = tuple(sorted(found, key=lambda day: day > today if self.field.past else day < today))
            self._offer(found, WHICH, numbered=True)
        else:
            day = None if self.day is not None else suggested_day(self.field, self.state)
            self._offer((day,) if day else (), SUGGESTED, numbered=False)

    def _offer(self, days: tuple[date, ...], lead: str, *, numbered: bool) -> None:
        self.offered = days
        self.offers.numbered = numbered
        self.offers.offer(tuple(say(day, self.state.around.today) for day in days), lead)

    def _read(self) -> Reading:
        text, around = self.box.text, self.state.around
        return read(text, around.today, around.day_first, self.looks) if len(text) <= _LONGEST else Reading(text)

    # ------------------------------------------------------------------------------------ what is done

    def take(self) -> None:
        """Read the text as it is now, and take it as the answer."""
        self.day = self._read().day
        self._settle()

    def _settle(self) -> None:
        self.note.say("")
        self._say(typing=self.box.has_focus)
        text = self.box.text
        # What was emptied on purpose stays empty, where a default would come back.
        blank = not text and not self.draft
        self.change(None if blank else {"text": text, "day": self.day.isoformat() if self.day else None})

    def put_day(self, day: date) -> None:
        """Put this day in the place of what is there."""
        if read(typed(day), self.state.around.today).day == day:
            self.box.replace_all(typed(day))
            self.day = day
            self._settle()

    @property
    def is_behind(self) -> bool:
        """Whether something was written in the box that has not been taken yet."""
        return self.box.text != self.box.fit(self.draft if self.answer is None else _text_of(self.answer))

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.box.is_fresh = False
        if self.answer is None or self.box.text != _text_of(self.answer):
            self.take()

    @on(DateLine.Moved)
    def _moved(self, event: DateLine.Moved) -> None:
        event.stop()
        if self.day is not None:
            if date.min.toordinal() <= self.day.toordinal() + event.days <= date.max.toordinal():
                self.put_day(self.day + timedelta(days=event.days))
        elif not self.box.text.strip():
            self.put_day(suggested_day(self.field, self.state) or self.state.around.today)

    @on(Suggestions.Picked)
    def _picked(self, event: Suggestions.Picked) -> None:
        event.stop()
        day = self.offered[event.index]
        if self.box.text.strip():
            self.day = day
            self._settle()
        else:
            self.put_day(day)
        self.box.focus()

    @on(Suggestions.Wrote)
    def _wrote(self, event: Suggestions.Wrote) -> None:
        """Let what is written among the days go on in the box."""
        event.stop()
        self.box.focus()
        self.box.move_cursor(self.box.document.end)
        self.box.insert(event.text)
        self._goes_on = True

    @on(DateLine.Submitted)
    def _submitted(self, event: DateLine.Submitted) -> None:
        event.stop()
        self._say()
        if self.day is None and self.offered and self.box.text.strip():
            self.offers.focus()
        else:
            self.post_message(self.Done(self))

    def on_resize(self) -> None:
        """Bring what is said below the box into sight as soon as it takes room."""
        if self.box.has_focus:
            self.scroll_visible(animate=False)

    def on_descendant_focus(self) -> None:
        """Let typing replace a day that stands there, rather than join it: the two together would be no day."""
        if self._goes_on:
            self._goes_on = self.box.is_fresh = False
        if self.box.is_fresh:
            self._ready_to_replace()

    def on_click(self) -> None:
        """Keep to that where it was a click that led here. Once something was done here, a click sets the cursor."""
        if self.box.is_fresh and self.box.selection.is_empty:
            self._ready_to_replace()
        self.box.is_fresh = False

    def _ready_to_replace(self) -> None:
        """Select what stands there, unless it is words that are no day: nobody means to write over those."""
        is_words = self._read().unreadable and any(map(str.isalpha, self.box.text))
        if self.box.has_focus and not is_words:
            self.box.select_everything()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Say that a text cannot be read only once the person has left it."""
        if event.widget is self.box:
            self._say()

    def editable_text(self) -> str:
        """Return what to write on in an editor of the person's own."""
        return self.box.text

    def take_text(self, text: str) -> None:
        """Take what came back from the editor."""
        self.box.replace_all(text)


def _text_of(answer: Value) -> str:
    return as_words(answer.get("text") if isinstance(answer, Mapping) and "text" in answer else answer)
