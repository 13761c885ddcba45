"""Being told to end by the system, which runs nothing else of ours: everything is saved first."""

from __future__ import annotations

import asyncio
import os
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbook.ui.app import WorkbookApp


def follow_signals(app: WorkbookApp) -> None:
    """Save when the window is closed or the program is told to end. Call it once the app's loop runs."""
    if os.name == "nt":
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, _end, app, number)


def _end(app: WorkbookApp, number: signal.Signals) -> None:
    app.desk.leaving.save_all()
    app.desk.exporting.abandon()
    if number == signal.SIGHUP:
        try:
            app.desk.leaving.close()  # or other computers that share the folder would take it to be open still
        finally:
            os._exit(128 + number)  # the terminal is gone: nothing else is left to tidy up
    app.exit(return_code=128 + number)
