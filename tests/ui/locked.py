"""What tests of a locked library share: one that is locked, and typing its passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from tests.library.locks import PASSPHRASE, as_another_process, lock
from tests.ui.conftest import until
from tests.ui.driving import begun, is_up, send
from workbook.ui.app import WorkbookApp
from workbook.ui.screens.passphrase import PassphraseScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from workbook.guide.model import Guide
    from workbook.library.library import Library

COMPANY = "open.interview.company"
PAGE = "open.interview"


def lock_one(library: Library, guide: Guide) -> str:
    """Lock a library with a workbook left on a page, as another process finds it; return its ID."""
    found = begun(library, guide, PAGE, {COMPANY: "Zimmerei"})
    library.entries()
    lock(library)
    as_another_process(library.folder)
    return found


def is_asking(app: WorkbookApp) -> bool:
    """Whether the passphrase is asked for, and can be typed."""
    return is_up(app, PassphraseScreen) and not app.screen.query_one(Input).disabled


async def give(pilot: Pilot[None], passphrase: str = PASSPHRASE) -> None:
    """Type a passphrase and see what comes of it."""
    app = pilot.app
    assert isinstance(app, WorkbookApp)
    await until(pilot, lambda: is_asking(app))
    send(app, *passphrase, "enter")
