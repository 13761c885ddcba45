"""Earlier copies, versions from other computers, and a workbook open elsewhere: told, shown, and nothing lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Button

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import answers, begun, buttons, click, is_on, is_up, on_disk, review, said, send, wizard, words
from workbook.library.changes import Changes
from workbook.ui.screens.ask import AskScreen
from workbook.ui.screens.earlier import EarlierScreen
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.screens.words import WordsScreen
from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.clock import Clock
    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

COMPANY = "open.interview.company"
ROLE = "open.interview.role"
SIZES = [(100, 30), (80, 24), (60, 20)]


def is_asking(app: WorkbookApp) -> bool:
    """Whether a question is in sight, with all its answers."""
    return is_up(app, AskScreen) and all(
        button.region and app.screen.region.contains_region(button.region) for button in app.screen.query(Button)
    )


def sat_twice(library: Library, guide: Guide, clock: Clock) -> str:
    """A workbook with an earlier copy."""
    workbook_id = begun(library, guide, "feel.kind", {COMPANY: "Acme", ROLE: "Baker"})
    clock.move(days=1)
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={COMPANY: "Other", ROLE: None}))
    return workbook_id


@pytest.mark.parametrize("size", SIZES)
async def test_an_earlier_copy_is_listed_said_and_put_back_and_the_present_is_kept(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock, size: tuple[int, int]
) -> None:
    workbook_id = sat_twice(library, guide, clock)
    present = library.places.workbook(workbook_id).read_bytes()
    app = make_app()
    async with running(app, size) as pilot:
        send(app, "escape", "e")
        await until(pilot, lambda: is_up(app, EarlierScreen))
        assert "23 November 2026, 09:00" in screen_text(app)
        assert "2 answers, 2 differ" in screen_text(app)
        send(app, "enter")
        await until(pilot, lambda: is_asking(app))
        assert isinstance(app.focused, Button)
        assert str(app.focused.label) == "Leave it as it is", "the first key must not change anything"
        assert "1 answer added, 1 answer changed" in words(app)
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert library.places.workbook(workbook_id).read_bytes() == present
        send(app, "escape", "e", "enter")
        await until(pilot, lambda: is_asking(app))
        await click(pilot, "Put it back")
        await until(pilot, lambda: is_up(app, WordsScreen))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert "Acme" in screen_text(app)
    assert answers(library, workbook_id) == {COMPANY: "Acme", ROLE: "Baker"}
    assert present in on_disk(library).values()


async def test_a_workbook_with_no_earlier_copy_says_so(make_app: MakeApp, library: Library, guide: Guide) -> None:
    begun(library, guide, "feel.kind", {COMPANY: "Acme"})
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        send(app, "escape", "e")
        await until(pilot, lambda: is_up(app, EarlierScreen) and "There are none yet." in screen_text(app))
        send(app, "enter")
        await until(pilot, lambda: is_up(app, HomeScreen))


async def test_from_the_open_workbook_it_is_saved_and_put_away_first(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    workbook_id = sat_twice(library, guide, clock)
    app = make_app("resume", workbook_id)
    async with running(app, (80, 24)) as pilot:
        await until(pilot, lambda: is_on(app, "feel.kind"))
        names = [command.title for command in app.get_system_commands(app.screen)]
        assert "Earlier copies of this workbook" in names
        assert "Take over this workbook" not in names
        app.desk.versions.earlier_of_open()
        await until(pilot, lambda: is_up(app, EarlierScreen))
        assert app.desk.open_screen is None
        assert not library.places.lock(workbook_id).exists()


async def test_a_damaged_copy_is_told_and_not_put_back(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    workbook_id = sat_twice(library, guide, clock)
    [copy] = (library.places.earlier / workbook_id).iterdir()
    copy.write_bytes(b"[/b] torn")
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        send(app, "escape", "e")
        await until(pilot, lambda: is_up(app, EarlierScreen))
        assert "cannot be read" in screen_text(app)
        send(app, "enter")
        await until(pilot, lambda: is_up(app, WordsScreen))


# --------------------------------------------------------------------------------------------- other computers


def version(library: Library, workbook_id: str, before: bytes, clock: Clock, text: str) -> Path:
    """Change a workbook as on another computer: its version arrives beside the one here."""
    path = library.places.workbook(workbook_id)
    clock.move(hours=1)
    with library.open(workbook_id) as there:
        there.save(Changes(answers={COMPANY: text}))
    copy = path.with_name(f"{workbook_id} (Sam's conflicted copy 2026-11-22).json")
    copy.write_bytes(path.read_bytes())
    path.write_bytes(before)
    return copy


@pytest.mark.parametrize("size", SIZES)
async def test_a_version_from_another_computer_is_said_on_home_and_put_together_when_opened(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock, size: tuple[int, int]
) -> None:
    workbook_id = begun(library, guide, "feel.kind", {COMPANY: "Acme", ROLE: "Baker"})
    here = library.places.workbook(workbook_id).read_bytes()
    copy = version(library, workbook_id, here, clock, "There [/b]")
    app = make_app()
    async with running(app, size) as pilot:
        assert "Another version of “Acme · Baker” came from another computer" in words(app)
        send(app, "enter")
        await until(pilot, lambda: is_asking(app))
        assert buttons(app.screen) == ["Put them together", "Open this one"]
        assert "1 answer changed, 1 answer kept among" in words(app)
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen) and not app.screen.query("Button.-active"))
        assert copy.exists()
        send(app, "enter")
        await until(pilot, lambda: is_asking(app))
        await click(pilot, "Put them together")
        await until(pilot, lambda: is_on(app, "feel.kind"))
        assert wizard(app).sitting.title == "There [/b] · Baker"
    assert answers(library, workbook_id) == {COMPANY: "There [/b]", ROLE: "Baker"}
    assert [each.value for each in library.read(workbook_id).earlier_answers] == ["Acme"]
    assert not copy.exists()
    assert here in on_disk(library).values()


async def test_it_can_be_left_for_later_and_nothing_is_lost(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    workbook_id = begun(library, guide, "feel.kind", {COMPANY: "Acme"})
    here = library.places.workbook(workbook_id).read_bytes()
    copy = version(library, workbook_id, here, clock, "There")
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        send(app, "enter")
        await until(pilot, lambda: is_asking(app))
        await click(pilot, "Open this one")
        await until(pilot, lambda: is_on(app, "feel.kind"))
    assert copy.exists()
    assert answers(library, workbook_id) == {COMPANY: "Acme"}


async def test_a_version_that_cannot_be_read_keeps_nobody_from_writing(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    workbook_id = begun(library, guide, "feel.kind", {COMPANY: "Acme"})
    copy = version(library, workbook_id, library.places.workbook(workbook_id).read_bytes(), clock, "There")
    copy.write_bytes(b"torn")
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        send(app, "enter")
        await until(pilot, lambda: is_up(app, WordsScreen))
        send(app, "escape")
        await until(pilot, lambda: is_on(app, "feel.kind"))
    assert copy.read_bytes() == b"torn"


async def test_a_version_of_a_workbook_that_is_not_here_is_brought_in_from_the_palette(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    workbook_id = begun(library, guide, "feel.kind", {COMPANY: "Acme"})
    version(library, workbook_id, b"", clock, "There")
    library.places.workbook(workbook_id).unlink()
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        assert "A version of a workbook that is not here" in words(app)
        found = {command.title: command for command in app.get_system_commands(app.screen)}
        found["Put versions together"].callback()
        await until(pilot, lambda: is_up(app, WordsScreen))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen) and app.screen.query(RowList))
        assert "Put versions together" not in [each.title for each in app.get_system_commands(app.screen)]
    assert answers(library, workbook_id) == {COMPANY: "There"}


# --------------------------------------------------------------------------------------------- open elsewhere


async def test_a_workbook_that_another_computer_has_is_read_until_it_is_taken_over(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    workbook_id = begun(library, guide, "feel.kind", {COMPANY: "Acme"})
    lock = library.places.lock(workbook_id)
    lock.write_text(json.dumps({"pid": 7, "host": "oak", "since": "2026-11-20T10:00:00Z"}))
    app = make_app("resume", workbook_id)
    async with running(app, (100, 30)) as pilot:
        await until(pilot, lambda: is_up(app, ReviewScreen))
        assert "on oak (process 7), since 20 November 2026, 10:00" in said(app.screen, "#notice")
        assert review(app).sitting.workbook.read_only
        found = {command.title: command for command in app.get_system_commands(app.screen)}
        found["Take over this workbook"].callback()
        await until(pilot, lambda: is_asking(app))
        assert str(app.focused.label) == "Only read it"  # type: ignore[union-attr]
        await click(pilot, "Take it over")
        await until(pilot, lambda: is_on(app, "feel.kind"))
        assert not wizard(app).sitting.workbook.read_only
    assert not lock.exists()


async def test_told_to_on_the_command_line_it_is_taken_over_at_once(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    from dataclasses import replace

    workbook_id = begun(library, guide, "feel.kind", {COMPANY: "Acme"})
    library.places.lock(workbook_id).write_text('{"pid": 7, "host": "oak", "since": "2026-11-20T10:00:00Z"}')
    app = make_app("resume", workbook_id)
    app._start = replace(app._start, take_over=True)
    async with running(app, (80, 24)) as pilot:
        await until(pilot, lambda: is_on(app, "feel.kind"))
