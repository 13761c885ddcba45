"""One row of a table, cell by cell, to write in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from msgspec import UNSET, UnsetType
from rich.cells import cell_len
from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static, TextArea

from workbook.flow.gathered import origins
from workbook.flow.piping import fill
from workbook.flow.suggest import cell_suggestions
from workbook.flow.values import is_blank
from workbook.ui.fields.base import FieldWidget
from workbook.ui.fields.cells import ChoiceCell, DateCell, GivenCell, TextCell, make_cell
from workbook.ui.text import plain
from workbook.ui.widgets.choice_line import ChoiceLine
from workbook.ui.widgets.quiet import Quiet
from workbook.ui.widgets.suggestions import PUT_IN, Suggestions
from workbook.ui.widgets.writing import Line

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from workbook.flow.state import State
    from workbook.flow.values import Value
    from workbook.guide.model import Column, Place, Table
    from workbook.ui.fields.cells import Cell
    from workbook.ui.fields.table_rows import Row

LABEL_ROOM = 22
"""Labels are wrapped rather than take more of the width than this."""


class RowEditor(Vertical):
    """A label and a control for each column. It shows one row at a time, and tells of every change to it."""

    @dataclass
    class Changed(Message):
        """The person changed a cell of a row; None is a blank date."""

        row: Row
        column: str
        value: Value

    @dataclass
    class Finished(Message):
        """Enter was pressed in the last cell."""

        editor: RowEditor

    def __init__(self, columns: tuple[Column, ...], table: Place, state: State, row: Row) -> None:
        super().__init__()
        self.state = state
        self.row = row
        self._table = cast("Table", table.field)
        self.heading = Static(plain(""), classes="row-heading")
        self.cells: list[Cell] = [make_cell(column, table, state) for column in columns]
        alone = len(columns) == 1 and columns[0].label == table.field.label
        self._labels = [Static(plain("" if alone else column.label), classes="cell-label") for column in columns]
        self._room = 0 if alone else min(LABEL_ROOM, max(cell_len(column.label) for column in columns))
        has_offers = bool(self._table.bank) or any(column.suggest for column in columns)
        has_help = has_offers or any(column.help for column in columns)
        self._hint = Quiet(classes="cell-help") if has_help else None
        self._offers = Suggestions(()) if has_offers else None
        self._here: Cell | None = None
        self._put: tuple[Cell | None, str] = (None, "")
        """The cell that an offer was put into, and what it held then."""

    def compose(self) -> ComposeResult:
        """Give the heading, the cells beside their labels, and what helps with the one in hand."""
        yield self.heading
        with Vertical(classes="cells") as grid:
            grid.styles.grid_columns = f"{self._room + 1} 1fr"
            for label, cell in zip(self._labels, self.cells, strict=True):
                yield label
                yield cell
        if self._hint is not None:
            yield self._hint
        if self._offers is not None:
            yield self._offers

    # --------------------------------------------------------------------------------------------- showing

    def put(self, row: Row) -> None:
        """Show a row."""
        self.row = row
        self._put = (None, "")
        for cell in self.cells:
            cell.put(row.cells.get(cell.column.id))
        self._help()

    def head(self, heading: str) -> None:
        """Say which row this is; nothing when there is only one."""
        self.heading.update(plain(heading))
        self.heading.display = bool(heading)

    def show(self, state: State, columns: Collection[str]) -> None:
        """Follow what changed elsewhere: the columns asked, what day it is, what is offered."""
        self.state = state
        for label, cell in zip(self._labels, self.cells, strict=True):
            label.display = cell.display = cell.column.id in columns
            if isinstance(cell, DateCell):
                cell.show(state)
        self._help()

    # --------------------------------------------------------------------------------------------- focusing

    @property
    def _stops(self) -> list[TextCell | ChoiceCell | DateCell]:
        return [cell for cell in self.cells if cell.display and not isinstance(cell, GivenCell)]

    def focus_first(self) -> None:
        """Go to the first cell to write in."""
        control = self.first_focus()
        if control is not None:
            control.focus()

    def first_focus(self) -> Widget | None:
        """Return the first control to write in, if there is any."""
        return _control(self._stops[0]) if self._stops else None

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Help with the cell that the person is in."""
        cell = next((cell for cell in self.cells if cell in event.widget.ancestors_with_self), None)
        if cell is not None:
            self._here = cell
            self._help()

    def _help(self) -> None:
        column = self._here.column if self._here is not None and self._here.display else None
        present = self._here.text if isinstance(self._here, TextCell) else ""
        if self._hint is not None:
            said = PUT_IN if present and (self._here, present) == self._put else ""
            self._hint.say(said or (fill(column.help, self.state) if column is not None else ""))
        if self._offers is not None:
            cells = self.row.cells
            offers = cell_suggestions(column, self.state, self._table, cells) if column is not None else ()
            others = tuple(text for text in offers if text != present.strip())
            self._offers.offer(others, origins=origins(self._table.bank, self.state) if others else None)

    @property
    def line(self) -> TextCell | None:
        """The line that the person is in, or was in last."""
        return self._here if isinstance(self._here, TextCell) else None

    # -------------------------------------------------------------------------------------------- answering

    def _say(self, cell: Cell, value: Value) -> None:
        self.post_message(self.Changed(self.row, cell.column.id, value))

    def settle(self) -> list[tuple[str, Value]]:
        """Return what was written or chosen and not yet told, by column, before another row is shown."""
        news = ((cell.column.id, cell.news()) for cell in self.cells if not isinstance(cell, GivenCell))
        return [(column, value) for column, value in news if value is not UNSET]

    @on(TextArea.Changed)
    @on(ChoiceLine.Changed)
    @on(FieldWidget.Changed)
    def cell_changed(self, event: TextArea.Changed | ChoiceLine.Changed | FieldWidget.Changed) -> None:
        """Tell what is new in a cell. When this arrives, another row may be shown: then it was settled before."""
        event.stop()
        cell = event.control
        if isinstance(cell, TextCell | ChoiceCell | DateCell):
            value = cell.news()
            if not isinstance(value, UnsetType):
                self._say(cell, value)

    @on(Line.Submitted)
    @on(ChoiceLine.Done)
    @on(FieldWidget.Done)
    def cell_done(self, event: Line.Submitted | ChoiceLine.Done | FieldWidget.Done) -> None:
        """Go on to the next cell, or past the last one."""
        event.stop()
        match event:
            case Line.Submitted():
                done: object = event.line
            case ChoiceLine.Done():
                done = event.choice_line
            case _:
                done = event.field
        stops = self._stops
        after = next((place + 1 for place, cell in enumerate(stops) if cell is done), len(stops))
        if after < len(stops):
            _control(stops[after]).focus()
        else:
            self.post_message(self.Finished(self))

    @on(Suggestions.Picked)
    def offer_picked(self, event: Suggestions.Picked) -> None:
        """Put an offered text into the cell it was offered for."""
        event.stop()
        cell = self.line
        if cell is not None:
            if is_blank(cell.text):
                cell.replace_all(event.text)
            else:
                cell.insert_words(event.text)
            self._put = (cell, cell.text)
            cell.focus()

    @on(Suggestions.Wrote)
    def wrote(self, event: Suggestions.Wrote) -> None:
        """Let words that are written among the offers go on in the cell."""
        event.stop()
        if self.line is not None:
            self.line.insert_words(event.text)
            self.line.focus()


def _control(cell: TextCell | ChoiceCell | DateCell) -> Widget:
    """Return what to focus in a cell."""
    return cell.box if isinstance(cell, DateCell) else cell
