"""A document with all that can be done in it while reading: finding, selecting, copying."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from workbook.ui.text import plain
from workbook.ui.widgets.find_line import FindLine
from workbook.ui.widgets.finding import Finder
from workbook.ui.widgets.reading import WIDEST
from workbook.ui.widgets.selecting import SelectableReading
from workbook.ui.widgets.steady import Steady

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from workbook.ui.widgets.passages import Block

MOVING = "y copies · ↑↓ another · space more · p page · v lines · esc back"
GROWING = "y copies · ↑↓ more or less · space done · esc back"


class ReadingPane(Vertical):
    """The document, and below it a line for what is being found or selected."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,enter", "step(1)", "Next hit", show=False, id="reading.next"),
        Binding("N", "step(-1)", "Hit before", show=False, id="reading.before"),
    ]

    def __init__(self, blocks: Sequence[Block], *, widest: int = WIDEST, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.reading = SelectableReading(blocks, widest=widest, id="reading")
        self._finder = Finder(())
        self._finds = FindLine()
        self._finds.display = False
        self._hint = Steady(id="hint")

    def compose(self) -> ComposeResult:
        """The document and the lines below it."""
        yield self.reading
        yield self._hint

    def show(self, blocks: Sequence[Block], *, at_top: bool = False) -> None:
        """Read something else, and find the same in it."""
        self.reading.show(blocks, at_top=at_top)
        self.reading.select(None)
        self.reading.came_to = None
        if self._finds.display:
            self._look(self._finds.needle)

    # ------------------------------------------------------------------------------------------------- finding

    async def open_find(self) -> None:
        """Let the person type what to find. The line is there once it was wanted."""
        self.reading.select(None)
        if not self._finds.is_attached:
            await self.mount(self._finds)
        self._finder = Finder(self.reading.blocks)
        self._finds.open()
        self._look(self._finds.needle)

    @on(FindLine.Sought)
    def _sought(self, event: FindLine.Sought) -> None:
        event.stop()
        if self._finds.display:
            self._look(event.needle)

    def _look(self, needle: str) -> None:
        here = self._finder.here
        near = here if here is not None and self.reading.is_in_sight(here) else self.reading.top()
        self._finder = Finder(self.reading.blocks) if self._finder.blocks is not self.reading.blocks else self._finder
        self._finder.look_for(needle, near)
        self._show_hit()

    def _show_hit(self) -> None:
        self._finds.say(self._finder.said)
        self.reading.mark("found", self._finder.marks())
        self.reading.came_to = self._finder.here
        if self._finder.here is not None:
            self.reading.bring_into_sight(self._finder.here)

    @on(FindLine.Stepped)
    def _stepped(self, event: FindLine.Stepped) -> None:
        event.stop()
        self.action_step(event.by)
        if event.onward and self._finder.hits:
            self.reading.focus()

    def action_step(self, by: int) -> None:
        """Go to the next hit, or the one before."""
        if self._finds.display:
            self._finder.step(by)
            self._show_hit()

    @on(FindLine.Closed)
    def close_find(self) -> None:
        """Put the line away, and the marks with it. The place stays."""
        self._finds.display = False
        self.reading.mark("found", ())
        self.reading.focus()

    def step_out(self) -> bool:
        """Leave what is selected, or what is being found. False where there is neither."""
        if self.reading.selected is not None:
            self.reading.select(None)
        elif self._finds.display:
            self.close_find()
        else:
            return False
        return True

    # ----------------------------------------------------------------------------------------------- selecting

    @on(SelectableReading.SelectionChanged)
    def _selected(self, event: SelectableReading.SelectionChanged) -> None:
        event.stop()
        self._hint.display = event.selected is not None
        if event.selected is not None:
            self._hint.update(plain(GROWING if event.selected.tail else MOVING))
