"""Rows of one's own, or rows given by the guide: a list of them, and below it the one being written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import Binding, BindingType

from workbook.flow.fields import columns, given_rows, max_rows
from workbook.flow.gathered import carried_rows, dropped
from workbook.flow.words import cell_words
from workbook.ui.fields.base import FieldWidget
from workbook.ui.fields.carry_over import CarryOver
from workbook.ui.fields.row_editor import RowEditor
from workbook.ui.fields.table_rows import Rows
from workbook.ui.widgets.row_commands import RowCommands
from workbook.ui.widgets.table_list import Asked, Heading, TableList
from workbook.ui.widgets.undo_line import UndoLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from workbook.flow.state import State
    from workbook.guide.model import Place, Table
    from workbook.ui.fields.table_rows import Row
    from workbook.ui.widgets.table_list import Action

GIVEN = "This row belongs to the page. It can stay empty."


class TableField(FieldWidget):
    """A table. With one row at most there is no list, only the row to write in; its first letter makes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("alt+up", "go(-1)", "Row before", show=False, id="table.row_before"),
        Binding("alt+down", "go(1)", "Next row", show=False, id="table.next_row"),
        Binding("escape", "to_list", "Back to the rows", show=False, id="table.to_list"),
    ]

    def __init__(self, place: Place, state: State) -> None:
        super().__init__(place, state)
        self.field = cast("Table", place.field)
        self.rows = Rows(self.field, self.answer, given_rows(self.field, state))
        self.current: Row = self.rows.rows[0] if self.rows.rows else self.rows.fresh
        self.table_list = TableList()
        self.editor = RowEditor(self.field.columns, place, state, self.current)
        self.commands = RowCommands()
        self.undo = UndoLine()
        self.carry_over = CarryOver()

    def compose_control(self) -> ComposeResult:
        """Give the list, the row in hand, and what can be done with the rows."""
        self._show_columns()
        self.go_to(self.current)
        yield self.table_list
        yield self.editor
        yield self.commands
        yield self.undo
        if self.field.bank:
            yield self.carry_over

    def show(self, state: State) -> None:
        """Follow the columns and given rows. What the person wrote stays, and the row in hand stays in hand."""
        super().show(state)
        self._take_unsaid()
        self.rows.follow(given_rows(self.field, state))
        self._show_columns()
        if self.current is not self.rows.fresh and self.current not in self.rows.rows:
            self.go_to(self.rows.rows[0] if self.rows.rows else self.rows.fresh)
        self._show_rows()

    def first_focus(self) -> Widget | None:
        """Return the first cell to write in."""
        return self.editor.first_focus() or (self.table_list if self.table_list.display else None)

    def editable_text(self) -> str | None:
        """Return the words of the cell in hand, to write on in an editor of the person's own."""
        return self.editor.line.text if self.editor.line is not None else None

    def take_text(self, text: str) -> None:
        """Take what came back from the editor into that cell."""
        if self.editor.line is not None:
            self.editor.line.replace_all(text.rstrip("\n"))

    # ----------------------------------------------------------------------------------------------- showing

    def _show_columns(self) -> None:
        self._columns = columns(self.field, self.state)
        self.editor.show(self.state, {column.id for column in self._columns})

    def go_to(self, row: Row) -> None:
        """Take a row in hand."""
        self._take_unsaid()
        self.current = row
        self._show_rows()
        self.editor.put(row)
        self.call_after_refresh(self.table_list.reveal)

    @property
    def _heading(self) -> str:
        place = self.rows.place(self.current) + 1
        return f"Row {place} of {max(place, len(self.rows))}" if self.table_list.display else ""

    def _show_rows(self) -> None:
        """Draw the rows as they are now."""
        headings = [Heading(column.label, column.width) for column in self._columns]
        cells = [[cell_words(column, row.cells.get(column.id)) for column in self._columns] for row in self.rows.rows]
        self.table_list.display = len(self.rows) > 1 or self.rows.can_bring_back
        self.table_list.show(headings, cells, self.rows.place(self.current))
        self.editor.head(self._heading)
        self.commands.show(self._actions())
        self._show_carry_over()
        self.undo.follow(self.rows.can_bring_back)

    def _show_carry_over(self) -> None:
        room = max(0, self._most - sum(map(self.rows.is_written, self.rows.rows)))
        rows = carried_rows(self.field, [row.cells for row in self.rows.rows], self.state)
        self.carry_over.offer(rows[:room], dropped(self.field.bank, self.state))

    @on(CarryOver.Wanted)
    def carry_over_wanted(self, event: CarryOver.Wanted) -> None:
        """Bring in what was carried over: as rows like any other, to be changed or removed."""
        event.stop()
        self._take_unsaid()
        first = self.rows.bring_in(event.rows)
        if first is not None:
            self.go_to(first)
            self._send()
            self.editor.focus_first()

    def _actions(self) -> list[Action]:
        rows = self.rows
        actions: list[Action] = []
        if self.field.add_rows and rows.rows and rows.is_written(rows.rows[-1]):
            actions.append("add")
        if self.current in rows.rows and not self.current.given:
            actions.append("remove")
        if len(rows) > 1 and self.current in rows.rows:
            actions += ["up", "down"]
        return actions

    # ---------------------------------------------------------------------------------------------- answering

    def _take_unsaid(self) -> None:
        """Take what was typed in the cells and has not arrived as a message yet."""
        unsaid = self.editor.settle()
        for column, text in unsaid:
            self.rows.put(self.editor.row, column, text)
        if unsaid:
            self._send()

    def _send(self) -> None:
        """Send the rows up if they are others than before."""
        value = self.rows.value()
        if value != self.answer:
            self.change(value)

    @on(RowEditor.Changed)
    def cell_changed(self, event: RowEditor.Changed) -> None:
        """Take a cell into its row."""
        event.stop()
        self.rows.put(event.row, event.column, event.value)
        self._show_rows()
        self._send()

    @on(RowEditor.Finished)
    def row_finished(self, event: RowEditor.Finished) -> None:
        """Go on to the next row, which is added if this one has words; else to the next field."""
        event.stop()
        self._take_unsaid()
        after = self.rows.after(self.current)
        if after is None and self._can_add and self.current in self.rows.rows and self.rows.is_written(self.current):
            after = self.rows.add()
        if after is None:
            self.post_message(self.Done(self))
        else:
            self.go_to(after)
            self.editor.focus_first()

    # ----------------------------------------------------------------------------------------- rows as a whole

    @property
    def _most(self) -> int:
        return max_rows(self.field, self.state)

    @property
    def _can_add(self) -> bool:
        return self.field.add_rows and len(self.rows) < self._most

    @on(TableList.Moved)
    def list_moved(self, event: TableList.Moved) -> None:
        """Take in hand the row that the list's cursor went to."""
        event.stop()
        if event.row < len(self.rows):
            self.go_to(self.rows.rows[event.row])

    @on(Asked)
    def asked(self, event: Asked) -> None:
        """Do what a key in the list, or a button, asks for."""
        event.stop()
        self._take_unsaid()
        match event.action:
            case "edit":
                self.editor.focus_first()
            case "add":
                self._add()
            case "remove":
                self._remove()
            case "bring_back":
                self._bring_back()
            case "up" | "down":
                self._move(-1 if event.action == "up" else 1)

    def _add(self) -> None:
        rows = self.rows
        blank_last = bool(rows.rows) and not rows.rows[-1].given and not rows.is_written(rows.rows[-1])
        if not self.field.add_rows:
            return
        if not blank_last and not self._can_add:
            self.undo.say(f"Up to {self._most} rows here.")
            return
        self.go_to(rows.add() if rows.rows else rows.fresh)
        self.editor.focus_first()

    def _remove(self) -> None:
        if self.current not in self.rows.rows:
            return
        if self.current.given:
            self.undo.say(GIVEN)
            return
        self.go_to(self.rows.remove(self.current))
        self._send()
        if not self.commands.has_focus or not self.commands.actions:
            self.table_list.focus()

    def _move(self, by: int) -> None:
        if self.current in self.rows.rows and self.rows.move(self.current, by):
            self._show_rows()
            self._send()
            self.call_after_refresh(self.table_list.reveal)

    @on(UndoLine.Pressed)
    def undo_pressed(self, event: UndoLine.Pressed) -> None:
        """Take a click on the line for the key it names."""
        event.stop()
        self._bring_back()

    def _bring_back(self) -> None:
        if self.rows.can_bring_back:
            self.go_to(self.rows.bring_back())
            self._send()

    # -------------------------------------------------------------------------------------------------- keys

    def action_go(self, by: int) -> None:
        """Take the row before or after in hand, in the same cell."""
        row = self.rows.after(self.current, by)
        if row is not None:
            self.go_to(row)

    def action_to_list(self) -> None:
        """Go from the row in hand back to the rows."""
        self.table_list.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave escape to the page while there is no list to go back to."""
        if action == "to_list":
            return self.table_list.display and not self.table_list.has_focus
        return True
