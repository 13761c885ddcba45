"""What earlier workbooks hold is offered where the next one asks for it, and never put in unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Button

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import answers, begun, buttons, click, completed, field, is_on, send, wizard
from workbook.ui.widgets.left_plan import LeftPlanCard
from workbook.ui.widgets.suggestions import Suggestions

if TYPE_CHECKING:
    from tests.ui.clock import Clock
    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

COMPANY, NEXT_NO, WORDS = "open.interview.company", "accept.company.next_no", "refine.words.keywords"
STRENGTHS, QUESTIONS, FRIEND = "refine.offer.strengths", "evaluate.questions.items", "feel.kind.friend"
PLAN = {"if": "another no comes", "then": "I ring [b]Jo[/b]"}


def earlier(library: Library, guide: Guide, clock: Clock, **said: Any) -> str:
    made = completed(library, guide, {COMPANY: "Acme", **said})
    clock.move(days=10)
    return made


def card(app: WorkbookApp) -> LeftPlanCard:
    return wizard(app).query_one(LeftPlanCard)


def offers(app: WorkbookApp, ref: str) -> Suggestions:
    return field(app, ref).query(Suggestions).last()


async def test_the_plan_for_the_next_no_greets_on_the_first_page_and_can_be_folded(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    earlier(library, guide, clock, **{NEXT_NO: PLAN})
    earlier(library, guide, clock)  # a newer one without a plan
    app = make_app("new")
    async with running(app, (80, 24)) as pilot:
        await until(pilot, lambda: "Last time you left yourself this plan." in screen_text(app))
        shown = screen_text(app)
        assert "If another no comes, then I ring [b]Jo[/b]" in shown
        assert "Written 22 November 2026, Acme" in shown
        fold = card(app).query_one(Button)
        fold.focus()
        await until(pilot, lambda: fold.has_focus)
        send(app, "enter")
        await until(pilot, lambda: "I ring" not in screen_text(app) and not fold.has_class("-active"))
        assert "Show it" in buttons(app.screen)
        send(app, "enter")
        await until(pilot, lambda: "I ring" in screen_text(app))
        send(app, "ctrl+n")
        await until(pilot, lambda: is_on(app, "open.interview"))
        assert "I ring" not in screen_text(app)
    assert NEXT_NO not in answers(library, library.ids()[-1])


@pytest.mark.parametrize("size", [(100, 30), (80, 24), (60, 20)])
async def test_the_plan_leaves_in_sight_what_there_is_to_choose(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock, size: tuple[int, int]
) -> None:
    plan = {"if": "the next no comes and I want to shut the laptop", "then": "I ring Jo and walk round the block twice"}
    earlier(library, guide, clock, **{NEXT_NO: plan})
    app = make_app("new")
    async with running(app, size) as pilot:
        await until(pilot, lambda: "Last time you left yourself this plan." in screen_text(app))
        await until(pilot, lambda: "short version" in screen_text(app) and "off my chest" in screen_text(app))
        page = wizard(app).page_view
        assert page.max_scroll_y
        page.scroll_end(animate=False)
        await until(pilot, lambda: "This is a private place" in screen_text(app) or "not therapy" in screen_text(app))


async def test_a_plan_without_what_to_do_or_from_a_later_workbook_greets_nobody(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    earlier(library, guide, clock, **{NEXT_NO: {"if": "another no comes", "then": ""}, STRENGTHS: [{"strength": "S"}]})
    mine = begun(library, guide, "open.welcome", {COMPANY: "Mine"})
    clock.move(days=1)
    earlier(library, guide, clock, **{NEXT_NO: PLAN})
    app = make_app("resume", mine)
    async with running(app, (80, 24)) as pilot:
        await until(pilot, lambda: wizard(app).sitting.state.around.gathered)
        assert not card(app).display


async def test_strengths_come_with_their_proof_and_where_they_are_from(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    row = {"strength": "I stay calm", "proof": "The van broke down"}
    earlier(library, guide, clock, **{STRENGTHS: [row, {"strength": "[i]Quick[/i]"}]})
    mine = begun(library, guide, "refine.offer", {COMPANY: "Mine"})
    app = make_app("resume", mine)
    async with running(app, (100, 40)) as pilot:
        await until(pilot, lambda: "I stay calm" in screen_text(app))
        assert "Acme, November 2026" in screen_text(app)
        assert answers(library, mine).get(STRENGTHS) is None
        offers(app, STRENGTHS).focus()
        send(app, "enter", "enter")
        await until(pilot, lambda: "+ The van broke down" in screen_text(app))
        offers(app, STRENGTHS).focus()
        send(app, "enter", "ctrl+n")
        await until(pilot, lambda: is_on(app, "refine.want"))
    assert answers(library, mine)[STRENGTHS] == [row]


async def test_search_words_are_brought_in_by_one_button_and_dropped_ones_stay_in_sight(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    words = [{"word": "nurse", "do": "keep"}, {"word": "ward lead", "do": "try"}, {"word": "intern", "do": "drop"}]
    earlier(library, guide, clock, **{WORDS: words})
    mine = begun(library, guide, "refine.words", {COMPANY: "Mine", WORDS: [{"word": "Nurse"}]})
    app = make_app("resume", mine)
    async with running(app, (100, 40)) as pilot:
        await until(pilot, lambda: "Dropped earlier: intern" in screen_text(app))
        assert answers(library, mine)[WORDS] == [{"word": "Nurse"}]
        await click(pilot, "Bring in 1 from earlier: ward lead")
        await until(pilot, lambda: "Row 2 of 2" in screen_text(app))
        assert "Bring in" not in screen_text(app)
        send(app, "escape", "escape")
        await until(pilot, lambda: app.desk.open_screen is None)
    assert answers(library, mine)[WORDS] == [{"word": "Nurse"}, {"word": "ward lead", "do": "try"}]


async def test_a_question_met_before_is_offered_with_the_better_answer(
    make_app: MakeApp, library: Library, guide: Guide, clock: Clock
) -> None:
    earlier(library, guide, clock, **{QUESTIONS: [{"question": "Why us?", "answer": "Um", "better": "The buses"}]})
    mine = begun(library, guide, "evaluate.questions", {COMPANY: "Mine"})
    app = make_app("resume", mine)
    async with running(app, (100, 40)) as pilot:
        await until(pilot, lambda: "+ Why us?" in screen_text(app))
        offers(app, QUESTIONS).focus()
        send(app, "enter", "enter", "enter", "enter")
        await until(pilot, lambda: "+ The buses" in screen_text(app))
        assert "Um" not in screen_text(app), "what was said in another interview is no answer to take along"


async def test_kind_words_are_offered_whole(make_app: MakeApp, library: Library, guide: Guide, clock: Clock) -> None:
    earlier(library, guide, clock, **{FRIEND: "You tried.\nRest now."})
    mine = begun(library, guide, "feel.kind", {COMPANY: "Mine"})
    app = make_app("resume", mine)
    async with running(app, (100, 40)) as pilot:
        await until(pilot, lambda: "+ You tried. Rest now." in screen_text(app))
        widget = field(app, FRIEND)
        widget.query_one("Suggestions").focus()
        send(app, "enter")
        await until(pilot, lambda: widget.answer == "You tried.\nRest now.")
