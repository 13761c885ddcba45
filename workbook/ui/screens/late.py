"""Filling in what could only come after a workbook was completed: late feedback, a reward enjoyed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Button, Static

from workbook.ui.fields.base import FieldWidget
from workbook.ui.text import plain
from workbook.ui.widgets.keys import Keys
from workbook.ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.timer import Timer

    from workbook.ui.autosave import Autosave
    from workbook.ui.sitting import Sitting


class LateScreen(Screen[None]):
    """The fields that stay open in a completed workbook, under the titles of their pages."""

    CSS_PATH: ClassVar = ["wizard.tcss", "../fields/writing.tcss", "../fields/picking.tcss", "late.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+n", "close", "Done", id="late.close"),
    ]

    def __init__(self, sitting: Sitting, autosave: Autosave) -> None:
        super().__init__()
        self._sitting = sitting
        self._autosave = autosave
        self._follow: Timer | None = None

    def compose(self) -> ComposeResult:
        """A line of guidance, the pages, and a way out."""
        with VerticalScroll(id="late", can_focus=False), Vertical(id="column"):
            yield Static(plain("Fill in later", "bold"), classes="page-title")
            yield Static(plain("These can still be filled. Everything else stays as it was."), classes="quiet")
            for ref, (_, page) in self._sitting.guide.pages.items():
                if any(field.after_completion for field in page.fields):
                    yield PageView(ref, self._sitting.state, only_late=True)
            yield Button("Done", id="close", compact=True, variant="primary")
        yield Keys()

    @on(FieldWidget.Changed)
    def answered(self, event: FieldWidget.Changed) -> None:
        """Take the answer and have it saved."""
        event.stop()
        self._sitting.answer(event.field.place.ref, event.value)
        self._autosave.touched()
        if self._follow is not None:
            self._follow.stop()
        ref = event.field.place.ref
        self._follow = self.set_timer(0.12, lambda: self.follow(ref))

    def follow(self, changed: str) -> None:
        """Show what the latest answers changed."""
        for page in self.query(PageView):
            page.show(self._sitting.state, changed=changed)

    @on(FieldWidget.Done)
    def field_done(self, event: FieldWidget.Done) -> None:
        """Go on to the next field."""
        event.stop()
        self.focus_next()

    @on(Button.Pressed, "#close")
    def action_close(self) -> None:
        """Go back to the workbook. What was filled in stays."""
        self.dismiss(None)
