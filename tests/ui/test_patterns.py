"""Patterns: opened on request, read in the background, seen as words, pictures or figures."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import begun, buttons, click, completed, is_up, review, said, send
from workbook.guide.model import Checklist
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.patterns import PatternsScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.widgets.figure_list import FigureList
from workbook.ui.widgets.picture_view import PictureView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.pilot import Pilot

    from tests.ui.clock import Clock
    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

COMPANY, ROLE, MOOD, LATER = "open.interview.company", "open.interview.role", "open.now.mood", "close.now.mood"
ROOM, FAR, WORDS = "evaluate.room.room", "open.interview.stage_reached", "feel.name.words"
ANSWERS: dict[str, Any] = {
    COMPANY: "Oak & Sons",
    ROLE: "Nurse",
    MOOD: 3,
    LATER: 5,
    ROOM: {"rows": {"clear": "yes", "examples": "partly"}, "own": []},
    FAR: "final round",
    WORDS: ["sad", "tired"],
}


@pytest.fixture
def keep(library: Library, guide: Guide, clock: Clock) -> Any:
    """Keeps completed workbooks, a day apart, the last one yesterday."""

    def keep(count: int, **more: Any) -> list[str]:
        clock.move(days=-count)
        ids = []
        for place in range(count):
            ids.append(completed(library, guide, ANSWERS | {COMPANY: f"Firm {place + 1}"} | more))
            clock.move(days=1)
        return ids

    return keep


def patterns(app: WorkbookApp) -> PatternsScreen:
    assert isinstance(app.screen, PatternsScreen)
    return app.screen


async def opened(app: WorkbookApp, pilot: Pilot[None], until_said: str = "Counted: ") -> PatternsScreen:
    """Patterns, once everything has been read."""
    await until(pilot, lambda: is_up(app, HomeScreen))
    app.desk.looking.patterns()
    await until(pilot, lambda: isinstance(app.screen, PatternsScreen) and app.screen.is_mounted)
    await until(pilot, lambda: until_said in said(app.screen, "#counted"))
    return patterns(app)


async def pressed(app: WorkbookApp, pilot: Pilot[None], *keys: str) -> str:
    """What is on screen after these keys."""
    await pilot.press(*keys)
    await pilot.pause()
    return screen_text(app)


async def test_it_is_in_the_palette_at_home(make_app: MakeApp, keep: Any) -> None:
    keep(2)
    async with running(make_app()) as pilot:
        app: WorkbookApp = pilot.app  # type: ignore[assignment]
        await until(pilot, lambda: is_up(app, HomeScreen))
        commands = {command.title: command for command in app.get_system_commands(app.screen)}
        commands["Patterns"].callback()
        await until(pilot, lambda: isinstance(app.screen, PatternsScreen))


async def test_counts_come_in_words_first_and_say_which_workbooks_were_counted(
    make_app: MakeApp, keep: Any, library: Library, guide: Guide
) -> None:
    keep(3)
    begun(library, guide, "open.now", ANSWERS)
    async with running(app := make_app()) as pilot:
        screen = await opened(app, pilot)
        assert said(screen, "#counted") == "Counted: 3 completed workbooks, 19 November 2026 to 21 November 2026."
        text = screen_text(app)
        assert "In 3 of 3 workbooks, 'I gave enough real examples" in text
        assert "The same role title in three workbooks." in text


async def test_keys_go_through_the_pictures_and_back_to_the_words(make_app: MakeApp, keep: Any) -> None:
    keep(2)
    async with running(app := make_app()) as pilot:
        await opened(app, pilot)
        assert "How is your mood at this moment?" in (text := await pressed(app, pilot, "right"))
        assert "○ before   ● after" in text
        assert "Firm 2 · Nurse" in text
        assert "My answers were easy to follow." in await pressed(app, pilot, "3")
        assert "a middle" in await pressed(app, pilot, "4")
        assert "tired  2 ┤▆" in await pressed(app, pilot, "5")
        assert "In 2 of 2 workbooks" in await pressed(app, pilot, "right")
        assert "tired  2 ┤▆" in await pressed(app, pilot, "left")
        assert "In 2 of 2 workbooks" in await pressed(app, pilot, "1")


async def test_the_mouse_does_all_that_keys_do(make_app: MakeApp, keep: Any) -> None:
    keep(30)
    async with running(app := make_app()) as pilot:
        screen = await opened(app, pilot)
        await click(pilot, "2 Ratings")
        assert buttons(screen)[-4:] == ["‹ Home", "Next ›", "Table", "Older"]
        await click(pilot, "Older")
        await click(pilot, "Newer")
        await click(pilot, "Table")
        assert "before 3, after 5" in screen_text(app)
        await click(pilot, "Picture")
        await click(pilot, "Next ›")
        assert "My answers were easy to follow." in screen_text(app) or "2 of " in said(screen, "#heading")
        await click(pilot, "‹ Home")
        await until(pilot, lambda: is_up(app, HomeScreen))


async def test_figures_are_one_key_away_and_open_a_workbook(make_app: MakeApp, keep: Any) -> None:
    ids = keep(3)
    async with running(app := make_app()) as pilot:
        await opened(app, pilot)
        text = await pressed(app, pilot, "right", "t")
        assert "› 21 Nov 26  Firm 3 · Nurse" in text
        assert "enter opens a workbook" in text
        assert "t Picture" in text
        assert "t Table" not in text
        assert "before 3, after 5" in text
        assert app.screen.query_one(FigureList).has_focus
        await pilot.press("down", "enter")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        assert review(app).sitting.workbook.id == ids[1]


async def test_counts_stand_above_the_workbooks_in_a_table(make_app: MakeApp, keep: Any) -> None:
    keep(3)
    async with running(app := make_app()) as pilot:
        await opened(app, pilot)
        text = await pressed(app, pilot, "4", "t")
        assert text.index("final round") < text.index("3 of 3") < text.index("21 Nov 26  Firm 3")
        text = await pressed(app, pilot, "3")
        assert "    yes 3" in text
        await pilot.press("enter")  # on a line of counts
        assert patterns(app)
        text = await pressed(app, pilot, "5", "t")
        assert "tired  3 ┤" in text


async def test_a_long_picture_is_shown_by_pages_and_says_of_how_many(make_app: MakeApp, keep: Any) -> None:
    keep(30)
    async with running(app := make_app()) as pilot:
        screen = await opened(app, pilot)
        await pressed(app, pilot, "2")
        shown = screen.query_one(PictureView)._shown
        assert said(screen, "#part") == f"{shown} of 30 workbooks, the newest first."
        text = await pressed(app, pilot, "o")
        assert said(screen, "#part") == f"{shown + 1} to {min(30, 2 * shown)} of 30 workbooks."
        assert "Firm 30 " not in text
        assert f"Firm {30 - shown} " in text
        await pressed(app, pilot, *"oooo")
        assert "Firm 1 " in screen_text(app)
        assert "to 30 of 30" in said(screen, "#part")
        await pressed(app, pilot, *"nnnn")
        assert "Firm 30 " in screen_text(app)


async def test_words_named_less_often_are_not_called_older(make_app: MakeApp, keep: Any, guide: Guide) -> None:
    field = guide.fields[WORDS].field
    assert isinstance(field, Checklist)
    keep(2, **{WORDS: [option.value for option in field.choices][:20]})
    async with running(make_app(), (80, 24)) as pilot:
        app: WorkbookApp = pilot.app  # type: ignore[assignment]
        screen = await opened(app, pilot)
        await pressed(app, pilot, "5")
        await until(pilot, lambda: buttons(screen)[-1] == "Less often")
        await pressed(app, pilot, "o")
        await until(pilot, lambda: "More often" in buttons(screen))


@pytest.mark.parametrize(("count", "words"), [(0, "Nothing to see here yet"), (1, "A single one shows no pattern.")])
async def test_until_there_are_two_it_says_what_will_be_here(
    make_app: MakeApp, keep: Any, count: int, words: str
) -> None:
    keep(count)
    async with running(app := make_app()) as pilot:
        screen = await opened(app, pilot, "Only completed")
        assert words in screen_text(app)
        assert "enter opens" not in screen_text(app)
        assert buttons(screen) == ["‹ Home"]
        assert words in await pressed(app, pilot, "right", "t", "o", "2")
        await pilot.press("escape")
        await until(pilot, lambda: is_up(app, HomeScreen))


async def test_what_people_wrote_is_never_read_as_markup(make_app: MakeApp, keep: Any) -> None:
    keep(2, **{COMPANY: "[/b] [red]未来[/red]", WORDS: ["[bold]x", "[bold]x"]})
    async with running(app := make_app()) as pilot:
        await opened(app, pilot)
        assert "[/b] [red]未来[/red]" in await pressed(app, pilot, "2")
        assert "[bold]x  2 ┤" in await pressed(app, pilot, "5")
        assert "[/b] [red]未来[/red] · Nurse" in await pressed(app, pilot, "2", "t")


async def test_a_workbook_that_cannot_be_read_is_told(
    make_app: MakeApp, keep: Any, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *_ = keep(3)
    reading = library.read
    monkeypatch.setattr(library, "read", lambda id_: reading("20200101-nowhere" if id_ == first else id_))
    async with running(app := make_app()) as pilot:
        screen = await opened(app, pilot)
        assert said(screen, "#counted").startswith("Counted: 2 completed workbooks, ")
        assert said(screen, "#counted").endswith("1 could not be read; Home says more.")


class Held:
    """A library whose reading waits, after so many workbooks, until it is let go."""

    def __init__(self, library: Library, after: int) -> None:
        self.reads = 0
        self.goes_on = threading.Event()
        self.waits = threading.Event()
        self._after, self._read = after, library.read
        library.read = self.read  # type: ignore[method-assign]

    def read(self, workbook_id: str) -> Any:
        self.reads += 1
        if self.reads == self._after + 1:
            self.waits.set()
            self.goes_on.wait(30)
        return self._read(workbook_id)


@pytest.fixture
def held(library: Library, keep: Any) -> Iterator[Held]:
    keep(40)
    held = Held(library, after=30)
    yield held
    held.goes_on.set()


async def test_what_was_found_is_shown_while_more_is_read(make_app: MakeApp, held: Held) -> None:
    async with running(app := make_app()) as pilot:
        screen = await opened(app, pilot, "Reading completed workbooks: 24 of 40.")
        await until(pilot, held.waits.is_set)
        assert "Firm 40 · Nurse" in await pressed(app, pilot, "2")
        assert "of 24 workbooks" in said(screen, "#part")
        await pressed(app, pilot, "t", "down", "down")
        assert "› 19 Nov 26" in screen_text(app)
        held.goes_on.set()
        await until(pilot, lambda: "Counted: 40" in said(screen, "#counted"))
        assert "› 19 Nov 26" in screen_text(app)
        await pressed(app, pilot, "t")
        assert "of 40 workbooks" in said(screen, "#part")


async def test_a_picture_with_room_left_takes_in_what_is_read_later(make_app: MakeApp, held: Held) -> None:
    async with running(app := make_app(), size=(100, 60)) as pilot:
        screen = await opened(app, pilot, "Reading completed workbooks: 24 of 40.")
        await until(pilot, held.waits.is_set)
        assert "Firm 1 " not in await pressed(app, pilot, "2")
        held.goes_on.set()
        await until(pilot, lambda: "Counted: 40" in said(screen, "#counted"))
        assert "Firm 1 " in screen_text(app)


async def test_leaving_stops_the_reading(make_app: MakeApp, held: Held) -> None:
    async with running(app := make_app()) as pilot:
        await opened(app, pilot, "Reading")
        await until(pilot, held.waits.is_set)
        worker = next(each for each in app.workers if each.group == "pictures")
        await pilot.press("escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        held.goes_on.set()
        await until(pilot, lambda: worker.is_finished)
        assert held.reads == 31


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20)])
async def test_everything_is_in_sight_in_a_window_of_any_size(
    make_app: MakeApp, keep: Any, size: tuple[int, int]
) -> None:
    keep(12)
    async with running(app := make_app(), size=size) as pilot:
        screen = await opened(app, pilot, "12 completed workbooks, ")
        assert "5 Feelings" in screen_text(app)
        for picture in "2", "4", "5":
            text = await pressed(app, pilot, picture)
            assert "┐" in text
            assert "┘" in text
            assert "t Table" in text
            assert "12 " in said(screen, "#part") or picture == "5"
        assert screen.query_one(PictureView).max_scroll_y == 0


async def test_where_there_is_no_picture_yet_each_key_leads_to_what_there_will_be(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    for _ in range(2):
        completed(library, guide, {COMPANY: "Firm"})
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        screen = await opened(app, pilot)
        for key, words in {
            "2": "How your ratings stood",
            "3": "each line of a checklist",
            "4": "How far each application went",
            "5": "Which words you had",
            "1": "Nothing was said in more than one",
            "right": "How your ratings stood",
            "left": "Nothing was said in more than one",
            "t": "How your ratings stood",
        }.items():
            send(app, key)
            await until(pilot, lambda words=words: words in said(screen, "#sentences"))  # type: ignore[misc]
        await click(pilot, "5 Feelings")
        await until(pilot, lambda: "once two completed workbooks" in said(screen, "#sentences"))
