"""What late answers make worth another look: offered where the guide says so, and only for what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from workbook.flow.late import late_pages, offered_again
from workbook.flow.state import State
from workbook.guide.loader import load_guide
from workbook.paths import content_folder

from .states import AROUND

if TYPE_CHECKING:
    from workbook.guide.model import Guide

STATUS, GOOD, REWARD = "evaluate.feedback.status", "evaluate.feedback.good", "celebrate.reward.given"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(content_folder(None))


def offered(guide: Guide, answers: dict[str, Any], *changed: str) -> tuple[str, ...]:
    return offered_again(State(guide, answers, AROUND), changed)


def test_late_feedback_offers_what_to_work_on_and_what_may_never_be_known(guide: Guide) -> None:
    pages = ("evaluate.two", "accept.unknown")
    assert offered(guide, {STATUS: "got_some"}, STATUS) == pages
    assert offered(guide, {STATUS: "got_some", GOOD: "My questions"}, GOOD) == pages


def test_other_late_answers_offer_nothing(guide: Guide) -> None:
    assert offered(guide, {STATUS: "nothing"}, STATUS) == ()
    assert offered(guide, {STATUS: "got_some"}, REWARD) == ()
    assert offered(guide, {STATUS: "got_some"}) == ()


def test_pages_with_a_late_field_are_known_from_the_guide(guide: Guide) -> None:
    late = {ref.rpartition(".")[0] for ref, place in guide.fields.items() if place.field.after_completion}
    assert set(late_pages(State(guide, {}, AROUND))) == late
