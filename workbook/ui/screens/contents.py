"""Every page of the workbook, to go to any of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from workbook.flow.progress import PageLine, PartLine, outline
from workbook.ui.screens.sizes import take_sizes
from workbook.ui.text import plain
from workbook.ui.widgets.rail import MARKS
from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.content import Content

    from workbook.flow.state import State

Line = PartLine | PageLine


class Pages(RowList[Line]):
    """The pages. Letters lead to the first whose title begins so, or else has a word that does."""

    @dataclass
    class Typed(Message):
        """The letters so far."""

        letters: str

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__(lines, draw=draw_line, can_pick=lambda line: isinstance(line, PageLine), id="pages-list")
        self._typed = ""

    async def _on_key(self, event: events.Key) -> None:
        """Take letters before any is read as a movement. Backspace takes one away; other keys begin anew."""
        letters = ""
        if event.character and event.is_printable and (self._typed or not event.character.isspace()):
            letters = self._typed + event.character.casefold()
            event.stop()
            event.prevent_default()
            if self._place(letters) is None:
                return
        elif event.key == "backspace":
            letters = self._typed[:-1]
        if letters != self._typed:
            self._typed = letters
            self.post_message(self.Typed(letters))
        place = self._place(letters) if letters else None
        if place is not None:
            self.cursor = place

    def _place(self, letters: str) -> int | None:
        """Where the page is that these letters lead to."""
        titles = [(place, line.title.casefold()) for place, line in enumerate(self.items) if isinstance(line, PageLine)]
        begins = (place for place, title in titles if title.startswith(letters))
        has_word = (place for place, title in titles if f" {letters}" in title)
        return next(chain(begins, has_word), None)


class ContentsScreen(ModalScreen[str | None]):
    """Gives back the ref of the page that was picked, or None."""

    CSS_PATH = "contents.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f2", "close", "Back to the page", id="contents.close"),
    ]

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state

    def compose(self) -> ComposeResult:
        """A line of guidance, the pages, and a way back."""
        take_sizes(self)
        lines: list[Line] = []
        for part in outline(self._state):
            lines.append(part)
            lines.extend(part.pages)
        with Vertical(classes="card"):
            yield Static(plain("Contents", "bold"), id="contents-title")
            yield Static(plain("Any page can be opened in any order. ✓ marks those you have been on."), classes="quiet")
            yield Pages(lines)
            yield Button("Back to the page", id="close", compact=True)

    def on_mount(self) -> None:
        """Put the cursor on the page in sight."""
        pages = self.query_one("#pages-list", RowList)
        here = next((i for i, line in enumerate(pages.items) if getattr(line, "ref", "") == self._state.here), 0)
        pages.show(pages.items, here)
        pages.focus()

    @on(Pages.Typed)
    def typed(self, event: Pages.Typed) -> None:
        """Show the letters that were typed."""
        title = plain("Contents", "bold")
        if event.letters:
            title = title.append(plain(f"  {event.letters}", "$text-muted"))
        self.query_one("#contents-title", Static).update(title)

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
