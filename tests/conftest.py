"""What holds for every test."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")


@pytest.fixture(autouse=True)
def the_environment_stays() -> Iterator[None]:
    """The app takes Textual's switches out of its environment, which in a test is that of all tests."""
    switches = {name: value for name, value in os.environ.items() if name.startswith("TEXTUAL")}
    yield
    os.environ.update(switches)
