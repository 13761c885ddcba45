"""Room to write: lines are kept, openings help, the timer never cuts anyone off, and letting go is complete."""

from __future__ import annotations

import pytest
from textual import events

from tests.ui.fields.writing_helpers import AWKWARD, FieldApp, shown
from workbook.guide.model import LongText
from workbook.ui.fields.long_text import LongTextField
from workbook.ui.widgets.suggestions import Suggestions
from workbook.ui.widgets.writing import Writing
from workbook.ui.widgets.writing_timer import WritingTimer

FIELD = LongText(id="a", label="Start anywhere.", rows=4)
STARTERS = LongText(id="a", label="A", starters=("The moment I heard, I...", "What I wish they knew is…"))
TIMED = LongText(id="a", label="A", timer="5 minutes")


class Clock:
    """A clock that goes on when told to."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


async def test_every_line_of_a_paste_is_kept() -> None:
    text = "one\n\n\ttwo  \nthree\n"
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        assert app.focused is not None
        app.focused.post_message(events.Paste(text.replace("\n", "\r\n")))
        await pilot.pause()
        assert app.answer("a") == text


async def test_awkward_words_come_back_as_they_were_also_through_undo() -> None:
    texts = [f"{words}\n\n{words}" for words in AWKWARD]
    app = FieldApp(*(LongText(id=f"f{number}", label="A", rows=1) for number in range(len(texts))))
    async with app.run_test(size=(80, 80)) as pilot:
        for box, text in zip(app.query(Writing), texts, strict=True):
            box.post_message(events.Paste(text))
        await pilot.pause()
        assert [app.answer(f"f{number}") for number in range(len(texts))] == texts
        for box in app.query(Writing):
            box.focus()
            await pilot.press("home", "up", "end", "backspace", "ctrl+z")
        assert [app.answer(f"f{number}") for number in range(len(texts))] == texts


async def test_enter_is_a_new_line_and_tab_leaves_the_box() -> None:
    app = FieldApp(FIELD, LongText(id="b", label="B"))
    async with app.run_test() as pilot:
        await pilot.press("x", "enter", "y", "tab", "z")
        assert (app.answer("a"), app.answer("b")) == ("x\ny", "z")


@pytest.mark.parametrize(("height", "rows", "most"), [(40, 14, 16), (20, 8, 12)])
async def test_the_box_is_lower_in_a_low_window_and_grows_before_it_scrolls(height: int, rows: int, most: int) -> None:
    app = FieldApp(LongText(id="a", label="A", rows=14))
    async with app.run_test(size=(80, height)) as pilot:
        box = app.query_one(Writing)
        assert box.size.height == rows
        box.replace_all("line\n" * 50)
        await pilot.pause()
        assert box.size.height == most


async def test_the_page_follows_the_cursor_when_a_box_grows() -> None:
    app = FieldApp(*(LongText(id=f"f{number}", label=str(number)) for number in range(3)))
    async with app.run_test(size=(60, 14)) as pilot:
        box = app.query(Writing).last()
        box.focus()
        await pilot.press(*["enter"] * 8, "x")
        await pilot.pause()
        assert box.cursor_screen_offset.y < 14
        assert "▌ x" in shown(app.screen)


async def test_openings_are_one_line_until_they_are_asked_for() -> None:
    app = FieldApp(STARTERS)
    async with app.run_test() as pilot:
        assert "Stuck? 2 ways to start" in shown(app.query_one(LongTextField))
        assert "The moment" not in shown(app.query_one(LongTextField))
        await pilot.press("tab")
        await pilot.pause()
        assert "Stuck? Start with:\n› The moment I heard, I..." in shown(app.query_one(Suggestions))


async def test_an_opening_goes_in_at_the_cursor_ready_to_write_on() -> None:
    app = FieldApp(STARTERS)
    async with app.run_test() as pilot:
        await pilot.press(*"Yes.", "tab", "enter", *"sat")
        assert app.answer("a") == "Yes. The moment I heard, I sat"


async def test_an_opening_is_picked_by_mouse() -> None:
    app = FieldApp(STARTERS)
    async with app.run_test() as pilot:
        await pilot.click(Suggestions)
        await pilot.pause()
        assert app.answer("a") is None
        await pilot.click(Suggestions, offset=(6, 2))
        await pilot.pause()
        assert app.answer("a") == "What I wish they knew is "
        assert isinstance(app.focused, Writing)


async def test_the_timer_counts_from_the_first_key_and_never_cuts_off() -> None:
    clock = Clock()
    app = FieldApp(TIMED, clock=clock)
    async with app.run_test() as pilot:
        timer = app.query_one(WritingTimer)
        assert timer.words == "About 5 minutes, counted from your first key. Nothing stops you."
        clock.now += 600
        timer.look()
        assert timer.words.startswith("About 5 minutes")
        await pilot.press("x")
        assert timer.words == "Just begun, about 5 minutes"
        clock.now += 150
        timer.look()
        assert timer.words == "2 of about 5 minutes"
        clock.now += 150
        timer.look()
        assert timer.words == "Your 5 minutes are up. Finish whenever you like."
        await pilot.press("y")
        assert app.answer("a") == "xy"
        assert app.minutes == [2, 5]


async def test_the_timer_looks_at_the_clock_no_oftener_than_every_15_seconds() -> None:
    app = FieldApp(TIMED)
    async with app.run_test() as pilot:
        await pilot.press("x", "y")
        assert [timer._interval for timer in app.query_one(WritingTimer)._timers] == [15]


@pytest.mark.parametrize(
    ("timer", "words"),
    [
        ("30 seconds", "Your 30 seconds are up. Finish whenever you like."),
        ("1 minute", "Your 1 minute is up. Finish whenever you like."),
    ],
)
async def test_short_times_are_said_in_their_own_words(timer: str, words: str) -> None:
    clock = Clock()
    app = FieldApp(LongText(id="a", label="A", timer=timer), clock=clock)
    async with app.run_test() as pilot:
        await pilot.press("x")
        clock.now += 61
        app.query_one(WritingTimer).look()
        assert app.query_one(WritingTimer).words == words


async def test_without_a_length_the_minutes_are_counted_in_silence() -> None:
    clock = Clock()
    app = FieldApp(LongText(id="a", label="A", timer="start.first.name"), clock=clock)
    async with app.run_test() as pilot:
        await pilot.press("x")
        clock.now += 60
        app.query_one(WritingTimer).look()
        await pilot.pause()
        assert not app.query_one(WritingTimer).display
        assert app.minutes == [1]
        app.follow(name="10 minutes")
        assert app.query_one(WritingTimer).words == "1 of about 10 minutes"


async def test_letting_go_leaves_nothing_to_undo_not_even_what_was_deleted() -> None:
    app = FieldApp(FIELD)
    async with app.run_test() as pilot:
        await pilot.press(*"secret", "ctrl+u")
        field, box = app.query_one(LongTextField), app.query_one(Writing)
        field.let_go()
        await pilot.press("ctrl+z", "ctrl+y")
        assert box.text == ""
        assert not box.history.undo_stack
        assert "secret" not in repr(vars(box.history))
        assert field.answer is None


async def test_a_stored_answer_can_be_written_on_at_its_end() -> None:
    app = FieldApp(FIELD, answers={"start.page.a": "one\ntwo"})
    async with app.run_test() as pilot:
        await pilot.press("s")
        assert app.answer("a") == "one\ntwos"


async def test_a_stored_answer_beyond_the_limit_is_kept_and_can_be_shortened() -> None:
    app = FieldApp(FIELD, answers={"start.page.a": "words\n" * 20_000})
    async with app.run_test() as pilot:
        await pilot.press("x", "backspace")
        assert app.answer("a") == ("words\n" * 20_000)[:-1]
