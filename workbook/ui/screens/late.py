"""Filling in what could only come after a workbook was completed: late feedback, a reward enjoyed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Button, Static

from workbook.flow.fields import shown_fields
from workbook.flow.late import late_pages, offered_again
from workbook.ui.fields.base import FieldWidget
from workbook.ui.screens.ask import AskScreen
from workbook.ui.screens.sizes import SizedScreen
from workbook.ui.text import plain
from workbook.ui.widgets.keys import Keys
from workbook.ui.widgets.page_view import PageView
from workbook.ui.widgets.saved_line import SavedLine
from workbook.ui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual.app import ComposeResult
    from textual.timer import Timer

    from workbook.ui.autosave import Autosave
    from workbook.ui.sitting import Sitting

LATE = "These can still be filled. Everything else stays as it was."
AGAIN = "What you wrote then is still here. Change it or leave it; nothing else becomes unfinished."
OFFER = "With what you have added, these pages may read differently. They can just as well stay as they are."


class LateScreen(SizedScreen[None]):
    """The fields that stay open in a completed workbook, under the titles of their pages; or one whole page again."""

    CSS_PATH: ClassVar = ["wizard.tcss", "../fields/writing.tcss", "../fields/picking.tcss", "late.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+n", "close", "Done", id="late.close"),
    ]

    def __init__(self, sitting: Sitting, autosave: Autosave, *, again: str = "") -> None:
        super().__init__()
        self._sitting = sitting
        self._autosave = autosave
        self._again = again
        self._before = sitting.state.answers
        self._follow: Timer | None = None

    def compose(self) -> ComposeResult:
        """A line of guidance, the pages, and a way out."""
        yield from super().compose()
        pages = (self._again,) if self._again else late_pages(self._sitting.state)
        with Scrolled(id="late", can_focus=False), Vertical(id="column", classes="-again" if self._again else ""):
            yield Static(plain("Another look" if self._again else "Fill in later", "bold"), classes="page-title")
            yield Static(plain(AGAIN if self._again else LATE), classes="quiet")
            for ref in pages:
                page = PageView(ref, self._sitting.state, only_late=not self._again)
                page.display = self._has_fields(ref)
                yield page
            yield Button("Done", id="close", compact=True, variant="primary")
        yield SavedLine(only_trouble=True)
        yield Keys()

    def on_mount(self) -> None:
        """Say from the start what could not be saved so far."""
        self.query_one(SavedLine).show(self._sitting)

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

    def _has_fields(self, ref: str) -> bool:
        """Whether anything can be filled on a page now: a heading over nothing would only puzzle."""
        return bool(self._again) or any(
            place.field.after_completion for place in shown_fields(self._sitting.state, ref)
        )

    def follow(self, changed: str) -> None:
        """Show what the latest answers changed."""
        for page in self.query(PageView):
            page.show(self._sitting.state, changed=changed)
            page.display = self._has_fields(page.page_ref)

    @on(FieldWidget.Done)
    def field_done(self, event: FieldWidget.Done) -> None:
        """Go on to the next field."""
        event.stop()
        self.focus_next()

    @on(Button.Pressed, "#close")
    def action_close(self) -> None:
        """Go back to the workbook. What was filled in stays; pages that it may change are offered once."""
        answers = self._sitting.state.answers
        changed = [ref for ref in {**self._before, **answers} if self._before.get(ref) != answers.get(ref)]
        self._offer(() if self._again else offered_again(self._sitting.state, changed))

    def _offer(self, pages: Collection[str]) -> None:
        """Offer another look at these pages, one after the other; go back when there is none or none is wanted."""
        if not pages:
            self.dismiss(None)
            return
        titles = {ref: self._sitting.guide.pages[ref][1].title for ref in pages}
        asked = AskScreen("Look again?", OFFER, {"": "Leave them", **titles})

        def chosen(ref: str | None) -> None:
            if ref:
                left = [page for page in pages if page != ref]
                look = LateScreen(self._sitting, self._autosave, again=ref)
                self.app.push_screen(look, lambda _: self._offer(left))
            else:
                self.dismiss(None)

        self.app.push_screen(asked, chosen)
