"""Two workbooks side by side, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from workbook.ui.screens.outline import OutlineScreen
from workbook.ui.screens.sizes import SizedScreen
from workbook.ui.side_blocks import WIDEST, side_blocks
from workbook.ui.text import plain
from workbook.ui.widgets.keys import Keys
from workbook.ui.widgets.outline import Anchor
from workbook.ui.widgets.passages import Block
from workbook.ui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from workbook.flow.side_by_side import PagePair

NEITHER = "Nothing was written in either of them, and that is fine."


class SideBySideScreen(SizedScreen[None]):
    """Shows one page of both at a time. Nothing can be changed here."""

    CSS_PATH: ClassVar = ["side_by_side.tcss", "../widgets/reading.tcss"]
    AUTO_FOCUS = "#reading"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,ctrl+n,alt+right", "turn(1)", "Pages", key_display="←→", id="beside.next"),
        Binding("left,alt+left", "turn(-1)", "Page before", show=False, id="beside.before"),
        Binding("f2,o", "pages", "Pages", show=False, id="beside.pages"),
        Binding("slash", "find", "Find on this page", show=False, key_display="/", id="beside.find"),
        Binding("escape,q", "close", "Back", key_display="esc", id="beside.close"),
    ]

    def __init__(self, titles: tuple[str, str], pages: Sequence[PagePair]) -> None:
        super().__init__()
        self._titles = titles
        self._pages = pages
        self.at = 0
        """Which page is shown."""

    def compose(self) -> ComposeResult:
        """Where one is, the page of both, and the ways on."""
        yield from super().compose()
        with Vertical(id="column"):
            yield Static(id="place")
            yield ReadingPane(self._blocks(), widest=WIDEST, id="pane")
            with Horizontal(id="ways"):
                yield Button("‹ Back", id="close", compact=True)
                yield Button("Page before", id="turn-back", compact=True)
                yield Button("Next page", id="turn-on", compact=True)
                yield Button("Pages", id="pages", compact=True)
        yield Keys()

    def _blocks(self) -> list[Block]:
        return side_blocks(self._pages[self.at], self._titles) if self._pages else [Block(plain(NEITHER))]

    def on_mount(self) -> None:
        """Say where one is."""
        self._say_place()

    def _say_place(self) -> None:
        place = f"Page {self.at + 1} of {len(self._pages)}" if self._pages else ""
        self.query_one("#place", Static).update(plain(place))
        self.query_one("#turn-back", Button).disabled = self.at == 0
        self.query_one("#turn-on", Button).disabled = self.at >= len(self._pages) - 1

    def turn_to(self, at: int) -> None:
        """Show another page."""
        at = max(0, min(at, len(self._pages) - 1))
        if at != self.at:
            self.at = at
            self.query_one(ReadingPane).show(self._blocks(), at_top=True)
            self._say_place()

    def action_turn(self, by: int) -> None:
        """Show the next page, or the one before."""
        self.turn_to(self.at + by)

    @on(Button.Pressed, "#turn-on, #turn-back")
    def turn_pressed(self, event: Button.Pressed) -> None:
        """Show the page that the button is for."""
        self.action_turn(1 if event.button.id == "turn-on" else -1)

    @on(Button.Pressed, "#pages")
    def action_pages(self) -> None:
        """Choose a page from a list."""
        anchors = [Anchor(f"page:{number}", page.title) for number, page in enumerate(self._pages)]
        self.app.push_screen(OutlineScreen(anchors), self._picked)

    def _picked(self, name: str | None) -> None:
        if name:
            self.turn_to(int(name.removeprefix("page:")))

    async def action_find(self) -> None:
        """Find words on this page."""
        await self.query_one(ReadingPane).open_find()

    def action_copy_text(self) -> None:
        """Copy what is selected; `ctrl+c` comes here."""
        self.query_one(ReadingPane).reading.action_copy()

    @on(Button.Pressed, "#close")
    def action_close(self) -> None:
        """Put away what is being found or selected, then go back."""
        if not self.query_one(ReadingPane).step_out():
            self.dismiss(None)
