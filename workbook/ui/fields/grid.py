"""One choice for each row, and rows of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on
from textual.widgets import Static, TextArea

from workbook.flow.fields import grid_rows
from workbook.flow.piping import fill
from workbook.flow.values import is_blank
from workbook.flow.words import option_text
from workbook.ui.fields.base import FieldWidget
from workbook.ui.fields.grid_rows import GridAnswer
from workbook.ui.text import plain
from workbook.ui.widgets.grid_list import GridLine, GridList
from workbook.ui.widgets.undo_line import UndoLine
from workbook.ui.widgets.writing import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from workbook.flow.state import State
    from workbook.guide.model import Grid, Place


class GridField(FieldWidget):
    """Rows walked one by one, and a line below that adds rows of one's own.

    What is being typed in the line is part of the answer from its first letter; Enter turns it into a row to
    choose for, and the next words become another row.
    """

    def __init__(self, place: Place, state: State) -> None:
        super().__init__(place, state)
        self.field = cast("Grid", place.field)
        self.grid_answer = GridAnswer(self.answer)
        self.grid_list = GridList()
        self.undo = UndoLine()
        self.own_label = Static(plain(fill(self.field.add_own, state)), classes="own-label")
        self.own = Line(classes="own") if self.field.add_own else None
        self._in_line: int | None = None
        self._is_new = False
        self._own_words = ""
        self._rows: list[tuple[str, str]] = []
        self._own_places: list[int] = []

    def compose_control(self) -> ComposeResult:
        """The rows, then the line of one's own."""
        self._show_rows()
        yield self.grid_list
        yield self.undo
        if self.own is not None:
            yield self.own_label
            yield self.own

    def show(self, state: State) -> None:
        """Follow which rows show and how they are worded."""
        super().show(state)
        self.own_label.update(plain(fill(self.field.add_own, state)))
        self._show_rows()

    def first_focus(self) -> Widget | None:
        """The rows."""
        return self.grid_list

    def _show_rows(self) -> None:
        """Draw the guide's rows, then the person's own, without the one that is only just being typed."""
        answer = self.grid_answer
        self._rows = list(grid_rows(self.field, self.state))
        known = {row for row, _ in self._rows}
        self._rows.extend(
            (row.id, fill(row.label, self.state))
            for row in self.field.rows
            if row.id not in known and answer.choice(row.id)
        )
        fresh = self._in_line if self._is_new else None
        self._own_places = [index for index in range(len(answer.own)) if index != fresh]
        lines = [GridLine(label, self._said(answer.choice(row))) for row, label in self._rows]
        lines.extend(
            GridLine(answer.own_text(index) or "…", self._said(answer.own_choice(index)), own=True)
            for index in self._own_places
        )
        self.grid_list.show(lines, [option.text for option in self.field.choices])

    def _said(self, choice: str) -> str:
        return option_text(self.field, choice)

    # ---------------------------------------------------------------------------------------------- choosing

    @on(GridList.Picked)
    def option_picked(self, event: GridList.Picked) -> None:
        """Take the choice for a row."""
        event.stop()
        choice = "" if event.option is None else self.field.choices[event.option].value
        if event.row < len(self._rows):
            self.grid_answer.choose(self._rows[event.row][0], choice)
        else:
            self.grid_answer.own[self._own_place(event.row)]["choice"] = choice
        self._send()

    def _own_place(self, row: int) -> int:
        """Which of the person's own rows this row of the list is."""
        return self._own_places[row - len(self._rows)]

    @on(GridList.Done)
    def rows_done(self, event: GridList.Done) -> None:
        """Go on to the next field."""
        event.stop()
        self.post_message(self.Done(self))

    def _send(self) -> None:
        self._show_rows()
        self.change(self.grid_answer.value())

    # ------------------------------------------------------------------------------------- rows of one's own

    @on(TextArea.Changed)
    def own_changed(self, event: TextArea.Changed) -> None:
        """Keep what is being typed as a row of the person's own."""
        event.stop()
        self._take_words()

    def _take_words(self) -> None:
        if self.own is None or self.own.text == self._own_words:
            return
        self._own_words = self.own.text
        if self._in_line is None:
            self._in_line = self.grid_answer.add(self._own_words)
            self._is_new = True
        self.grid_answer.own[self._in_line]["text"] = self._own_words
        self._send()

    @on(Line.Submitted)
    def own_done(self, event: Line.Submitted) -> None:
        """Make a row of the words in the line and go to it; with no words go on to the next field."""
        event.stop()
        self._take_words()
        place = self._in_line
        if place is None or is_blank(self._own_words):
            self._finish_line()
            self.post_message(self.Done(self))
            return
        self._finish_line()
        self.grid_list.move_to(len(self._rows) + self._own_places.index(place))
        self.grid_list.focus()

    def _finish_line(self) -> None:
        """Empty the line. Its words are a row of the list from now on."""
        if self.own is None:
            return
        place, self._in_line, self._is_new = self._in_line, None, False
        if place is not None and is_blank(self.grid_answer.own[place]):
            self.grid_answer.own.pop(place)
        self._own_words = ""
        self.own.show_text("")
        self._show_rows()

    def _own_place_after_the_line(self, drawn: int) -> int | None:
        """Finish the line, and return where the row drawn at `drawn` then stands; None when it was what went.

        An emptied row goes with its line, and moves those behind it up.
        """
        row = self.grid_answer.own[self._own_place(drawn)]
        self._take_words()
        self._finish_line()
        return next((place for place, each in enumerate(self.grid_answer.own) if each is row), None)

    @on(GridList.Editing)
    def row_editing(self, event: GridList.Editing) -> None:
        """Bring the words of a row into the line to change them there."""
        event.stop()
        if self.own is not None:
            place = self._own_place_after_the_line(event.row)
            if place is None:
                return
            self._in_line = place
            self._own_words = self.grid_answer.own_text(place)
            self.own.show_text(self._own_words)
            self._own_words = self.own.text
            self.own.focus()

    @on(GridList.Removing)
    def row_removing(self, event: GridList.Removing) -> None:
        """Remove a row of the person's own, with a way back."""
        event.stop()
        place = self._own_place_after_the_line(event.row)
        if place is None:
            return
        self.grid_answer.remove(place)
        self.undo.follow(True)
        self._send()

    @on(GridList.BringingBack)
    @on(UndoLine.Pressed)
    def row_coming_back(self, event: GridList.BringingBack | UndoLine.Pressed) -> None:
        """Put the row removed last back in its place."""
        event.stop()
        if self.grid_answer.can_bring_back:
            self._finish_line()
            place = self.grid_answer.bring_back()
            self.undo.follow(self.grid_answer.can_bring_back)
            self._send()
            self.grid_list.move_to(len(self._rows) + self._own_places.index(place))
