"""What is let go or removed for good is gone, and what that cannot reach is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Button

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import begun, buttons, click, completed, field, is_on, is_up, on_disk, said, send, told, words
from workbook.library.changes import Changes
from workbook.library.reach import ALWAYS
from workbook.ui.screens.ask import AskScreen
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.trash import TrashScreen
from workbook.ui.screens.words import WordsScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.ui.clock import Clock
    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

COMPANY = "open.interview.company"
WRITE, KEEP = "feel.write.text", "feel.write.keep"
SIZES = [(100, 30), (80, 24), (60, 20)]


def is_whole(app: WorkbookApp) -> bool:
    """Whether all buttons of the screen on top can be seen."""
    return all(app.screen.region.contains_region(each.region) and each.region for each in app.screen.query(Button))


def commands(app: WorkbookApp) -> list[str]:
    return [each.title for each in app.get_system_commands(app.screen)]


async def let_go(pilot: Pilot[None]) -> None:
    """Choose that the page is not to be kept."""
    app: WorkbookApp = pilot.app  # type: ignore[assignment]
    await until(pilot, lambda: is_on(app, "feel.write"))
    field(app, KEEP).first_focus().focus()  # type: ignore[union-attr]
    send(app, "2")
    await until(pilot, lambda: said(app.screen, "#saved").startswith("This page is not being saved"))


async def test_a_page_let_go_after_it_was_kept_says_what_that_cannot_reach(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    workbook_id = begun(library, guide, "feel.write", {WRITE: "xyzzy", KEEP: "keep"})
    clock.move(days=1)
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(answers={COMPANY: "Acme"}))
    unreadable = library.places.earlier / workbook_id / "20260101-000000-000000.json"
    unreadable.write_bytes(b'{"xyzzy')
    library.places.before_restore.mkdir()
    older = library.places.before_restore / "20200101-000000.zip"
    older.write_bytes(b"PK")
    app = make_app("resume", workbook_id)
    async with running(app, (80, 24)) as pilot:
        await let_go(pilot)
        await until(pilot, lambda: "not from backups, exports or other computers" in said(app.screen, "#saved"))
        assert "One file here may hold it too" in said(app.screen, "#saved")
        assert "Out of reach" in commands(app)
        app.desk.errands.tell_out_of_reach()
        await until(pilot, lambda: is_up(app, WordsScreen))
        assert ALWAYS in words(app)
        assert unreadable.name in words(app).replace(" ", "")
        assert older.name not in words(app).replace(" ", ""), "it is older than the workbook"
    unreadable.unlink()
    assert not [name for name, data in on_disk(library).items() if b"xyzzy" in data]


async def test_a_page_let_go_before_a_word_was_kept_has_nothing_to_tell(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, "feel.write"))
    async with running(app, (80, 24)) as pilot:
        await let_go(pilot)
        await until(pilot, lambda: not app.screen.sitting.unsaved)  # type: ignore[attr-defined]
        assert said(app.screen, "#saved") == "This page is not being saved"
        assert "Out of reach" not in commands(app)


@pytest.mark.parametrize("size", SIZES)
async def test_one_workbook_is_removed_for_good_and_the_others_stay(
    make_app: MakeApp, library: Library, guide: Guide, size: tuple[int, int]
) -> None:
    for company in ("Gone xyzzy", "Stays"):
        library.delete(completed(library, guide, {COMPANY: company}))
    kept = begun(library, guide, "feel.kind", {COMPANY: "Here"})
    app = make_app()
    async with running(app, size) as pilot:
        app.desk.removing.open_trash()
        await until(pilot, lambda: is_up(app, TrashScreen))
        assert is_whole(app)
        send(app, "down" if screen_text(app).index("Stays") < screen_text(app).index("Gone") else "up", "enter")
        await until(pilot, lambda: is_up(app, AskScreen) and "Gone xyzzy" in words(app))
        assert is_whole(app)
        await click(pilot, "Remove it for good")
        await until(pilot, lambda: "Remove it for good?" in words(app))
        assert ALWAYS in words(app)
        assert str(app.focused.label) == "Keep it", "the first key must not remove"  # type: ignore[union-attr]
        assert is_whole(app)
        send(app, "enter")
        await until(pilot, lambda: is_up(app, TrashScreen))
        assert len(library.trashed()) == 2
        send(app, "down" if screen_text(app).index("Stays") < screen_text(app).index("Gone") else "up", "enter")
        await until(pilot, lambda: is_up(app, AskScreen))
        await click(pilot, "Remove it for good")
        await until(pilot, lambda: "Remove it for good?" in words(app))
        await click(pilot, "Remove it for good")
        await until(pilot, lambda: is_up(app, TrashScreen) and "gone for good" in told(app))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
    assert [each.title for each in library.trashed()] == ["Stays"]
    assert library.ids() == [kept]
    assert not [name for name, data in on_disk(library).items() if b"xyzzy" in data]


async def test_the_trash_is_emptied_after_saying_what_that_cannot_reach(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    library.delete(completed(library, guide, {COMPANY: "xyzzy"}))
    library.places.before_restore.mkdir()
    backup = library.places.before_restore / "20261101-000000.zip"
    backup.write_bytes(b"PK")
    app = make_app()
    async with running(app, (60, 20)) as pilot:
        app.desk.removing.open_trash()
        await until(pilot, lambda: is_up(app, TrashScreen))
        await click(pilot, "Empty the trash")
        await until(pilot, lambda: is_up(app, AskScreen))
        assert "one workbook" in words(app)
        assert buttons(app.screen)[0] == "Leave it as it is"
        assert is_whole(app)
        send(app, "escape")
        await until(pilot, lambda: is_up(app, TrashScreen))
        assert len(library.trashed()) == 1
        await click(pilot, "Empty the trash")
        await until(pilot, lambda: is_up(app, AskScreen))
        await click(pilot, "Empty the trash")
        await until(pilot, lambda: is_up(app, AskScreen) and "1 workbook is gone for good." in words(app))
        assert ALWAYS in words(app)
        assert backup.name in words(app).replace(" ", "")
        assert buttons(app.screen)[0] == "Keep these backups"
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert backup.exists()
    assert library.trashed() == []
    assert not [name for name, data in on_disk(library).items() if b"xyzzy" in data]


@pytest.mark.parametrize("size", SIZES)
async def test_what_a_restore_kept_can_be_removed_with_the_trash_and_later(
    make_app: MakeApp, library: Library, guide: Guide, size: tuple[int, int]
) -> None:
    library.delete(completed(library, guide, {COMPANY: "xyzzy"}))
    library.places.before_restore.mkdir()
    backups = [library.places.before_restore / f"2026110{number}-000000.zip" for number in range(3)]
    for backup in backups:
        backup.write_bytes(b"PK")
    app = make_app()
    async with running(app, size) as pilot:
        app.desk.removing.open_trash()
        await until(pilot, lambda: is_up(app, TrashScreen))
        assert is_whole(app)
        await click(pilot, "Empty the trash")
        await until(pilot, lambda: is_up(app, AskScreen))
        await click(pilot, "Empty the trash")
        await until(pilot, lambda: "The trash is empty" in words(app))
        assert is_whole(app)
        await click(pilot, "Remove them …")
        await until(pilot, lambda: "Remove these backups?" in words(app))
        assert is_whole(app)
        assert all(backup.name in words(app).replace(" ", "") for backup in backups)
        send(app, "enter")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert all(backup.exists() for backup in backups), "the first key must not remove"
        app.desk.removing.open_trash()
        await until(pilot, lambda: is_up(app, TrashScreen))
        await click(pilot, "Backups kept here")
        await until(pilot, lambda: is_up(app, AskScreen))
        await click(pilot, "Remove for good")
        await until(pilot, lambda: is_up(app, TrashScreen) and "3 backups are gone for good." in told(app))
        assert buttons(app.screen) == ["Back"]
        assert not any(backup.exists() for backup in backups)


async def test_a_trash_that_cannot_be_read_or_emptied_says_so(
    make_app: MakeApp, library: Library, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.delete(completed(library, guide, {COMPANY: "Acme"}))
    app = make_app()

    def refuse(path: object, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    async with running(app, (80, 24)) as pilot:
        await until(pilot, lambda: is_up(app, HomeScreen))
        with monkeypatch.context() as patched:
            patched.setattr("workbook.library.trash.shutil.rmtree", refuse)
            app.desk.removing.open_trash()
            await until(pilot, lambda: is_up(app, TrashScreen))
            await click(pilot, "Empty the trash")
            await until(pilot, lambda: is_up(app, AskScreen))
            await click(pilot, "Empty the trash")
            await until(pilot, lambda: is_up(app, TrashScreen) and "this account may not do that there" in told(app))
            send(app, "escape")
            await until(pilot, lambda: is_up(app, HomeScreen))
        app.clear_notifications()
        with monkeypatch.context() as patched:
            patched.setattr("pathlib.Path.iterdir", refuse)
            app.desk.removing.open_trash()
            await until(pilot, lambda: "The trash cannot be read" in told(app))
    assert len(library.trashed()) == 1
