"""Every page of the workbook, to go to any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from workbook.flow.progress import PageLine, PartLine, outline
from workbook.ui.text import plain
from workbook.ui.widgets.rail import MARKS
from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

    from workbook.flow.state import State

Line = PartLine | PageLine


class ContentsScreen(ModalScreen[str | None]):
    """Gives back the ref of the page that was picked, or None."""

    CSS_PATH = "contents.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f2", "close", "Back to the page", id="contents.close"),
    ]

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state

    def compose(self) -> ComposeResult:
        """A line of guidance, the pages, and a way back."""
        lines: list[Line] = []
        for part in outline(self._state):
            lines.append(part)
            lines.extend(part.pages)
        with Vertical(classes="card"):
            yield Static(plain("Contents", "bold"))
            yield Static(plain("Any page can be opened in any order. ✓ marks those you have been on."), classes="quiet")
            yield RowList(lines, draw=draw_line, can_pick=lambda line: isinstance(line, PageLine), id="pages-list")
            yield Button("Back to the page", id="close", compact=True)

    def on_mount(self) -> None:
        """Put the cursor on the page in sight."""
        pages = self.query_one("#pages-list", RowList)
        here = next((i for i, line in enumerate(pages.items) if getattr(line, "ref", "") == self._state.here), 0)
        pages.show(pages.items, here)
        pages.focus()

    @on(RowList.Picked)
    def picked(self, event: RowList.Picked) -> None:
        """Go to a page."""
        self.dismiss(event.item.ref)

    @on(Button.Pressed)
    def action_close(self) -> None:
        """Go back to the page in sight."""
        self.dismiss(None)


def draw_line(line: Line, width: int) -> Content:
    """A part as a heading, a page with its mark and time."""
    if isinstance(line, PartLine):
        return plain(line.title, "bold")
    said = "you are here" if line.mark == "here" else line.minutes
    if line.aside:
        said = "not on this route"
    elif line.optional and line.mark == "ahead":
        said = f"optional, {line.minutes}"
    title = plain(f" {MARKS[line.mark]} {line.title}", "bold" if line.mark == "here" else "")
    gap = max(2, width - title.cell_length - len(said) - 1)
    return title.append(plain(" " * gap + said, "$text-muted"))
