"""The most memory that an open workbook has taken, beside the bare app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.figures import in_turns, mib, ratio
from tests.benchmarks.programs import bare, empty_folder, workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.figures import Figure

BUDGET = 1.4
STEADY = 2.0
"""Seconds after which nothing more is made ready in the background."""


def measure(*, quick: bool) -> Iterator[Figure]:
    """Open both and wait until they rest."""
    taken = in_turns(2 if quick else 5, {"wizard": of_wizard, "bare": of_bare})
    yield ratio("peak memory, wizard open", taken["wizard"], taken["bare"], BUDGET, mib)


def of_bare() -> float:
    """The bare app's, in KiB."""
    with bare("home") as app:
        app.when("Ready to type")
        app.rest(STEADY)
        return app.peak_memory()


def of_wizard() -> float:
    """That of a workbook opened from Home, in KiB."""
    with empty_folder() as folder, workbook(folder) as app:
        app.when("Start a workbook")
        app.rest(STEADY)
        app.send("\r")
        app.when("page 1 of")
        app.rest(STEADY)
        return app.peak_memory()
