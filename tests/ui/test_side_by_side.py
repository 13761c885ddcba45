"""Two workbooks lie side by side, page by page, from Home and from a review; neither is changed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Input
from textual.widgets._footer import FooterKey

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import begun, click, completed, home, is_up, on_disk, paste, send
from workbook.library.changes import Changes
from workbook.library.record import RecordNote
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.outline import OutlineScreen
from workbook.ui.screens.pick import PickScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.screens.side_by_side import SideBySideScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

ONE: dict[str, Any] = {
    "open.interview.company": "Acme [b]",
    "open.now.mood": 3,
    "feel.kind.friend": "You tried [/b] hard.",
    "accept.company.next_no": {"if": "a no comes", "then": "I rest"},
}
OTHER: dict[str, Any] = {
    "open.interview.company": "Zürich Logistik",
    "open.now.mood": 6,
    "evaluate.worked.items": [{"what": "I was calm", "how": "I slept"}],
}


@pytest.fixture
def one(library: Library, guide: Guide) -> str:
    return completed(library, guide, ONE)


async def lay_beside(app: WorkbookApp, pilot: Pilot[None], wanted: str) -> None:
    """From a review, choose the second workbook by its name."""
    send(app, "b")
    await until(pilot, lambda: is_up(app, PickScreen))
    paste(app, wanted)
    send(app, "enter")
    await until(pilot, lambda: is_up(app, SideBySideScreen))


async def test_the_same_question_stands_side_by_side_and_what_one_left_out_is_a_quiet_place(
    make_app: MakeApp, library: Library, guide: Guide, one: str
) -> None:
    begun(library, guide, "evaluate.worked", OTHER)
    before = on_disk(library)
    app = make_app("review", one)
    async with running(app, (100, 30)) as pilot:
        await lay_beside(app, pilot, "zurich")
        lines = screen_text(app).splitlines()
        assert "Page 1 of 5" in screen_text(app)
        heads = next(line for line in lines if "Acme [b]" in line)
        assert "Zürich Logistik" in heads
        where = heads.index("Zürich")
        assert [line.find("Zürich Logistik") for line in lines if "Zürich" in line] == [where, where]
        send(app, "right")
        await until(pilot, lambda: "How things are right now" in screen_text(app))
        assert any(
            line.strip().startswith("3") and line[where:].strip() == "6" for line in screen_text(app).split("\n")
        )
        send(app, "right")
        await until(pilot, lambda: "You tried [/b] hard." in screen_text(app))
        assert next(x for x in screen_text(app).split("\n") if "You tried" in x)[where:].strip() == "—"
        send(app, "right")
        await until(pilot, lambda: "What I did that helped: I slept" in screen_text(app))
        send(app, "right", "right")
        await until(pilot, lambda: "Page 5 of 5" in screen_text(app))
        assert "then I rest" in screen_text(app)
        send(app, "left")
        await until(pilot, lambda: "Page 4 of 5" in screen_text(app))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, ReviewScreen))
    assert {name: data for name, data in on_disk(library).items() if "library.json" not in name} == {
        name: data for name, data in before.items() if "library.json" not in name
    }


async def test_a_narrow_window_has_one_above_the_other_each_under_its_name(
    make_app: MakeApp, library: Library, guide: Guide, one: str
) -> None:
    completed(library, guide, OTHER)
    app = make_app("review", one)
    async with running(app, (60, 20)) as pilot:
        await lay_beside(app, pilot, "Zürich")
        send(app, "f2")
        await until(pilot, lambda: is_up(app, OutlineScreen))
        send(app, "j", "enter")
        await until(pilot, lambda: "Page 2 of 5" in screen_text(app))
        said = [line.strip() for line in screen_text(app).splitlines()]
        at = said.index("Acme [b]")
        assert said[at : at + 4] == ["Acme [b]", "3", "Zürich Logistik", "6"]
        assert len(app.screen.query(FooterKey)) <= 5


async def test_from_home_the_workbook_under_the_cursor_comes_first(
    make_app: MakeApp, library: Library, guide: Guide, one: str
) -> None:
    completed(library, guide, OTHER)
    app = make_app()
    async with running(app, (100, 30)) as pilot:
        await until(pilot, lambda: is_up(app, HomeScreen))
        titles = {command.title for command in app.get_system_commands(app.screen)}
        assert "Lay two side by side" in titles
        home(app).action_beside()
        await until(pilot, lambda: is_up(app, PickScreen))
        send(app, "down", "enter")
        await until(pilot, lambda: is_up(app, SideBySideScreen))
        await click(pilot, "Next page")
        await until(pilot, lambda: "Page 2 of 5" in screen_text(app))
        await click(pilot, "Page before")
        await until(pilot, lambda: "Page 1 of 5" in screen_text(app))
        send(app, "/", *"acme")
        await until(pilot, lambda: "1 of 2" in screen_text(app))
        send(app, "escape", "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))


async def test_a_page_can_be_copied_from_and_words_of_both_stay_together(
    make_app: MakeApp, library: Library, guide: Guide, one: str
) -> None:
    completed(library, guide, OTHER)
    app = make_app("review", one)
    async with running(app, (100, 30)) as pilot:
        await lay_beside(app, pilot, "Zürich")
        send(app, "v", "y")
        await until(pilot, lambda: app.clipboard)
        assert app.clipboard == "Acme [b]\nAcme [b]\nZürich Logistik\nZürich Logistik"


async def test_the_list_says_how_many_it_found_and_that_there_is_no_other(
    make_app: MakeApp, library: Library, guide: Guide, one: str
) -> None:
    app = make_app("review", one)
    async with running(app, (80, 24)) as pilot:
        send(app, "b")
        await until(pilot, lambda: is_up(app, PickScreen))
        assert "There is no other workbook yet." in screen_text(app)
        send(app, "escape")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        for company in ("Oak", "Elm"):
            completed(library, guide, {"open.interview.company": company})
        send(app, "b")
        await until(pilot, lambda: is_up(app, PickScreen) and isinstance(app.focused, Input))
        paste(app, "OAK")
        await until(pilot, lambda: "1 of 2" in screen_text(app))


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20)])
async def test_notes_stand_with_their_day_on_the_side_they_belong_to(
    make_app: MakeApp, library: Library, guide: Guide, one: str, size: tuple[int, int]
) -> None:
    other = completed(library, guide, OTHER)
    with library.open(one) as workbook:
        workbook.save(Changes(notes=(RecordNote(datetime(2027, 1, 3, tzinfo=UTC), "They [rang] back."),)))
    with library.open(other) as workbook:
        late = [
            RecordNote(datetime(2027, 2, day, tzinfo=UTC), said)
            for day, said in ((5, "A letter came."), (9, "I wrote."))
        ]
        workbook.save(Changes(notes=tuple(late)))
    app = make_app("review", one)
    async with running(app, size) as pilot:
        await lay_beside(app, pilot, "zurich")
        send(app, "f2")
        await until(pilot, lambda: is_up(app, OutlineScreen))
        assert "Added later" in screen_text(app)
        send(app, "end", "enter")
        await until(pilot, lambda: is_up(app, SideBySideScreen) and "They [rang] back." in screen_text(app))
        lines = screen_text(app).splitlines()
        said = [" ".join(line.split()) for line in lines]
        if size[0] > 62:
            where = next(line for line in lines if "Zürich" in line).index("Zürich")
            assert "3 January 2027 5 February 2027" in said
            assert next(line for line in lines if "A letter came." in line).index("A letter came.") == where
            assert next(line for line in lines if "I wrote." in line).index("I wrote.") == where
        else:
            at = said.index("Acme [b]")
            assert said[at : at + 3] == ["Acme [b]", "3 January 2027", "They [rang] back."]
            assert said[at + 3 : at + 6] == ["Zürich Logistik", "5 February 2027", "A letter came."]
            assert "I wrote." in said


async def test_a_side_without_notes_has_the_quiet_sign(
    make_app: MakeApp, library: Library, guide: Guide, one: str
) -> None:
    completed(library, guide, OTHER)
    with library.open(one) as workbook:
        workbook.save(Changes(notes=(RecordNote(datetime(2027, 1, 3, tzinfo=UTC), "They rang."),)))
    app = make_app()
    async with running(app, (100, 30)) as pilot:
        await until(pilot, lambda: is_up(app, HomeScreen))
        home(app).action_beside()
        await until(pilot, lambda: is_up(app, PickScreen))
        send(app, "down", "enter")
        await until(pilot, lambda: is_up(app, SideBySideScreen))
        send(app, "f2", "end", "enter")
        await until(pilot, lambda: "They rang." in screen_text(app))
        assert any(
            line.split() in (["3", "January", "2027", "—"], ["—", "3", "January", "2027"])
            for line in screen_text(app).splitlines()
        )


async def test_two_workbooks_with_nothing_in_them_say_that_this_is_fine(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    blank = completed(library, guide)
    completed(library, guide)
    app = make_app("review", blank)
    async with running(app, (60, 20)) as pilot:
        send(app, "b")
        await until(pilot, lambda: is_up(app, PickScreen))
        send(app, "enter")
        await until(pilot, lambda: is_up(app, SideBySideScreen))
        send(app, "right", "f2", "escape")
        assert "Nothing was written in either of them" in screen_text(app)


async def test_a_workbook_that_cannot_be_read_any_more_is_told(
    make_app: MakeApp, library: Library, guide: Guide, one: str
) -> None:
    other = completed(library, guide, OTHER)
    app = make_app("review", one)
    async with running(app, (80, 24)) as pilot:
        send(app, "b")
        await until(pilot, lambda: is_up(app, PickScreen))
        library.places.workbook(other).write_bytes(b"{")
        send(app, "enter")
        await until(pilot, lambda: "It cannot be laid beside another" in screen_text(app))
