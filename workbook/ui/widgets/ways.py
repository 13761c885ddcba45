"""A quiet line on Home: what looks across workbooks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widgets import Button

from workbook.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult

    from workbook.library.entry import Entry


@dataclass(frozen=True)
class Way:
    """One of them."""

    label: str
    key: str
    """As Textual calls it."""
    sign: str
    """The key as people write it."""
    what: str
    """What Home wants by it: one of `Looking.ways`."""
    says: str
    """What it does, for the palette."""
    completed: int = 0
    """From how many completed workbooks on it is offered."""
    in_footer: bool = False


WAYS = (
    Way("Search", "slash", "/", "search", "Find words in every answer of every workbook", in_footer=True),
    Way("What you gathered", "w", "w", "gathered", "Questions, strengths, plans and people", completed=1),
    Way("Patterns", "p", "p", "patterns", "What comes up across completed workbooks", completed=1),
)
"""In the order in which they stand. Their keys are those of Home, `home.` and what they want."""


def offered(entries: Sequence[Entry]) -> list[Way]:
    """Return the ways there are with these workbooks: none without one."""
    if not entries:
        return []
    completed = sum(entry.state == "completed" for entry in entries) if any(way.completed for way in WAYS) else 0
    return [way for way in WAYS if completed >= way.completed]


class Ways(Horizontal):
    """The line. A button of it has the class `way` and is named for what is wanted."""

    def __init__(self, ways: Iterable[Way]) -> None:
        super().__init__()
        self._ways = ways

    def compose(self) -> ComposeResult:
        """A button for each, with its key."""
        for way in self._ways:
            label = plain(f"{way.label} ").append(plain(way.sign, "$text-muted"))
            button = Button(label, name=way.what, classes="way", compact=True)
            button.styles.line_pad = 0  # style sheets take only other numbers
            button.styles.width = label.cell_length  # a button is two wider than its words of itself
            yield button
