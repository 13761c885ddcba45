"""A completed workbook is read as one document, and can still take a note, a late answer, or a change of mind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Static, TextArea

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import (
    answers,
    begun,
    buttons,
    click,
    completed,
    is_on,
    is_up,
    paste,
    review,
    send,
    wizard,
)
from workbook.library.copies import earlier_copies, put_back
from workbook.ui.fields.base import FieldWidget
from workbook.ui.fields.cells import DateCell
from workbook.ui.screens.ask import AskScreen
from workbook.ui.screens.late import LateScreen
from workbook.ui.screens.note import NoteScreen
from workbook.ui.screens.outline import OutlineScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.screens.wizard import WizardScreen
from workbook.ui.widgets.reading import Reading
from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

KEPT: dict[str, Any] = {
    "open.welcome.route": "full",
    "open.interview.company": "Acme [b]&[/b]",
    "open.now.mood": 3,
    "feel.name.words": ["sad", "proud"],
    "feel.write.text": "for nobody's eyes",
    "feel.kind.friend": "You did\n\nwhat you could [/b].",
    "accept.company.next_no": {"if": "another no comes", "then": "I rest"},
    "close.now.mood": 6,
}
LATE = "feel.room.until"


@pytest.fixture
def app(make_app: MakeApp, library: Library, guide: Guide) -> WorkbookApp:
    return make_app("review", completed(library, guide, KEPT))


def reading(app: WorkbookApp) -> Reading:
    return review(app).query_one(Reading)


def top_line(app: WorkbookApp) -> str:
    return reading(app).render_line(0).text.strip()


async def test_words_stand_beside_their_questions_and_what_was_not_answered_is_left_out(app: WorkbookApp) -> None:
    async with running(app, (80, 60)):
        text = screen_text(app)
        assert "Begun 22 November 2026, completed 22 November 2026" in text
        assert "Who was it with?\n    Acme [b]&[/b]" in text
        assert "I feel …\n    sad, proud" in text
        assert "    You did\n\n    what you could [/b]." in text
        assert "What was the role?" not in text
        assert "How would you like to do this?" not in text, "that only steered the workbook"


async def test_what_was_asked_before_and_after_stands_side_by_side(app: WorkbookApp) -> None:
    async with running(app, (80, 30)) as pilot:
        send(app, "G")
        await until(pilot, lambda: "before 3   now 6" in screen_text(app))
        send(app, "g")
        await until(pilot, lambda: "Acme [b]&[/b]" in top_line(app))
        send(app, "space")
        await until(pilot, lambda: reading(app).scroll_offset.y > 10)


async def test_the_outline_beside_the_page_jumps_to_a_heading(app: WorkbookApp) -> None:
    async with running(app, (100, 20)) as pilot:
        outline = review(app).query_one("#outline", RowList)
        assert [anchor.title for anchor in outline.items][:3] == ["Acme [b]&[/b]", "START HERE", "The interview"]
        send(app, "f2", "j", "j", "j", "j", "j")
        await until(pilot, lambda: outline.cursor == 5)
        assert outline.items[5].title == "What's here?"
        send(app, "enter")
        await until(pilot, lambda: reading(app).has_focus)
        assert top_line(app) == "What's here?"


async def test_a_narrow_window_has_the_outline_over_the_page(app: WorkbookApp) -> None:
    async with running(app, (60, 20)) as pilot:
        assert not review(app).query_one("#outline").display
        send(app, "o")
        await until(pilot, lambda: is_up(app, OutlineScreen))
        send(app, "j", "j", "j", "enter")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        await until(pilot, lambda: top_line(app) == "How things are right now")
        send(app, "f2")
        await until(pilot, lambda: is_up(app, OutlineScreen))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        assert top_line(app) == "How things are right now"


async def test_a_note_stands_at_the_end_with_its_date_and_an_empty_one_leaves_nothing(
    app: WorkbookApp, library: Library
) -> None:
    async with running(app, (80, 30)) as pilot:
        send(app, "a")
        await until(pilot, lambda: is_up(app, NoteScreen))
        paste(app, "They rang [b]back.\nA month later.")
        await until(pilot, lambda: library.read(library.ids()[0]).notes)  # while it is being written
        send(app, "escape")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        send(app, "G")
        await until(pilot, lambda: "They rang [b]back." in screen_text(app))
        assert "ADDED LATER" in screen_text(app)
        send(app, "a")
        await until(pilot, lambda: is_up(app, NoteScreen))
        send(app, "x", "backspace", "escape")
        await until(pilot, lambda: is_up(app, ReviewScreen))
    (note,) = library.read(library.ids()[0]).notes
    assert note.text == "They rang [b]back.\nA month later."


async def test_what_could_only_come_later_can_be_filled_in_and_nothing_else(
    app: WorkbookApp, library: Library, guide: Guide
) -> None:
    async with running(app, (80, 30)) as pilot:
        send(app, "l")
        await until(pilot, lambda: is_up(app, LateScreen))
        fields = list(app.screen.query(FieldWidget))
        asked = {field.place.ref for field in fields if not isinstance(field, DateCell)}
        assert asked == {ref for ref, place in guide.fields.items() if place.field.after_completion}
        next(field for field in fields if field.place.ref == LATE).query_one(TextArea).focus()
        send(app, *"2026-12-01", "escape")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        assert "1 December 2026" in reading(app).text
    assert answers(library) == {**KEPT, LATE: {"text": "2026-12-01", "day": "2026-12-01"}}
    assert library.read(library.ids()[0]).completed is not None


async def test_reopening_says_what_it_does_and_changes_no_answer(app: WorkbookApp, library: Library) -> None:
    async with running(app, (80, 24)) as pilot:
        send(app, "R")
        await until(pilot, lambda: is_up(app, AskScreen))
        assert any("Every answer stays as it is." in str(line.visual) for line in app.screen.query(Static))
        send(app, "enter")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        assert review(app).completed, "the first answer changes nothing"
        await click(pilot, "Reopen")
        await until(pilot, lambda: is_up(app, AskScreen))
        await click(pilot, "Reopen it")
        await until(pilot, lambda: isinstance(app.screen, WizardScreen))
        await until(pilot, lambda: is_on(app, wizard(app).sitting.state.here))
    assert answers(library) == KEPT
    assert library.read(library.ids()[0]).completed is None


async def test_reopening_keeps_the_completed_workbook_among_its_earlier_copies_and_says_where(
    app: WorkbookApp, library: Library
) -> None:
    (workbook_id,) = library.ids()
    async with running(app, (80, 24)) as pilot:
        send(app, "a")
        await until(pilot, lambda: is_up(app, NoteScreen))
        paste(app, "They rang.")  # so that this sitting has kept its copy already, one without this note
        send(app, "escape")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        await until(pilot, lambda: library.read(workbook_id).notes)
        send(app, "R")
        await until(pilot, lambda: is_up(app, AskScreen))
        assert f"workbook restore {workbook_id} --earlier" in " ".join(screen_text(app).replace("│", "").split())
        await click(pilot, "Reopen it")
        await until(pilot, lambda: isinstance(app.screen, WizardScreen))
    newest = earlier_copies(library, workbook_id)[0]
    put_back(library, workbook_id, newest)
    kept = library.read(workbook_id)
    assert kept.completed is not None
    assert [note.text for note in kept.notes] == ["They rang."]
    assert answers(library) == KEPT


async def test_an_unfinished_workbook_can_be_looked_at_and_noted_but_not_reopened(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("review", begun(library, guide, "feel.kind", KEPT))
    async with running(app, (80, 24)) as pilot:
        assert buttons(review(app)) == ["‹ Home", "Find", "Add a note", "Save a copy"]
        send(app, "R", "l", "a")
        await until(pilot, lambda: is_up(app, NoteScreen))


async def test_a_click_in_the_outline_beside_the_page_jumps_there(app: WorkbookApp) -> None:
    async with running(app, (100, 20)) as pilot:
        outline = review(app).query_one("#outline", RowList)
        assert await pilot.click(outline, offset=(6, 5))
        await until(pilot, lambda: top_line(app) == "What's here?")
        assert reading(app).has_focus
