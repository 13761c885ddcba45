"""What tests of the library share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.samples import Clock
from workbook.library.library import Library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library(tmp_path: Path, clock: Clock) -> Library:
    return Library(tmp_path / "data", clock)
