"""A document is read from top to bottom at any width, and the reader's place survives a change of window."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from textual.app import App, ComposeResult

from workbook.flow.document import document
from workbook.flow.state import Around, State
from workbook.library.record import RecordNote
from workbook.ui.document_blocks import blocks
from workbook.ui.text import plain
from workbook.ui.widgets.outline import outline_of
from workbook.ui.widgets.passages import Block
from workbook.ui.widgets.reading import MARGIN, WIDEST, Reading

if TYPE_CHECKING:
    from workbook.guide.model import Guide


class ReadingApp(App[None]):
    """A document of chapters."""

    CSS = "Reading { height: 1fr; }"

    def compose(self) -> ComposeResult:
        """The document alone."""
        made = []
        for number in range(300):
            made.append(Block(plain(f"Chapter {number}"), anchor=f"{number}", after=1))
            made.append(Block(plain(f"word{number} [b] " * 40), indent=2, after=1))
        yield Reading(made)

    @property
    def reading(self) -> Reading:
        """The document."""
        return self.query_one(Reading)

    def top(self) -> str:
        """The first line in sight."""
        return self.reading.render_line(0).text.strip()


async def test_headings_can_be_jumped_to_and_keep_their_place_in_another_window() -> None:
    app = ReadingApp()
    async with app.run_test(size=(80, 10)) as pilot:
        app.reading.jump("200")
        await pilot.pause()
        assert app.top() == "Chapter 200"
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        assert app.top() == "Chapter 200"
        app.reading.jump("no such heading")
        assert app.top() == "Chapter 200"
        await pilot.press("G")
        assert app.reading.scroll_offset.y == app.reading.max_scroll_y
        await pilot.press("g")
        assert app.top() == "Chapter 0"


async def test_lines_are_never_longer_than_can_be_read_and_none_is_lost() -> None:
    app = ReadingApp()
    async with app.run_test(size=(200, 10)):
        lines = app.reading.text.splitlines()
        assert max(cell_len(line) for line in lines) <= WIDEST + MARGIN
        words = app.reading.text.split()
        assert words.count("word7") == 40
        assert app.reading.render_line(10_000).text.strip() == "", "past the end is nothing"


KEPT: dict[str, Any] = {
    "open.interview.company": "Acme [b]",
    "open.now.mood": 0,
    "close.now.mood": 4,
    "evaluate.worked.items": [{"what": "I was calm", "how": ""}, {"what": "", "how": "I slept"}],
    "accept.company.next_no": {"if": "a no", "then": "rest"},
    "feel.name.words": ["sad", "[proud]"],
}


def made(guide: Guide, answers: dict[str, Any], notes: tuple[RecordNote, ...] = ()) -> list[Block]:
    day = date(2026, 11, 22)
    state = State(guide, answers, Around(today=day, begun=day))
    return blocks(document(state, notes), "A [title]", "Begun today")


def test_a_workbook_is_questions_in_a_quiet_colour_and_the_persons_words_in_none(guide: Guide) -> None:
    drawn = made(guide, KEPT)
    lines = [block.content.plain for block in drawn]
    assert lines[:2] == ["A [title]", "Begun today"]
    question = lines.index("Who was it with?")
    assert lines[question + 1] == "Acme [b]"
    assert "$text-muted" in str(drawn[question].content.spans)
    assert drawn[question + 1].content.spans == []
    assert drawn[question + 1].indent > drawn[question].indent
    assert "before 0   now 4" in lines
    assert "sad, [proud]" in lines
    assert "What went well: I was calm" in lines
    assert "If a no" in lines
    assert not any("What was the role?" in line for line in lines)


def test_notes_come_last_and_an_empty_workbook_says_that_this_is_fine(guide: Guide) -> None:
    note = RecordNote(datetime(2027, 1, 3, tzinfo=UTC), "They [rang] back.")
    drawn = made(guide, KEPT, (note,))
    assert [block.content.plain for block in drawn[-3:]] == ["ADDED LATER", "3 January 2027", "They [rang] back."]
    assert outline_of(drawn)[-1].title == "ADDED LATER"
    assert made(guide, {})[-1].content.plain == "Nothing was written here, and that is fine."
