"""Where locks of files, modes and folders that can be synced are missing, everything is still kept."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform == "win32", reason="makes of this system what that one is")
def test_a_whole_life_on_a_system_without_what_only_some_have(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.library.other_system", str(tmp_path)], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
