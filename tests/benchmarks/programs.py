"""The programs that are measured: the installed `workbook`, and the bare apps beside it."""

from __future__ import annotations

import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.watching import Watched

if TYPE_CHECKING:
    from collections.abc import Iterator

WORKBOOK = str(Path(sys.executable).with_name("workbook"))
BARE = str(Path(__file__).with_name("bare.py"))

QUIET = {"TEXTUAL_ANIMATIONS": "none"}
"""Without motion: only the end of one could be waited for."""


def workbook(data: Path, *arguments: str) -> Watched:
    """Start the workbook in a pseudo-terminal, with no settings."""
    env = {**QUIET, **environment(data)}
    return Watched([WORKBOOK, *arguments], env=env, folder=data)


def environment(data: Path) -> dict[str, str]:
    """Where the workbook looks for what it keeps."""
    return {"WORKBOOK_DATA": str(data), "WORKBOOK_CONFIG": str(data / "no-settings.toml")}


def bare(what: str, *arguments: str) -> Watched:
    """Start one of the bare apps in a pseudo-terminal."""
    return Watched([sys.executable, "-P", BARE, what, *arguments], env=QUIET, folder=Path(BARE).parent)


@contextmanager
def empty_folder() -> Iterator[Path]:
    """A folder for the length of a measurement."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)
