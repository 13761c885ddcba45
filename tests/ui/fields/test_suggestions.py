"""Offers stay small until they are wanted, hide none without saying so, and are picked by key or mouse."""

from __future__ import annotations

from textual import events, on
from textual.app import App, ComposeResult
from textual.widgets import Input

from tests.ui.fields.writing_helpers import STYLES, FieldApp, shown
from workbook.guide.model import Date, DateRule, LongText, Text
from workbook.ui.widgets.suggestions import HINT, NUMBERED_HINT, NUMBERS_TO_COME, ONE_HINT, PUT_IN, Suggestions

LONG = tuple(f"{number}: a sentence that is too long to stand beside another one" for number in range(6))


class OfferApp(App[None]):
    """A line to leave the focus on, and offers."""

    CSS_PATH = STYLES

    def __init__(self, suggestions: Suggestions) -> None:
        super().__init__()
        self.suggestions = suggestions
        self.picked: list[tuple[str, int]] = []

    def compose(self) -> ComposeResult:
        """Give the line and the offers."""
        yield Input()
        yield self.suggestions

    @on(Suggestions.Picked)
    def _picked(self, event: Suggestions.Picked) -> None:
        self.picked.append((event.text, event.index))


async def test_short_offers_stand_side_by_side() -> None:
    app = OfferApp(Suggestions(("a walk", "[b]music[/b]", "a game")))
    async with app.run_test(size=(60, 20)):
        assert shown(app.suggestions) == "From earlier   + a walk   + [b]music[/b]   + a game"


async def test_offers_that_do_not_fit_say_how_many_there_are_and_show_on_focus() -> None:
    app = OfferApp(Suggestions(LONG))
    async with app.run_test(size=(60, 20)) as pilot:
        assert shown(app.suggestions).splitlines()[-1] == "and 4 more"
        await pilot.press("tab")
        await pilot.pause()
        lines = shown(app.suggestions).splitlines()
        assert [line[2] for line in lines[1:-1]] == list("012345")
        assert lines[-1] == HINT


async def test_an_offer_too_long_for_its_line_is_picked_whole() -> None:
    app = OfferApp(Suggestions(LONG))
    async with app.run_test(size=(40, 20)) as pilot:
        assert "…" in shown(app.suggestions)
        await pilot.press("tab", "end", "enter")
        assert app.picked == [(LONG[5], 5)]


async def test_arrows_stop_at_the_ends() -> None:
    app = OfferApp(Suggestions(("a", "b")))
    async with app.run_test() as pilot:
        await pilot.press("tab", "left", "space", "right", "down", "enter")
        assert app.picked == [("a", 0), ("b", 1)]


async def test_a_click_picks_what_is_under_it_also_when_focus_opens_the_list() -> None:
    app = OfferApp(Suggestions(LONG))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.click(Suggestions, offset=(5, 3))
        await pilot.pause()
        assert app.picked == []
        await pilot.click(Suggestions, offset=(5, 3))
        await pilot.pause()
        assert app.picked == [(LONG[2], 2)]


async def test_digits_pick_only_where_they_are_shown() -> None:
    app = OfferApp(Suggestions(("a", "b"), numbered=True))
    async with app.run_test() as pilot:
        assert shown(app.suggestions).splitlines() == ["From earlier", "  + a", "  + b", NUMBERS_TO_COME]
        await pilot.press("tab")
        await pilot.pause()
        assert shown(app.suggestions).splitlines() == ["From earlier", "› 1 a", "  2 b", NUMBERED_HINT]
        await pilot.press("3", "2")
        assert app.picked == [("b", 1)]
        app.suggestions.numbered = False
        await pilot.press("1")
        assert app.picked == [("b", 1)]


async def test_with_nothing_to_offer_it_takes_no_room() -> None:
    app = OfferApp(Suggestions(()))
    async with app.run_test() as pilot:
        assert not app.suggestions.display
        app.suggestions.offer(("a",))
        await pilot.pause()
        assert shown(app.suggestions) == "From earlier   + a"
        app.suggestions.offer(())
        await pilot.pause()
        assert not app.suggestions.display


async def test_offers_with_control_bytes_and_lines_stay_on_their_line() -> None:
    app = OfferApp(Suggestions(("one\ntwo\x1b[31m", "漢字" * 40)))
    async with app.run_test(size=(60, 20)):
        lines = shown(app.suggestions).splitlines()
        assert lines[1] == "+ one two␛[31m"
        assert lines[2].endswith("…")


async def test_a_list_that_opens_below_the_window_comes_into_sight() -> None:
    app = FieldApp(LongText(id="a", label="A", rows=20, starters=LONG))
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("tab")
        await pilot.pause()
        assert HINT in shown(app.screen)


async def test_what_is_said_about_a_day_comes_into_sight() -> None:
    app = FieldApp(LongText(id="a", label="A", rows=20), Date(id="b", label="B"))
    async with app.run_test(size=(60, 9)) as pilot:
        await pilot.press("tab", *"3/4/2027")
        await pilot.pause()
        assert "+ Saturday 3 April 2027" in shown(app.screen)


async def test_space_puts_an_offer_in_as_announced_and_undo_takes_it_out_at_once() -> None:
    app = FieldApp(Text(id="a", label="A", suggest=("a walk",)))
    async with app.run_test() as pilot:
        await pilot.press("tab")
        await pilot.pause()
        assert ONE_HINT in shown(app.screen)
        await pilot.press("space")
        await pilot.pause()
        assert app.answer("a") == "a walk"
        assert PUT_IN in shown(app.screen)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert app.answer("a") is None
        assert PUT_IN not in shown(app.screen)


async def test_what_was_put_in_is_no_longer_told_once_it_is_written_on() -> None:
    app = FieldApp(Text(id="a", label="A", suggest=("a walk",)))
    async with app.run_test() as pilot:
        await pilot.press("tab", "space", "!")
        await pilot.pause()
        assert app.answer("a") == "a walk!"
        assert PUT_IN not in shown(app.screen)


async def test_words_written_among_the_offers_go_into_the_box_and_pick_nothing() -> None:
    for field in (
        Text(id="a", label="A", suggest=("a walk", "music")),
        LongText(id="a", label="A", starters=LONG),
        LongText(id="a", label="A", suggest=("a walk",)),
    ):
        app = FieldApp(field)
        async with app.run_test() as pilot:
            await pilot.press(*"so", "tab", *"a long bath")
            assert app.answer("a") == "so a long bath"


async def test_words_pasted_among_the_offers_go_into_the_box() -> None:
    for field, words in (
        (LongText(id="a", label="A", starters=LONG), "two\nlines"),
        (Date(id="a", label="A", suggest=DateRule(days=5)), "3 dec 2026"),
    ):
        app = FieldApp(field)
        async with app.run_test() as pilot:
            await pilot.press("tab")
            app.post_message(events.Paste(words))
            await pilot.pause()
            await pilot.pause()
            answer = app.answer("a")
            assert (answer["text"] if isinstance(answer, dict) else answer) == words


async def test_spaces_between_words_pick_nothing_even_before_the_box_has_the_focus() -> None:
    app = OfferApp(Suggestions(("a", "b")))
    async with app.run_test() as pilot:
        await pilot.press("tab", *"so I am", "space")
        assert app.picked == []
        await pilot.press("right", "space")
        assert app.picked == [("b", 1)]


async def test_a_day_written_among_the_days_to_choose_from_goes_on_in_the_box() -> None:
    app = FieldApp(Date(id="a", label="A"))
    async with app.run_test() as pilot:
        await pilot.press(*"3/4", "enter", *"/2027")
        assert app.answer("a") == {"text": "3/4/2027", "day": None}
