"""Looking for words in every workbook, from Home and back."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Button, Input

from tests.samples.library import fill
from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import begun, click, completed, home, is_on, is_up, review, said, send
from tests.ui.locked import give, lock_one
from workbook.library.changes import Changes
from workbook.library.record import RecordNote
from workbook.ui import searching
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.screens.search import SearchScreen
from workbook.ui.searching import Batch, Searching
from workbook.ui.widgets.hit_rows import BookRow, HitRow
from workbook.ui.widgets.reading import Reading
from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

COMPANY, FRIEND, STEP = "open.interview.company", "feel.kind.friend", "close.step.learned"


def search(app: WorkbookApp) -> SearchScreen:
    assert isinstance(app.screen, SearchScreen)
    return app.screen


def says(app: WorkbookApp) -> str:
    """How far the search is for all that was typed; nothing while it is still for less."""
    if not isinstance(app.screen, SearchScreen) or not app.screen.query("#says"):
        return ""
    is_late = app.screen._is_stale or app.screen.query_one("#words", Input).value != app.screen._searching.text
    return "" if is_late else said(app.screen, "#says")


def hits(app: WorkbookApp) -> RowList[Any]:
    return search(app).query_one("#hits", RowList)


async def test_hits_stand_under_their_workbook_and_question_with_the_words_marked(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    completed(library, guide, {COMPANY: "Acme", FRIEND: "You were kind at Zürich, I promise."})
    begun(library, guide, "feel.kind", {COMPANY: "ZURICH [b]Re"})
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        send(app, "slash", *"zurich")
        await until(
            pilot, lambda: says(app) == "2 hits in 2 of 2 workbooks" and search(app)._searching.text == "zurich"
        )
        shown = screen_text(app)
        assert "ZURICH [b]Re" in shown
        assert "unfinished" in shown
        assert "You were kind at Zürich" in shown
        drawn = [row for row in hits(app).items if isinstance(row, HitRow)]
        for row in drawn:
            content = hits(app)._draw(row, 60)
            marked = [content.plain[span.start : span.end] for span in content.spans if "underline" in str(span.style)]
            assert [each.casefold().replace("ü", "u") for each in marked] == ["zurich"]


async def test_a_hit_in_a_completed_workbook_opens_there_and_leaving_comes_back(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    long = {ref: "A word\n" * 40 for ref, place in guide.fields.items() if place.field.kind_name == "long_text"}
    long.pop("feel.write.text", None)
    for number in range(3):
        completed(library, guide, {**long, COMPANY: f"Acme {number}", STEP: "the lantern"})
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        send(app, "slash", *"lantern")
        await until(pilot, lambda: says(app) == "3 hits in 3 of 3 workbooks")
        send(app, "down", "j")
        await until(pilot, lambda: hits(app).has_focus and hits(app).cursor == 5)
        found = hits(app).current
        send(app, "enter")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        await until(pilot, lambda: "the lantern" in screen_text(app))
        assert found is not None
        assert review(app).sitting.workbook.id == found.hit.entry.id
        assert review(app).query_one(Reading).scroll_offset.y > 100
        send(app, "q")
        await until(pilot, lambda: is_up(app, SearchScreen))
        assert says(app) == "3 hits in 3 of 3 workbooks"
        assert search(app).query_one("#words", Input).value == "lantern"
        await until(pilot, lambda: hits(app).has_focus and hits(app).cursor == 5)
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        send(app, "escape", "enter")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        send(app, "q")
        await until(pilot, lambda: is_up(app, HomeScreen))


async def test_a_hit_in_an_unfinished_workbook_opens_its_page(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    begun(library, guide, "accept.sort", {FRIEND: "You did fine."})
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        await click(pilot, "Search /")
        await until(pilot, lambda: is_up(app, SearchScreen))
        send(app, *"fine", "enter")
        await until(pilot, lambda: says(app).startswith("1 hit"))
        send(app, "enter", "enter")
        await until(pilot, lambda: is_on(app, "feel.kind"))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, SearchScreen))
        assert hits(app).current is not None


async def test_a_note_opens_at_the_notes(make_app: MakeApp, library: Library, guide: Guide) -> None:
    kept = completed(library, guide, {COMPANY: "Acme"})
    with library.open(kept) as workbook:
        workbook.save(Changes(notes=(RecordNote(library.clock(), "They rang after all"),)))
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        send(app, "slash", *"rang")
        await until(pilot, lambda: says(app) == "1 hit in 1 of 1 workbook")
        assert "A note you added" in screen_text(app)
        send(app, "down", "enter")
        await until(pilot, lambda: is_up(app, ReviewScreen) and "They rang after all" in screen_text(app))


async def test_other_words_begin_anew_and_no_words_say_how_to_look(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    begun(library, guide, "feel.kind", {COMPANY: "Acme"})
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        send(app, "slash")
        await until(pilot, lambda: is_up(app, SearchScreen))
        assert "Words in quotes must stand together" in screen_text(app)
        send(app, *"acme")
        await until(pilot, lambda: says(app) == "1 hit in 1 of 1 workbook")
        send(app, *"x")
        await until(pilot, lambda: says(app) == "Nothing in 1 workbook")
        assert not hits(app).items
        send(app, "ctrl+u")
        await until(pilot, lambda: "Words in quotes must stand together" in screen_text(app))
        assert said(app.screen, "#says") == ""


async def test_a_locked_library_is_searched_as_any_other(make_app: MakeApp, library: Library, guide: Guide) -> None:
    lock_one(library, guide)
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        await give(pilot)
        await until(pilot, lambda: is_up(app, HomeScreen))
        send(app, "slash", *"zimmer")
        await until(pilot, lambda: says(app) == "1 hit in 1 of 1 workbook")


async def test_without_a_workbook_there_is_nothing_to_search(make_app: MakeApp) -> None:
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        send(app, "slash")
        await pilot.pause()
        assert not home(app).query(".way")
        assert is_up(app, HomeScreen)


async def test_two_hundred_workbooks_are_searched_while_keys_are_taken(
    make_app: MakeApp, library: Library, tmp_path: Path
) -> None:
    fill(tmp_path / "data", 200)
    app = make_app()
    async with running(app, (80, 24)) as pilot:
        send(app, "slash", *"conflict")
        await until(pilot, lambda: says(app).startswith("First 500 of ") and says(app).endswith(" of 200 workbooks"))
        assert sum(isinstance(row, HitRow) for row in hits(app).items) == 500
        days = [searching_day(row) for row in hits(app).items if isinstance(row, BookRow)]
        assert days == sorted(days, reverse=True)
        send(app, *" proud")
        await until(pilot, lambda: "of 200 workbooks" in says(app) and not says(app).startswith("Looking"))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert isinstance(app.focused, Button), "Home is as it was"


def searching_day(row: BookRow) -> Any:
    return row.entry.completed or row.entry.updated


# ------------------------------------------------------------------------------------------------ the sweep


@pytest.fixture
def twenty(tmp_path: Path) -> Library:
    return fill(tmp_path / "data", 20)


def looking(library: Library, text: str) -> Searching:
    made = Searching(library, library.entries(), lambda: False)
    made.look_for(text)
    return made


def finish(search: Searching) -> None:
    search.sweep()(search.take, lambda: False)


def test_a_sweep_reads_all_and_counts_what_it_does_not_keep(twenty: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = looking(twenty, "conflict")
    finish(whole)
    assert whole.is_done
    assert whole.found == len(whole.hits) > 30
    monkeypatch.setattr(searching, "MOST", 30)
    some = looking(twenty, "conflict")
    finish(some)
    assert (len(some.hits), some.found, some.within) == (30, whole.found, whole.within)
    assert some.says() == f"First 30 of {whole.found} hits in {whole.within} of 20 workbooks"


def test_a_sweep_that_was_stopped_is_gone_on_with_where_it_was(
    twenty: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "REPORT", 0)
    whole, parts = looking(twenty, "conflict"), looking(twenty, "conflict")
    finish(whole)
    stop = threading.Event()

    def take(batch: Batch) -> None:
        parts.take(batch)
        if parts.read >= 7:
            stop.set()

    parts.sweep()(take, stop.is_set)
    assert 7 <= parts.read < 20
    assert parts.says().startswith(f"Looking, {parts.read} of 20 workbooks read")
    finish(parts)
    assert [(hit.entry.id, hit.ref) for hit in parts.hits] == [(hit.entry.id, hit.ref) for hit in whole.hits]
    assert (parts.found, parts.within) == (whole.found, whole.within)


def test_what_an_older_sweep_still_finds_is_not_shown(twenty: Library) -> None:
    search = looking(twenty, "conflict")
    older = search.sweep()
    assert search.look_for("zebra")
    assert not search.look_for(" zebra "), "the same words again begin nothing"
    older(search.take, lambda: False)
    assert (search.hits, search.read) == ([], 0)


def test_what_cannot_be_read_is_counted(twenty: Library) -> None:
    broken = twenty.entries()[3]
    twenty.places.workbook(broken.id).write_bytes(b'{"workbook": conflict')
    search = looking(twenty, "conflict")
    finish(search)
    assert search.says().endswith("of 20 workbooks (1 could not be read)")
