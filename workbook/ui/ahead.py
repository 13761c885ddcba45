"""What is made ready while the person looks at Home, so that the next step is as quick as the start."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from workbook.guide.problems import GuideError
from workbook.ui import screens
from workbook.ui.keymap import unknown_names

if TYPE_CHECKING:
    from workbook.ui.app import WorkbookApp

MODULES = (
    "workbook.guide.codec",
    "workbook.library.workbook",
    "workbook.ui.sitting",
    "workbook.ui.screens.wizard",
    "workbook.ui.screens.review",
    "workbook.ui.screens.search",
    "workbook.ui.searching",
    "markdown_it",
)
"""What opening a workbook imports, and Home does not need."""


def get_ready(app: WorkbookApp, *, at_home: bool) -> None:
    """Import what opening a workbook needs, and read the guide that a new one would begin with.

    Runs in a thread, which never asks for the screen: there may be none any more. Whatever the person chooses
    meanwhile is imported there and then.
    """
    worker = get_current_worker()
    if at_home:
        app.desk.home.check()
    for module in MODULES:
        if worker.is_cancelled:
            return
        import_module(module)
    if worker.is_cancelled:
        return
    app.call_from_thread(read_styles, app)
    try:
        app.desk.guide()
        app.desk.home.look_for_newer_pages()
    except GuideError as error:
        some = f"The content cannot be used yet. `workbook check` names all of {len(error.problems)} mistakes."
        app.call_from_thread(app.tell, some)
    for problem in unknown_names(app.desk.preferences.settings.keys, type(app)):
        app.call_from_thread(app.tell, problem)


def read_styles(app: WorkbookApp) -> None:
    """Read the styles of the screens that come next. When a screen brings styles, Textual reads all there are anew."""
    for screen in (screens.WizardScreen, screens.ReviewScreen, screens.SearchScreen):
        folder = Path(inspect.getfile(screen)).parent
        app.stylesheet.read_all([(folder / name).resolve() for name in screen.CSS_PATH])
    app.stylesheet.parse()
