"""Home stands before anything is imported that only a workbook needs: the start is what everybody waits for."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.library.samples import written
from workbook.library.library import Library
from workbook.paths import content_folder

if TYPE_CHECKING:
    from pathlib import Path

START = """
import asyncio, sys
from pathlib import Path
from workbook.library.library import Library
from workbook.ui import app
from workbook.ui.preferences import Preferences
from workbook.ui.start import Start

async def main():
    app.AT_REST = 60  # what comes next is made ready only then
    data, content = map(Path, sys.argv[1:])
    home = app.WorkbookApp(Library(data), content, Preferences(data / "none.toml"), Start("home"))
    async with home.run_test() as pilot:
        await pilot.pause()
        print(type(home.screen).__name__, *sys.modules)

asyncio.run(main())
"""

ONLY_LATER = {
    "workbook.ui.screens.wizard",
    "workbook.ui.screens.review",
    "workbook.ui.fields.make",
    "workbook.guide.loader",
    "textual.widgets.text_area",
    "dateutil",
    "yaml",
    "markdown_it",
    "textual_plotext",
    "icalendar",
    "cryptography",
}


@pytest.mark.parametrize("workbooks", [0, 3])
def test_home_stands_before_what_only_a_workbook_needs_is_imported(tmp_path: Path, workbooks: int) -> None:
    for number in range(workbooks):
        written(Library(tmp_path), open__start__role=f"Baker {number}")
    command = [sys.executable, "-c", START, str(tmp_path), str(content_folder(None))]
    name, *modules = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert name == "HomeScreen"
    assert ONLY_LATER.intersection(modules) == set()
