"""A click does what it meant when it was pressed, though the page moves under it and keys are still on their way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import answers, begun, field, hit, is_on, mouse, send, where
from workbook.ui.fields.choice import ChoiceField
from workbook.ui.fields.date import DateField

if TYPE_CHECKING:
    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

PAGE = "open.interview"
WHEN = f"{PAGE}.interview_date"
SIZES = [(100, 30), (80, 24), (60, 20)]


def box_of(app: WorkbookApp, ref: str) -> DateField:
    widget = field(app, ref)
    assert isinstance(widget, DateField)
    return widget


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("typed", "keys"),
    [("3/4", ()), ("3/4", ("enter",)), ("whenever", ())],
    ids=["asked in the box", "asked among the days", "not to be read"],
)
async def test_another_field_is_chosen_while_a_day_is_asked_about_or_cannot_be_read(
    make_app: MakeApp, library: Library, guide: Guide, typed: str, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    app = make_app("resume", begun(library, guide, PAGE))
    async with running(app, size) as pilot:
        await until(pilot, lambda: is_on(app, PAGE))
        box_of(app, WHEN).box.focus()
        send(app, *typed, *keys)
        kept = {"text": typed, "day": None}
        await until(pilot, lambda: box_of(app, WHEN).answer == kept and box_of(app, WHEN).box.has_focus != bool(keys))
        chosen = field(app, f"{PAGE}.format")
        assert isinstance(chosen, ChoiceField)
        chosen.scroll_visible(animate=False)
        await until(pilot, lambda: "video call" in screen_text(app))
        await hit(pilot, "video call")
        await until(pilot, lambda: chosen.answer == "video call")
        assert box_of(app, WHEN).answer == kept
        assert box_of(app, WHEN).offers.display == (typed == "3/4")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("typed", ["3/4", "whenever"])
async def test_next_goes_on_while_a_day_is_asked_about_or_cannot_be_read(
    make_app: MakeApp, library: Library, guide: Guide, typed: str, size: tuple[int, int]
) -> None:
    app = make_app("resume", begun(library, guide, PAGE))
    async with running(app, size) as pilot:
        await until(pilot, lambda: is_on(app, PAGE))
        box_of(app, WHEN).box.focus()
        send(app, *typed)
        await until(pilot, lambda: box_of(app, WHEN).answer == {"text": typed, "day": None})
        await hit(pilot, "Next ›")
        await until(pilot, lambda: is_on(app, "open.news"))
    assert answers(library)[WHEN] == {"text": typed, "day": None}


async def test_what_was_pressed_is_clicked_though_the_page_moved_before_the_release(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, PAGE))
    async with running(app) as pilot:
        await until(pilot, lambda: is_on(app, PAGE))
        chosen = field(app, f"{PAGE}.format")
        x, y = where(app, "video call")
        mouse(app, events.MouseDown, x, y)
        await pilot.pause()
        box_of(app, WHEN).note.say("One line\nand another")
        await until(pilot, lambda: where(app, "video call") == (x, y + 2))
        mouse(app, events.MouseUp, x, y)
        await until(pilot, lambda: chosen.answer == "video call")


async def test_a_release_elsewhere_is_still_no_click(make_app: MakeApp, library: Library, guide: Guide) -> None:
    app = make_app("resume", begun(library, guide, PAGE))
    async with running(app) as pilot:
        await until(pilot, lambda: is_on(app, PAGE))
        x, y = where(app, "Next ›")
        mouse(app, events.MouseDown, x, y)
        mouse(app, events.MouseUp, *where(app, "Back"))
        await hit(pilot, "video call")
        await until(pilot, lambda: field(app, f"{PAGE}.format").answer == "video call")
        assert is_on(app, PAGE)


async def test_keys_still_on_their_way_go_where_they_were_typed_not_where_the_click_leads(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, PAGE))
    async with running(app) as pilot:
        await until(pilot, lambda: is_on(app, PAGE))
        box_of(app, WHEN).box.focus()
        await pilot.pause()
        send(app, *"12 november 2026")
        x, y = where(app, "Next ›")
        mouse(app, events.MouseDown, x, y)
        mouse(app, events.MouseUp, x, y)
        await until(pilot, lambda: is_on(app, "open.news"))
    assert answers(library)[WHEN] == {"text": "12 november 2026", "day": "2026-11-12"}
    assert set(answers(library)) == {WHEN}
