"""A started workbook keeps the pages it began with, whatever becomes of the content files."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import answers, begun, completed, field, is_on, is_up, review, send, told, wizard
from workbook.paths import content_folder
from workbook.ui.app import WorkbookApp
from workbook.ui.preferences import Preferences
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.screens.words import WordsScreen
from workbook.ui.start import Start
from workbook.ui.widgets.reading import Reading

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.start import StartKind

COMPANY = "open.interview.company"
KEPT = {COMPANY: "Acme", "feel.kind.need": "a walk", "open.welcome.route": "full"}
WAS, IS = "Who was it with?", "With whom was it, then?"


class Content:
    """A copy of the shipped content, to change."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "content"
        shutil.copytree(content_folder(None), self.folder)

    def change(self, name: str, old: str, new: str) -> None:
        """Put something else in the place of what a file says once."""
        path = self.folder / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path)


def app_with(library: Library, content: Content, kind: StartKind, workbook_id: str = "") -> WorkbookApp:
    preferences = Preferences(library.folder.parent / "settings.toml")
    return WorkbookApp(library, content.folder, preferences, Start(kind, workbook_id))


def label(app: WorkbookApp) -> str:
    return str(field(app, COMPANY).label.visual)


def words(app: WorkbookApp) -> str:
    return review(app).query_one(Reading).text


async def test_neither_an_unfinished_nor_a_completed_workbook_follows_the_files(
    library: Library, guide: Guide, content: Content
) -> None:
    unfinished, done = begun(library, guide, "open.interview", KEPT), completed(library, guide, KEPT)
    content.change("opening.yaml", WAS, IS)
    app = app_with(library, content, "resume", unfinished)
    async with running(app, (80, 24)) as pilot:
        assert label(app) == WAS
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        app.desk.opening.open(done)
        await until(pilot, lambda: is_up(app, ReviewScreen))
        assert WAS in words(app)
        assert IS not in words(app)
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        app.desk.opening.new()
        await until(pilot, lambda: is_on(app, "open.welcome"))
        send(app, "ctrl+n")
        await until(pilot, lambda: is_on(app, "open.interview"))
        assert label(app) == IS, "a new one goes by the new pages"
    assert answers(library, unfinished) == KEPT


async def test_moving_to_the_newer_pages_keeps_every_answer_also_those_no_page_asks_for(
    library: Library, guide: Guide, content: Content
) -> None:
    unfinished = begun(library, guide, "open.interview", KEPT)
    content.change("opening.yaml", WAS, IS)
    content.change("feel.yaml", "      - id: need\n", "      - id: wish\n")
    app = app_with(library, content, "resume", unfinished)
    async with running(app, (80, 24)) as pilot:
        assert label(app) == WAS
        app.desk.errands.move_to_newer()
        await until(pilot, lambda: is_on(app, "open.interview") and label(app) == IS)
        assert "Every answer was kept." in told(app)
        app.desk.errands.move_to_newer()
        await until(pilot, lambda: "already goes by the newest pages" in told(app))
        wizard(app).action_finish()
        await until(pilot, lambda: is_up(app, ReviewScreen))
        assert "From an earlier version" in words(app)
        assert "a walk" in words(app)
    assert answers(library, unfinished) == KEPT


async def test_home_hints_in_a_quiet_line_at_newer_pages_until_they_are_used(
    library: Library, guide: Guide, content: Content
) -> None:
    unfinished = begun(library, guide, "open.interview", KEPT)
    content.change("opening.yaml", WAS, IS)
    app = app_with(library, content, "home")
    async with running(app, (60, 20)) as pilot:
        await until(pilot, lambda: len(app.screen.query("#newer")) == 1)
        assert "Use the newer" in " ".join(screen_text(app).split())
        send(app, "enter")
        await until(pilot, lambda: is_on(app, "open.interview"))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen) and len(app.screen.query("#newer")) == 1)
        app.desk.opening.open(unfinished)
        await until(pilot, lambda: is_on(app, "open.interview"))
        app.desk.errands.move_to_newer()
        await until(pilot, lambda: is_on(app, "open.interview") and label(app) == IS)
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen) and not any(each.group == "newer" for each in app.workers))
        assert not app.screen.query("#newer")


async def test_content_with_mistakes_is_told_with_all_of_them_and_what_was_begun_still_opens(
    library: Library, guide: Guide, content: Content
) -> None:
    unfinished = begun(library, guide, "open.interview", KEPT)
    content.change("opening.yaml", f"label: {WAS}", f"lable: {WAS}")
    content.change("feel.yaml", "    title: A kinder voice", "    titel: A kinder voice")
    app = app_with(library, content, "new")
    async with running(app, (100, 40)) as pilot:
        await until(pilot, lambda: is_up(app, WordsScreen))
        await until(pilot, lambda: "opening.yaml" in screen_text(app))
        assert "feel.yaml" in screen_text(app)
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        send(app, "enter")
        await until(pilot, lambda: is_on(app, "open.interview"))
        app.desk.errands.move_to_newer()
        await until(pilot, lambda: is_up(app, WordsScreen))
    assert library.ids() == [unfinished]
    assert answers(library) == KEPT
