"""The top of Home: one thing to do now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Static

from workbook.flow.dates.saying import distance
from workbook.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.app import ComposeResult

    from workbook.library.entry import Entry

A_WHILE = timedelta(days=7)
"""After this long away, Home greets before it offers to carry on."""

WELCOME = """\
This is a private place to get over a no and get ready for what comes next.
It goes a page at a time. Skip any question, and stop whenever you like.
What you write is saved on this computer as you type, and sent nowhere."""

START = (
    "Enter opens its first page, which asks how much of it you want to do. "
    "Until you write something, no workbook is kept."
)
"""Under the button that has the focus: pressing Enter must hold no surprise."""

NEWER = "It keeps its own pages. To use newer ones, open it: “Use the newer pages” in the menu (ctrl+p)."

NOTHING_OPEN = "You can start a workbook, or read one of those below."


class NextStep(Vertical):
    """Continue the unfinished workbook, or start one."""

    @dataclass
    class Chosen(Message):
        """What to do, as `HomeScreen.Wanted` has it."""

        what: str
        entry: Entry | None = None
        page: str = ""

    def __init__(self, entries: Sequence[Entry], today: date, shortcuts: dict[str, str]) -> None:
        super().__init__()
        self._any = bool(entries)
        self._today = today
        self._shortcuts = shortcuts
        self._open = next((entry for entry in entries if entry.state == "unfinished"), None)

    def compose(self) -> ComposeResult:
        """A few words and the buttons."""
        if self._open is None:
            if self._any:
                yield Static(plain(NOTHING_OPEN), id="lead")
            with Horizontal(classes="buttons" if self._any else "buttons first"):
                yield Button("Start a workbook", id="new", variant="primary", compact=True)
            if not self._any:  # how to start stands before what there is to read, in a window of any height
                yield Static(plain(START), id="start")
                yield Static(plain(WELCOME), id="lead")
            return
        left = self._open.updated.date()
        away = self._today - left >= A_WHILE
        if away:
            yield Static(plain("Good to see you. You were here:"), id="lead")
        yield Static(plain(self._open.title, "bold"), id="title")
        yield Static(plain(f"{self._open.where}, {distance(left, self._today)}"), id="where")
        with Horizontal(classes="buttons"):
            yield Button("Carry on", id="open", variant="primary", compact=True)
            yield Button("Start a new one", id="new", compact=True)
            yield Button("Just look", id="look", compact=True)
        if self._shortcuts:
            with Horizontal(classes="buttons shortcuts"):
                for page, label in self._shortcuts.items():
                    yield Button(plain(label), name=page, classes="shortcut", compact=True)

    def hint_at_newer_pages(self, entry: Entry) -> None:
        """Say in a quiet line that there are newer pages, if this is the workbook to continue."""
        if self._open is not None and entry.id == self._open.id and not self.query("#newer"):
            self.mount(Static(plain(NEWER), id="newer"), after="#where")

    @on(Button.Pressed)
    def pressed(self, event: Button.Pressed) -> None:
        """Pass on what was chosen."""
        event.stop()
        if event.button.name:
            self.post_message(self.Chosen("open", self._open, event.button.name))
        else:
            self.post_message(self.Chosen(event.button.id or "", self._open))
