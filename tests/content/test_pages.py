"""What the pages ask, of whom, and how long it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, get_args

import pytest
import yaml

from tests.content.wording import PIPE, words_of
from workbook.guide.model import Choice, Condition, Date, Field, Letter, LongText, Scale, Summary, Table

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.guide.model import Guide, Page

COMPARED = {
    "feel.check.mood": "open.now.mood",
    "accept.fair.blame_after": "accept.fair.blame_before",
    "close.now.mood": "open.now.mood",
    "close.now.confidence": "open.now.confidence",
    "close.now.motivation": "open.now.motivation",
}
"""Ratings asked twice: the later by the earlier."""


def on_route(guide: Guide, route: str) -> dict[str, Page]:
    """Pick the pages of a route, by ref."""
    return {ref: page for ref, (_, page) in guide.pages.items() if not page.routes or route in page.routes}


def minutes_on(page: Page, route: str) -> float:
    """Tell how long a page takes on a route."""
    return page.quick_minutes if route == "quick" and page.quick_minutes is not None else page.minutes


def keys_of(data: Any) -> Iterator[str]:
    """Walk every key of every mapping in a YAML file."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            yield key
            yield from keys_of(value)
    elif isinstance(data, list):
        for item in data:
            yield from keys_of(item)


@pytest.mark.parametrize("route", ["quick", "full", "feel"])
def test_a_route_takes_no_longer_than_it_says(guide: Guide, route: str) -> None:
    most = {known.id: known.minutes for known in guide.manifest.routes}
    assert sum(minutes_on(page, route) for page in on_route(guide, route).values()) <= most[route]


def test_the_routes_say_ten_forty_four_and_twelve_and_a_half_minutes(guide: Guide) -> None:
    assert {route.id: route.minutes for route in guide.manifest.routes} == {
        "quick": 10,
        "full": 44,
        "feel": 12.5,
    }


def test_the_quick_route_never_takes_longer_over_a_page(guide: Guide) -> None:
    assert [ref for ref, page in on_route(guide, "quick").items() if minutes_on(page, "quick") > page.minutes] == []


def test_the_quick_route_touches_every_stage(guide: Guide) -> None:
    touched = {guide.pages[ref][0].id for ref in on_route(guide, "quick")}
    assert touched >= guide.stages == {"feel", "evaluate", "accept", "refine", "celebrate"}


def test_the_full_route_visits_every_page(guide: Guide) -> None:
    assert on_route(guide, "full").keys() == guide.pages.keys()


def test_a_page_asks_something_on_each_of_its_routes(guide: Guide) -> None:
    for route in guide.manifest.routes:
        for ref, page in on_route(guide, route.id).items():
            asked = [field for field in page.fields if not field.routes or route.id in field.routes]
            only_shows = all(isinstance(field, Summary) for field in page.fields)
            assert any(not isinstance(field, Summary) for field in asked) or only_shows, (ref, route.id)


def test_a_field_is_asked_on_no_route_that_its_page_is_not_on(guide: Guide) -> None:
    every = {route.id for route in guide.manifest.routes}
    for ref, place in guide.fields.items():
        assert set(place.field.routes) <= set(place.page.routes or every), ref
        assert set(place.field.routes) != set(place.page.routes or every), f"{ref} repeats its page's routes"


def test_the_person_chooses_the_route_first_of_all(guide: Guide) -> None:
    first = next(iter(guide.fields.values()))
    assert isinstance(first.field, Choice)
    assert first.ref == guide.manifest.route_field
    assert [option.value for option in first.field.choices] == [route.id for route in guide.manifest.routes]
    assert first.field.default == guide.manifest.default_route


def test_every_kind_of_field_is_used(guide: Guide) -> None:
    assert {type(place.field) for place in guide.fields.values()} == set(get_args(Field))


def test_nothing_is_required(content: Path) -> None:
    for file in sorted(content.glob("*.yaml")):
        data = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        keys = set(keys_of(data))
        assert keys, file.name
        assert "required" not in keys, file.name


def test_before_and_after_are_asked_in_the_same_words(guide: Guide) -> None:
    pairs = {ref: place.field.compare_with for ref, place in guide.fields.items() if place.field.compare_with}
    assert pairs == COMPARED
    for later, earlier in pairs.items():
        after, before = guide.fields[later].field, guide.fields[earlier].field
        assert isinstance(after, Scale)
        assert isinstance(before, Scale)
        assert (after.label, after.low, after.high) == (before.label, before.low, before.high), later


def test_every_pipe_reads_well_when_nothing_was_answered(guide: Guide) -> None:
    seen = 0
    for words in words_of(guide):
        pipes = list(PIPE.finditer(words.text))
        assert words.text.count("{{") == words.text.count("}}") == len(pipes), words
        for pipe in pipes:
            seen += 1
            empty_name = pipe["path"] == "person.name" and words.key == "body"
            assert (pipe["fallback"] or "").strip() or empty_name, words
    assert seen


def test_only_a_letter_names_the_person(guide: Guide) -> None:
    letters = {ref for ref, place in guide.fields.items() if isinstance(place.field, Letter)}
    named = {words.where.lstrip(".") for words in words_of(guide.parts) if "{{person.name" in words.text}
    assert named <= letters


def test_dates_to_come_can_be_moved_when_the_workbook_is_complete(guide: Guide) -> None:
    dated = {
        ref: place.field
        for ref, place in guide.fields.items()
        if (isinstance(place.field, Date) and place.field.follow_up)
        or (isinstance(place.field, Table) and any(column.follow_up for column in place.field.columns))
    }
    assert len(dated) == 8
    assert [ref for ref, field in dated.items() if not field.after_completion] == []


def test_late_feedback_can_be_filled_in(guide: Guide) -> None:
    page = guide.pages["evaluate.feedback"][1]
    assert page.shortcut
    assert [field.id for field in page.fields if not field.after_completion] == []


def test_whether_to_keep_private_writing_is_asked_before_the_first_word(guide: Guide) -> None:
    places = [place for place in guide.fields.values() if isinstance(place.field, LongText) and place.field.let_go]
    assert [place.ref for place in places] == ["feel.write.text"]
    order = [field.id for field in places[0].page.fields]
    assert order == ["length", "keep", "text", "after"]
    text = places[0].field
    assert isinstance(text, LongText)
    assert text.private
    assert text.let_go == Condition(field="feel.write.keep", is_="discard")


def test_stopping_for_today_is_never_chosen_for_the_person(guide: Guide) -> None:
    stops = [
        place
        for place in guide.fields.values()
        if isinstance(place.field, Choice) and any(option.offers == "stop" for option in place.field.choices)
    ]
    assert {place.ref for place in stops} == {"feel.write.after", "feel.check.next", "evaluate.ready.choice"}
    assert [place.ref for place in stops if isinstance(place.field, Choice) and place.field.default] == []
