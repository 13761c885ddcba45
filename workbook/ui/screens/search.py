"""Looking for words in everything that was written, in every workbook."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Input, Static
from textual.worker import get_current_worker

from workbook.ui.screens.sizes import SizedScreen
from workbook.ui.text import plain
from workbook.ui.widgets.hit_rows import Row, draw_row, is_hit, rows_of
from workbook.ui.widgets.keys import Keys
from workbook.ui.widgets.row_list import RowList
from workbook.ui.widgets.steady import Steady

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.timer import Timer

    from workbook.insight.search import Hit
    from workbook.ui.searching import Batch, Searching

    Work = Callable[[Callable[[Batch], object], Callable[[], bool]], None]

PAUSE = 0.04
"""Seconds without a letter after which a sweep begins: a letter on its way is shown first."""

HOW = (
    "Every answer and every note is looked through, accents and capitals aside.\n"
    "Several words must be in one answer.\n"
    'Words in quotes must stand together: "two lines".'
)


class SearchScreen(SizedScreen[None]):
    """What to look for above, what was found below."""

    CSS_PATH: ClassVar = ["search.tcss"]
    AUTO_FOCUS = "#words"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Home", key_display="esc", id="search.close"),
        Binding("slash", "words", "Other words", key_display="/", id="search.words"),
        Binding("down", "hits", "To what was found", show=False, id="search.hits"),
    ]

    @dataclass
    class Picked(Message):
        """Something that was found is to be opened."""

        searching: Searching
        hit: Hit

    @dataclass
    class Swept(Message):
        """A sweep reports."""

        batch: Batch

    def __init__(self, searching: Searching) -> None:
        """Show a search: a new one, or one to come back to."""
        super().__init__()
        self._searching = searching
        self._rows: list[Row] = list(rows_of(searching.hits))
        self._is_stale = False
        """Whether what is shown was found by what was typed before."""
        self._pause: Timer | None = None

    # --------------------------------------------------------------------------------------------- composing

    def compose(self) -> ComposeResult:
        """The box, how far it is, and what was found."""
        searching = self._searching
        yield from super().compose()
        with Vertical(id="column"):
            with Horizontal(id="top"):
                yield Static(plain("Search your words", "bold"), id="name")
                yield Button("‹ Home", id="close", compact=True)
            yield Input(
                searching.text, placeholder="Words to look for", id="words", compact=True, select_on_focus=False
            )
            yield Steady(plain(searching.says()), id="says")
            yield Static(plain(HOW), id="how")
            yield RowList(self._rows, draw=draw_row, can_pick=is_hit, on_cursor=lambda row: row, id="hits")
        yield Keys()

    def on_mount(self) -> None:
        """Come back to where the person was."""
        self._show_how()
        if self._rows:
            hits = self.query_one("#hits", RowList)
            hits.focus()
            self.call_after_refresh(hits.show, self._rows, self._searching.cursor)
        self._go_on()

    # ---------------------------------------------------------------------------------------------- looking

    @on(Input.Changed, "#words")
    def typed(self, event: Input.Changed) -> None:
        """Stop looking for what was typed before, and soon look for this."""
        if event.value == self._searching.text or not self._searching.look_for(event.value):
            return
        self.workers.cancel_group(self, "sweep")
        self._is_stale = True
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._begin)

    def _begin(self) -> None:
        if not self._searching.is_wanted:
            self._show_found()
        self._go_on()

    def _go_on(self) -> None:
        """Look through the workbooks that are still to be looked through."""
        if self._searching.is_wanted and not self._searching.is_done:
            work = partial(self._work, self._searching.sweep())
            self.run_worker(work, thread=True, group="sweep", exclusive=True, exit_on_error=False)

    def _work(self, work: Work) -> None:
        """Runs in a thread."""
        worker = get_current_worker()
        work(lambda batch: self.post_message(self.Swept(batch)), lambda: worker.is_cancelled)

    @on(Swept)
    def swept(self, event: Swept) -> None:
        """Show what was found since."""
        event.stop()
        before = len(self._searching.hits)
        if self._searching.take(event.batch):
            self._show_found(before)

    def _show_found(self, before: int = 0) -> None:
        searching, hits = self._searching, self.query_one("#hits", RowList)
        if self._is_stale:
            self._rows, self._is_stale, before = [], False, 0
            hits.scroll_to(y=0, animate=False)
        self._rows += rows_of(searching.hits[before:], searching.hits[before - 1] if before else None)
        hits.show(self._rows, hits.cursor if before else 0)
        self.query_one("#says", Steady).update(plain(searching.says()), layout=False)
        self._show_how()

    def _show_how(self) -> None:
        """Say how to look for something while nothing is."""
        how = self.query_one("#how")
        if how.display is self._searching.is_wanted:
            how.display = not self._searching.is_wanted

    # ----------------------------------------------------------------------------------------------- acting

    @on(RowList.Picked, "#hits")
    def picked(self, event: RowList.Picked) -> None:
        """Open the workbook there."""
        event.stop()
        self.workers.cancel_group(self, "sweep")
        self._searching.cursor = event.row_list.cursor
        self.post_message(self.Picked(self._searching, event.item.hit))

    def action_words(self) -> None:
        """Look for something else."""
        self.query_one("#words", Input).focus()

    @on(Input.Submitted, "#words")
    def action_hits(self) -> None:
        """Go from the box to what was found."""
        if self._rows:
            self.query_one("#hits", RowList).focus()

    @on(Button.Pressed, "#close")
    def action_close(self) -> None:
        """Go back Home."""
        self.dismiss(None)
