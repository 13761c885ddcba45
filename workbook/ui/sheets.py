"""The page for the next interview in the app: shown while workbooks are read, saved and copied."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.export.sheet import markdown, text
from workbook.library.copying import write_copy
from workbook.library.errors import LibraryError
from workbook.paths import expanded
from workbook.ui import screens
from workbook.ui.gathering import Gathered, Gatherer

if TYPE_CHECKING:
    from datetime import date

    from workbook.insight.banks.sheet import Sheet
    from workbook.ui.desk import Desk
    from workbook.ui.screens.sheet import SheetScreen

NAME = "next-interview.txt"


class Sheets:
    """Shows the page, and does with it what the person says."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._app = desk.app

    def read(self) -> None:
        """Show the page, reading every workbook for it."""
        screen = screens.SheetScreen(Gathered(), self._today)
        gatherer = Gatherer(self._desk, screen.show_found, self._app.tell)
        self._app.push_screen(screen, lambda _: gatherer.stop())
        gatherer.start()

    def show(self, found: Gathered) -> SheetScreen:
        """Show the page of what was gathered; return its screen, which may be told of more."""
        screen = screens.SheetScreen(found, self._today)
        self._app.push_screen(screen)
        return screen

    def want(self, what: str, sheet: Sheet) -> None:
        """Save or copy the page."""
        if what == "copy":
            self._app.copy_to_clipboard(text(sheet, self._today))
            self._app.tell("The page is in the clipboard.")
            return
        asked = screens.LineScreen(
            "Where to?",
            "A name that ends in .md is written as Markdown. A file that is there is never written over.",
            str(Path.cwd() / NAME),
            "Save",
        )
        self._app.push_screen(asked, partial(self._save, sheet))

    @property
    def _today(self) -> date:
        return self._desk.library.clock().date()

    def _save(self, sheet: Sheet, where: str | None) -> None:
        if not where or not where.strip():
            return
        path = expanded(where.strip())
        words = (markdown if path.suffix.casefold() == ".md" else text)(sheet, self._today)
        try:
            write_copy(path, [words], self._desk.library.folder)
        except FileExistsError:
            self._not_saved(f"{path} is already there. Choose another name.")
        except (OSError, LibraryError) as error:
            self._not_saved(f"The page could not be written: {error}")
        else:
            self._app.tell(f"Saved as {path}")

    def _not_saved(self, why: str) -> None:
        self._desk.say("Not saved", why)
