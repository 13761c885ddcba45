"""The scale: a number from 0 to 10, or none."""

from __future__ import annotations

from textual.geometry import Offset

from tests.ui.fields.picking_helpers import FieldApp, running, text_of
from workbook.guide.model import Scale

MOOD = Scale(id="mood", label="How is your mood?", low="very low", high="very good")
BEFORE = Scale(id="before", label="How is your mood?", low="very low", high="very good")
AFTER = Scale(id="mood", label="How is your mood?", low="very low", high="very good", compare_with="part.page.before")


KEYS = {
    "7": 7,
    "0": 0,
    "1 0": 10,
    "1 1": 1,
    "2 0": 0,
    "right": 5,
    "left": 5,
    "right right": 6,
    "left left": 4,
    "home": 0,
    "end": 10,
    "end right": 10,
    "home left": 0,
}
"""What keys choose, starting from nothing."""


async def test_keys_choose_a_number() -> None:
    async with running(FieldApp(MOOD)) as (app, pilot):
        await pilot.press("tab")
        for keys, number in KEYS.items():
            await pilot.press("x", *keys.split())
            assert app.answer == number, keys
            assert f"[{number}]" in text_of(app.field().line)


async def test_a_number_can_be_taken_back() -> None:
    async with running(FieldApp(MOOD)) as (app, pilot):
        await pilot.press("tab")
        for key in ("delete", "backspace", "x"):
            await pilot.press("3", key)
            assert app.answer is None
            assert "–" in text_of(app.field().line)


async def test_a_one_and_a_late_zero_are_two_answers() -> None:
    async with running(FieldApp(MOOD)) as (app, pilot):
        line = app.field().line
        line.clock = lambda: 100.0
        await pilot.press("tab", "1")
        line.clock = lambda: 101.5
        await pilot.press("0")
        assert app.answer == 0


async def test_a_click_chooses_the_number_under_it() -> None:
    async with running(FieldApp(MOOD)) as (app, pilot):
        line = app.field().line
        await pilot.click(line, offset=Offset(text_of(line).splitlines()[0].index("8"), 0))
        assert app.answer == 8


async def test_a_click_beside_the_numbers_changes_nothing() -> None:
    async with running(FieldApp(MOOD)) as (app, pilot):
        await pilot.click(app.field().line, offset=Offset(50, 1))
        assert app.said == []


async def test_zero_is_shown_as_an_answer() -> None:
    async with running(FieldApp(MOOD, answers={"mood": 0})) as (app, _):
        assert "[0]" in text_of(app.field().line)


async def test_a_default_stands_there_but_is_not_sent() -> None:
    async with running(FieldApp(Scale(id="mood", label="Mood", default=5))) as (app, pilot):
        assert "[5]" in text_of(app.field().line)
        await pilot.press("tab", "right")
        assert app.said == [("mood", 6)]


async def test_the_earlier_number_is_shown_beside_without_a_comment() -> None:
    async with running(FieldApp(BEFORE, AFTER, show="mood")) as (app, pilot):
        assert "Earlier" not in text_of(app.field().line)
        app.set_answer("before", 4)
        await pilot.pause()
        assert "Earlier: 4" in text_of(app.field().line)
        assert app.said == []


async def test_enter_goes_on() -> None:
    async with running(FieldApp(MOOD)) as (app, pilot):
        await pilot.press("tab", "enter")
        assert app.done == ["mood"]


async def test_it_fits_fifty_six_columns_with_both_ends_and_the_earlier_number() -> None:
    app = FieldApp(BEFORE, AFTER, show="mood", answers={"before": 4, "mood": 10})
    async with running(app, size=(56, 20)) as (_, _):
        shown = text_of(app.field().line)
        for part in ("0 very low", "10 very good", "[10]", "Earlier: 4"):
            assert part in shown


async def test_long_ends_stand_on_lines_of_their_own() -> None:
    low, high = "I could hardly imagine doing this job at all", "I can see myself there on any day of the week"
    async with running(FieldApp(Scale(id="mood", label="x", low=low, high=high)), size=(56, 20)) as (app, _):
        shown = " ".join(text_of(app.field().line).split())
        assert low in shown
        assert high in shown


async def test_what_is_no_number_is_shown_as_blank_and_left_alone() -> None:
    junk = ["7", 11, -1, 2.5, True, [], {}, {"a": 1}]
    scales = [Scale(id=f"s{n}", label="x", compare_with="part.page.s0") for n in range(len(junk))]
    async with running(FieldApp(*scales, answers={f"s{n}": item for n, item in enumerate(junk)})) as (app, _):
        for scale in scales:
            assert "[" not in text_of(app.field(scale.id).line)
            assert "–" in text_of(app.field(scale.id).line)
        assert app.said == []
