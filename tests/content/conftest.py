"""The guide under test: the content this repository ships."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from workbook.guide.loader import load_guide

if TYPE_CHECKING:
    from workbook.guide.model import Guide

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="session")
def content() -> Path:
    """Name the folder of the content files."""
    return CONTENT


@pytest.fixture(scope="session")
def guide() -> Guide:
    """Load the guide those files make."""
    return load_guide(CONTENT)
