"""Saving one answer, in a library of ten thousand and in a library of one."""

from __future__ import annotations

from functools import partial
from itertools import count
from time import perf_counter
from typing import TYPE_CHECKING

from tests.benchmarks.figures import in_turns, ms, ratio
from tests.benchmarks.programs import empty_folder
from tests.benchmarks.samples import library_of, workbook_with, writing
from workbook.library.changes import Changes
from workbook.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.figures import Figure
    from workbook.library.workbook import Workbook

BUDGET = 1.2
MANY = 10_000
REF = "feel.write.text"


def measure(*, quick: bool) -> Iterator[Figure]:
    """Save a long answer that grew by a few letters, by turns in both."""
    with empty_folder() as folder:
        large, small = Library(library_of(MANY)), Library(folder)
        made = workbook_with(large.folder, {REF: writing(2_000)}, "feel.write")
        alone = workbook_with(small.folder, {REF: writing(2_000)}, "feel.write")
        try:
            with large.open(made) as one, small.open(alone) as other:
                subjects = {"many": partial(save, one, count()), "one": partial(save, other, count())}
                taken = in_turns(50 if quick else 300, subjects)
        finally:
            large.delete(made)
            large.empty_trash()
    yield ratio(f"saving an answer, {MANY:,} workbooks / one", taken["many"], taken["one"], BUDGET, ms)


def save(workbook: Workbook, number: count[int]) -> float:
    """Seconds for one save."""
    changes = Changes(answers={REF: f"{writing(2_000)} {next(number)}"})
    start = perf_counter()
    workbook.save(changes)
    return perf_counter() - start
