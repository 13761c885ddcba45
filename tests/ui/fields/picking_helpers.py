"""A small guide with every kind of field that is answered by picking, and an app that shows one of them."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from unicodedata import category

from rich.cells import cell_len
from textual import on
from textual.app import App
from textual.containers import VerticalScroll
from textual.geometry import Offset
from textual.widgets import Button

import workbook.ui.fields as fields_package
from workbook.flow.state import Around, State
from workbook.guide.model import Field, Guide, Manifest, Page, Part, Route
from workbook.ui.fields.base import FieldWidget
from workbook.ui.fields.make import make_field
from workbook.ui.themes import OURS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from textual.app import ComposeResult
    from textual.pilot import Pilot

    from workbook.flow.values import Value

STYLES = Path(fields_package.__path__[0])
TODAY = date(2026, 11, 22)


def guide_of(*fields: Field) -> Guide:
    """A guide of one page with these fields."""
    manifest = Manifest(
        id="small",
        title="Small",
        version="1",
        language="en",
        routes=(Route(id="full", title="All", minutes=10), Route(id="quick", title="Short", minutes=5)),
        default_route="full",
        route_field="part.page.route",
        stages=("part",),
    )
    page = Page(id="page", title="A page", fields=fields)
    return Guide(manifest=manifest, parts=(Part(id="part", title="A part", pages=(page,)),))


def state_of(*fields: Field, answers: Mapping[str, Value] | None = None) -> State:
    """A workbook with these fields and answers, by field id."""
    known = {f"part.page.{key}": value for key, value in (answers or {}).items()}
    return State(guide_of(*fields), known, Around(today=TODAY, begun=TODAY), here="part.page")


class FieldApp(App[None]):
    """Shows some fields of a small guide, and remembers what they said."""

    CSS_PATH: ClassVar[Any] = [STYLES / "writing.tcss", STYLES / "picking.tcss"]
    AUTO_FOCUS = None

    def __init__(self, *fields: Field, answers: Mapping[str, Value] | None = None, show: str = "") -> None:
        super().__init__()
        self.state = state_of(*fields, answers=answers)
        self.shown = [show] if show else [field.id for field in fields]
        self.said: list[tuple[str, Value]] = []
        self.done: list[str] = []
        self.left = False

    def on_load(self) -> None:
        """Look as the workbook does."""
        for theme in OURS:
            self.register_theme(theme)
        self.theme = OURS[0].name

    def compose(self) -> ComposeResult:
        """Show the fields as a page does."""
        with VerticalScroll(can_focus=False):
            for place in self.state.guide.fields.values():
                if place.field.id in self.shown:
                    yield make_field(place, self.state)
        yield Button("On", id="on")

    def field(self, id_: str = "") -> Any:
        """The widget of a field; the only one shown when no id is given."""
        return next(widget for widget in self.screen.query(FieldWidget) if not id_ or widget.place.field.id == id_)

    @property
    def answer(self) -> Value:
        """The answer sent last."""
        return self.said[-1][1]

    def set_answer(self, id_: str, value: Value) -> None:
        """Answer another field, and let the ones shown follow."""
        answers = {**self.state.answers, f"part.page.{id_}": value}
        self.state = replace(self.state, answers=answers)
        for widget in self.screen.query(FieldWidget):
            if isinstance(widget.parent, VerticalScroll):
                widget.show(self.state)

    @on(FieldWidget.Changed)
    def remember(self, event: FieldWidget.Changed) -> None:
        """Remember what was said."""
        self.said.append((event.field.place.field.id, event.value))

    @on(FieldWidget.Done)
    def remember_done(self, event: FieldWidget.Done) -> None:
        """Remember that a field was done."""
        self.done.append(event.field.place.field.id)

    def key_escape(self) -> None:
        """Remember that escape came through, as it would to leave the page."""
        self.left = True


def text_of(widget: Any) -> str:
    """What a widget that draws lines shows, line by line."""
    return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height))


@asynccontextmanager
async def running(app: FieldApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[FieldApp, Pilot[None]]]:
    """The app under a pilot, with its fields painted."""
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


def place_of(widget: Any, words: str) -> Offset:
    """Where some words stand in a widget that draws lines."""
    for y, line in enumerate(text_of(widget).splitlines()):
        if words in line:
            return Offset(cell_len(line[: line.index(words)]), y)
    raise AssertionError(f"{words!r} is not shown in\n{text_of(widget)}")


def shown(app: App[None]) -> str:
    """What is on the screen."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


def is_safe(drawn: str, width: int) -> bool:
    """Whether what was drawn fits the width and holds nothing that a terminal would act on."""
    lines = drawn.split("\n")
    return all(cell_len(line) <= width for line in lines) and "Cc" not in map(category, "".join(lines))


AWKWARD = (
    "I felt [sad] and [/b] or [red]bold[/red]",
    "{{feel.name.words|x}} {0} %s \\[ [@click=app.quit]x[/]",
    "שלום עולם مرحبا",
    "漢字かな交じり文 한국어 👩‍👩‍👧‍👦",
    "e\u0301a\u0308 combining",
    "tab\there and\nanother line",
    "escape \x1b[31m and \x00 and \x07",
    "w" * 300,
)
"""Words that one program or another has lost or tripped over."""
