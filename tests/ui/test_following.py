"""A page follows the answers on it: fields, notes, offers and the card with people to talk to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static, TextArea

from tests.ui.conftest import running, screen_text, until
from tests.ui.driving import answers, begun, click, field, is_on, is_up, on_disk, said, send, wizard
from workbook.ui.screens.home import HomeScreen
from workbook.ui.screens.words import WordsScreen
from workbook.ui.widgets.page_view import OfferButton
from workbook.ui.widgets.support_card import SupportCard

if TYPE_CHECKING:
    import pytest

    from tests.ui.conftest import MakeApp
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.ui.app import WorkbookApp

THOUGHT, PLAN = "feel.check.thought", "feel.check.plan"


def notes(app: WorkbookApp) -> list[str]:
    """The notes that can be seen."""
    return [str(note.visual) for note in wizard(app).page_view.query(".note").results(Static) if note.display]


def card_is_out(app: WorkbookApp) -> bool:
    return any(card.display for card in wizard(app).page_view.query(SupportCard))


async def test_a_question_that_depends_on_another_comes_and_goes_and_keeps_its_answer(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    kept = {THOUGHT: "x", PLAN: {"if": "they ask [why]", "then": "I breathe"}}
    app = make_app("resume", begun(library, guide, "feel.check", kept))
    async with running(app, (100, 30)) as pilot:
        assert field(app, PLAN).display
        field(app, THOUGHT).query_one(TextArea).focus()
        send(app, "backspace")
        await until(pilot, lambda: not field(app, PLAN).display)
        send(app, "ctrl+n")
        await until(pilot, lambda: is_on(app, "evaluate.ready"))
        assert answers(library)[PLAN] == kept[PLAN]
        send(app, "alt+left", *"y")
        await until(pilot, lambda: is_on(app, "feel.check"))
        field(app, THOUGHT).query_one(TextArea).focus()
        send(app, "y")
        await until(pilot, lambda: field(app, PLAN).display)
        assert [box.text for box in field(app, PLAN).query(TextArea)] == ["they ask [why]", "I breathe"]


async def test_notes_appear_and_go_as_they_become_true(make_app: MakeApp, library: Library, guide: Guide) -> None:
    app = make_app("resume", begun(library, guide, "open.news"))
    async with running(app, (100, 40)) as pilot:
        assert notes(app) == []
        field(app, "open.news.want").first_focus().focus()  # type: ignore[union-attr]
        send(app, "8")
        await until(pilot, lambda: notes(app) == ["You wanted this one a lot. Going slowly makes sense."])
        send(app, "7")
        await until(pilot, lambda: notes(app) == [])


async def test_what_was_written_earlier_stays_in_sight_as_it_was_written(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    earlier = {"feel.lost.picture": "A desk [by] the window", "feel.lost.sting": "the people"}
    app = make_app("resume", begun(library, guide, "refine.want", earlier))
    async with running(app, (100, 30)):
        recall = wizard(app).page_view.query_one(".recall", Static)
        assert str(recall.visual) == "Earlier you wrote\nA desk [by] the window\nthe people"
        await wizard(app).jump("close.step")
        assert not wizard(app).page_view.query_one(".recall").display, "nothing was written there"


async def test_a_choice_can_offer_to_stop_for_today_and_the_next_sitting_begins_after_it(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, "feel.check"))
    async with running(app, (100, 40)) as pilot:
        field(app, "feel.check.next").first_focus().focus()  # type: ignore[union-attr]
        send(app, "1")
        await until(pilot, lambda: wizard(app).page_view.query(OfferButton))
        send(app, "2")
        await until(pilot, lambda: not wizard(app).page_view.query(OfferButton))
        send(app, "1")
        await until(pilot, lambda: wizard(app).page_view.query(OfferButton))
        await click(pilot, "Save and stop for today")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert said(app.screen, "#where").startswith("Evaluate, page 1 of ")
        assert answers(library)["feel.check.next"] == "stop"


async def test_a_choice_can_offer_to_go_to_a_page(make_app: MakeApp, library: Library, guide: Guide) -> None:
    app = make_app("resume", begun(library, guide, "evaluate.ready", {"evaluate.ready.choice": "email_only"}))
    async with running(app, (100, 40)) as pilot:
        (offer,) = wizard(app).page_view.query(OfferButton)
        await click(pilot, str(offer.label))
        await until(pilot, lambda: is_on(app, "evaluate.feedback"))


async def test_people_to_talk_to_are_offered_once_in_a_sitting_and_using_it_is_kept_nowhere(
    make_app: MakeApp, library: Library, guide: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbook.ui.screens.wizard.A_MOMENT", 0.05)
    app = make_app("resume", begun(library, guide, "open.now"))
    async with running(app, (100, 40)) as pilot:
        send(app, "3", "2")
        await until(pilot, lambda: card_is_out(app))
        await click(pilot, "Show me who I can talk to")
        await until(pilot, lambda: is_up(app, WordsScreen))
        assert "112" in screen_text(app)
        send(app, "escape")
        await until(pilot, lambda: is_on(app, "open.now"))
        assert not card_is_out(app)
        send(app, "5", "1", "ctrl+n")
        await until(pilot, lambda: is_on(app, "feel.name"))
        send(app, "alt+left")
        await until(pilot, lambda: is_on(app, "open.now"))
        passed: list[bool] = []
        app.screen.set_timer(0.1, lambda: passed.append(True))
        await until(pilot, lambda: passed)
        assert not card_is_out(app), "once in a sitting is enough"
    record = library.read(library.ids()[0])
    assert {ref: answer.value for ref, answer in record.answers.items()} == {"open.now.mood": 1}
    assert not [name for name, data in on_disk(library).items() if "guides" not in name and b"support" in data.lower()]


async def test_stopping_for_today_from_the_card_goes_home_saved(
    make_app: MakeApp, library: Library, guide: Guide
) -> None:
    app = make_app("resume", begun(library, guide, "open.now"))
    async with running(app, (100, 40)) as pilot:
        send(app, "0")
        await until(pilot, lambda: card_is_out(app))
        await click(pilot, "Stop for today")
        await until(pilot, lambda: is_up(app, HomeScreen))
        assert answers(library)["open.now.mood"] == 0
