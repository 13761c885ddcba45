"""A table: rows added, written, moved and removed without leaving the keyboard."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui.fields.picking_helpers import FieldApp, place_of, running, shown, text_of
from workbook.guide.model import Column, Table
from workbook.ui.fields.row_editor import RowEditor

ITEMS = Table(
    id="items",
    label="What went well",
    columns=(Column(id="what", label="What went well", width=40), Column(id="how", label="How", width=40)),
    max_rows=3,
)
TWO: list[dict[str, Any]] = [{"what": "a nod", "how": "eye contact"}, {"what": "a laugh", "how": ""}]


def cells(app: FieldApp) -> list[Any]:
    return [cell for cell in app.field().editor.cells if cell.display]


async def test_with_no_rows_the_editor_stands_ready_and_the_first_key_makes_a_row() -> None:
    async with running(FieldApp(ITEMS)) as (app, pilot):
        assert not app.field().table_list.display
        await pilot.press("tab", "a")
        assert app.said == [("items", [{"what": "a"}])]
        await pilot.press("backspace")
        assert app.answer is None


async def test_enter_goes_to_the_next_cell_and_then_to_another_row() -> None:
    async with running(FieldApp(ITEMS)) as (app, pilot):
        await pilot.press("tab", *"nod", "enter", *"eyes", "enter", *"joke")
        assert app.answer == [{"what": "nod", "how": "eyes"}, {"what": "joke"}]
        assert "Row 2 of 2" in shown(app)


async def test_enter_past_a_blank_row_goes_on() -> None:
    async with running(FieldApp(ITEMS, answers={"items": TWO[:1]})) as (app, pilot):
        await pilot.press("tab", "enter", "enter", "enter", "enter")
        assert app.done == ["items"]
        assert app.said == []


async def test_enter_past_the_last_row_there_may_be_goes_on() -> None:
    async with running(FieldApp(ITEMS)) as (app, pilot):
        await pilot.press("tab", *("x", "enter", "enter") * 3)
        assert app.done == ["items"]
        assert len(app.answer) == 3


async def test_the_list_shows_every_row_and_the_editor_the_one_at_the_cursor() -> None:
    async with running(FieldApp(ITEMS, answers={"items": TWO})) as (app, pilot):
        rows = app.field().table_list
        await pilot.press("tab", "down")
        assert "› a laugh" in text_of(rows)
        assert cells(app)[0].text == "a laugh"
        await pilot.press("enter", "end", "s")
        assert app.answer == [TWO[0], {"what": "a laughs", "how": ""}]


async def test_a_row_is_added_removed_and_brought_back_from_the_list() -> None:
    async with running(FieldApp(ITEMS, answers={"items": TWO})) as (app, pilot):
        await pilot.press("tab", "a", *"third")
        assert [row["what"] for row in app.answer] == ["a nod", "a laugh", "third"]
        await pilot.press("escape", "up", "delete")
        assert [row["what"] for row in app.answer] == ["a nod", "third"]
        assert "Removed. Press u to bring it back." in shown(app)
        await pilot.press("u")
        assert [row["what"] for row in app.answer] == ["a nod", "a laugh", "third"]
        assert cells(app)[0].text == "a laugh"


async def test_every_row_can_be_removed_and_all_come_back() -> None:
    async with running(FieldApp(ITEMS, answers={"items": TWO})) as (app, pilot):
        await pilot.press("tab", "delete", "backspace")
        assert app.answer is None
        await pilot.press("delete", "u", "u")
        assert app.answer == TWO


async def test_a_row_moves_up_and_down_and_stays_in_hand() -> None:
    async with running(FieldApp(ITEMS, answers={"items": TWO})) as (app, pilot):
        await pilot.press("tab")
        for up, down in (("alt+up", "alt+down"), ("K", "J")):
            await pilot.press(down)
            assert app.answer == TWO[::-1]
            assert "› a nod" in text_of(app.field().table_list)
            assert "Row 2 of 2" in shown(app)
            await pilot.press(down, up)
            assert app.answer == TWO


async def test_in_the_editor_alt_and_arrows_go_from_row_to_row() -> None:
    async with running(FieldApp(ITEMS, answers={"items": TWO})) as (app, pilot):
        await pilot.press("tab", "enter", "alt+down")
        assert cells(app)[0].text == "a laugh"
        assert cells(app)[0].has_focus
        await pilot.press("alt+down", "alt+up")
        assert cells(app)[0].text == "a nod"
        assert app.said == []


async def test_words_typed_just_before_changing_rows_go_into_their_own_row() -> None:
    async with running(FieldApp(ITEMS, answers={"items": TWO})) as (app, pilot):
        field = app.field()
        await pilot.press("tab", "enter")
        cells(app)[0].replace_all("first")
        field.action_go(1)
        cells(app)[0].replace_all("second")
        await pilot.pause()
        assert [row["what"] for row in app.answer] == ["first", "second"]


async def test_a_change_that_arrives_after_changing_rows_goes_into_its_own_row() -> None:
    async with running(FieldApp(ITEMS, answers={"items": TWO})) as (app, pilot):
        field = app.field()
        first = field.current
        field.action_go(1)
        field.post_message(RowEditor.Changed(first, "what", "late"))
        await pilot.pause()
        assert [row["what"] for row in app.answer] == ["late", "a laugh"]


async def test_undo_does_not_bring_the_words_of_one_row_into_another() -> None:
    async with running(FieldApp(ITEMS, answers={"items": TWO})) as (app, pilot):
        await pilot.press("tab", "enter", "s", "alt+down", "ctrl+z", "ctrl+z")
        assert app.answer[1]["what"] == "a laugh"


async def test_escape_goes_back_to_the_list_and_from_there_leaves_the_page() -> None:
    async with running(FieldApp(ITEMS, answers={"items": TWO})) as (app, pilot):
        await pilot.press("tab", "enter", "escape")
        assert app.field().table_list.has_focus
        assert not app.left
        await pilot.press("escape")
        assert app.left


async def test_escape_leaves_the_page_at_once_while_there_is_no_list() -> None:
    async with running(FieldApp(ITEMS)) as (app, pilot):
        await pilot.press("tab", "escape")
        assert app.left


async def test_one_row_too_many_is_not_added_and_says_so() -> None:
    three = [*TWO, {"what": "a question", "how": ""}]
    async with running(FieldApp(ITEMS, answers={"items": three})) as (app, pilot):
        await pilot.press("tab", "a")
        assert "Up to 3 rows here." in shown(app)
        assert len(app.field().rows) == 3


async def test_stored_rows_beyond_the_limit_are_all_shown_and_kept() -> None:
    five = [{"what": f"thing {n}", "how": ""} for n in range(5)]
    async with running(FieldApp(ITEMS, answers={"items": five})) as (app, pilot):
        assert all(f"thing {n}" in text_of(app.field().table_list) for n in range(5))
        await pilot.press("tab", "enter", "end", "s")
        assert len(app.answer) == 5


async def test_buttons_do_it_all_with_the_mouse() -> None:
    async with running(FieldApp(ITEMS, answers={"items": TWO})) as (app, pilot):
        field = app.field()
        await pilot.click(field.commands, offset=place_of(field.commands, "Move down"))
        assert app.answer == TWO[::-1]
        await pilot.click(field.commands, offset=place_of(field.commands, "Move up"))
        await pilot.click(field.table_list, offset=place_of(field.table_list, "a laugh"))
        await pilot.click(field.commands, offset=place_of(field.commands, "Remove"))
        assert app.answer == TWO[:1]
        await pilot.click(field.undo)
        assert app.answer == TWO
        await pilot.click(field.commands, offset=place_of(field.commands, "Add a row"))
        assert "Row 3 of 3" in shown(app)


async def test_the_buttons_work_with_the_keyboard_too() -> None:
    async with running(FieldApp(ITEMS, answers={"items": TWO})) as (app, pilot):
        app.field().commands.focus()
        await pilot.press("right", "enter")
        assert app.answer == TWO[1:]
        assert app.field().table_list.has_focus or app.field().commands.has_focus


@pytest.mark.parametrize("width", [100, 80, 60, 40])
async def test_every_row_is_in_sight_at_any_width(width: int) -> None:
    rows = [{"what": f"thing {n}", "how": "by saying what I think and asking what they think " * 2} for n in range(3)]
    async with running(FieldApp(ITEMS, answers={"items": rows}), size=(width, 40)) as (app, _):
        drawn = text_of(app.field().table_list)
        assert all(len(line) <= width for line in drawn.splitlines())
        assert all(f"thing {n}" in drawn for n in range(3))
