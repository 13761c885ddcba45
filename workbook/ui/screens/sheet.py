"""One page for the next interview, to read, save or copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from workbook.export.sheet import TITLE, written
from workbook.insight.banks.sheet import sheet
from workbook.ui.text import plain
from workbook.ui.widgets.passages import Block
from workbook.ui.widgets.reading import Reading
from workbook.ui.widgets.steady import Steady

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from workbook.insight.banks.sheet import Sheet
    from workbook.ui.gathering import Gathered

NOTHING = (
    "Nothing here yet. Strengths, better answers, questions to ask and plans that you write in a workbook go on it."
)


class SheetScreen(ModalScreen[None]):
    """Shows what is on the page. Follows while workbooks are still being read."""

    CSS_PATH = "sheet.tcss"
    AUTO_FOCUS = "#page"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "save", "Save", show=False, id="sheet.save"),
        Binding("c", "copy", "Copy", show=False, id="sheet.copy"),
        Binding("n", "names", "With names", show=False, id="sheet.names"),
        Binding("escape,q", "close", "Back", key_display="esc", id="sheet.close"),
    ]

    @dataclass
    class Wanted(Message):
        """`save` or `copy` this page."""

        what: str
        sheet: Sheet

    def __init__(self, found: Gathered, today: date) -> None:
        super().__init__(classes="card-screen")
        self._found = found
        self._today = today
        self._names = False
        self._sheet = sheet(found.shelves)

    def compose(self) -> ComposeResult:
        """The page and what can be done with it."""
        with Vertical(classes="card"):
            with Horizontal(id="head"):
                yield Static(plain("One page", "bold"), id="name")
                yield Steady(id="state")
            yield Reading(self._blocks(), id="page")
            with Horizontal(classes="buttons"):
                yield Button("Save", id="save", compact=True)
                yield Button("Copy", id="copy", compact=True)
                yield Button("With names", id="names", compact=True)
                yield Button("Back", id="back", compact=True)

    def on_mount(self) -> None:
        """Say how far it is."""
        self._show()

    def show_found(self, found: Gathered) -> None:
        """Show what was read meanwhile."""
        self._found = found
        if self.is_running:
            self._show()

    def _show(self) -> None:
        self._sheet = sheet(self._found.shelves, names=self._names)
        self.query_one("#state", Steady).update(plain("" if self._found.is_done else self._found.said, "$text-muted"))
        self.query_one("#page", Reading).show(self._blocks())
        for name in ("save", "copy", "names"):
            self.query_one(f"#{name}").display = bool(self._sheet.sections)
        self.query_one("#names", Button).label = "Without names" if self._names else "With names"

    def _blocks(self) -> list[Block]:
        if not self._sheet.sections:
            return [Block(plain(NOTHING, "$text-muted"))]
        head = plain(TITLE, "bold").append(plain(f"  {written(self._today)}", "$text-muted"))
        found = [Block(head, after=1)]
        for section in self._sheet.sections:
            found.append(Block(plain(section.title, "$primary")))
            for item in section.items:
                found += [Block(plain(words), indent) for words, indent in ((item.head, 2), (item.text, 4)) if words]
            found.append(Block(plain("")))
        left = " ".join((self._sheet.more, *self._sheet.notes)).strip()
        return [*found, Block(plain(left, "$text-muted"))] if left else found

    @on(Button.Pressed, "#names")
    def action_names(self) -> None:
        """Put in the names of people the person noted, or leave them out again."""
        self._names = not self._names
        self._show()

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Save it as a file."""
        self._want("save")

    @on(Button.Pressed, "#copy")
    def action_copy(self) -> None:
        """Hand it to the terminal's clipboard."""
        self._want("copy")

    def _want(self, what: str) -> None:
        if self._sheet.sections:
            self.post_message(self.Wanted(what, self._sheet))

    @on(Button.Pressed, "#back")
    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
