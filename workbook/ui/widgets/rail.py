"""The rail beside a page: the parts, and the pages of the one in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workbook.flow.progress import outline
from workbook.ui.text import plain
from workbook.ui.widgets.steady import Steady

if TYPE_CHECKING:
    from workbook.flow.progress import Mark
    from workbook.flow.state import State

MARKS: dict[Mark, str] = {"done": "✓", "here": "›", "ahead": " "}
"""How a part or page is marked, readable without colour."""


class Rail(Steady):
    """Where the person is among the parts. It folds away in a narrow window; the contents (F2) shows the same."""

    def __init__(self, state: State) -> None:
        super().__init__(rail(state), markup=False)

    def show(self, state: State) -> None:
        """Follow to another page."""
        self.update(rail(state))


def rail(state: State) -> Content:
    """The parts, one to a line, with the pages of the current part under it."""
    lines: list[Content] = []
    for part in outline(state):
        style = "bold" if part.mark == "here" else "$text-muted"
        lines.append(plain(f"{MARKS[part.mark]} {part.title}", style))
        if part.mark == "here":
            for page in part.pages:
                if not page.aside:
                    style = "$primary bold" if page.mark == "here" else "$text-muted"
                    lines.append(plain(f"  {MARKS[page.mark]} {page.title}", style))
    return Content("\n").join(lines)
