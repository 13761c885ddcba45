"""Asking about a copy to save: of which workbooks, in which form, what to leave out, and where to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from workbook.export.formats import FORMATS
from workbook.export.sharing import TO_SHARE, Leaving
from workbook.ui.text import plain
from workbook.ui.widgets.check_list import CheckList
from workbook.ui.widgets.choice_line import ChoiceLine
from workbook.ui.widgets.scrolled import Scrolled
from workbook.ui.widgets.writing import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from workbook.export.formats import FormatName

MYSELF, OTHERS = "myself", "somebody else"
PRIVATE, NAMES = range(2)
LABELS = {value.label: name for name, value in FORMATS.items()}


@dataclass(frozen=True)
class Which:
    """Workbooks that can be chosen together."""

    label: str
    name: str
    """Begins the name of the file that is suggested."""
    ids: Sequence[str]
    title: str = ""
    """Of the workbook, where it is one."""


@dataclass(frozen=True)
class Wish:
    """What the person wants saved."""

    which: Which
    form: FormatName
    leaving: Leaving
    where: str


class CopiesScreen(ModalScreen[Wish | None]):
    """Gives back what is wanted; None for escape, which saves nothing."""

    CSS_PATH: ClassVar = ["../fields/writing.tcss", "../fields/picking.tcss", "copies.tcss"]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (28, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Back", id="copies.close"),
        Binding("ctrl+n", "save", "Save", id="copies.save"),
    ]

    def __init__(
        self, offered: Sequence[Which], suggest: Callable[[Which, FormatName], str], refusal: Callable[[str], str]
    ) -> None:
        """Offer these, the first chosen; `suggest` says where to, and `refusal` why a place cannot be."""
        super().__init__(classes="card-screen")
        self._offered = {each.label: each for each in offered}
        self._suggest = suggest
        self._refusal = refusal
        self._suggested = ""
        self._which = ChoiceLine(list(self._offered), always_one=True)
        self._form = ChoiceLine(list(LABELS), always_one=True)
        self._whom = ChoiceLine([MYSELF, OTHERS], always_one=True)
        self._leave = CheckList()
        self._where = Line("", id="where")
        self._leaving = Leaving()

    def compose(self) -> ComposeResult:
        """A line for each thing to say, and the ways on."""
        with Vertical(classes="card"):
            yield Static(id="title", classes="card-title")
            with Scrolled(id="wish", can_focus=False):
                if len(self._offered) > 1:
                    yield from _labelled("Of", self._which)
                yield from _labelled("As", self._form, "with-more")
                yield Static(id="what-for", classes="quiet beside")
                yield from _labelled("For", self._whom)
                yield from _labelled("Leave out", self._leave, "with-more")
                yield Static(id="caution", classes="quiet beside")
                yield from _labelled("Where to", self._where)
                yield Static(id="trouble", classes="beside")
                said = "A copy is not protected by this program. Nothing that is already there is written over."
                yield Static(plain(said), classes="quiet")
            with Horizontal(classes="buttons"):
                yield Button("Save", id="save", compact=True, variant="primary")
                yield Button("Back", id="close", compact=True)

    def on_mount(self) -> None:
        """Begin with the first of everything, for the person's own eyes."""
        self._which.show(next(iter(self._offered)))
        self._form.show(FORMATS["html"].label)
        self._whom.show(MYSELF)
        self.query_one("#trouble").display = False
        self._follow()

    @property
    def wish(self) -> Wish:
        """What is chosen now."""
        form = LABELS[self._form.value]
        return Wish(self._offered[self._which.value], form, self._leaving, self._where.text.strip())

    def _follow(self) -> None:
        """Show what follows from what is chosen."""
        wish = self.wish
        of = f" of “{wish.which.title}”" if wish.which.title else ""
        self.query_one("#title", Static).update(plain(f"Save a copy{of}", "bold"))
        self.query_one("#what-for", Static).update(plain(f"{FORMATS[wish.form].what_for.capitalize()}."))
        ticked = [PRIVATE] * self._leaving.private + [NAMES] * self._leaving.names
        self._leave.show([("", ("private writing", "names of other people"))], ticked)
        self.query_one("#caution", Static).update(plain(_caution(self._leaving)))
        if self._where.text == self._suggested:
            self._suggested = self._suggest(wish.which, wish.form)
            self._where.replace_all(self._suggested)
        else:
            self._where.replace_all(_with_ending(self._where.text, FORMATS[wish.form].ending))

    @on(ChoiceLine.Changed)
    def chosen(self, event: ChoiceLine.Changed) -> None:
        """Follow a choice."""
        if event.choice_line is self._whom:
            self._leaving = TO_SHARE if event.value == OTHERS else Leaving()
        self._follow()

    @on(CheckList.Ticked)
    def ticked(self, event: CheckList.Ticked) -> None:
        """Leave this out, or in."""
        private, names = self._leaving.private, self._leaving.names
        self._leaving = Leaving(private ^ (event.index == PRIVATE), names ^ (event.index == NAMES))
        self._follow()

    @on(ChoiceLine.Done)
    def go_on(self) -> None:
        """Go to the next line."""
        self.focus_next()

    @on(Line.Submitted)
    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Give back what is wanted. A place where nothing can be saved is told beside it, and all else stays."""
        where = self.wish.where
        refused = self._refusal(where) if where else ""
        if where and not refused:
            self.dismiss(self.wish)
            return
        trouble = self.query_one("#trouble", Static)
        trouble.update(plain(refused))
        trouble.display = bool(refused)
        self._where.focus()
        self.call_after_refresh(trouble.scroll_visible, animate=False)

    @on(Button.Pressed, "#close")
    def action_close(self) -> None:
        """Save nothing."""
        self.dismiss(None)


def _labelled(label: str, widget: ChoiceLine | CheckList | Line, classes: str = "") -> ComposeResult:
    with Horizontal(classes=f"labelled {classes}"):
        yield Static(plain(label), classes="label quiet")
        yield widget


def _caution(leaving: Leaving) -> str:
    """What a copy holds in spite of what is left out."""
    if leaving.names:
        return "Names inside other answers stay: please look through it first."
    return "Everything else is in it." if leaving.private else "Everything is in it."


def _with_ending(where: str, ending: str) -> str:
    """A place the person typed, with the ending of another form where it had one of these."""
    endings = [value.ending for value in FORMATS.values()]
    had = next((each for each in endings if where.endswith(each)), "")
    return where.removesuffix(had) + ending if had else where
