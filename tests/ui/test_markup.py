"""Nothing a person writes is read as an instruction: it neither vanishes nor ends the app, wherever it is shown."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import TextArea

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import answers, begun, completed, field, is_on, is_up, paste, review, said, send, told, wizard
from workbook.flow.plain import clean
from workbook.guide import model
from workbook.insight.coming_up import FIRST
from workbook.library.changes import Changes
from workbook.library.record import RecordNote
from workbook.ui.screens.contents import ContentsScreen
from workbook.ui.screens.date import DateScreen
from workbook.ui.screens.dates import DatesScreen
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.note import NoteScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.screens.words import WordsScreen
from workbook.ui.widgets.reading import Reading
from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide, Place
    from workbook.library.library import Library

AWKWARD = (
    "I felt [sad] and [/b] and [red]bold[/red]",
    "[@click=app.quit]x[/] [link='a'] \\[ [[]] [",
    "{{feel.name.words|x}} **md** `code` $PATH %s {0}",
    "שלום עולם, مرحبا بالعالم \u202ereversed\u202c",
    "e\u0301a\u0308o\u0302\u200d\u200b combining",
    "漢字かな交じり文 한국어 👩‍👩‍👧‍👦 🇩🇪",
    "  leading and trailing  ",
    "escape \x1b[31m and \x00 and \x07 and \x9b",
    "w" * 300,
    "[/]",
)
"""Words that one program or another has lost or tripped over. Control bytes come by an import, never by a key."""

COMPANY, ROLE, FRIEND = "open.interview.company", "open.interview.role", "feel.kind.friend"


def answer_for(place: Place, words: Iterator[str]) -> Any:
    """Awkward words in every place of this field that takes any."""
    match place.field:
        case model.Text() | model.LongText():
            return next(words)
        case model.Choice(other=other) if other:
            return next(words)
        case model.Checklist() as checklist:
            return [checklist.choices[0].value, *([next(words)] if checklist.other else [])]
        case model.Date():
            return {"text": next(words), "day": None}
        case model.Table() as table:
            return [{column.id: cell_for(column, words) for column in table.columns} for _ in range(2)]
        case model.Grid(add_own=own) if own:
            return {"rows": {}, "own": [{"text": next(words), "choice": ""}, {"text": next(words), "choice": "mine"}]}
        case model.Plan():
            return {"if": next(words), "then": next(words)}
        case model.Letter():
            return {"subject": next(words), "body": next(words)}
        case _:
            return None


def cell_for(column: model.Column, words: Iterator[str]) -> Any:
    match column.kind:
        case "date":
            return {"text": next(words), "day": None}
        case "choice":
            return column.options[0]
        case _:
            return next(words)


@pytest.fixture
def awkward(guide: Guide) -> dict[str, Any]:
    """An answer to every question of the guide, all of it awkward."""
    words = cycle(AWKWARD)
    made = {ref: answer_for(place, words) for ref, place in guide.fields.items()}
    return {ref: answer for ref, answer in made.items() if answer is not None}


def squashed(text: str) -> str:
    """Text without white space: it may be wrapped anywhere."""
    return "".join(clean(text).split())


async def test_every_page_opens_with_awkward_words_on_it_and_changes_none(
    make_app: MakeApp, library: Library, guide: Guide, awkward: dict[str, Any]
) -> None:
    kept = {**awkward, "open.welcome.route": "full"}
    app = make_app("resume", begun(library, guide, "open.welcome", kept))
    async with running(app, (80, 24)) as pilot:
        for page in guide.pages:
            await wizard(app).jump(page)
            await until(pilot, lambda page=page: is_on(app, page))  # type: ignore[misc]
        send(app, "f2")
        await until(pilot, lambda: is_up(app, ContentsScreen))
        send(app, "escape", "f1")
        await until(pilot, lambda: is_up(app, WordsScreen))
        send(app, "escape", "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert said(app.screen, "#title").startswith("I felt [sad] and [/b] and [red]bold[/red]")
    assert answers(library) == kept


async def test_the_review_leaves_none_of_them_out(
    make_app: MakeApp, library: Library, guide: Guide, awkward: dict[str, Any]
) -> None:
    workbook_id = completed(library, guide, awkward)
    with library.open(workbook_id) as workbook:
        workbook.save(Changes(notes=tuple(RecordNote(library.clock(), words) for words in AWKWARD)))
    app = make_app("review", workbook_id)
    async with running(app, (80, 24)) as pilot:
        reading = review(app).query_one(Reading)
        there = squashed(reading.text)
        for words in AWKWARD:
            assert there.count(squashed(words)) > 10
        for _ in range(reading.max_scroll_y // 20):
            send(app, "space")
        send(app, "G")
        await until(pilot, lambda: reading.scroll_offset.y == reading.max_scroll_y)
        assert "\x1b" not in screen_text(app)


async def test_home_lists_them_by_name_and_finds_them(make_app: MakeApp, library: Library, guide: Guide) -> None:
    for words in AWKWARD:
        begun(library, guide, "open.interview", {COMPANY: words, "feel.room.until": {"text": "x", "day": "2999-11-30"}})
    app = make_app()
    async with running(app, (100, 60)) as pilot:
        shown = screen_text(app)
        assert [words for words in AWKWARD[:2] if words not in shown] == []
        coming = app.screen.query_one("#coming", RowList)
        assert len(coming.items) == FIRST < len(AWKWARD)
        coming.focus()
        send(app, "G")
        await until(pilot, lambda: coming.cursor == FIRST - 1)
        assert "\x1b" not in shown
        app.desk.want_date("all")
        await until(pilot, lambda: isinstance(app.screen, DatesScreen) and app.screen.query("#dates"))
        every = app.screen.query_one("#dates", RowList)
        assert len(every.items) == 1 + len(AWKWARD)
        for place in range(len(AWKWARD)):
            send(app, "enter")
            await until(pilot, lambda: is_up(app, DateScreen))
            assert said(app.screen, ".card .quiet") == every.items[1 + place].entry.title
            assert "\x1b" not in screen_text(app)
            send(app, "escape", "down")
            await until(pilot, lambda: is_up(app, DatesScreen))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        send(app, "f", *"[/b]")
        await until(pilot, lambda: said(app.screen, "#count") == f"1 of {len(AWKWARD)}")
        app.desk.removing.delete(app.screen.query_one("#workbooks", RowList).items[0])
        await until(pilot, lambda: "Delete this workbook?" in screen_text(app) and AWKWARD[0] in screen_text(app))


async def test_pasted_words_are_kept_and_piped_as_they_are(make_app: MakeApp, library: Library, guide: Guide) -> None:
    app = make_app("resume", begun(library, guide, "open.interview"))
    typed = {COMPANY: AWKWARD[1], ROLE: AWKWARD[0]}
    async with running(app, (80, 24)) as pilot:
        paste(app, AWKWARD[1])
        send(app, "tab")
        paste(app, AWKWARD[0])
        await until(pilot, lambda: wizard(app).sitting.state.answers == typed)
        await wizard(app).jump("feel.name")
        await until(pilot, lambda: f"You got a no from {AWKWARD[1][:20]}" in screen_text(app))
        await wizard(app).jump("feel.kind")
        field(app, FRIEND).query_one(TextArea).focus()
        paste(app, "\n".join(AWKWARD))
        await until(pilot, lambda: FRIEND in wizard(app).sitting.state.answers)
    assert answers(library) == {**typed, FRIEND: clean("\n".join(AWKWARD))}


async def test_a_hundred_thousand_characters_can_be_opened_read_and_added_to(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    long = "[b] words " * 10_000
    app = make_app("resume", begun(library, guide, "feel.kind", {COMPANY: long, FRIEND: long[:-1]}))
    async with running(app, (80, 24)) as pilot:
        box = field(app, FRIEND).query_one(TextArea)
        box.focus()
        send(app, "x")
        await until(pilot, lambda: wizard(app).sitting.state.answers[FRIEND] == long[:-1] + "x")
        await wizard(app).jump("feel.name")
        await until(pilot, lambda: is_on(app, "feel.name"))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, HomeScreen))
        app.desk.opening.open(library.ids()[0], look=True)
        await until(pilot, lambda: is_up(app, ReviewScreen))
        send(app, "a")
        await until(pilot, lambda: is_up(app, NoteScreen))
        paste(app, long)
        send(app, "escape")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        send(app, "G")
        await until(pilot, lambda: review(app).query_one(Reading).scroll_offset.y > 3000)
    assert answers(library) == {COMPANY: long, FRIEND: long[:-1] + "x"}
    assert library.read(library.ids()[0]).notes[0].text == long


async def test_nothing_is_told_as_markup(make_app: MakeApp) -> None:
    app = make_app()
    async with running(app, (60, 20)) as pilot:
        app.desk.errands._say(AWKWARD[0])
        await until(pilot, lambda: told(app) == AWKWARD[0])
        assert [each.markup for each in app._notifications] == [False]
