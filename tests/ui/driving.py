"""What tests that drive the whole app share: workbooks to open, typing as fast as keys come, and what is on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events
from textual.keys import _character_to_key
from textual.widgets import Button, Static

from tests.ui.conftest import screen_text, until
from workbook.library.changes import Changes
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.screens.wizard import WizardScreen

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.pilot import Pilot
    from textual.screen import Screen

    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp
    from workbook.ui.fields.base import FieldWidget


# ------------------------------------------------------------------------------------------------- workbooks


def begun(library: Library, guide: Guide, page: str = "", answers: dict[str, Any] | None = None) -> str:
    """Keep a workbook that was left on `page`, and return its ID."""
    pages = list(guide.pages)
    with library.new(guide, answers) as workbook:
        if page:
            workbook.save(Changes(position=page, visited=tuple(pages[: pages.index(page) + 1])))
        return workbook.id


def completed(library: Library, guide: Guide, answers: dict[str, Any] | None = None) -> str:
    """Keep a completed workbook, and return its ID."""
    pages = tuple(guide.pages)
    with library.new(guide, answers) as workbook:
        workbook.save(Changes(position=pages[-1], visited=pages, completed=library.clock()))
        return workbook.id


def answers(library: Library, workbook_id: str = "") -> dict[str, Any]:
    """What the disk has of a workbook, the only one if none is named."""
    return library.read(workbook_id or library.ids()[0]).values


def on_disk(library: Library) -> dict[str, bytes]:
    """Every file of the library, by its path."""
    files = sorted(path for path in library.folder.rglob("*") if path.is_file())
    return {str(path.relative_to(library.folder)): path.read_bytes() for path in files}


# ------------------------------------------------------------------------------------------------- typing


def key(name: str) -> events.Key:
    """The event of a key by Textual's name for it, or of a character."""
    if len(name) > 1:
        return events.Key(name, {"space": " ", "enter": "\r", "tab": "\t"}.get(name))
    return events.Key(name if name.isalnum() else _character_to_key(name), name)


def send(app: WorkbookApp, *names: str) -> None:
    """Press keys one after the other without waiting, as someone who types fast over a slow line."""
    for name in names:
        app.post_message(key(name))


def paste(app: WorkbookApp, text: str) -> None:
    """Paste text as a terminal does."""
    app.post_message(events.Paste(text))


# ------------------------------------------------------------------------------------------- what there is


def home(app: WorkbookApp) -> HomeScreen:
    """Home, which must be in sight."""
    assert isinstance(app.screen, HomeScreen)
    return app.screen


def wizard(app: WorkbookApp) -> WizardScreen:
    """The wizard, which must be in sight."""
    assert isinstance(app.screen, WizardScreen)
    return app.screen


def review(app: WorkbookApp) -> ReviewScreen:
    """The review, which must be in sight."""
    assert isinstance(app.screen, ReviewScreen)
    return app.screen


def is_up(app: WorkbookApp, kind: type[Screen[Any]]) -> bool:
    """Whether a screen of this kind is in sight and takes keys."""
    return isinstance(app.screen, kind) and app.focused is not None


def is_on(app: WorkbookApp, page: str) -> bool:
    """Whether the wizard is in sight and shows this page."""
    return isinstance(app.screen, WizardScreen) and app.screen.sitting.state.here == page and page in shown_pages(app)


def shown_pages(app: WorkbookApp) -> list[str]:
    """Refs of the pages in sight; never more than one."""
    return [ref for ref, view in wizard(app).pages.views.items() if view.is_mounted and view.display]


def field(app: WorkbookApp, ref: str) -> FieldWidget:
    """The widget of a field on the page in sight."""
    return wizard(app).page_view.field_widgets[ref]


def said(node: DOMNode, selector: str) -> str:
    """The words of one line of a screen."""
    return str(node.query_one(selector, Static).visual)


def words(app: WorkbookApp) -> str:
    """All the words of the screen on top, without lines and wrapping."""
    return " ".join(" ".join(str(each.visual) for each in app.screen.query(Static)).split())


def told(app: WorkbookApp) -> str:
    """All that the app has told in passing, in the corner of the screen."""
    return "\n".join(notification.message for notification in app._notifications)


def buttons(node: DOMNode) -> list[str]:
    """The labels of the buttons that can be seen."""
    return [str(button.label) for button in node.query(Button) if all(each.display for each in _with_parents(button))]


def _with_parents(button: Button) -> list[Any]:
    return [node for node in button.ancestors_with_self if hasattr(node, "region")]


async def click(pilot: Pilot[None], label: str) -> None:
    """Press the button of this label with the mouse, once it is there."""

    def found() -> list[Button]:
        return [one for one in pilot.app.screen.query(Button) if str(one.label) == label and one.region]

    await until(pilot, lambda: len(found()) == 1)
    assert await pilot.click(found()[0])


def mouse(app: WorkbookApp, kind: type[events.MouseEvent], x: int, y: int) -> None:
    """Send one mouse event as the terminal does: by way of the app, which makes the click of a press and a release."""
    left = 0 if kind is events.MouseMove else 1
    app.post_message(kind(None, x, y, 0, 0, left, False, False, False, x, y))


async def hit(pilot: Pilot[None], at: str | tuple[int, int]) -> None:
    """Press the mouse at a place, or on words where they stand now; let the app follow, and release it there."""
    app: WorkbookApp = pilot.app  # type: ignore[assignment]
    place = where(app, at) if isinstance(at, str) else at
    mouse(app, events.MouseDown, *place)
    await pilot.pause()
    await pilot.pause()
    mouse(app, events.MouseUp, *place)


def where(app: WorkbookApp, words: str) -> tuple[int, int]:
    """The place of words on the screen."""
    rows = screen_text(app).split("\n")
    y = next(number for number, row in enumerate(rows) if words in row)
    return rows[y].index(words), y
