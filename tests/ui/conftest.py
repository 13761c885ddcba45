"""An app on an empty library, the shipped content, and a way to wait for what a test is about."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from textual.css.stylesheet import Stylesheet

from tests.ui.clock import Clock
from workbook.guide import loader
from workbook.guide.loader import load_guide
from workbook.library.library import Library
from workbook.paths import content_folder
from workbook.ui.app import WorkbookApp
from workbook.ui.preferences import Preferences
from workbook.ui.start import Start

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from workbook.guide.model import Guide


@pytest.fixture(scope="session")
def guide() -> Guide:
    return load_guide(content_folder(None))


@pytest.fixture(autouse=True)
def shipped_content_is_read_once(guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every app reads the content at its start; here all of them share what the first one read."""
    shipped = content_folder(None)
    monkeypatch.setattr(loader, "load_guide", lambda folder: guide if folder == shipped else load_guide(folder))


@pytest.fixture(scope="session", autouse=True)
def styles_are_parsed_once() -> Iterator[None]:
    """Every app parses the same styles at its start; here all of them share what the first one parsed."""
    parse, parsed = Stylesheet._parse_rules, dict[object, Any]()

    def once(self: Stylesheet, *args: Any, **kwargs: Any) -> Any:
        key = (args, *kwargs.items(), *self._variables.items())
        if key not in parsed:
            parsed[key] = parse(self, *args, **kwargs)
        return parsed[key]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Stylesheet, "_parse_rules", once)
        yield


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library(tmp_path: Path, clock: Clock) -> Library:
    """A library in which time stands still."""
    return Library(tmp_path / "data", clock=clock)


MakeApp = Callable[..., WorkbookApp]


@pytest.fixture
def make_app(tmp_path: Path, library: Library) -> MakeApp:
    def make(kind: str = "home", workbook_id: str = "", *, route: str = "") -> WorkbookApp:
        settings = Preferences(tmp_path / "settings.toml")
        return WorkbookApp(library, content_folder(None), settings, Start(kind, workbook_id, route))  # type: ignore[arg-type]

    return make


@asynccontextmanager
async def running(app: WorkbookApp, size: tuple[int, int] = (100, 30)) -> AsyncIterator[Pilot[None]]:
    """The app under a pilot; what is open is put away at the end as it is when the program ends."""
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot
        if app.is_running:
            await pilot.pause()  # what is being put on screen finds its place before the end
    app.desk.leaving.close()


async def until(pilot: Pilot[None], holds: Callable[[], object], *, rounds: int = 1000) -> None:
    """Let the app work until something holds, and what follows from it is on screen; fail if it never does."""
    for _ in range(rounds):
        if holds():
            if pilot.app.is_running:
                await pilot.pause()
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came to hold")


def screen_text(app: WorkbookApp) -> str:
    """Everything visible, as text."""
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    assert len(lines) <= height
    assert width
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in lines)


Waiter = Awaitable[None]
