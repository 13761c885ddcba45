"""Patterns: what comes up across completed workbooks, in words, as pictures, and as the figures behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.actions import parse
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from workbook.ui.pattern_sight import PatternSight
from workbook.ui.screens.sizes import SizedScreen
from workbook.ui.text import plain
from workbook.ui.widgets.figure_list import FigureList
from workbook.ui.widgets.keys import Keys
from workbook.ui.widgets.pattern_words import HEADS, LOOKING, heading, read_so_far, sentences, will_be
from workbook.ui.widgets.picture_view import PictureView
from workbook.ui.widgets.quiet import Quiet
from workbook.ui.widgets.scrolled import Scrolled
from workbook.ui.widgets.steady import Steady

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from workbook.insight.patterns.gathering import Found
    from workbook.insight.patterns.pictures import Picture

KINDS = {kind: f"{number} {head}" for number, (kind, head) in enumerate(HEADS.items(), start=1)}
"""Buttons of the ways of looking, with the key that does the same."""
WAYS = {
    "leave": ("‹ Home", "leave"),
    "next": ("Next ›", "step(1)"),
    "table": ("Table", "table(True)"),
    "back": ("Picture", "table(False)"),
    "newer": ("Newer", "page(-1)"),
    "older": ("Older", "page(1)"),
}
"""Buttons by their ids: what they are called, and the action of the key that does the same."""
OF_WORDS = {"newer": "More often", "older": "Less often"}
"""What those are called that lead on in a picture of words rather than of workbooks."""


class PatternsScreen(SizedScreen[str | None]):
    """Gives back the ID of a workbook to open, or None. What it shows comes by `show`, as it is found."""

    CSS_PATH = "patterns.tcss"
    AUTO_FOCUS = "#read"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "step(1)", "Next picture", show=False, id="patterns.next"),
        Binding("left", "step(-1)", "Picture before", show=False, id="patterns.before"),
        Binding("t", "table(True)", "Table", id="patterns.table"),
        Binding("t", "table(False)", "Picture", id="patterns.picture"),
        Binding("o,pagedown", "page(1)", "Older workbooks", show=False, id="patterns.older"),
        Binding("n,pageup", "page(-1)", "Newer workbooks", show=False, id="patterns.newer"),
        *(
            Binding(str(place + 1), f"kind('{kind}')", head, show=False, id=f"patterns.{kind}")
            for place, (kind, head) in enumerate(HEADS.items())
        ),
        Binding("escape,q", "leave", "Home", key_display="esc", id="patterns.leave"),
    ]

    def __init__(self, sight: PatternSight | None = None) -> None:
        """Show nothing yet, or what is in sight to come back to."""
        super().__init__()
        self._sight = sight or PatternSight()
        self._view, self._figures = PictureView(id="picture"), FigureList(id="figures")
        self._hint = Quiet("enter opens a workbook", classes="hint")

    # --------------------------------------------------------------------------------------------- composing

    def compose(self) -> ComposeResult:
        """What was counted; the ways of looking; what there is to see; and what can be done."""
        self._view.display = self._figures.display = self._hint.display = False  # until there is something to show
        yield from super().compose()
        with Vertical(id="column"):
            yield Static(plain("Patterns", "bold"), id="title")
            yield Steady(plain(LOOKING), id="counted")
            with Horizontal(id="kinds"):
                yield from self._buttons(KINDS, "kind")
            yield Steady(id="heading")
            with Scrolled(id="read"):
                yield Steady(id="sentences")
            yield self._view
            yield self._figures
            with Horizontal(id="ways"):
                yield from self._buttons({name: label for name, (label, _) in WAYS.items()}, "way")
                yield self._hint
        yield Keys()

    @staticmethod
    def _buttons(named: dict[str, str], group: str) -> ComposeResult:
        for name, label in named.items():
            button = Button(label, id=name, compact=True, classes=group)
            button.display = name == "leave"
            yield button

    def on_mount(self) -> None:
        """Come back to where the person was."""
        if self._sight.total:
            self.call_after_refresh(self._come_back)

    def _come_back(self) -> None:
        sight = self._sight
        self._view.start = sight.start
        self._show_found()
        self.call_after_refresh(self._stand, sight.cursor)

    def _stand(self, cursor: int) -> None:
        """Put the cursor on a line of the table, now that its width is known."""
        self._figures.show(self._figures.items, cursor)
        self._take_focus()

    # ----------------------------------------------------------------------------------------------- showing

    def show(self, found: Found, read: int, total: int, *, done: bool = False) -> None:
        """Show what was found in the completed workbooks of which so many have been read."""
        if self.is_attached:
            self._sight.take(found, read, total, is_done=done)
            self._show_found()

    def _show_found(self) -> None:
        found, read, total, done = self._sight.found, self._sight.read, self._sight.total, self._sight.is_done
        self.say(read_so_far(found, read, total, done=done, narrow=self.has_class("-narrow")))
        self._follow()

    def say(self, words: str) -> None:
        """Say which workbooks were counted, or why none can be."""
        if self.is_attached:
            self.query_one("#counted", Steady).update(plain(words))

    @property
    def picture(self) -> Picture | None:
        """The picture in sight; None while the words are."""
        return self._sight.picture

    def _follow(self) -> None:
        """Bring everything in line with what is chosen and what was found."""
        picture = self.picture
        kinds, as_table = self._sight.kinds, self._sight.as_table
        for button in self.query(".kind").results(Button):
            kind = button.id or ""
            button.display = kind in kinds and len(kinds) > 1
            button.set_class(kind == self._sight.kind, "-chosen")
        self.query_one("#kinds").display = len(kinds) > 1
        self.query_one("#heading", Steady).update(heading(self._sight.found, picture))
        self.query_one("#heading").display = picture is not None
        self.query_one("#read").display = picture is None
        sight, waiting = self._sight, self._sight.waiting
        words = will_be(waiting) if waiting else sentences(sight.found, sight.total, done=sight.is_done)
        self.query_one("#sentences", Steady).update(words)
        self._view.display = picture is not None and not as_table
        self._figures.display = picture is not None and as_table
        if picture is not None and as_table:
            self._figures.show_picture(picture)
        elif picture is not None:
            self._view.show(picture)
        self._follow_ways()

    def _follow_ways(self) -> None:
        """Offer what there is to do."""
        for name, (_, action) in WAYS.items():
            _, called, parameters = parse(action)
            self.query_one(f"#{name}").display = bool(self.check_action(called, parameters))
        of_words = self._sight.kind == "feelings"
        for name in OF_WORDS:
            self.query_one(f"#{name}", Button).label = OF_WORDS[name] if of_words else WAYS[name][0]
        self.query_one("#table").display = self.picture is not None and not self._sight.as_table
        self.query_one("#back").display = self._figures.display
        self._hint.display = self._figures.display
        self.refresh_bindings()

    @on(PictureView.Painted)
    def painted(self) -> None:
        """Offer other pages of the picture, now that it is known how much fits."""
        self._follow_ways()

    # ------------------------------------------------------------------------------------------------ acting

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what there is."""
        if action in ("step", "kind"):
            return len(self._sight.places) > 1
        if action == "table" and parameters == (False,):
            return self._figures.display
        if action == "table":
            there_will_be = len(self._sight.places) > 1 and not self._sight.found.pictures
            return not self._figures.display and (self.picture is not None or there_will_be)
        if action == "page":
            return self._view.display and (self._view.has_more if parameters == (1,) else self._view.start > 0)
        return True

    @on(Button.Pressed)
    async def pressed(self, event: Button.Pressed) -> None:
        """Do what a key does."""
        name = event.button.id or ""
        await self.run_action(WAYS[name][1] if name in WAYS else f"kind('{name}')")

    def action_step(self, by: int) -> None:
        """Go to the next picture, or the one before; from the last to the words."""
        self._sight.step(by)
        self._gone()

    def action_kind(self, kind: str) -> None:
        """Show the words, or the first picture of a kind if there is one."""
        if self._sight.go_to(kind):
            self._gone()

    def _gone(self) -> None:
        self._view.start = self._sight.start
        self._follow()
        self._take_focus()

    def action_table(self, _wanted: bool) -> None:
        """Show the figures instead of the picture, or the picture again."""
        self._sight.turn()
        self._follow()
        self._take_focus()

    def _take_focus(self) -> None:
        """Let keys scroll what is in sight, unless the person is at a button that is still there."""
        if not (isinstance(self.focused, Button) and self.focused.display):
            either = self._figures if self._sight.as_table else self._view
            (self.query_one("#read") if self.picture is None else either).focus()

    def action_page(self, by: int) -> None:
        """Show older or newer workbooks in the picture."""
        self._view.turn(by)

    @on(FigureList.Picked)
    def line_picked(self, event: FigureList.Picked) -> None:
        """Open the workbook that a line tells of."""
        if event.item.book is not None:
            self._sight.start, self._sight.cursor = self._view.start, self._figures.cursor
            self.dismiss(event.item.book.id)

    def action_leave(self) -> None:
        """Go Home."""
        self.dismiss(None)
