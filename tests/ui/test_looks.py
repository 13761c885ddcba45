"""A few pictures of screens, so that a change in how they look is seen before it is kept.

Take them anew with `python -m pytest tests/ui/test_looks.py --snapshot-update`, and look at each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.ui.conftest import until
from tests.ui.driving import begun, completed, is_on, is_up, send
from tests.ui.driving import said as said_on
from workbook.ui.screens.contents import ContentsScreen
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.patterns import PatternsScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.themes import OURS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from tests.ui.clock import Clock
    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

    Compare = Callable[..., bool]

COMPANY, ROLE = "open.interview.company", "open.interview.role"
KEPT: dict[str, Any] = {
    "open.welcome.route": "full",
    COMPANY: "Oak & Sons",
    ROLE: "Night porter",
    "open.now.mood": 3,
    "feel.name.words": ["sad", "tired", "relieved"],
    "feel.kind.friend": "You were there, and you were kind.\nThat was the day they had.",
    "accept.sort.cards": {"rows": {"internal": "not_mine", "examples": "partly", "nerves": "mine"}, "own": []},
    "close.now.mood": 5,
}


@pytest.fixture(params=OURS, ids=lambda theme: theme.name)
def theme(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """One of our themes, as the settings have it."""
    name: str = request.param.name
    (tmp_path / "settings.toml").write_text(f'theme = "{name}"\n', "utf-8")
    return name


@pytest.mark.usefixtures("theme")
def test_home(make_app: MakeApp, library: Library, clock: Clock, guide: Guide, snap_compare: Compare) -> None:
    for days, company, role in (
        (40, "Zürich Logistik", "Data analyst"),
        (9, "未来设计", "Designer"),
        (3, "The Mill", ""),
    ):
        clock.move(days=-days)
        completed(library, guide, {COMPANY: company, ROLE: role})
        clock.move(days=days)
    begun(library, guide, "evaluate.walk", {**KEPT, "feel.room.until": {"text": "friday", "day": "2026-11-27"}})
    clock.move(days=1)

    async def ready(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: is_up(pilot.app, HomeScreen))  # type: ignore[arg-type]

    assert snap_compare(make_app(), run_before=ready)


@pytest.mark.usefixtures("theme")
def test_a_page_with_a_grid(make_app: MakeApp, library: Library, guide: Guide, snap_compare: Compare) -> None:
    async def ready(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: is_on(pilot.app, "accept.sort"))  # type: ignore[arg-type]

    assert snap_compare(make_app("resume", begun(library, guide, "accept.sort", KEPT)), run_before=ready)


@pytest.mark.usefixtures("theme")
def test_the_contents(make_app: MakeApp, library: Library, guide: Guide, snap_compare: Compare) -> None:
    async def ready(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: is_on(pilot.app, "feel.kind"))  # type: ignore[arg-type]
        send(pilot.app, "f2")  # type: ignore[arg-type]
        await until(pilot, lambda: is_up(pilot.app, ContentsScreen))  # type: ignore[arg-type]

    assert snap_compare(make_app("resume", begun(library, guide, "feel.kind", KEPT)), run_before=ready)


@pytest.mark.usefixtures("theme")
def test_the_review(make_app: MakeApp, library: Library, guide: Guide, snap_compare: Compare) -> None:
    async def ready(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: is_up(pilot.app, ReviewScreen))  # type: ignore[arg-type]

    assert snap_compare(make_app("review", completed(library, guide, KEPT)), run_before=ready)


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.usefixtures("theme")
def test_the_review_of_tables_and_plans(
    make_app: MakeApp, library: Library, guide: Guide, snap_compare: Compare, size: tuple[int, int]
) -> None:
    kept = {
        "evaluate.worked.items": [{"what": "I was calm", "how": "I slept"}, {"what": "They laughed", "how": ""}],
        "accept.sort.cards": KEPT["accept.sort.cards"],
        "accept.company.next_no": {"if": "another no comes", "then": "I ring Ada and walk home the long way"},
    }

    async def ready(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: is_up(pilot.app, ReviewScreen))  # type: ignore[arg-type]

    app = make_app("review", completed(library, guide, kept))
    assert snap_compare(app, run_before=ready, terminal_size=size)


@pytest.mark.parametrize("picture", ["ratings", "checklists"])
@pytest.mark.usefixtures("theme")
def test_patterns(
    make_app: MakeApp, library: Library, clock: Clock, guide: Guide, picture: str, snap_compare: Compare
) -> None:
    clock.move(days=-60)
    for company, role, before, after, clear, examples in (
        ("Zürich Logistik", "Data analyst", 3, 5, "yes", "no"),
        ("未来设计", "Designer", 6, 4, "partly", "partly"),
        ("Oak & Sons", "Night porter at the house by the sea", 2, 2, "no", "doesn't apply"),
        ("The Mill", "", None, 8, "yes", ""),
    ):
        clock.move(days=15)
        rows = {"clear": clear, "examples": examples, "best": "yes"}
        said = {COMPANY: company, ROLE: role, "open.now.confidence": before, "close.now.confidence": after}
        completed(library, guide, {**said, "evaluate.room.room": {"rows": rows, "own": []}})

    async def ready(pilot: Pilot[None]) -> None:
        app: WorkbookApp = pilot.app  # type: ignore[assignment]
        await until(pilot, lambda: is_up(app, HomeScreen))
        app.desk.looking.patterns()
        await until(pilot, lambda: isinstance(app.screen, PatternsScreen) and bool(app.screen._sight.found.pictures))
        await until(pilot, lambda: "Counted: 4" in said_on(app.screen, "#counted"))
        send(app, "2" if picture == "ratings" else "3")
        await until(pilot, lambda: isinstance(app.screen, PatternsScreen) and app.screen.picture is not None)

    assert snap_compare(make_app(), run_before=ready)
