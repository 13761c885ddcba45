"""What is in memory does not reach the disk when the program falls over in a way Python cannot catch."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")

RUN = """
import os, resource, sys
most = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
from workbook.cli import main
main(["where"])
"""
"""A command, where the shell allows core dumps as far as it may."""


def ended(folder: Path, code: str) -> int:
    """Run this code in `folder` and return the status the system gives of its end."""
    inside = f"import os; os.chdir({str(folder)!r}){RUN}{code}"
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    environment = {**os.environ, "WORKBOOK_DATA": str(folder)}
    pid = os.posix_spawn(sys.executable, [sys.executable, "-c", inside], environment, file_actions=quiet)
    return os.waitpid(pid, 0)[1]


def test_no_core_dump_is_written_though_the_shell_allows_them(tmp_path: Path) -> None:
    status = ended(tmp_path, "os.abort()")
    assert os.WIFSIGNALED(status)
    assert not os.WCOREDUMP(status)
    assert list(tmp_path.iterdir()) == []


def test_what_it_starts_may_ask_for_its_own() -> None:
    code = f"{RUN}sys.exit(resource.getrlimit(resource.RLIMIT_CORE) != (0, most))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
