"""`workbook list` of a large library, beside Python started for nothing but reading the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from tests.benchmarks.figures import in_turns, ms, ratio
from tests.benchmarks.programs import WORKBOOK, environment
from tests.benchmarks.samples import library_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.benchmarks.figures import Figure

BUDGET = 3.0
MANY = 10_000
READ = "import sys; open(sys.argv[1], 'rb').read()"


def measure(*, quick: bool) -> Iterator[Figure]:
    """Measure with a warm catalogue, which is all that either of them reads."""
    folder = library_of(MANY)
    subjects = {
        "list": partial(run, [WORKBOOK, "list"], folder),
        "read": partial(run, [sys.executable, "-c", READ, str(folder / "library.json")], folder),
    }
    taken = in_turns(7 if quick else 31, subjects)
    yield ratio(f"`workbook list`, {MANY:,} workbooks", taken["list"], taken["read"], BUDGET, ms)


def run(command: Sequence[str], data: Path) -> float:
    """Seconds from starting a command to its end."""
    start = perf_counter()
    subprocess.run(command, env={**os.environ, **environment(data)}, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - start
