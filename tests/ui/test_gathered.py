"""What was gathered can be looked through while it is still being read, and said of; nothing is merged unasked."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

from textual.widgets import Button

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import begun, buttons, click, completed, is_on, is_up, said, send, told
from workbook.library import books as reading
from workbook.ui import gathering
from workbook.ui.screens.ask import AskScreen
from workbook.ui.screens.gathered import GatheredScreen
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.practice import PracticeScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.screens.same import SameScreen
from workbook.ui.screens.sheet import SheetScreen
from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    from tests.ui.clock import Clock
    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

COMPANY, QUESTIONS, FRIEND = "open.interview.company", "evaluate.questions.items", "feel.kind.friend"
STRENGTHS, WORDS = "refine.offer.strengths", "refine.words.keywords"
CONFLICT, ALIKE = "Tell me about a conflict.", "tell me about a conflict"


def keep(library: Library, guide: Guide, clock: Clock, company: str, **answers: Any) -> str:
    made = completed(library, guide, {COMPANY: company, **answers})
    clock.move(days=31)
    return made


def asked(text: str, **cells: str) -> dict[str, Any]:
    return {QUESTIONS: [{"question": text, **cells}]}


async def gathered(app: WorkbookApp, pilot: Pilot[None]) -> GatheredScreen:
    """The screen, once everything was read."""
    app.desk.looking.gathered()
    await until(pilot, lambda: is_up(app, GatheredScreen) and said(app.screen, "#state").startswith("from"))
    assert isinstance(app.screen, GatheredScreen)
    return app.screen


def rows(app: WorkbookApp) -> list[str]:
    return [row.text for row in app.screen.query_one("#rows", RowList).items if row.thing is not None]


async def test_with_nothing_kept_it_says_so_and_lets_go(make_app: MakeApp) -> None:
    app = make_app()
    async with running(app, (60, 20)) as pilot:
        screen = await gathered(app, pilot)
        assert "gathered here by itself" in " ".join(screen_text(app).split()).replace(" ▌ ", " ")
        send(app, "p", "s", "u", "h", "enter", "right", "left")
        await until(pilot, lambda: "Nothing here yet" in screen_text(app))
        assert app.screen is screen
        assert buttons(screen)[6:] == ["‹ Back", "One page"]
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))


async def test_it_opens_on_the_first_shelf_that_has_something(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    keep(library, guide, clock, "Acme", **{STRENGTHS: [{"strength": "I stay calm"}]})
    app = make_app()
    async with running(app, (60, 20)) as pilot:
        await gathered(app, pilot)
        await until(pilot, lambda: rows(app) == ["I stay calm"])
        assert app.screen.query_one("#rows", RowList).has_focus


async def test_it_opens_on_questions_where_there_are_any_and_stays_on_a_shelf_that_was_chosen(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    keep(library, guide, clock, "Acme", **asked(CONFLICT), **{STRENGTHS: [{"strength": "I stay calm"}]})
    app = make_app()
    async with running(app, (60, 20)) as pilot:
        screen = await gathered(app, pilot)
        assert rows(app) == [CONFLICT]
        send(app, "left")
        await until(pilot, lambda: rows(app) == [])
        screen.show_found(screen.found)
        assert rows(app) == [], "an empty shelf that was gone to stays in sight"


async def test_alike_questions_are_one_only_after_the_person_said_so_and_can_be_parted_again(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    old = keep(library, guide, clock, "Acme", **asked(CONFLICT, better="[b]The van[/b]"))
    new = keep(library, guide, clock, "Oak", **asked(ALIKE, better="The delivery"))
    app = make_app()
    async with running(app, (100, 30)) as pilot:
        await gathered(app, pilot)
        assert rows(app) == [ALIKE, CONFLICT]
        assert "same as …?" in screen_text(app)
        send(app, "s")
        await until(pilot, lambda: is_up(app, AskScreen))
        assert CONFLICT in screen_text(app)
        send(app, "escape")
        await until(pilot, lambda: is_up(app, GatheredScreen))
        assert library.read(old).marked == library.read(new).marked == {}
        send(app, "s")
        await until(pilot, lambda: is_up(app, AskScreen))
        await click(pilot, "The same")
        await until(pilot, lambda: rows(app) == [ALIKE])
        assert "met in 2 workbooks" in screen_text(app)
        assert "[b]The van[/b]" in screen_text(app), "the older answer is kept"
        assert len(set(library.read(old).marked.values()) | set(library.read(new).marked.values())) == 1
        assert not any(word in str(library.read(old).marks) for word in ("conflict", "van"))
        send(app, "u")
        await until(pilot, lambda: len(rows(app)) == 2)
        assert library.read(old).marked == library.read(new).marked == {}
        send(app, "s")
        await until(pilot, lambda: is_up(app, AskScreen))
        await click(pilot, "Different ones")
        await until(pilot, lambda: is_up(app, GatheredScreen) and "same as" not in screen_text(app).lower()[:1200])
        assert len(rows(app)) == 2


async def test_any_other_question_can_be_chosen_as_the_same(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    keep(library, guide, clock, "Acme", **asked("Describe a row you had"))
    keep(library, guide, clock, "Oak", **asked(CONFLICT))
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        await gathered(app, pilot)
        send(app, "s")
        await until(pilot, lambda: is_up(app, SameScreen))
        send(app, "enter")
        await until(pilot, lambda: is_up(app, GatheredScreen) and rows(app) == [CONFLICT])
        assert "Describe a row you had" in screen_text(app)


async def test_a_workbook_that_cannot_be_changed_is_told_and_nothing_else_is(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    held = keep(library, guide, clock, "Acme", **{FRIEND: "You tried"})
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        await gathered(app, pilot)
        other = library.open(held)
        send(app, "h")
        await until(pilot, lambda: "This could not be kept." in told(app))
        other.close()
        assert library.read(held).marked == {}


async def test_kind_words_are_pinned_to_home_and_unpinned(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    mine = keep(library, guide, clock, "Acme", **{FRIEND: "You [b]tried[/b].\nRest now."})
    app = make_app()
    async with running(app, (100, 30)) as pilot:
        assert not app.screen.query("#pinned")
        await gathered(app, pilot)
        send(app, "h")
        await until(pilot, lambda: "Unpin" in buttons(app.screen))
        assert library.read(mine).marked == {f"pin:{FRIEND}": "1"}
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen) and app.screen.query("#pinned"))
        assert said(app.screen, "#pinned") == "You [b]tried[/b]. Rest now."
        await gathered(app, pilot)
        send(app, "h")
        await until(pilot, lambda: "Pin to Home" in buttons(app.screen))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen) and not app.screen.query("#pinned"))


async def test_a_workbook_opens_at_the_place(make_app: MakeApp, library: Library, guide: Guide, clock: Clock) -> None:
    keep(library, guide, clock, "Acme", **{STRENGTHS: [{"strength": "Calm"}], FRIEND: "x\n" * 60})
    begun(library, guide, "open.now", {COMPANY: "Mine", **asked("Why us?")})
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        await gathered(app, pilot)
        send(app, "enter")
        await until(pilot, lambda: is_on(app, "evaluate.questions"))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, GatheredScreen))
        send(app, "right", "enter")
        await until(pilot, lambda: is_up(app, ReviewScreen) and "Calm" in screen_text(app))


async def test_practising_hides_the_answer_until_a_key_and_counts_nothing(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    keep(library, guide, clock, "Acme", **asked("Why us?", answer="Um", better="The buses"))
    keep(library, guide, clock, "Oak", **asked("Why you?"))
    app = make_app()
    async with running(app, (60, 20)) as pilot:
        await gathered(app, pilot)
        send(app, "G", "p")
        await until(pilot, lambda: is_up(app, PracticeScreen) and "Why us?" in screen_text(app))
        assert "The buses" not in screen_text(app)
        assert "Um" not in screen_text(app)
        send(app, "space")
        await until(pilot, lambda: "The buses" in screen_text(app))
        assert "Um" in screen_text(app)
        send(app, "n")
        await until(pilot, lambda: "Why you?" in screen_text(app))
        send(app, "space")
        await until(pilot, lambda: "No answer is written down yet" in screen_text(app))
        send(app, "b")
        await until(pilot, lambda: "Why us?" in screen_text(app))
        assert "The buses" not in screen_text(app), "it is hidden again"
        send(app, "s")
        await until(pilot, lambda: "In order" in buttons(app.screen) or said(app.screen, "#state").endswith("of 2"))
        app.screen.query_one("#next", Button).focus()
        await until(pilot, lambda: app.screen.query_one("#next", Button).has_focus)
        send(app, "enter")
        await until(pilot, lambda: "The buses" not in screen_text(app))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, GatheredScreen))


async def test_it_can_be_left_while_it_reads_and_says_how_far_it_is(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        keep(library, guide, clock, f"Firm {number}", **asked(f"Question {number}"))
    read: list[str] = []
    books = reading.books

    was_left = Event()

    def counted(where: Library, entries: Any) -> Any:
        if len(read) == 3:
            was_left.wait(20)
        read.extend(entry.id for entry in entries)
        return books(where, entries)

    monkeypatch.setattr(reading, "books", counted)
    monkeypatch.setattr(gathering, "SHOWN_EVERY", 0)
    monkeypatch.setattr(gathering, "ORDERING", 0)
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        shown: list[str] = []
        show = GatheredScreen.show_found

        def showing(screen: GatheredScreen, found: gathering.Gathered) -> None:
            show(screen, found)
            shown.append(found.said)
            if len(shown) == 3:
                screen.action_shelf(1)
                screen.action_close()

        monkeypatch.setattr(GatheredScreen, "show_found", showing)
        app.desk.looking.gathered()
        await until(pilot, lambda: len(shown) >= 3 and is_up(app, HomeScreen))
        assert "reading 1 of 6" in shown
        was_left.set()
        await until(pilot, lambda: not [each for each in app.workers if each.group == "gathered"])
        assert len(read) < 6


async def test_the_cursor_stays_on_its_question_while_more_arrive(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    keep(library, guide, clock, "Acme", **asked("Old"))
    keep(library, guide, clock, "Oak", **asked("New"))
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        screen = await gathered(app, pilot)
        send(app, "G")
        await until(pilot, lambda: screen.kept is not None and screen.kept.text == "Old")
        screen.show_found(screen.found)
        assert screen.kept is not None
        assert screen.kept.text == "Old"


async def test_the_page_can_be_read_saved_and_copied(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    keep(library, guide, clock, "Acme", **{STRENGTHS: [{"strength": "[b]Calm[/b]", "proof": "The van"}]})
    app = make_app()
    copied: list[str] = []
    monkeypatch.setattr(app, "copy_to_clipboard", copied.append)
    async with running(app, (80, 24)) as pilot:
        app.desk.looking.sheet()
        await until(pilot, lambda: is_up(app, SheetScreen) and "[b]Calm[/b]" in screen_text(app))
        assert "For the next interview  written 23 December 2026" in screen_text(app)
        send(app, "c")
        await until(pilot, lambda: copied)
        assert "  The van" in copied[0]
        send(app, "s")
        await until(pilot, lambda: not isinstance(app.screen, SheetScreen))
        send(app, "enter")
        path = tmp_path / "next-interview.txt"
        await until(pilot, path.exists)
        assert path.read_text() == copied[0]
        assert path.stat().st_mode & 0o777 == 0o600
        send(app, "s", "enter")
        await until(pilot, lambda: "already there" in screen_text(app))


async def test_a_page_with_nothing_on_it_offers_no_copy_of_that(make_app: MakeApp) -> None:
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        app.desk.looking.sheet()
        await until(pilot, lambda: is_up(app, SheetScreen) and "Nothing here yet" in screen_text(app))
        await pilot.pause()
        assert buttons(app.screen) == ["Back"]


async def test_from_an_open_workbook_it_is_put_away_first(make_app: MakeApp, library: Library, guide: Guide) -> None:
    mine = begun(library, guide, "feel.kind", {COMPANY: "Mine"})
    app = make_app("resume", mine)
    async with running(app, (80, 24)) as pilot:
        await until(pilot, lambda: is_on(app, "feel.kind"))
        await gathered(app, pilot)
        assert app.desk.open_screen is None
        with library.open(mine) as workbook:
            assert not workbook.read_only
