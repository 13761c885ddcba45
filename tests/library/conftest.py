"""What tests of the library share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.samples import MOOD, ROLE, WORDS, Clock, guide, note, written
from workbook.library.backup import back_up
from workbook.library.changes import Changes
from workbook.library.library import Library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library(tmp_path: Path, clock: Clock) -> Library:
    return Library(tmp_path / "data", clock)


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Library:
    """Return an empty library elsewhere."""
    return Library(tmp_path / "other", clock)


@pytest.fixture
def whole(library: Library, clock: Clock) -> str:
    """Return a finished workbook with something everywhere."""
    with library.new(guide(), {ROLE: "[Baker] \x1b]0;x\x07", WORDS: "a\u202eb\nc" * 50, MOOD: 0}) as workbook:
        workbook.save(Changes(visited=("open.start", "feel.now"), position="feel.now", writing_sittings=3))
        workbook.save(Changes(completed=clock(), notes=(note("later"), note("and later"))))
    return workbook.id


@pytest.fixture
def full(library: Library) -> Library:
    """A library with something everywhere."""
    first = written(library, open__start__role="Baker", feel__now__words="first")
    with library.open(first) as workbook:
        workbook.save(Changes(answers={WORDS: "second"}))
    library.delete(written(library, feel__now__words="deleted"))
    damaged = written(library, feel__now__words="damaged")
    library.places.workbook(damaged).write_bytes(b"torn")
    library.places.aside(first, "outside", "20260503-101112").write_bytes(b"aside")
    return library


@pytest.fixture
def made(full: Library, tmp_path: Path) -> Path:
    """A backup of it."""
    path = tmp_path / "made.zip"
    back_up(full, path)
    return path
