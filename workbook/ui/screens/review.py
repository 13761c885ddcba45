"""Reading a workbook: one document, with an outline to jump by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Static

from workbook.flow.dates.saying import short
from workbook.flow.document import document
from workbook.ui.autosave import Autosave
from workbook.ui.document_blocks import blocks
from workbook.ui.screens.late import LateScreen
from workbook.ui.screens.note import NoteScreen
from workbook.ui.screens.outline import OutlineScreen
from workbook.ui.screens.scrolling import ScrollingScreen
from workbook.ui.text import plain
from workbook.ui.widgets.keys import Keys
from workbook.ui.widgets.outline import draw_anchor, outline_of
from workbook.ui.widgets.reading_pane import ReadingPane
from workbook.ui.widgets.row_list import RowList
from workbook.ui.widgets.saved_line import SavedLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workbook.ui.sitting import Sitting
    from workbook.ui.widgets.passages import Block
    from workbook.ui.widgets.reading import Reading


class ReviewScreen(ScrollingScreen[None]):
    """Shows a workbook to read. Late answers and notes can be added; anything else wants reopening first."""

    CSS_PATH: ClassVar = ["review.tcss", "../widgets/reading.tcss"]
    AUTO_FOCUS = "#reading"
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (72, "-narrow"), (96, "-wide")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", "Find", show=False, key_display="/", id="review.find"),
        Binding("a", "note", "Add a note", show=False, id="review.note"),
        Binding("l", "late", "Fill in later", show=False, id="review.late"),
        Binding("f2,o", "outline", "Outline", id="review.outline"),
        Binding("b", "beside", "Lay another beside it", show=False, id="review.beside"),
        Binding("s", "export", "Save a copy", show=False, id="review.export"),
        Binding("R", "reopen", "Reopen", show=False, id="review.reopen"),
        Binding("escape,q", "leave", "Home", key_display="esc", id="review.leave"),
    ]

    @dataclass
    class Left(Message):
        """The person is done reading."""

        review: ReviewScreen

    @dataclass
    class Wanted(Message):
        """`export` or `reopen` this workbook, or lay another `beside` it."""

        review: ReviewScreen
        what: str

    def __init__(self, sitting: Sitting, notice: str = "", *, at: str = "") -> None:
        """Read a workbook, with `at` from the answer of this ref on, or from its `notes`."""
        super().__init__()
        self._at = at
        self.sitting = sitting
        self.autosave = Autosave(sitting, self.show_saved)
        self._notice = notice

    # --------------------------------------------------------------------------------------------- composing

    @property
    def completed(self) -> bool:
        """Whether this workbook is complete."""
        return self.sitting.completed is not None

    def compose(self) -> ComposeResult:
        """The outline, the document, and what can be done with it."""
        made = self._blocks()
        yield from super().compose()
        with Horizontal(id="read"):
            yield RowList(outline_of(made), draw=draw_anchor, id="outline")
            with Vertical(id="column"):
                if self._notice:
                    yield Static(plain(self._notice), id="notice")
                yield ReadingPane(made, id="pane")
                yield SavedLine(only_trouble=True)
                with Horizontal(id="ways"):
                    yield Button("‹ Home", id="leave", compact=True)
                    yield Button("Find", id="find", compact=True)
                    if self.can_write:
                        yield Button("Add a note", id="note", compact=True)
                    if self.can_write and self.completed:
                        yield Button("Fill in", id="late", compact=True)
                        yield Button("Reopen", id="reopen", compact=True)
                    yield Button("Save a copy", id="export", compact=True)
        yield Keys()

    def on_mount(self) -> None:
        """Go on trying, if the wizard could not save all of it."""
        self.show_saved()
        if self.sitting.unsaved:
            self.autosave.soon()
        if self._at:
            self.call_after_refresh(self.jump, self._at)

    @property
    def can_write(self) -> bool:
        """Whether this window may change the workbook."""
        return not self.sitting.workbook.read_only

    def _blocks(self) -> list[Block]:
        state = self.sitting.state
        begun = f"Begun {short(state.around.begun)}"
        done = f", completed {short(self.sitting.completed.date())}" if self.sitting.completed else ""
        earlier = self.sitting.workbook.record.earlier_answers
        return blocks(document(state, self.sitting.notes, earlier), self.sitting.title, begun + done)

    @property
    def pane(self) -> ReadingPane:
        """The document."""
        return self.query_one(ReadingPane)

    @property
    def scrolled(self) -> Reading:
        """The document, which keys scroll after a button or a dialogue had the focus too."""
        return self.pane.reading

    def refresh_document(self) -> None:
        """Show what was added."""
        made = self._blocks()
        self.pane.show(made)
        self.query_one("#outline", RowList).show(outline_of(made))

    def show_saved(self) -> None:
        """Say plainly when something could not be saved, here and where a box for late words stands over this."""
        if self.is_running:  # the last save comes when the app has ended
            for screen in self.app.screen_stack:
                for line in screen.query(SavedLine):
                    line.show(self.sitting)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what this workbook allows."""
        if action == "note":
            return self.can_write
        if action in ("late", "reopen"):
            return self.can_write and self.completed
        return True

    # ----------------------------------------------------------------------------------------------- acting

    @on(RowList.Picked, "#outline")
    def anchor_picked(self, event: RowList.Picked) -> None:
        """Jump to a heading."""
        self.jump(event.item.name)

    def jump(self, anchor: str | None) -> None:
        """Bring a heading to the top, and read on from there."""
        if anchor:
            self.pane.reading.jump(anchor)
        self.pane.reading.focus()

    def action_outline(self) -> None:
        """Jump by the outline: beside the page where there is room, else over it."""
        beside = self.query_one("#outline", RowList)
        if beside.display:
            beside.focus()
        else:
            self.app.push_screen(OutlineScreen(beside.items), self.jump)

    @on(Button.Pressed, "#find")
    async def action_find(self) -> None:
        """Find words in this workbook."""
        await self.pane.open_find()

    def action_select(self) -> None:
        """Select words to copy."""
        self.pane.reading.focus()
        self.pane.reading.action_select()

    def action_copy_text(self) -> None:
        """Copy what is selected; `ctrl+c` comes here."""
        self.pane.reading.action_copy()

    @on(Button.Pressed, "#note")
    def action_note(self) -> None:
        """Write a note that stands at the end with today's date."""
        self.app.push_screen(NoteScreen(self.sitting, self.autosave), self.added)

    @on(Button.Pressed, "#late")
    def action_late(self) -> None:
        """Fill in what could only come later."""
        self.app.push_screen(LateScreen(self.sitting, self.autosave), self.added)

    def added(self, _: None) -> None:
        """Show what was added, and save it."""
        self.autosave.soon()
        self.refresh_document()

    def action_beside(self) -> None:
        """Lay another workbook beside this one."""
        self.post_message(self.Wanted(self, "beside"))

    @on(Button.Pressed, "#export")
    def action_export(self) -> None:
        """Save a copy elsewhere."""
        self.post_message(self.Wanted(self, "export"))

    @on(Button.Pressed, "#reopen")
    def action_reopen(self) -> None:
        """Make the workbook unfinished again, after saying what that does."""
        self.post_message(self.Wanted(self, "reopen"))

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Put away what is being found or selected; go from the outline to the page, and from there Home."""
        if self.query_one("#outline", RowList).has_focus:
            self.pane.reading.focus()
        elif not self.pane.step_out():
            self.post_message(self.Left(self))
