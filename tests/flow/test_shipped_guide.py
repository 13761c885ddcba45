"""The flow on the guide that comes with the app."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbook.flow.document import document
from workbook.flow.fields import label, shown_fields
from workbook.flow.notes import notes
from workbook.flow.piping import fill
from workbook.flow.progress import progress
from workbook.flow.suggest import suggestions
from workbook.flow.summaries import summary
from workbook.flow.walk import forward, is_last, shown_pages
from workbook.guide.loader import load_guide
from workbook.guide.model import Choice, LongText, Summary, Text

from .strategies import answers_for, begin

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject

    from workbook.flow.state import State
    from workbook.guide.model import Guide

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture(scope="module")
def shipped() -> Guide:
    return load_guide(CONTENT)


def show(here: State) -> None:
    """Work out everything the page says."""
    assert progress(here) is not None
    notes(here, here.here)
    fill(here.guide.pages[here.here][1].body, here)
    for place in shown_fields(here, here.here):
        label(place.field, here)
        if isinstance(place.field, Summary):
            summary(place.field, here)
        if isinstance(place.field, Text | LongText):
            suggestions(place.field, here)


@settings(deadline=None, max_examples=15)
@given(data=st.data())
def test_whatever_is_answered_every_page_shows_and_the_end_is_reached(shipped: Guide, data: DataObject) -> None:
    route = data.draw(st.sampled_from([one.id for one in shipped.manifest.routes]))
    here, _ = forward(begin(shipped, {shipped.manifest.route_field: route}))
    for _ in shipped.pages:
        for place in shown_fields(here, here.here):
            asked = not isinstance(place.field, Summary) and place.ref != shipped.manifest.route_field
            if asked and data.draw(st.booleans()):
                here = replace(here, answers={**here.answers, place.ref: data.draw(answers_for(place.field))})
        show(here)
        if is_last(here):
            break
        here, _ = forward(here)
    assert here.here == shown_pages(here)[-1]
    document(here)


@pytest.mark.parametrize(
    ("answer", "narrows", "offers", "said"),
    [
        ("many_kinds", True, "", ""),
        ("not_my_skills", True, "", ""),
        ("not_wanted", True, "", ""),
        ("interviews", False, "evaluate.questions", "practice may help most"),
        ("hard_to_say", False, "", ""),
    ],
)
def test_what_is_picked_about_a_pattern_leads_somewhere(
    shipped: Guide, answer: str, narrows: bool, offers: str, said: str
) -> None:
    page, fit = "refine.pattern", "refine.pattern.fit"
    here = replace(begin(shipped, {"open.welcome.route": "full", fit: answer}), here=page)
    assert ("refine.pattern.narrow" in [place.ref for place in shown_fields(here, page)]) is narrows
    choice = shipped.fields[fit].field
    assert isinstance(choice, Choice)
    assert next(option.offers for option in choice.choices if option.value == answer) == offers
    assert said in " ".join(note.text for note in notes(here, page))


def test_reaching_last_rounds_is_met_with_no_promise(shipped: Guide) -> None:
    page = "refine.pattern"
    here = begin(shipped, {"open.welcome.route": "full", "refine.pattern.where": "the last round"})
    (only,) = notes(replace(here, here=page), page)
    assert "often means you're close" in only.text
    assert "some luck" in only.text


@pytest.mark.parametrize("chosen", ["keep", "seal", "discard"])
def test_what_becomes_of_the_words_is_no_answer_to_read_again(shipped: Guide, chosen: str) -> None:
    here = replace(begin(shipped), answers={"feel.write.keep": chosen})
    assert not document(here).parts


def test_a_date_typed_and_never_settled_is_told_quietly_among_the_dates(shipped: Guide) -> None:
    dates = shipped.fields["close.page.coming_up"].field
    assert isinstance(dates, Summary)
    here = replace(begin(shipped), answers={"close.step.step_on": {"text": "friday", "day": None}})
    assert [line.text for line in summary(dates, here)] == ["friday: no day chosen yet (Next step)"]
    settled = replace(here, answers={"close.step.step_on": {"text": "friday", "day": "2026-11-27"}})
    assert not any("no day" in line.text for line in summary(dates, settled))
