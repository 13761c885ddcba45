"""What comes after a workbook was completed can all be filled in, and what it may change is only offered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.widgets import TextArea

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import answers, click, completed, is_up, paste, review, send
from workbook.ui.fields.base import FieldWidget
from workbook.ui.fields.cells import DateCell
from workbook.ui.screens.ask import AskScreen
from workbook.ui.screens.late import LateScreen
from workbook.ui.screens.review import ReviewScreen
from workbook.ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

STATUS, GOOD, PICKS = "evaluate.feedback.status", "evaluate.feedback.good", "evaluate.two.picks"
PEOPLE, EMAIL, SEND_ON = "evaluate.feedback.people", "evaluate.feedback.email", "evaluate.feedback.send_on"
DIFFERENT = "evaluate.two.different"
KEPT: dict[str, Any] = {"open.interview.company": "Acme", DIFFERENT: "I would pause"}


def late_fields(app: WorkbookApp) -> dict[str, FieldWidget]:
    """The fields in sight on the page for late answers."""
    assert isinstance(app.screen, LateScreen)
    fields = [field for field in app.screen.query(FieldWidget) if not isinstance(field, DateCell)]
    return {field.place.ref: field for field in fields if field.display}


async def open_late(app: WorkbookApp, pilot: Pilot[None]) -> None:
    send(app, "l")
    await until(pilot, lambda: isinstance(app.screen, LateScreen) and late_fields(app))


async def focus(app: WorkbookApp, pilot: Pilot[None], ref: str) -> None:
    """Put the keys into a field, once it is there."""
    await until(pilot, lambda: ref in late_fields(app))
    target = late_fields(app)[ref].first_focus()
    assert target is not None, f"nothing in {ref} takes a key"
    app.screen.set_focus(target)
    await until(pilot, lambda: app.focused is target)


async def test_every_field_that_stays_open_takes_keys_once_it_is_asked(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    reached = set()
    given = {"refine.door.again": "yes", "celebrate.reward.when": {"text": "2026-11-20", "day": "2026-11-20"}}
    for status in ("will_ask", "got_some"):
        app = make_app("review", completed(library, guide, {**KEPT, **given, STATUS: status}))
        async with running(app, (80, 30)) as pilot:
            await open_late(app, pilot)
            for ref in late_fields(app):
                await focus(app, pilot, ref)
                reached.add(ref)
    wanted = {ref for ref, place in guide.fields.items() if place.field.after_completion}
    assert reached == wanted


async def test_people_a_letter_and_a_day_are_filled_in_late(make_app: MakeApp, library: Library, guide: Guide) -> None:
    app = make_app("review", completed(library, guide, {**KEPT, STATUS: "will_ask"}))
    async with running(app, (80, 30)) as pilot:
        await open_late(app, pilot)
        await focus(app, pilot, PEOPLE)
        await until(pilot, lambda: isinstance(app.focused, TextArea))
        paste(app, "Ms. [b]Oak")
        await until(pilot, lambda: PEOPLE in answers(library))
        await focus(app, pilot, EMAIL)
        await until(pilot, lambda: isinstance(app.focused, TextArea))
        paste(app, "A thank you")
        await focus(app, pilot, SEND_ON)
        paste(app, "2026-12-01")
        await until(pilot, lambda: SEND_ON in answers(library) and EMAIL in answers(library))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, ReviewScreen))
        text = review(app).pane.reading.text
    assert "Ms. [b]Oak" in text
    assert "1 December 2026" in text
    assert answers(library)[PEOPLE][0]["who"] == "Ms. [b]Oak"
    assert library.read(library.ids()[0]).completed is not None


async def test_late_feedback_offers_two_pages_again_and_takes_no_for_an_answer(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("review", completed(library, guide, {**KEPT, STATUS: "got_some"}))
    async with running(app, (80, 30)) as pilot:
        await open_late(app, pilot)
        await focus(app, pilot, GOOD)
        paste(app, "They liked my questions")
        await until(pilot, lambda: GOOD in answers(library))
        send(app, "escape")
        await until(pilot, lambda: is_up(app, AskScreen))
        assert "just as well stay as they are" in " ".join(screen_text(app).split())
        await click(pilot, "One or two things for next time")
        await until(pilot, lambda: isinstance(app.screen, LateScreen) and DIFFERENT in late_fields(app))
        assert "You know a little of what they saw." in screen_text(app)
        assert "I would pause" in screen_text(app), "what was written then is still there"
        await focus(app, pilot, DIFFERENT)
        send(app, "ctrl+end", *"!", "escape")
        await until(pilot, lambda: is_up(app, AskScreen))
        assert "One or two things" not in screen_text(app), "a page is offered once"
        await click(pilot, "Leave them")
        await until(pilot, lambda: is_up(app, ReviewScreen))
    assert answers(library)[DIFFERENT] == "I would pause!"
    assert library.read(library.ids()[0]).completed is not None


async def test_nothing_is_offered_where_nothing_was_added(make_app: MakeApp, library: Library, guide: Guide) -> None:
    app = make_app("review", completed(library, guide, {**KEPT, STATUS: "got_some"}))
    async with running(app, (80, 30)) as pilot:
        await open_late(app, pilot)
        send(app, "escape")
        await until(pilot, lambda: is_up(app, ReviewScreen))
    assert answers(library) == {**KEPT, STATUS: "got_some"}


async def test_a_page_with_nothing_to_fill_in_is_left_out(make_app: MakeApp, library: Library, guide: Guide) -> None:
    app = make_app("review", completed(library, guide, KEPT | {"open.welcome.route": "quick"}))
    async with running(app) as pilot:
        await open_late(app, pilot)
        assert isinstance(app.screen, LateScreen)
        pages = [page for page in app.screen.query(PageView) if page.display]
        with_fields = [page for page in pages if any(field.display for field in page.query(FieldWidget))]
        assert "evaluate.two" not in [page.page_ref for page in pages]
        assert pages == with_fields
