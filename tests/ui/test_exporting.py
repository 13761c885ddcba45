"""Copies saved from the app: of one workbook or many, in each form, to a place where nothing is yet."""

from __future__ import annotations

import csv
import io
import json
import stat
import threading
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Button, Static

from tests.export.parsed import parsed
from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import begun, buttons, click, completed, home, is_up, paste, review, said, send, told, words
from workbook.export.formats import FORMATS
from workbook.export.outgoing import Outgoing
from workbook.export.sharing import TO_SHARE
from workbook.ui.screens.copies import LABELS, CopiesScreen
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.progress import ProgressScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.screens.words import WordsScreen
from workbook.ui.widgets.choice_line import ChoiceLine

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

KEPT: dict[str, Any] = {
    "open.interview.company": "Acme [b]&[/b]",
    "feel.write.text": "for nobody's eyes",
    "feel.kind.friend": "=You did what you could",
    "feel.room.person": "Jo Weber",
}


@pytest.fixture(autouse=True)
def started_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def app(make_app: MakeApp, library: Library, guide: Guide) -> WorkbookApp:
    return make_app("review", completed(library, guide, KEPT))


def asked(app: WorkbookApp) -> CopiesScreen:
    assert isinstance(app.screen, CopiesScreen)
    return app.screen


def choose(app: WorkbookApp, label: str) -> None:
    """Choose an option by its label, wherever it stands."""
    line = next(line for line in asked(app).query(ChoiceLine) if label in line.options)
    line.choose(label)


async def ask(app: WorkbookApp, pilot: Pilot[None], *labels: str) -> None:
    """Open the question from a review, and choose these."""
    send(app, "s")
    await until(pilot, lambda: is_up(app, CopiesScreen))
    for label in labels:
        choose(app, label)
        await pilot.pause()


async def save(app: WorkbookApp, pilot: Pilot[None], *labels: str, where: str = "") -> None:
    """Save a copy, and wait until that is over."""
    await ask(app, pilot, *labels)
    if where:
        asked(app)._where.replace_all(where)
    send(app, "ctrl+n")
    await until(pilot, lambda: not isinstance(app.screen, CopiesScreen | ProgressScreen))


async def test_each_form_is_saved_whole_for_this_account_alone(
    app: WorkbookApp, library: Library, tmp_path: Path
) -> None:
    (found,) = library.ids()
    async with running(app, (80, 24)) as pilot:
        for label, form in LABELS.items():
            await save(app, pilot, label)
            assert isinstance(app.screen, ReviewScreen)
            path = next(path for path in tmp_path.glob(f"workbook-{found}.*") if path.suffix[1:3] in (form[:2], "md"))
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
            assert str(path.parent) in told(app)
        assert "is not protected by this program" in told(app)
        root = parsed((tmp_path / f"workbook-{found}.html").read_text("utf-8"))
        assert root.one("h1").text == "Acme [b]&[/b]"
        assert "for nobody's eyes" in root.text
        assert "for nobody's eyes" in (tmp_path / f"workbook-{found}.md").read_text("utf-8")
        assert json.loads((tmp_path / f"workbook-{found}.json").read_text("utf-8"))["workbooks"][0]["id"] == found
        text = (tmp_path / f"workbook-{found}.csv").read_bytes().decode()
        assert text.startswith("\ufeff")
        assert "'=You did what you could" in [row[8] for row in csv.reader(io.StringIO(text, newline=""))]


async def test_for_somebody_else_private_writing_and_names_stay_out_unless_wanted(
    app: WorkbookApp, library: Library, tmp_path: Path
) -> None:
    async with running(app, (80, 24)) as pilot:
        await save(app, pilot, "somebody else", where="shared.html")
        await until(pilot, lambda: is_up(app, WordsScreen))
        assert "2 answers were left out" in " ".join(screen_text(app).split())
        send(app, "escape")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        await ask(app, pilot, "somebody else")
        asked(app)._where.replace_all("names.html")
        asked(app)._leave.focus()
        send(app, "right", "space")
        await until(pilot, lambda: not asked(app).wish.leaving.names)
        assert asked(app).wish.leaving.private
        await until(pilot, lambda: "Everything else is in it." in screen_text(app))
        send(app, "ctrl+n")
        await until(pilot, lambda: is_up(app, WordsScreen))
    shared, names = ((tmp_path / name).read_text("utf-8") for name in ("shared.html", "names.html"))
    assert "Acme" in shared
    assert "nobody" not in shared + names
    assert "Jo Weber" not in shared
    assert "Jo Weber" in names


async def test_a_copy_is_never_written_over_anything(app: WorkbookApp, library: Library, tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("mine")
    async with running(app, (80, 24)) as pilot:
        for where, said in (
            ("mine.md", "is already there"),
            ("no/such/folder.md", "could not be written"),
            (str(library.folder / "copy.md"), "Choose another place"),
        ):
            await ask(app, pilot, "Markdown")
            asked(app)._where.replace_all(where)
            send(app, "ctrl+n")
            await until(pilot, lambda said=said: "Not saved." in words(app) and said in words(app))  # type: ignore[misc]
            send(app, "escape")
            await until(pilot, lambda: is_up(app, ReviewScreen))
    assert (tmp_path / "mine.md").read_text() == "mine"
    assert not (tmp_path / "no").exists()


async def test_the_place_that_is_suggested_is_free_and_follows_what_is_chosen(
    app: WorkbookApp, library: Library, tmp_path: Path
) -> None:
    (found,) = library.ids()
    (tmp_path / f"workbook-{found}.html").touch()
    async with running(app, (80, 24)) as pilot:
        await ask(app, pilot)
        assert asked(app).wish.where == str(tmp_path / f"workbook-{found}-2.html")
        choose(app, "CSV")
        await until(pilot, lambda: asked(app).wish.where == str(tmp_path / f"workbook-{found}.csv"))
        asked(app)._where.focus()
        asked(app)._where.select_everything()
        paste(app, "mine.csv")
        await until(pilot, lambda: asked(app).wish.where == "mine.csv")
        choose(app, "Markdown")
        await until(pilot, lambda: asked(app).wish.where == "mine.md")
        form = next(line for line in asked(app).query(ChoiceLine) if "CSV" in line.options)
        form.focus()
        send(app, "backspace")
        await until(pilot, lambda: form.value == "Markdown")
        send(app, "escape")
        await until(pilot, lambda: is_up(app, ReviewScreen))
    assert not [*tmp_path.glob("*.md"), *tmp_path.glob("*.csv")], "going back saves nothing"


async def test_one_form_always_stands_and_is_chosen_with_space_after_the_arrows(app: WorkbookApp) -> None:
    async with running(app, (60, 20)) as pilot:
        await ask(app, pilot)
        form = next(line for line in asked(app).query(ChoiceLine) if "CSV" in line.options)
        before = form.value
        form.focus()
        send(app, "space", "backspace", "end")
        await until(pilot, lambda: form.cursor == form.count - 1)
        assert form.value == before
        send(app, "space")
        await until(pilot, lambda: form.value == form.options[-1])
        send(app, "up", "space")
        await until(pilot, lambda: form.value not in (before, form.options[-1]))
        assert form.drawing(form.size.width).boxes[form.cursor].y < len(form.drawing(form.size.width).lines) - 1


async def test_what_was_just_written_is_in_the_copy(app: WorkbookApp, library: Library, tmp_path: Path) -> None:
    async with running(app, (80, 24)) as pilot:
        review(app).sitting.answer("feel.room.until", {"text": "some day", "day": None})
        await save(app, pilot, "JSON", where="late.json")
    exported = json.loads((tmp_path / "late.json").read_text("utf-8"))
    assert exported["workbooks"][0]["answers"]["feel.room.until"]["value"]["text"] == "some day"


async def test_home_saves_the_workbook_under_the_cursor_or_all(
    make_app: MakeApp, library: Library, guide: Guide, tmp_path: Path
) -> None:
    done = {completed(library, guide, KEPT) for _ in range(2)}
    going = begun(library, guide, "open.now", {"open.interview.company": "Oak"})
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        for label, wanted in (
            ("this workbook", {library.entries()[0].id}),
            ("all 2 completed", done),
            ("all 3", done | {going}),
        ):
            home(app).action_copies()
            await until(pilot, lambda: is_up(app, CopiesScreen))
            choose(app, label)
            choose(app, "JSON")
            await pilot.pause()
            of = f" of “{library.entries()[0].title}”" if label == "this workbook" else ""
            assert said(app.screen, "#title") == f"Save a copy{of}"
            where = asked(app).wish.where
            await click(pilot, "Save")
            await until(pilot, lambda: isinstance(app.screen, HomeScreen))
            exported = json.loads(tmp_path.joinpath(where).read_text("utf-8"))
            assert {each["id"] for each in exported["workbooks"]} == wanted


async def test_without_a_workbook_home_offers_no_copies(make_app: MakeApp) -> None:
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        send(app, "s")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_those_that_cannot_be_read_are_told_and_keep_no_other_in(
    make_app: MakeApp, library: Library, guide: Guide, tmp_path: Path
) -> None:
    bad = completed(library, guide, KEPT)
    completed(library, guide, KEPT)
    library.places.workbook(bad).write_text("{")
    app = make_app()
    async with running(app, (100, 30)) as pilot:
        home(app).action_copies()
        await until(pilot, lambda: is_up(app, CopiesScreen))
        choose(app, "all 2")
        await pilot.pause()
        send(app, "ctrl+n")
        await until(pilot, lambda: is_up(app, WordsScreen))
        said = " ".join(screen_text(app).split())
        assert "It holds 1 workbook." in said
        assert bad in said
    assert (tmp_path / "workbooks.html").exists()


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> threading.Semaphore:
    """Lets a copy be written on by a workbook at each release."""
    released = threading.Semaphore(0)
    really = Outgoing._written

    def slow(self: Outgoing, workbook_id: str) -> object:
        assert released.acquire(timeout=60)
        return really(self, workbook_id)

    monkeypatch.setattr(Outgoing, "_written", slow)
    return released


async def test_it_can_be_stopped_and_then_there_is_nothing(
    make_app: MakeApp,
    library: Library,
    guide: Guide,
    tmp_path: Path,
    go_on: threading.Semaphore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for _ in range(3):
        completed(library, guide, KEPT)
    go_on.release()
    monkeypatch.setattr("workbook.ui.exporting.AGAIN", 0)
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        home(app).action_copies()
        await until(pilot, lambda: is_up(app, CopiesScreen))
        choose(app, "all 3 completed")
        await pilot.pause()
        send(app, "ctrl+n")
        await until(pilot, lambda: buttons(app.screen) == ["Stop"])
        await until(pilot, lambda: "1 of 3 workbooks" in screen_text(app))
        send(app, "f1")  # help may stand over it, and nothing is lost by that
        await until(pilot, lambda: is_up(app, WordsScreen))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, ProgressScreen))
        send(app, "enter")
        await until(pilot, lambda: "Stopping" in str(app.screen.query_one("#so-far", Static).visual))
        go_on.release(2)
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert "Stopped. No copy was saved." in told(app)
    assert not list(tmp_path.glob("*workbooks*"))


async def test_an_end_of_the_program_leaves_no_half_copy(
    app: WorkbookApp, tmp_path: Path, go_on: threading.Semaphore
) -> None:
    async with running(app, (80, 24)) as pilot:
        await ask(app, pilot)
        send(app, "ctrl+n")
        await until(pilot, lambda: isinstance(app.screen, ProgressScreen))
        threading.Timer(0.05, go_on.release).start()
        app.desk.exporting.abandon()
        assert not list(tmp_path.glob("*workbook-*")) + list(tmp_path.glob(".workbook-*"))


async def test_what_comes_of_it_waits_for_a_screen_that_stands_over_it(
    app: WorkbookApp, go_on: threading.Semaphore
) -> None:
    async with running(app, (80, 24)) as pilot:
        await ask(app, pilot)
        send(app, "ctrl+n")
        await until(pilot, lambda: isinstance(app.screen, ProgressScreen))
        job = app.desk.exporting._job
        assert job is not None
        send(app, "f1")
        await until(pilot, lambda: is_up(app, WordsScreen))
        go_on.release()
        await until(pilot, job.over.is_set)
        assert isinstance(app.screen, WordsScreen)
        send(app, "escape")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        await until(pilot, lambda: "Saved as" in told(app))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30)])
async def test_every_way_on_is_in_sight_in_every_window(app: WorkbookApp, size: tuple[int, int]) -> None:
    async with running(app, size) as pilot:
        await ask(app, pilot, "somebody else")
        text = screen_text(app)
        assert all(word in text for word in ("Save a copy", "HTML", "CSV", "Where to", " Save ", " Back "))


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_place_that_does_not_exist_is_told_in_the_dialogue_and_every_choice_stays(
    app: WorkbookApp, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(app, size) as pilot:
        await ask(app, pilot, FORMATS["markdown"].label, "somebody else")
        screen, place = asked(app), str(tmp_path / "nope" / "x.md")
        screen._where.replace_all(place)
        send(app, "ctrl+n")
        await until(pilot, lambda: "Not saved. The copy could not be written: There is no folder" in words(app))
        assert app.screen is screen
        assert screen._where.has_focus
        assert "Not saved." in screen_text(app)
        assert (screen.wish.where, screen.wish.form, screen.wish.leaving) == (place, "markdown", TO_SHARE)
        (tmp_path / "nope").mkdir()
        send(app, "enter")
        await until(pilot, (tmp_path / "nope" / "x.md").exists)


async def test_a_message_about_a_copy_has_the_focus_on_its_button(app: WorkbookApp) -> None:
    async with running(app, (60, 20)) as pilot:
        app.desk.say("Not saved", "The disk is full.")
        await until(pilot, lambda: is_up(app, WordsScreen))
        assert isinstance(app.focused, Button)
        send(app, "enter")
        await until(pilot, lambda: is_up(app, ReviewScreen))
