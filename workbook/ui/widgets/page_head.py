"""The line above a page: which stage, which page, about how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widgets import Static

from workbook.flow.progress import progress
from workbook.ui.text import plain
from workbook.ui.widgets.steady import Steady

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workbook.flow.state import State


class PageHead(Horizontal):
    """Says where the person is, without measuring them."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state

    def compose(self) -> ComposeResult:
        """The stage on the left, the page on the right."""
        yield Steady(id="stage")
        yield Steady(id="place")

    def on_mount(self) -> None:
        """Show the first page."""
        self.show(self._state)

    def show(self, state: State) -> None:
        """Follow to another page."""
        where = progress(state)
        if where is None:
            return
        stage = plain(where.part_title, "bold")
        if where.stage_number is not None:
            stage = stage.append(plain(f"  {where.stage_number} of {where.stage_count}", "$text-muted"))
        self.query_one("#stage", Static).update(stage)
        self.query_one("#place", Static).update(plain(f"page {where.number} of {where.total} · {where.minutes}"))
