"""A list of any length draws only what is in view, and its cursor passes over what cannot be picked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App, ComposeResult
from textual.content import Content

from workbook.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable


class ListApp(App[None]):
    """A list of words; those in capitals are headings."""

    CSS = "RowList { height: 8; } RowList > .row-list--cursor { text-style: bold; }"

    def __init__(self, items: list[str]) -> None:
        super().__init__()
        self.items = items
        self.drawn: list[str] = []
        self.picked: list[str] = []

    def compose(self) -> ComposeResult:
        """The list alone."""
        can_pick: Callable[[Any], bool] = lambda item: not item.isupper()  # noqa: E731
        yield RowList(self.items, draw=self.draw, can_pick=can_pick)

    def draw(self, item: str, width: int) -> Content:
        """Draw one, and remember that."""
        self.drawn.append(item)
        return Content(item)

    def on_row_list_picked(self, event: RowList.Picked) -> None:
        """Remember what was picked."""
        self.picked.append(event.item)

    @property
    def rows(self) -> RowList[str]:
        """The list."""
        return self.query_one(RowList)


async def test_only_rows_in_view_are_drawn_and_the_last_one_is_there() -> None:
    app = ListApp([f"row {number}" for number in range(100_000)])
    async with app.run_test(size=(30, 10)) as pilot:
        assert set(app.drawn) == {f"row {number}" for number in range(8)}
        await pilot.press("G")
        assert app.rows.current == "row 99999"
        assert app.rows.render_line(7).text.strip() == "› row 99999"
        await pilot.press("g", "pagedown")
        assert app.rows.current == "row 7"
        assert len(set(app.drawn)) <= 24


async def test_the_cursor_passes_over_headings_which_come_into_view_with_their_first_row() -> None:
    app = ListApp(["ONE", "a", "b", "TWO", "c", *"defghijkl"])
    async with app.run_test(size=(30, 10)) as pilot:
        assert app.rows.current == "a"
        await pilot.press("up", "j", "j")
        assert app.rows.current == "c"
        await pilot.press("G", "g")
        assert app.rows.current == "a"
        assert app.rows.scroll_offset.y == 0, "the heading is in view"
        await pilot.press("enter")
        await pilot.click(RowList, offset=(3, 3))
        assert app.picked == ["a"], "a heading cannot be picked"
        await pilot.click(RowList, offset=(3, 4))
        assert app.picked == ["a", "c"]


async def test_an_empty_list_and_one_of_headings_alone_have_nothing_to_pick() -> None:
    app = ListApp([])
    async with app.run_test(size=(30, 10)) as pilot:
        for items in ([], ["ONE", "TWO"]):
            app.rows.show(items)
            await pilot.press("j", "G", "enter", "pagedown", "k")
            assert app.rows.current is None
        app.rows.show(["ONE", "a"], cursor=7)
        assert app.rows.current == "a"
    assert app.picked == []


async def test_a_long_or_wide_or_many_lined_item_stays_one_row() -> None:
    app = ListApp(["w" * 200, "漢字" * 50, "two\nlines", "[b]"])
    async with app.run_test(size=(30, 10)):
        widths = [app.rows.render_line(y).cell_length for y in range(5)]
        assert widths == [30] * 5
        assert "…" in app.rows.render_line(0).text
        assert app.rows.render_line(2).text.strip().startswith("two")
        assert "[b]" in app.rows.render_line(3).text
