"""What was gathered across workbooks: shelves to look through, and what stands on them in full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Static

from workbook.insight.banks.questions import Question
from workbook.insight.banks.rows import SHELVES, Row, kept_of
from workbook.insight.banks.shelves import KindWords
from workbook.ui.among_shelves import AmongShelves
from workbook.ui.gathered_blocks import blocks
from workbook.ui.screens.sizes import SizedScreen
from workbook.ui.text import plain
from workbook.ui.widgets.entry_rows import spread
from workbook.ui.widgets.keys import Keys
from workbook.ui.widgets.reading import Reading
from workbook.ui.widgets.row_list import RowList
from workbook.ui.widgets.steady import Steady

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.content import Content

    from workbook.insight.banks.kept import Kept
    from workbook.insight.banks.rows import Shelf, Thing
    from workbook.ui.gathering import Gathered

ROOMY = 80
"""Columns of the list from which it says beside each row where it comes from."""
WIDEST = 400
"""Characters of a row that are looked at: the rest of a long text would be in no window."""
SHORT = 26
"""Characters of what is always said beside a row: how often a question was met, or that there is one to ask about."""


class GatheredScreen(SizedScreen[None]):
    """Shows what arrives, whatever else is going on. What is said of it goes up as messages."""

    CSS_PATH = "gathered.tcss"
    AUTO_FOCUS = "#rows"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (96, "-wide")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "shelf(-1)", "Shelf before", show=False, id="gathered.before"),
        Binding("right", "shelf(1)", "Next shelf", show=False, id="gathered.after"),
        Binding("p", "practise", "Practise", id="gathered.practise"),
        Binding("s", "same", "Same as …", show=False, id="gathered.same"),
        Binding("u", "undo", "Take apart", show=False, id="gathered.undo"),
        Binding("h", "pin", "Pin to Home", show=False, id="gathered.pin"),
        Binding("f", "sheet", "One page", show=False, id="gathered.sheet"),
        Binding("escape,q", "close", "Back", key_display="esc", id="gathered.close"),
    ]

    @dataclass
    class Wanted(Message):
        """`open`, `practise`, `same`, `undo`, `pin` or `sheet`, with what it is about."""

        gathered: GatheredScreen
        what: str
        thing: Thing | None = None

    def __init__(self, among: AmongShelves | None = None) -> None:
        """Show nothing yet, or where the person stood, to come back to."""
        super().__init__()
        self._among = among or AmongShelves()

    # --------------------------------------------------------------------------------------------- composing

    def compose(self) -> ComposeResult:
        """The shelves, what stands on one of them, and the thing at the cursor in full."""
        yield from super().compose()
        with Vertical(id="column"):
            with Horizontal(id="head"):
                yield Static(plain("What you gathered", "bold"), id="name")
                yield Steady(id="state")
            with Horizontal(id="shelves"):
                for shelf, title in SHELVES.items():
                    yield Button(plain(title), name=shelf, classes="shelf", compact=True)
            with Horizontal(id="both"):
                yield RowList[Row](draw=draw_row, can_pick=lambda row: row.thing is not None, id="rows")
                yield Reading(blocks(None, is_done=False), id="reading")
            with Horizontal(id="ways"):
                yield Button("‹ Back", id="close", compact=True)
                yield Button("Practise", id="practise", compact=True)
                yield Button("Same as …", id="same", compact=True)
                yield Button("Take apart", id="undo", compact=True)
                yield Button("Pin to Home", id="pin", compact=True)
                yield Button("Unpin", id="unpin", compact=True)
                yield Button("Open", id="open", compact=True)
                yield Button("One page", id="sheet", compact=True)
        yield Keys()

    def on_mount(self) -> None:
        """Follow the cursor."""
        self.watch(self.query_one("#rows", RowList), "cursor", self._show_thing, init=False)
        self.show_found(self.found)
        if self.found.total:
            self.call_after_refresh(lambda: self.show_found(self.found))  # and the cursor's row is brought into view

    def on_resize(self, event: events.Resize) -> None:
        """Call the shelves what there is room for."""
        for button in self.query(".shelf").results(Button):
            title = next(title for shelf, title in SHELVES.items() if shelf == button.name)
            button.label = plain(title if event.size.width >= ROOMY else title.split(" ")[0])

    # ----------------------------------------------------------------------------------------------- showing

    def show_found(self, found: Gathered) -> None:
        """Show what is there now, with the cursor on what it was on."""
        self._remember()
        self._among.found = found
        self._among.settle()
        if not self.is_running:
            return
        self.query_one("#state", Steady).update(
            plain(found.said if found.total or found.is_done else "", "$text-muted")
        )
        self._show_shelf()

    def _show_shelf(self) -> None:
        for button in self.query(".shelf").results(Button):
            button.set_class(button.name == self._among.shelf, "-here")
        rows = self.query_one("#rows", RowList)
        rows.show(self._among.rows, self._among.cursor)
        self._show_thing()

    def _show_thing(self) -> None:
        thing = self.thing
        self.query_one("#reading", Reading).show(blocks(thing, is_done=self.found.is_done))
        self.query_one("#reading", Reading).scroll_home(animate=False)
        for name in ("practise", "same", "undo"):
            self.query_one(f"#{name}").display = bool(self.check_action(name, ()))
        self.query_one("#open").display = thing is not None
        is_pinned = isinstance(thing, KindWords) and thing.is_pinned
        self.query_one("#pin").display = isinstance(thing, KindWords) and not is_pinned
        self.query_one("#unpin").display = is_pinned
        self.refresh_bindings()

    @property
    def found(self) -> Gathered:
        """What was gathered so far."""
        return self._among.found

    @property
    def thing(self) -> Thing | None:
        """What the cursor is on."""
        row: Row | None = self.query_one("#rows", RowList).current
        return row.thing if row else None

    @property
    def kept(self) -> Kept | None:
        """The same as it stands in its workbook."""
        return kept_of(self.thing)

    def _remember(self) -> None:
        self._among.remember(next((each.current for each in self.query("#rows").results(RowList)), None))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what makes sense for the thing at the cursor."""
        match action:
            case "practise":
                return self._among.shelf == "questions" and bool(self.found.shelves.questions)
            case "same":
                return isinstance(self.thing, Question)
            case "undo":
                return isinstance(self.thing, Question) and self.thing.is_joined
            case "pin":
                return isinstance(self.thing, KindWords)
        return True

    # ------------------------------------------------------------------------------------------------ acting

    @on(Button.Pressed, ".shelf")
    def shelf_pressed(self, event: Button.Pressed) -> None:
        """Go to a shelf."""
        self._go_to(next(shelf for shelf in SHELVES if shelf == event.button.name))

    def action_shelf(self, by: int) -> None:
        """Go to the shelf before or after."""
        self._go_to(self._among.after(by))

    def _go_to(self, shelf: Shelf) -> None:
        self._remember()
        self._among.go_to(shelf)
        self._show_shelf()
        self.query_one("#rows").focus()

    @on(RowList.Picked, "#rows")
    @on(Button.Pressed, "#open")
    def open_thing(self) -> None:
        """Open the workbook it stands in, at its place."""
        self._remember()
        self._want("open")

    @on(Button.Pressed, "#practise")
    def action_practise(self) -> None:
        """Go through the questions, with the answers hidden until a key."""
        self._want("practise")

    @on(Button.Pressed, "#same")
    def action_same(self) -> None:
        """Say which other question is the same."""
        self._want("same")

    @on(Button.Pressed, "#undo")
    def action_undo(self) -> None:
        """Take apart what was put together."""
        self._want("undo")

    @on(Button.Pressed, "#unpin")
    @on(Button.Pressed, "#pin")
    def action_pin(self) -> None:
        """Pin kind words to Home, or take them away from there."""
        self._want("pin")

    @on(Button.Pressed, "#sheet")
    def action_sheet(self) -> None:
        """Show one page for the next interview."""
        self._want("sheet")

    def _want(self, what: str) -> None:
        self.post_message(self.Wanted(self, what, self.thing))

    @on(Button.Pressed, "#close")
    def action_close(self) -> None:
        """Go back to where the person was."""
        self.dismiss(None)


def draw_row(row: Row, width: int) -> Content:
    """A heading, or a thing with what there is to say of it beside it."""
    if row.thing is None:
        return plain(row.text, "$text-muted")
    text = plain(" ".join(row.text[:WIDEST].split()))
    fits = width >= ROOMY or (len(row.side) <= SHORT and isinstance(row.thing, Question))
    return spread(text, " ".join(row.side.split()), width) if row.side and fits else text
