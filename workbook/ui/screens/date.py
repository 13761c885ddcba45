"""One date and what to do about it: done, another day, let go, or its page, with the plan beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from workbook.flow.dates.saying import say
from workbook.ui.text import plain
from workbook.ui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

    from workbook.insight.settling import Dated

PASSED = "This date has passed. Keep it, move it, or let it go."
STANDS = {"done": "This is done.", "let_go": "This was let go."}


class DateScreen(ModalScreen[str | None]):
    """Gives back `done`, `move`, `let_go`, `kept`, `open` (its page) or `again` (open again); None changes nothing."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]
    AUTO_FOCUS = ".buttons Button"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Back", id="date.close"),
        Binding("pageup", "scroll_about(-1)", "Page up", show=False, id="date.page_up"),
        Binding("pagedown", "scroll_about(1)", "Page down", show=False, id="date.page_down"),
        Binding("left,up", "app.focus_previous", "Button before", show=False, id="date.before"),
        Binding("right,down", "app.focus_next", "Next button", show=False, id="date.next"),
    ]

    def __init__(self, dated: Dated, title: str, today: date) -> None:
        super().__init__(classes="card-screen")
        self._dated = dated
        self._title = title
        self._today = today

    def compose(self) -> ComposeResult:
        """What the date is for, when, what was planned for it, and the ways on."""
        found = self._dated.follow_up
        with Vertical(classes="card"):
            with Scrolled(id="about", can_focus=False):
                yield Static(plain(found.says or found.what, "bold"), classes="card-title")
                if found.about and not found.says:
                    yield Static(plain(found.about))
                yield Static(plain(say(found.day, self._today)))
                yield Static(plain(self._title), classes="quiet")
                if said := self._said():
                    yield Static(plain(said), id="stands")
                if self._dated.beside:
                    yield Static(plain("\n".join(self._dated.beside)), id="plan")
            with Horizontal(classes="buttons"):
                for key, text in self._ways().items():
                    yield Button(plain(text), name=key, compact=True)

    def _said(self) -> str:
        """How the date stands, and the question about it once its day is there."""
        found, today = self._dated.follow_up, self._today
        if found.stage in STANDS:
            return STANDS[found.stage]
        lines = [PASSED] if found.day < today else []
        if self._dated.settle.asks and found.day <= today:
            lines.append(self._dated.settle.asks)
        return "\n".join(lines)

    def _ways(self) -> dict[str, str]:
        """The ways on, called as the guide does once the day is there."""
        found, settle = self._dated.follow_up, self._dated.settle
        if found.stage in STANDS:
            return {"again": "Take that back", "move": "Move it", "open": "Open its page", "": "Back"}
        there = found.day <= self._today
        done, move, let_go = (settle.done, settle.move, settle.let_go) if there else ("", "", "")
        return {
            "done": _named(done) or "Done",
            "move": f"{_named(move)}: another day" if move else "Move it",
            "let_go": _named(let_go) or "Let it go",
            "open": "Open its page",
            **({"kept": "Keep it"} if found.day < self._today and found.stage == "open" else {"": "Back"}),
        }

    @on(Button.Pressed)
    def answered(self, event: Button.Pressed) -> None:
        """Give back what was chosen."""
        self.dismiss(event.button.name or None)

    def action_scroll_about(self, by: int) -> None:
        """Scroll what does not fit."""
        about = self.query_one("#about")
        about.scroll_relative(y=by * max(1, about.size.height - 1), animate=False)

    def action_close(self) -> None:
        """Leave the date as it is."""
        self.dismiss(None)


def _named(text: str) -> str:
    """Words of the guide as they stand on a button."""
    return text[:1].upper() + text[1:]
