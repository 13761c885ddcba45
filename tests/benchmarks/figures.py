"""What was measured, and how it compares."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


@dataclass(frozen=True)
class Figure:
    """One line of the table."""

    what: str
    measured: str
    against: str
    """What it is compared with; empty where the budget is a time."""
    value: float
    """The ratio, or the time in milliseconds."""
    budget: float
    unit: str

    def __str__(self) -> str:
        value, budget = f"{self.value:.2f} {self.unit}", f"{self.budget:g} {self.unit}"
        if self.unit == "ms":
            value = f"{self.value:.0f} ms"
        over = "" if self.value <= self.budget else "  OVER"
        beside = f"{self.measured} / {self.against}" if self.against else self.measured
        return f"{self.what:<52} {beside:<24} {value:>9}  of {budget:>6}{over}"


def ratio(
    what: str, ours: Sequence[float], theirs: Sequence[float], budget: float, written: Callable[[float], str]
) -> Figure:
    """Compare the medians of two rows of measurements taken in turns."""
    one, other = statistics.median(ours), statistics.median(theirs)
    return Figure(what, written(one), written(other), one / other, budget, "×")


def time(what: str, seconds: float, budget_ms: float, measured: str = "") -> Figure:
    """Hold a time against a budget in milliseconds."""
    return Figure(what, measured or ms(seconds), "", seconds * 1000, budget_ms, "ms")


def in_turns(rounds: int, subjects: Mapping[str, Callable[[], float]]) -> dict[str, list[float]]:
    """Measure every subject once in each round; return all measurements by name. The first round only warms up."""
    taken: dict[str, list[float]] = {name: [] for name in subjects}
    for number in range(rounds + 1):
        for name, measure in subjects.items():
            value = measure()
            if number:
                taken[name].append(value)
    return taken


def high(values: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(values, n=20)[-1]


def ms(seconds: float) -> str:
    """Write a time."""
    return f"{seconds * 1000:.0f} ms" if seconds >= 0.01 else f"{seconds * 1000:.2f} ms"


def mib(kib: float) -> str:
    """Write a size in memory."""
    return f"{kib / 1024:.1f} MiB"
