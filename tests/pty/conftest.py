"""The installed command, and a place of its own for what it keeps."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import Terminal


class Installed:
    """The `workbook` command of this environment, with its own data folder."""

    def __init__(self, folder: Path) -> None:
        self.command = Path(sys.executable).with_name("workbook")
        self.folder = folder
        self.data = folder / "data"
        self.env = {
            "WORKBOOK_DATA": str(self.data),
            "WORKBOOK_CONFIG": str(folder / "settings.toml"),
            "TEXTUAL_ANIMATIONS": "none",
        }

    def open(self, *arguments: str, columns: int = 80, rows: int = 24, **env: str) -> Terminal:
        """Run it in a pseudo-terminal."""
        command = [str(self.command), *arguments]
        return Terminal(command, env={**self.env, **env}, columns=columns, rows=rows, cwd=str(self.folder))

    def json(self, *arguments: str) -> Any:
        """Run it and read the JSON it prints."""
        return json.loads(self.run(*arguments).stdout)

    def run(self, *arguments: str, status: int = 0) -> subprocess.CompletedProcess[str]:
        """Run it without a terminal."""
        done = subprocess.run(
            [str(self.command), *arguments],
            env={"PATH": "/usr/bin:/bin", **self.env},
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == status, done.stderr
        return done

    def written(self) -> str:
        """All that is in the files of workbooks, as it is on disk."""
        return "".join(path.read_text("utf-8") for path in (self.data / "workbooks").glob("*.json"))

    def answers(self) -> dict[str, Any]:
        """Every answer of the only workbook, by ref."""
        (entry,) = self.json("list", "--json")["workbooks"]
        (workbook,) = self.json("show", entry["id"], "--format", "json")["workbooks"]
        return {ref: answer["value"] for ref, answer in workbook["answers"].items()}


@pytest.fixture
def installed(tmp_path: Path) -> Installed:
    return Installed(tmp_path)
