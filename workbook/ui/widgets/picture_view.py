"""A picture across workbooks, as much of it as the window holds, with what its marks mean and where in it one is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import Static

from workbook.ui.text import plain
from workbook.ui.widgets.drawing import wrapped
from workbook.ui.widgets.pattern_words import part_of
from workbook.ui.widgets.scrolled import Scrolled
from workbook.ui.widgets.steady import Steady

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workbook.insight.patterns.pictures import Picture

LEAST_WIDTH, LEAST_HEIGHT = 40, 4
"""Nothing is drawn smaller; a smaller window scrolls."""


class PictureView(Scrolled, can_focus=True):
    """Draws a picture anew when the window or what it shows changes. Plotext is imported at the first one."""

    DEFAULT_CSS = """
    PictureView { scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    PictureView Static { width: auto; height: auto; }
    PictureView .legend { width: 100%; color: $text-muted; }
    """

    @dataclass
    class Painted(Message):
        """It was drawn, and it is known how much of it fits."""

        view: PictureView

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._picture: Picture | None = None
        self._drawn_from = -1
        self._shown = 0
        self._total = 0
        self.start = 0
        """Number of the first workbook, or word, in sight."""

    def compose(self) -> ComposeResult:
        """The drawing and its words."""
        yield Static(id="drawing")
        yield Steady(id="legend", classes="legend")
        yield Steady(id="part", classes="legend")

    @property
    def has_more(self) -> bool:
        """Whether there is more after what is in sight."""
        return self.start + self._shown < self._total

    def show(self, picture: Picture) -> None:
        """Show this picture. More workbooks behind a page that is full do not change it."""
        before, self._picture = self._picture, picture
        same = before is not None and before.question == picture.question and picture.question.kind != "feelings"
        if same and self._drawn_from == self.start and self.has_more:
            self._total = picture.asked
            self._tell("workbooks")
        else:
            self._draw()

    def on_resize(self) -> None:
        """Draw for the window as it is now."""
        self._draw()

    def turn(self, by: int) -> None:
        """Go to the workbooks after those in sight, or before."""
        if by > 0 and self.has_more:
            self.start += self._shown
        elif by < 0:
            self.start = max(0, self.start - self._shown)
        self._draw()

    def _draw(self) -> None:
        if self._picture is None or not self.size.width:
            return
        from workbook.ui.pictures.draw import draw  # brings plotext along

        room = self.scrollable_content_region.size
        width, height = max(room.width, LEAST_WIDTH), max(room.height, LEAST_HEIGHT)
        drawn = draw(self._picture, self.start, width, height - 2)
        below = 1 + len(wrapped(drawn.legend, width)) if drawn.legend else 1
        if below != 2:
            drawn = draw(self._picture, self.start, width, max(height - below, LEAST_HEIGHT))
        self._drawn_from, self._shown, self._total = self.start, drawn.shown, drawn.total
        self.query_one("#drawing", Static).update(drawn.content)
        self.query_one("#legend", Steady).update(plain(drawn.legend))
        self.query_one("#legend").display = bool(drawn.legend)
        self._tell(drawn.what)
        self.post_message(self.Painted(self))

    def _tell(self, what: str) -> None:
        """Say which part of the picture is in sight."""
        self.query_one("#part", Steady).update(plain(part_of(self.start, self._shown, self._total, what)))
