"""What is made ready while the person looks at Home, so that the next step is as quick as the start."""

from __future__ import annotations

import gc
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from workbook.guide.problems import GuideError

if TYPE_CHECKING:
    from workbook.ui.app import WorkbookApp

MODULES = (
    "workbook.guide.codec",
    "workbook.library.workbook",
    "workbook.ui.sitting",
    "workbook.ui.screens.wizard",
    "workbook.ui.screens.review",
    "markdown_it",
)
"""What opening a workbook imports, and Home does not need."""


def get_ready(app: WorkbookApp) -> None:
    """Import what opening a workbook needs, and read the guide that a new one would begin with.

    Runs in a thread. Whatever the person chooses meanwhile is imported there and then.
    """
    worker = get_current_worker()
    try:
        for module in MODULES:
            if worker.is_cancelled:
                return
            import_module(module)
        with suppress(GuideError):  # told with all its problems when a workbook is to begin
            app.desk.guide()
    finally:
        if not worker.is_cancelled:
            app.call_from_thread(start_collecting)


def wait_with_collecting() -> None:
    """Do not look for garbage while the app starts: next to nothing becomes any, and looking takes a tenth of it."""
    gc.disable()


def start_collecting() -> None:
    """Look for garbage again, passing over what was made until now: most of it stays as long as the app runs."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
