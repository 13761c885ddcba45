"""While the disk says no: one plain line, typing goes on, nothing says Saved, and it ends by itself."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static, TextArea

from tests.ui.conftest import running, screen_text, until
from tests.ui.disks import Disk
from tests.ui.driving import (
    answers,
    begun,
    click,
    field,
    is_on,
    is_up,
    review,
    said,
    send,
    told,
    wizard,
)
from workbook.ui.screens.ask import AskScreen
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.late import LateScreen
from workbook.ui.screens.note import NoteScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.screens.words import WordsScreen
from workbook.ui.widgets.saved_line import SavedLine

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp
    from workbook.ui.sitting import Sitting

COMPANY, ROLE = "open.interview.company", "open.interview.role"
FRIEND = "feel.kind.friend"

WRITING = [errno.ENOSPC, errno.EDQUOT, errno.EIO]
NAMING = [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO]
REFUSALS = [
    *(("open", code) for code in (errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EACCES, errno.EIO)),
    *(("write", code) for code in WRITING),
    *(("fsync", code) for code in WRITING),
    *(("replace", code) for code in NAMING),
]


@pytest.fixture(autouse=True)
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Disk:
    """The disk the library is on. A save that failed is tried again soon."""
    monkeypatch.setattr("workbook.ui.autosave.TRY_AGAIN", 0.05)
    return Disk(tmp_path / "data", monkeypatch)


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that the line about saving ever said, in order."""
    heard: list[str] = []
    show = SavedLine.show

    def listening(line: SavedLine, sitting: Sitting) -> None:
        show(line, sitting)
        heard.append(str(line.visual))

    monkeypatch.setattr(SavedLine, "show", listening)
    return heard


def box(app: WorkbookApp, ref: str) -> TextArea:
    return field(app, ref).query_one(TextArea)


def saved_line(app: WorkbookApp) -> str:
    return said(app.screen, "#saved")


def says_not_saved(app: WorkbookApp) -> bool:
    """Whether the screen in sight says plainly that not everything is saved, in words that can all be seen."""
    line = app.screen.query_one("#saved", Static)
    return line.display and str(line.visual).startswith("Not saved yet: ") and line.has_class("trouble")


@pytest.mark.parametrize(("step", "code"), REFUSALS, ids=[f"{step}-{errno.errorcode[code]}" for step, code in REFUSALS])
async def test_whatever_the_disk_refuses_is_one_line_and_over_by_itself(
    make_app: MakeApp, library: Library, guide: Guide, disk: Disk, lines: list[str], step: str, code: int
) -> None:
    app = make_app("resume", begun(library, guide, "open.interview", {COMPANY: "A"}))
    async with running(app, (80, 24)) as pilot:
        disk.refuse(code, step)
        send(app, *"cme")
        await until(pilot, lambda: says_not_saved(app))
        lines.clear()
        send(app, "tab", *"Chef", "ctrl+n")
        await until(pilot, lambda: is_on(app, "open.news"))
        send(app, "alt+left")
        await until(pilot, lambda: is_on(app, "open.interview"))
        tried = disk.asked
        await until(pilot, lambda: disk.asked >= tried + 3)
        assert says_not_saved(app)
        assert all(line.startswith("Not saved yet: ") for line in lines)
        assert len(set(lines)) == 1
        assert not told(app)
        assert answers(library) == {COMPANY: "A"}
        disk.take_again()
        await until(pilot, lambda: answers(library) == {COMPANY: "Acme", ROLE: "Chef"})
        await until(pilot, lambda: saved_line(app).startswith("Saved "))
        assert not told(app)


async def test_five_hundred_characters_are_typed_on_through_a_full_disk_and_none_is_lost(
    make_app: MakeApp, library: Library, guide: Guide, disk: Disk, lines: list[str]
) -> None:
    written = ("It was a long day, and I said so. " * 20)[:500]
    app = make_app("resume", begun(library, guide, "feel.kind"))
    async with running(app, (80, 24)) as pilot:
        box(app, FRIEND).focus()
        send(app, *written[:100])
        await until(pilot, lambda: answers(library).get(FRIEND) == written[:100])
        disk.refuse(errno.ENOSPC, "write")
        send(app, "x")
        await until(pilot, lambda: says_not_saved(app))
        send(app, "backspace")
        lines.clear()
        for start in range(100, 500, 100):
            send(app, *(" " if letter == " " else letter for letter in written[start : start + 100]))
            await until(pilot, lambda end=start + 100: box(app, FRIEND).text == written[:end])  # type: ignore[misc]
        assert all(line.startswith("Not saved yet: ") for line in lines)
        assert not told(app)
        assert answers(library)[FRIEND] == written[:100]
        disk.take_again()
        await until(pilot, lambda: answers(library)[FRIEND] == written)
        await until(pilot, lambda: saved_line(app).startswith("Saved "))


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20)])
async def test_the_line_can_be_read_whole_at_every_size(
    make_app: MakeApp, library: Library, guide: Guide, disk: Disk, size: tuple[int, int]
) -> None:
    app = make_app("resume", begun(library, guide, "feel.kind"))
    async with running(app, size) as pilot:
        box(app, FRIEND).focus()
        disk.refuse(errno.ENOSPC)
        send(app, "x")
        await until(pilot, lambda: says_not_saved(app))
        line = app.screen.query_one("#saved").region
        rows = screen_text(app).split("\n")[line.y : line.bottom]
        assert " ".join(" ".join(row[line.x : line.right] for row in rows).split()) == saved_line(app)
        assert box(app, FRIEND).region.height > 0
        for button in ("#back", "#next"):
            assert app.screen.region.contains_region(app.screen.query_one(button).region)


async def test_finishing_noting_filling_in_and_reopening_on_a_full_disk_lose_nothing(
    make_app: MakeApp, library: Library, guide: Guide, disk: Disk, lines: list[str]
) -> None:
    workbook_id = begun(library, guide, "close.page", {COMPANY: "Acme"})
    app = make_app("resume", workbook_id)
    async with running(app, (80, 24)) as pilot:
        disk.refuse(errno.ENOSPC)
        send(app, "ctrl+n")
        await until(pilot, lambda: is_up(app, ReviewScreen) and says_not_saved(app))
        lines.clear()
        send(app, "a")
        await until(pilot, lambda: is_up(app, NoteScreen) and says_not_saved(app))
        send(app, *"later")
        send(app, "escape")
        await until(pilot, lambda: is_up(app, ReviewScreen) and says_not_saved(app))
        send(app, "l")
        await until(pilot, lambda: is_up(app, LateScreen) and says_not_saved(app))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        send(app, "R")
        await until(pilot, lambda: is_up(app, AskScreen))
        await click(pilot, "Reopen it")
        await until(pilot, lambda: is_on(app, "close.page") and says_not_saved(app))
        send(app, "ctrl+n")
        await until(pilot, lambda: is_up(app, ReviewScreen) and says_not_saved(app))
        assert all(line.startswith("Not saved yet: ") for line in lines)
        assert not told(app)
        disk.take_again()
        await until(pilot, lambda: not review(app).sitting.unsaved)
        await until(pilot, lambda: not app.screen.query_one("#saved").display)
    record = library.read(workbook_id)
    assert record.completed is not None
    assert [note.text for note in record.notes] == ["later"]


async def test_beginning_and_deleting_on_a_full_disk_say_so_and_change_nothing(
    make_app: MakeApp, library: Library, guide: Guide, disk: Disk
) -> None:
    workbook_id = begun(library, guide, "feel.kind", {COMPANY: "Acme"})
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        for step, code in (("open", errno.EROFS), ("write", errno.ENOSPC), ("fsync", errno.EIO)):
            disk.refuse(code, step)
            send(app, "n")
            await until(pilot, lambda: is_up(app, WordsScreen))
            assert "A workbook could not begin" in screen_text(app)
            send(app, "escape")
            await until(pilot, lambda: is_up(app, HomeScreen))
            send(app, "escape", "d")
            await until(pilot, lambda: is_up(app, AskScreen))
            await click(pilot, "Delete it")
            await until(pilot, lambda: is_up(app, HomeScreen) and told(app))
            assert "Not saved yet" not in told(app)
            app.clear_notifications()
            assert library.ids() == [workbook_id]
            disk.take_again()
    assert answers(library, workbook_id) == {COMPANY: "Acme"}


async def test_leaving_without_saving_goes_home_on_a_disk_that_still_says_no(
    make_app: MakeApp, library: Library, guide: Guide, disk: Disk
) -> None:
    workbook_id = begun(library, guide, "open.interview", {COMPANY: "A"})
    app = make_app("resume", workbook_id)
    async with running(app, (80, 24)) as pilot:
        disk.refuse(errno.EROFS, "open")
        send(app, *"cme", "escape")
        await until(pilot, lambda: is_up(app, AskScreen))
        await click(pilot, "Leave without saving")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert "Page" in screen_text(app) or "A" in said(app.screen, "#title")
        disk.take_again()
        send(app, "enter")
        await until(pilot, lambda: is_on(app, "open.interview"))
        assert box(app, COMPANY).text == "A"
        assert not wizard(app).sitting.workbook.read_only


async def test_settings_that_cannot_be_kept_are_told_once_and_hold_until_the_end(
    make_app: MakeApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(tmp_path / "settings.toml", monkeypatch)
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        disk.refuse(errno.EROFS)
        for theme in ("nord", "gruvbox", "dracula", "nord"):
            app.theme = theme
            await pilot.pause()
        app.desk.errands._take_name("Ada")
        app.desk.home.show()
        await until(pilot, lambda: app.screen.query(".notice"))
        (notice,) = app.screen.query(".notice").results(Static)
        assert "The settings could not be saved" in str(notice.visual)
        assert app.desk.preferences.settings.name == "Ada"
        disk.take_again()
        app.theme = "gruvbox"
        await pilot.pause()
        app.desk.home.show()
        await until(pilot, lambda: not app.screen.query(".notice"))
    written = (tmp_path / "settings.toml").read_text("utf-8")
    assert "gruvbox" in written
    assert "Ada" in written
