"""Adding a note to a workbook that was put away."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static, TextArea

from workbook.ui.text import plain
from workbook.ui.widgets.saved_line import SavedLine
from workbook.ui.widgets.writing import Writing

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workbook.ui.autosave import Autosave
    from workbook.ui.sitting import Sitting


class NoteScreen(ModalScreen[None]):
    """A box for a note. It is saved while it is typed, like everything else; an empty one leaves nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+n", "close", "Done", id="note.close")]

    def __init__(self, sitting: Sitting, autosave: Autosave) -> None:
        super().__init__(classes="card-screen")
        self._sitting = sitting
        self._autosave = autosave
        self._at = sitting.workbook.now()

    def compose(self) -> ComposeResult:
        """The box and a way out."""
        with Vertical(classes="card"):
            yield Static(plain("A note to add", "bold"))
            yield Static(plain("It stands at the end of the workbook, with today's date."), classes="quiet")
            yield Writing(id="note")
            yield SavedLine(only_trouble=True)
            yield Button("Done", id="close", compact=True, variant="primary")

    def on_mount(self) -> None:
        """Say from the start what could not be saved so far."""
        self.query_one(SavedLine).show(self._sitting)

    @on(TextArea.Changed)
    def typed(self, event: TextArea.Changed) -> None:
        """Keep the note as it stands."""
        event.stop()
        self._sitting.note(self._at, event.text_area.text)
        self._autosave.touched()

    @on(Button.Pressed)
    def action_close(self) -> None:
        """Go back to the workbook. The note stays."""
        self.dismiss(None)
