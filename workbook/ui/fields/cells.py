"""The controls of a table's row editor: one for each kind of column, used for one row after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType
from textual.widgets import Static

from workbook.flow.piping import fill
from workbook.flow.words import cell_words
from workbook.guide.model import Date, Place
from workbook.ui.fields.date import DateField
from workbook.ui.text import plain
from workbook.ui.widgets.choice_line import ChoiceLine
from workbook.ui.widgets.writing import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workbook.flow.state import State
    from workbook.flow.values import Value
    from workbook.guide.model import Column


class GivenCell(Static):
    """Words that the row was given with."""

    def __init__(self, column: Column) -> None:
        super().__init__(plain(""), classes="cell")
        self.column = column

    def put(self, value: Value) -> None:
        """Show the words of another row."""
        self.update(plain(cell_words(self.column, value)))


class TextCell(Line):
    """A line to write on."""

    def __init__(self, column: Column, state: State) -> None:
        super().__init__(placeholder=fill(column.placeholder, state), classes="cell")
        self.column = column
        self._said = ""

    def put(self, value: Value) -> None:
        """Show the words of another row. Undo starts afresh: one row's words must not come back in another."""
        self.forget(value if isinstance(value, str) else "")
        self._said = self.text

    def news(self) -> str | UnsetType:
        """Return what the person wrote since this was last asked; UNSET when nothing changed."""
        if self.text == self._said:
            return UNSET
        self._said = self.text
        return self._said


class ChoiceCell(ChoiceLine):
    """Options side by side."""

    def __init__(self, column: Column) -> None:
        super().__init__(column.options, classes="cell")
        self.column = column
        self._said = ""

    def put(self, value: Value) -> None:
        """Show what another row holds."""
        self.show(value if isinstance(value, str) else "")
        self._said = self.value

    def news(self) -> str | UnsetType:
        """Return what was chosen since this was last asked; UNSET when nothing was."""
        if self.value == self._said:
            return UNSET
        self._said = self.value
        return self._said


class DateCell(DateField):
    """A day, with all that a date field says about it."""

    def __init__(self, column: Column, table: Place, state: State) -> None:
        field = Date(id=column.id, label=column.label, placeholder=column.placeholder, follow_up=column.follow_up)
        super().__init__(Place(f"{table.ref}.{column.id}", field, table.page, table.part), state)
        self.add_class("cell")
        self.column = column
        self._said: Value | None = None

    def compose(self) -> ComposeResult:
        """Give the control alone: the label stands beside it."""
        yield from self.compose_control()

    def put(self, value: Value) -> None:
        """Show the day of another row."""
        self.answer = value
        self.touched = False
        self.note.say("")
        self._start()
        self._said = self.answer

    def news(self) -> Value | UnsetType:
        """Return the day since this was last asked, None for a blank one; UNSET when it is the same."""
        if self.is_behind:
            self.take()
        if self.answer == self._said:
            return UNSET
        self._said = self.answer
        return self._said


Cell = GivenCell | TextCell | ChoiceCell | DateCell


def make_cell(column: Column, table: Place, state: State) -> Cell:
    """Make the control for a column."""
    if column.read_only:
        return GivenCell(column)
    match column.kind:
        case "choice":
            return ChoiceCell(column)
        case "date":
            return DateCell(column, table, state)
    return TextCell(column, state)
