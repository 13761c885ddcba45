"""A page of writing fields to drive, as the wizard would hold it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import App
from textual.containers import VerticalScroll

import workbook.ui.fields as fields_package
from workbook.flow.state import Around, State
from workbook.guide.model import Date, Guide, Letter, LongText, Manifest, Page, Part, Plan, Route, Text
from workbook.ui.fields.base import FieldWidget
from workbook.ui.fields.date import DateField
from workbook.ui.fields.letter import LetterField
from workbook.ui.fields.long_text import LongTextField
from workbook.ui.fields.plan import PlanField
from workbook.ui.fields.text import TextField
from workbook.ui.widgets.writing_timer import WritingTimer

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from workbook.flow.values import Value
    from workbook.guide.model import Field

STYLES = Path(fields_package.__path__[0]) / "writing.tcss"
TODAY = date(2026, 11, 22)
"""A Sunday."""

WIDGETS: dict[type, type[FieldWidget]] = {
    Text: TextField,
    LongText: LongTextField,
    Date: DateField,
    Plan: PlanField,
    Letter: LetterField,
}

AWKWARD = (
    "I felt [sad] and [/b] and [red]bold[/red]",
    "[@click=app.quit]x[/] [link='a'] \\[ [[]] ]",
    "{{feel.name.words|x}} **md** `code` $PATH %s {0}",
    "שלום עולם, مرحبا بالعالم",
    "e\u0301a\u0308o\u0302\u200d\u200b combining",
    "漢字かな交じり文 한국어 👩‍👩‍👧‍👦 🇩🇪",
    "  leading and trailing  ",
    "tab\there",
    "'\"`<>&;\\",
    "\u202eright to left override\u202c",
)
"""Texts that one program or another has lost, cut or tripped over. Every one is kept as it is."""


def guide_of(*fields: Field) -> Guide:
    """Return a guide of two pages: a line `start.first.name`, then these fields on `start.page`."""
    first = Page(id="first", title="First", fields=(Text(id="name", label="Name"),))
    page = Page(id="page", title="Page", fields=fields)
    manifest = Manifest(
        id="test",
        title="Test",
        version="1",
        language="en",
        routes=(Route(id="full", title="Full", minutes=10),),
        default_route="full",
        route_field="",
        stages=("start",),
    )
    return Guide(manifest=manifest, parts=(Part(id="start", title="Start", pages=(first, page)),))


class FieldApp(App[None]):
    """The fields of one page, and what they sent up."""

    CSS_PATH: ClassVar[Any] = [STYLES]

    def __init__(
        self, *fields: Field, answers: dict[str, Value] | None = None, today: date = TODAY, **made_with: Any
    ) -> None:
        super().__init__()
        self.guide = guide_of(*fields)
        self.state = State(self.guide, answers or {}, Around(today=today, begun=today), here="start.page")
        self.made_with = made_with
        self.changes: list[tuple[str, Value]] = []
        self.done: list[FieldWidget] = []
        self.minutes: list[int] = []
        self.copied: list[str] = []

    def compose(self) -> ComposeResult:
        """Give the fields in order."""
        with VerticalScroll(can_focus=False):
            for ref, place in self.guide.fields.items():
                if ref.startswith("start.page."):
                    yield WIDGETS[type(place.field)](place, self.state, **self.made_with)

    def follow(self, today: date | None = None, **answers: Value) -> None:
        """Take answers given on the first page, or a new day, and show them everywhere."""
        given = {f"start.first.{key}": value for key, value in answers.items()}
        around = Around(today=today or self.state.around.today, begun=self.state.around.begun)
        self.state = State(self.guide, {**self.state.answers, **given}, around, here="start.page")
        for field in self.query(FieldWidget):
            field.show(self.state)

    @on(FieldWidget.Changed)
    def _changed(self, event: FieldWidget.Changed) -> None:
        self.changes.append((event.field.place.field.id, event.value))
        answers = {**self.state.answers, event.field.place.ref: event.value}
        self.state = State(self.guide, answers, self.state.around, here="start.page")
        for field in self.query(FieldWidget):
            field.show(self.state)

    @on(FieldWidget.Done)
    def _done(self, event: FieldWidget.Done) -> None:
        self.done.append(event.field)

    @on(WritingTimer.Minute)
    def _minute(self, event: WritingTimer.Minute) -> None:
        self.minutes.append(event.minutes)

    def copy_to_clipboard(self, text: str) -> None:
        """Keep what was copied, to look at."""
        self.copied.append(text)
        super().copy_to_clipboard(text)

    def answer(self, name: str) -> Value | None:
        """Return the answer last sent up for a field."""
        return self.state.answers.get(f"start.page.{name}")


def shown(widget: Widget) -> str:
    """Return what a widget and everything in it shows on the screen, line by line."""
    region = widget.region
    lines = widget.screen._compositor.render_strips(widget.app.size)
    return "\n".join(strip.crop(region.x, region.right).text.rstrip() for strip in lines[region.y : region.bottom])
