"""Whatever is damaged, Home opens, says what needs attention and what can be done, and writes over nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.library.damage import KINDS, damage, is_as_left
from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import answers, begun, click, home, is_on, is_up, send
from workbook.library.changes import Changes
from workbook.library.errors import CannotRead
from workbook.library.library import Library
from workbook.ui.preferences import Preferences
from workbook.ui.screens.ask import AskScreen
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.words import WordsScreen
from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.entry import Entry
    from workbook.ui.app import WorkbookApp

COMPANY = "open.interview.company"


@pytest.fixture
def two(library: Library, guide: Guide) -> tuple[str, str]:
    """Two workbooks, the first of two sittings."""
    first = begun(library, guide, "feel.kind", {COMPANY: "Acme"})
    with library.open(first) as workbook:
        workbook.save(Changes(answers={COMPANY: "Acme two"}))
    second = begun(library, guide, "feel.kind", {COMPANY: "Other"})
    library.entries()
    return first, second


def listed(app: WorkbookApp) -> dict[str, str]:
    """How each workbook on Home stands, by its name."""
    return {entry.title: entry.state for entry in home(app).query_one("#workbooks", RowList).items}


@pytest.mark.parametrize("kind", KINDS)
async def test_a_damaged_workbook(make_app: MakeApp, library: Library, two: tuple[str, str], kind: str) -> None:
    path = library.places.workbook(two[0])
    left = damage(path, kind)
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        assert listed(app) == {"Acme two": "newer" if kind == "newer" else "damaged", "Other": "unfinished"}
        send(app, "enter")  # the one that can be read is offered first
        await until(pilot, lambda: is_on(app, "feel.kind"))
        assert wizard_title(app) == "Other"
        app.desk.leaving.leave()
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert is_as_left(path, left)
        if kind != "newer":
            app.desk.want("open", next(each for each in library.entries() if each.id == two[0]))
            await until(pilot, lambda: is_up(app, AskScreen))
            await until(pilot, lambda: all(each.region for each in app.screen.query("Button")))
            await click(pilot, "Bring back the newest good copy")
            await until(pilot, lambda: is_up(app, WordsScreen))
            assert answers(library, two[0]) == {COMPANY: "Acme"}
            [aside] = library.places.asides(two[0])
            assert is_as_left(aside, left)


def wizard_title(app: WorkbookApp) -> str:
    """The title of the workbook that is open."""
    assert app.desk.open_screen is not None
    return app.desk.open_screen.sitting.title


@pytest.mark.parametrize("kind", KINDS)
async def test_a_damaged_list(make_app: MakeApp, library: Library, two: tuple[str, str], kind: str) -> None:
    damage(library.places.catalogue, kind)
    app = make_app()
    async with running(app, (80, 24)):
        assert listed(app) == {"Acme two": "unfinished", "Other": "unfinished"}


@pytest.mark.parametrize("kind", KINDS)
async def test_a_damaged_guide_is_mended_by_the_content_at_hand(
    make_app: MakeApp, library: Library, two: tuple[str, str], kind: str
) -> None:
    path = library.guides.path(library.read(two[1]).guide.digest)
    damage(path, kind)
    library.guides.__init__(library.places.guides)  # type: ignore[misc]  # as at a new start
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        assert set(listed(app).values()) == {"unfinished"}
        app.desk.opening.open(two[1])
        if kind == "a folder":  # nothing to write over
            await until(pilot, lambda: is_up(app, WordsScreen))
            assert not library.places.lock(two[1]).exists()
        else:
            await until(pilot, lambda: is_on(app, "feel.kind"))
            assert Library(library.folder).guide(path.stem)


async def test_a_guide_that_is_lost_for_good_is_told_with_what_can_be_done(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    import msgspec

    other = msgspec.structs.replace(guide, manifest=msgspec.structs.replace(guide.manifest, version="0"))
    found = begun(library, other, "feel.kind", {COMPANY: "Acme"})
    library.entries()
    library.guides.path(library.read(found).guide.digest).unlink()
    library.guides.__init__(library.places.guides)  # type: ignore[misc]
    app = make_app("resume", found)
    async with running(app, (80, 24)) as pilot:
        await until(pilot, lambda: is_up(app, WordsScreen))
        assert f"workbook show {found} --json" in str(app.screen._words)  # type: ignore[attr-defined]
        assert not library.places.lock(found).exists()
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))


@pytest.mark.parametrize("kind", KINDS)
async def test_damaged_settings(
    make_app: MakeApp, library: Library, two: tuple[str, str], tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "workbook-dark"\nname = "Sam"\n', "utf-8")
    left = damage(path, kind)
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        assert listed(app) == {"Acme two": "unfinished", "Other": "unfinished"}
        app.desk.preferences.remember_name("Kim")
        await pilot.pause()
    kept = [each for each in tmp_path.iterdir() if each.name.startswith("settings.toml")]
    parts = left.split(b"\n") if isinstance(left, bytes) else []
    unread = kind in ("zero-filled", "foreign JSON", "newer")
    assert not unread or any(each.is_file() and all(part in each.read_bytes() for part in parts) for each in kept), (
        "what could not be read is not written over"
    )
    assert kind != "a folder" or path.is_dir()
    assert kind != "bit-flipped" or any(b"4heme" in each.read_bytes() for each in kept), "a key not known is kept"
    Preferences(path)


async def test_a_list_that_cannot_be_read_any_more_when_a_workbook_is_put_away_is_told_on_home(
    make_app: MakeApp, library: Library, two: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> list[Entry]:
        raise CannotRead("The folder cannot be read just now.")

    app = make_app("resume", two[1])
    async with running(app, (80, 24)) as pilot:
        await until(pilot, lambda: is_on(app, "feel.kind"))
        monkeypatch.setattr(library, "entries", refuse)
        app.desk.removing.delete_open()
        await until(pilot, lambda: is_up(app, HomeScreen) and "cannot be read just now" in screen_text(app))
        assert app.desk.open_screen is None
