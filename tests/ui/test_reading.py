"""A document is read from top to bottom at any width, and the reader's place survives a change of window."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from textual.app import App, ComposeResult

import workbook.ui.widgets
from workbook.flow.document import document
from workbook.flow.entries import DocEntry
from workbook.flow.state import Around, State
from workbook.library.record import EarlierAnswer, RecordNote
from workbook.ui.document_blocks import answer_blocks, blocks
from workbook.ui.text import plain
from workbook.ui.widgets.falling import MARGIN, Fallen
from workbook.ui.widgets.outline import outline_of
from workbook.ui.widgets.passages import Block
from workbook.ui.widgets.reading import WIDEST, Reading

if TYPE_CHECKING:
    from workbook.guide.model import Guide


class ReadingApp(App[None]):
    """A document of chapters."""

    CSS_PATH = Path(workbook.ui.widgets.__file__).with_name("reading.tcss")

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


async def test_the_place_is_kept_to_the_word_in_a_window_of_another_width() -> None:
    app = ReadingApp()
    async with app.run_test(size=(80, 10)) as pilot:
        app.reading.scroll_to(y=1003, animate=False)
        await pilot.pause()
        before = app.reading.top()
        assert before.at > 0, "in the middle of a passage"
        for width in (40, 100, 60):
            await pilot.resize_terminal(width, 10)
            await pilot.pause()
            top = app.reading.top()
            assert top.block == before.block
            assert top.at <= before.at < top.at + width
            before = top


async def test_a_key_that_is_held_goes_a_line_at_a_time_without_animation() -> None:
    app = ReadingApp()
    async with app.run_test(size=(80, 10)) as pilot:
        for _ in range(30):
            await pilot.press("j")
        assert app.reading.scroll_offset.y == 30
        await pilot.press("k", "pagedown")
        assert app.reading.scroll_offset.y == 29 + 9


async def test_what_is_added_before_or_after_the_place_does_not_move_it() -> None:
    app = ReadingApp()
    async with app.run_test(size=(80, 10)) as pilot:
        app.reading.jump("200")
        await pilot.press("j", "j")
        there = app.top()
        app.reading.show([Block(plain("new"), anchor="new", after=3), *app.reading.blocks])
        await pilot.pause()
        assert app.top() == there


COLUMNS = ("What happened", "How it went")
ROWS = (("They [b]asked", "well"), ("", "so-so"), ("I spoke for a long time about the delivery", ""))


def lines_at(width: int, columns: tuple[str, ...] = COLUMNS, rows: tuple[tuple[str, ...], ...] = ROWS) -> list[str]:
    """A table as it is read in a window of this width."""
    entry = DocEntry(ref="a.b.c", label="", kind="table", value=None, columns=columns, rows=rows)
    drawn = Reading(answer_blocks(entry))
    drawn._width = width
    drawn.fallen = Fallen(drawn.blocks, width)
    return drawn.text.splitlines()


def test_a_table_stands_in_columns_under_their_names_where_there_is_room() -> None:
    assert [line.rstrip() for line in lines_at(70)][:4] == [
        "    What happened                               How it went",
        "    They [b]asked                               well",
        "                                                so-so",
        "    I spoke for a long time about the delivery",
    ]
    head, first, *_ = lines_at(50)
    assert first.index("well") == head.index("How it went"), "where it is narrower, too"


def test_a_table_that_does_not_fit_is_read_as_rows_of_label_and_words() -> None:
    wide = tuple(f"{name} of it all" for name in ("What", "Who", "When", "Where", "Why", "How"))
    said = lines_at(50, wide, (tuple("astonishingly so" for _ in wide), ("", "me", "", "", "", "")))
    assert said[0] == "    What of it all: astonishingly so"
    assert said[-2:] == ["    Who of it all: me", ""] or said[-1] == "    Who of it all: me"
    assert not any(line.strip().startswith("What of it all  Who") for line in said)
    long = lines_at(70, COLUMNS, (("word " * 300, "well"),))
    assert long[0].startswith("    What happened: word word"), "a cell of many lines is no table any more"


def test_a_column_named_as_the_beginning_of_a_sentence_goes_on_as_one() -> None:
    said = lines_at(20, ("If or when …", "… then I will"), (("they ask about it", "pause and breathe"),))
    assert " ".join(" ".join(said).split()) == "If or when … they ask about it … then I will pause and breathe"


def test_words_given_with_a_row_are_quiet_and_head_it_where_there_is_no_colour(guide: Guide) -> None:
    moments = [{"moment": "the first minute", "happened": "I smiled.", "went": "worked"}, {"happened": "A bell rang."}]
    drawn = made(guide, {"evaluate.walk.moments": moments})
    row = next(block for block in drawn if "I smiled." in block.text)
    assert row.text == "the first minute:\nWhat happened: I smiled.\nHow it went: worked"
    quiet = [row.text[span.start : span.end] for span in row.content.spans if "$text-muted" in str(span.style)]
    assert quiet == ["the first minute:", "What happened: ", "How it went: "]
    assert row.row is not None
    assert [row.text[start:end] for start, end in row.row.cells] == ["the first minute:", "I smiled.", "worked"]
    bare = next(block for block in drawn if "A bell rang." in block.text)
    assert bare.text == "What happened: A bell rang."


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


def test_answers_that_gave_way_come_last_with_their_day_and_quietly_named(guide: Guide) -> None:
    day = date(2026, 11, 22)
    state = State(guide, KEPT, Around(today=day, begun=day))
    old = datetime(2026, 5, 3, tzinfo=UTC)
    gave_way = (
        EarlierAnswer("accept.company.next_no", {"if": "a [no]", "then": "run"}, old, old),
        EarlierAnswer("open.interview.company", "Acne", old, old),
        EarlierAnswer("gone.for.good", "kept all the same", old, old),
        EarlierAnswer("open.welcome.route", "quick", old, old),
    )
    drawn = blocks(document(state, (), gave_way), "A", "Begun")
    lines = [block.content.plain for block in drawn]
    last = lines[lines.index("EARLIER ANSWERS") :]
    assert last[2:4] == ["Who was it with?  3 May 2026", "Acne"]
    assert "If a [no]" in last
    assert last[-2:] == ["gone.for.good  3 May 2026", "kept all the same"]
    assert "quick" not in " ".join(last), "that only steered the workbook"
    assert outline_of(drawn)[-1].title == "EARLIER ANSWERS"
