"""From choosing a completed workbook on Home to reading it, and scrolling through it."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.figures import high, ms, time
from tests.benchmarks.programs import empty_folder, workbook
from tests.benchmarks.samples import answers_at_length, workbook_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.figures import Figure
    from tests.benchmarks.watching import Watched

BUDGET = 100
REPEAT = 33
"""Milliseconds between two presses of a key that is held."""
LENGTH = 3_000
"""Characters in every answer of many lines."""


def measure(*, quick: bool) -> Iterator[Figure]:
    """Open a workbook in which everything is answered, for the first time and again."""
    first, again, steps = [], [], []
    with empty_folder() as folder:
        workbook_with(folder, answers_at_length(LENGTH), "close.page", completed=True)
        for _ in range(2 if quick else 7):
            with workbook(folder) as app:
                app.when("Your workbooks", "completed")
                app.rest(1)
                first.append(to_review(app))
                again += [to_review(app) for _ in range(4)]
                steps += scrolled(app, 40 if quick else 150)
    yield time(
        f"review of all answered at length, first of {len(first)}", median(first), BUDGET, f"max {ms(max(first))}"
    )
    yield time(f"a line further, key held, median of {len(steps)}", median(steps), REPEAT)
    yield time("the same, 95th percentile", high(steps), REPEAT, f"max {ms(max(steps))}")
    yield time(f"review of the same again, median of {len(again)}", median(again), BUDGET, f"max {ms(max(again))}")


def to_review(app: Watched) -> float:
    """Seconds from the key to the document; then back to Home."""
    app.send("\x1b")
    app.rest(0.5)
    pressed = app.send("\r")
    shown = app.when("Begun ", "Add a note", gone="Your workbooks")
    app.rest(0.3)
    app.send("q")
    app.when("Your workbooks", gone="Add a note")
    app.rest(0.3)
    return shown - pressed


def scrolled(app: Watched, lines: int) -> list[float]:
    """Hold `j` down; seconds from each press to the picture that it leads to. A terminal repeats about 30 a second."""
    app.send("\x1b")
    app.rest(0.5)
    app.send("\r")
    app.when("Begun ", "Add a note", gone="Your workbooks")
    app.rest(0.5)
    taken = []
    for _ in range(lines):
        pressed = app.send("j")
        taken.append(app.changed() - pressed)
    app.send("q")
    app.when("Your workbooks", gone="Add a note")
    app.rest(0.3)
    return taken
