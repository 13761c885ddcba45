"""Plotext is no part of the start: a fresh interpreter has it only once Patterns is opened."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.ui.driving import completed

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.guide.model import Guide
    from workbook.library.library import Library

LATE = """
import asyncio, sys
from pathlib import Path
from workbook.library.library import Library
from workbook.paths import content_folder
from workbook.ui.app import WorkbookApp
from workbook.ui.preferences import Preferences
from workbook.ui.start import Start

def plots():
    return [name for name in sys.modules if "plotext" in name]

async def main(folder):
    app = WorkbookApp(Library(folder / "data"), content_folder(None), Preferences(folder / "none.toml"), Start("home"))
    async with app.run_test() as pilot:
        while not any(worker.group == "ahead" and worker.is_finished for worker in list(app.workers)):
            if "markdown_it" in sys.modules and not [w for w in app.workers if w.group == "ahead"]:
                break
            await asyncio.sleep(0.01)
        assert not plots(), plots()
        app.desk.looking.patterns()
        while not any("completed workbooks, " in str(each.visual) for each in app.screen.query("#counted")):
            await asyncio.sleep(0.01)
        await pilot.press("right")
        assert plots()

asyncio.run(main(Path(sys.argv[1])))
"""


def test_plotext_is_imported_only_when_patterns_are_opened(tmp_path: Path, library: Library, guide: Guide) -> None:
    for _ in range(2):
        completed(library, guide, {"open.now.mood": 3, "close.now.mood": 5})
    ran = subprocess.run([sys.executable, "-c", LATE, str(tmp_path)], check=False, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
