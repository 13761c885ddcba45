"""Leaving while the disk says no offers to save a copy elsewhere, with what is only in the window."""

from __future__ import annotations

import errno
import json
from typing import TYPE_CHECKING

import pytest
from textual.widgets import TextArea

from tests.library.locks import lock
from tests.ui.conftest import running, until
from tests.ui.disks import Disk
from tests.ui.driving import answers, begun, buttons, click, field, is_on, is_up, on_disk, send, words
from workbook.flow.state import Around
from workbook.library.exchange import parse
from workbook.library.importing import import_
from workbook.library.library import Library
from workbook.ui.rescue import present
from workbook.ui.screens.ask import AskScreen
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.line import LineScreen
from workbook.ui.sitting import Sitting

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.ui.app import WorkbookApp

COMPANY = "open.interview.company"
WRITE, KEEP = "feel.write.text", "feel.write.keep"


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Disk:
    monkeypatch.setattr("workbook.ui.autosave.TRY_AGAIN", 0.05)
    return Disk(tmp_path / "data", monkeypatch)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder on another disk."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


async def leave_for(pilot: Pilot[None], *path: str) -> None:
    """Leave, choose a copy elsewhere, and type where to."""
    app: WorkbookApp = pilot.app  # type: ignore[assignment]
    send(app, "escape")
    await until(pilot, lambda: is_up(app, AskScreen))
    await click(pilot, "Save a copy elsewhere")
    for each in path:
        await until(pilot, lambda: is_up(app, LineScreen))
        send(app, *each, "enter")
        await until(pilot, lambda: not is_up(app, LineScreen) or "already there" in words(app))


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20)])
async def test_the_copy_brings_back_what_was_never_saved(
    make_app: MakeApp,
    library: Library,
    guide: Guide,
    disk: Disk,
    elsewhere: Path,
    tmp_path: Path,
    size: tuple[int, int],
) -> None:
    workbook_id = begun(library, guide, "open.interview", {COMPANY: "A"})
    app = make_app("resume", workbook_id)
    async with running(app, size) as pilot:
        disk.refuse(errno.ENOSPC)
        send(app, *"cme")
        await leave_for(pilot, str(elsewhere))
        await until(pilot, lambda: is_up(app, AskScreen) and "workbook import" in words(app))
        (made,) = elsewhere.iterdir()
        assert made.stat().st_mode & 0o777 == 0o600
        assert buttons(app.screen)[-1] == "Leave", "nothing is lost by it any more"
        assert all(app.screen.region.contains_region(button.region) for button in app.screen.query("Button"))
        await click(pilot, "Leave")
        await until(pilot, lambda: is_up(app, HomeScreen))
        disk.take_again()
    assert answers(library, workbook_id) == {COMPANY: "A"}
    for there in (library, Library(tmp_path / "another")):
        import_(there, parse(made.read_bytes()))
        assert answers(there, workbook_id) == {COMPANY: "Acme"}
        assert there.read(workbook_id).position == "open.interview"
        there.guide(there.read(workbook_id).guide.digest)


async def test_a_file_that_is_there_is_never_written_over_and_a_place_that_fails_is_asked_for_again(
    make_app: MakeApp, library: Library, guide: Guide, disk: Disk, elsewhere: Path
) -> None:
    taken = elsewhere / "mine.json"
    taken.write_text("mine")
    app = make_app("resume", begun(library, guide, "open.interview"))
    async with running(app, (80, 24)) as pilot:
        disk.refuse(errno.ENOSPC)
        send(app, *"Acme")
        await leave_for(pilot, str(taken))
        assert "already there" in words(app)
        for place in (elsewhere / "no" / "folder.json", library.folder / "copy.json"):
            send(app, *str(place), "enter")
            await until(pilot, lambda: is_up(app, LineScreen) and "could not be written" in words(app))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, AskScreen))
        await click(pilot, "Stay here")
        await until(pilot, lambda: is_on(app, "open.interview"))
        assert field(app, COMPANY).query_one(TextArea).text == "Acme"
        disk.take_again()
        await until(pilot, lambda: answers(library) == {COMPANY: "Acme"})
    assert taken.read_text() == "mine"
    assert sorted(path.name for path in elsewhere.iterdir()) == ["mine.json"]


async def test_the_copy_never_has_words_that_were_let_go(
    make_app: MakeApp, library: Library, guide: Guide, disk: Disk, elsewhere: Path
) -> None:
    workbook_id = begun(library, guide, "feel.write", {WRITE: "xyzzy", KEEP: "keep"})
    app = make_app("resume", workbook_id)
    async with running(app, (80, 24)) as pilot:
        disk.refuse(errno.ENOSPC)
        field(app, KEEP).first_focus().focus()  # type: ignore[union-attr]
        send(app, "2")
        await until(pilot, lambda: "not saved" in words(app).lower())
        await leave_for(pilot, str(elsewhere / "copy.json"))
        await until(pilot, lambda: is_up(app, AskScreen))
        copy = (elsewhere / "copy.json").read_text("utf-8")
        assert "xyzzy" not in copy
        assert json.loads(copy)["workbooks"][0]["let_go"].keys() == {WRITE}
        disk.take_again()
        await click(pilot, "Try again")
        await until(pilot, lambda: is_up(app, HomeScreen))
    assert not [name for name, data in on_disk(library).items() if b"xyzzy" in data]


async def test_from_a_locked_library_it_is_said_that_the_copy_is_not_locked(
    make_app: MakeApp, library: Library, guide: Guide, disk: Disk, elsewhere: Path
) -> None:
    begun(library, guide, "open.interview", {COMPANY: "A"})
    lock(library)
    app = make_app("resume", library.ids()[0])
    async with running(app, (80, 24)) as pilot:
        await until(pilot, lambda: is_on(app, "open.interview"))
        disk.refuse(errno.ENOSPC)
        send(app, *"cme", "escape")
        await until(pilot, lambda: is_up(app, AskScreen))
        await click(pilot, "Save a copy elsewhere")
        await until(pilot, lambda: is_up(app, LineScreen))
        assert "this copy is not: whoever has the file can read it" in words(app)
        send(app, "escape")
        await until(pilot, lambda: is_up(app, AskScreen))
        disk.take_again()
        await click(pilot, "Try again")
        await until(pilot, lambda: is_up(app, HomeScreen))
    assert list(elsewhere.iterdir()) == []


def test_a_copy_made_before_anything_was_tried_has_no_words_that_were_let_go_either(
    library: Library, guide: Guide
) -> None:
    workbook_id = begun(library, guide, "feel.write", {WRITE: "xyzzy", KEEP: "keep"})
    with library.open(workbook_id) as workbook:
        today = library.clock().date()
        sitting = Sitting(workbook, Around(today=today, begun=today))
        sitting.answer(KEEP, "discard")
        sitting.answer(COMPANY, "Acme")
        record = present(library, sitting)
        assert record.values == {KEEP: "discard", COMPANY: "Acme"}
        assert record.let_go.keys() == {WRITE}
        assert sitting.unsaved, "a copy saves nothing in its place"
