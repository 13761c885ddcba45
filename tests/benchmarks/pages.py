"""From the key for the next page to that page on the screen, along the whole full route."""

from __future__ import annotations

from datetime import datetime
from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.figures import high, ms, time
from tests.benchmarks.programs import empty_folder, workbook
from workbook.flow.progress import progress
from workbook.flow.state import Around, State
from workbook.flow.walk import first_page, forward, go, is_last
from workbook.guide.loader import load_guide
from workbook.paths import content_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.figures import Figure

BUDGET = 60
NEXT = "\x0e"
READING = 0.5
"""Seconds that the fastest reader spends on a page."""


def measure(*, quick: bool) -> Iterator[Figure]:
    """Walk the route twice: reading for a moment on each page, and as fast as pages appear."""
    for said, pause in (("after reading", READING), ("at once, again and again", 0.0)):
        taken = [one for _ in range(1 if quick else 3) for one in walk(pause)]
        spread = f"max {ms(max(taken))}, 95% {ms(high(taken))}"
        yield time(f"next page {said}, median of {len(taken)}", median(taken), BUDGET, spread)


def walk(pause: float) -> list[float]:
    """Go through all pages of the full route; return the seconds that each took to appear."""
    taken = []
    with empty_folder() as folder, workbook(folder, "new", "--route", "full") as app:
        first, *others = heads()
        app.when(*first)
        app.rest(1)
        for wanted in others:
            pressed = app.send(NEXT)
            taken.append(app.when(*wanted) - pressed)
            app.rest(pause)
    return taken


def heads() -> list[tuple[str, ...]]:
    """What stands at the top of each page of the route: its stage, its number and its title."""
    guide = load_guide(content_folder(None))
    today = datetime.now().astimezone().date()
    state = State(guide, {guide.manifest.route_field: "full"}, Around(today=today, begun=today))
    state = go(state, first_page(state))
    found: list[tuple[str, ...]] = []
    while True:
        where, (part, page) = progress(state), guide.pages[state.here]
        if where is None:
            raise RuntimeError(f"{state.here} is no page")
        place = f"page {where.number} of {where.total} "
        found.append((part.title, place) if page.title == part.title else (part.title, place, page.title))
        if is_last(state):
            return found
        state, _ = forward(state)
