"""A data folder of its own for each test, and the command line run in this process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from tests.flow.sample_guide import GUIDE
from tests.library.locks import PASSPHRASE, QUICK, as_another_process
from workbook.cli import main
from workbook.library import locking
from workbook.library.changes import Changes
from workbook.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMED = msgspec.structs.replace(GUIDE, manifest=msgspec.structs.replace(GUIDE.manifest, name=("open.facts.company",)))
"""The sample guide, with workbooks named by an answer."""

CONTENT = Path(__file__).parents[2] / "content"

WORDS = {"open.facts.company": "Zimmerei Sturm"}
"""What is in a locked library."""


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, as JSON."""
        return json.loads(self.out)


class Shell:
    """Runs commands on one data folder."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data = data
        self._capsys = capsys

    def __call__(self, *argv: str) -> Ran:
        """Run a command, with `--data` before it."""
        return self.bare("--data", str(self.data), *argv)

    def bare(self, *argv: str) -> Ran:
        """Run exactly this."""
        self._capsys.readouterr()
        status = main(argv)
        printed = self._capsys.readouterr()
        return Ran(status, printed.out, printed.err)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Commands on an empty data folder; nothing of this computer's own is touched."""
    for name in ("WORKBOOK_DATA", "WORKBOOK_CONTENT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("WORKBOOK_CONFIG", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("HOME", str(tmp_path))
    return Shell(tmp_path / "data", capsys)


@dataclass
class Shelf:
    """The library behind the commands, filled from within."""

    library: Library
    moment: datetime

    def put(self, answers: Mapping[str, Any] | None = None, *, completed: bool = False) -> str:
        """Keep a workbook, a day newer than the one before it; return its ID."""
        self.moment += timedelta(days=1)
        with self.library.new(NAMED, answers or {}) as workbook:
            if completed:
                workbook.save(Changes(completed=self.moment))
            return workbook.id


@pytest.fixture
def shelf(shell: Shell) -> Shelf:
    """A library in the shell's folder, with its own calendar."""
    made = Shelf(None, datetime.fromisoformat("2026-11-01T09:00:00+01:00"))  # type: ignore[arg-type]
    made.library = Library(shell.data, lambda: made.moment)
    return made


@pytest.fixture
def locked(shelf: Shelf) -> str:
    """A locked library with one workbook, whose ID this is."""
    found = shelf.put(WORDS)
    locking.turn_on(shelf.library, PASSPHRASE, QUICK)
    as_another_process(shelf.library.folder)
    return found
