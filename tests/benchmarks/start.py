"""From the start of the process to Home, or the bare app, on the screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tests.benchmarks.figures import in_turns, ms, ratio
from tests.benchmarks.programs import bare, empty_folder, workbook
from tests.benchmarks.samples import library_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.benchmarks.figures import Figure

SIZES = (0, 1_000, 10_000)
BUDGET = 1.5


def measure(*, quick: bool) -> Iterator[Figure]:
    """Measure with libraries of three sizes, their catalogues warm."""
    with empty_folder() as empty:
        folders = {size: library_of(size) if size else empty for size in SIZES}
        subjects: dict[str, Callable[[], float]] = {
            "bare": to_bare,
            **{str(size): partial(to_home, folder, any_kept=size > 0) for size, folder in folders.items()},
        }
        taken = in_turns(5 if quick else 21, subjects)
    for size in SIZES:
        yield ratio(f"start to Home, {size:,} workbooks", taken[str(size)], taken["bare"], BUDGET, ms)


def to_bare() -> float:
    """Seconds until the bare app is all there."""
    with bare("home") as app:
        return app.when("Ready to type", "palette") - app.start


def to_home(data: Path, *, any_kept: bool) -> float:
    """Seconds until Home is all there, from its first line to the keys below."""
    wanted = ("Carry on", "Coming up") if any_kept else ("Recovery workbook", "Start a workbook")
    with workbook(data) as app:
        return app.when(*wanted, "Quit") - app.start
