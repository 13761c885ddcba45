"""Which pages there are, and moving between them."""

from __future__ import annotations

from workbook.flow.walk import (
    first_page,
    forward,
    go,
    is_last,
    next_page,
    previous_page,
    resume_page,
    route,
    shown_pages,
)

from .states import TODAY, day, state

QUICK = {"open.start.route": "quick"}


def test_the_route_is_the_one_chosen_or_the_default() -> None:
    assert route(state()) == "full"
    assert route(state(QUICK)) == "quick"
    assert route(state({"open.start.route": "scenic"})) == "full"
    assert route(state({"open.start.route": ["quick"]})) == "full"


def test_a_page_shows_when_it_is_on_the_route_and_due() -> None:
    settled = {"open.facts.news": day("2026-11-01"), "open.facts.mood": 7}
    assert "look.ready" not in shown_pages(state(settled))
    assert "look.ready" in shown_pages(state(settled | {"open.facts.mood": 3}))
    assert "look.ready" not in shown_pages(state(settled | {"open.facts.mood": 3} | QUICK))
    assert "rest.more" in shown_pages(state({"look.words.words": ["sad"]}))
    assert "rest.more" not in shown_pages(state({"look.words.words": ["sad"], "look.ask.status": "no"}))


def test_a_visited_page_never_drops_out() -> None:
    left = state(QUICK, here="look.room", visited=("look.ready", "rest.write"))
    assert {"look.ready", "rest.write", "look.room"} <= set(shown_pages(left))


def test_the_page_the_person_is_on_counts_as_visited() -> None:
    assert "look.ask" in shown_pages(state(QUICK, here="look.ask"))
    assert next_page(state(QUICK, here="look.ask")) == "rest.plan"


def test_next_and_previous_pass_over_what_is_off_the_route() -> None:
    here = state({"open.start.route": "talk"}, here="look.words")
    assert next_page(here) == "rest.write"
    assert previous_page(go(here, "rest.write")) == "look.words"


def test_the_walk_has_two_ends() -> None:
    assert first_page(state()) == "open.start"
    assert previous_page(state(here="open.start")) is None
    assert next_page(state(here="end.page")) is None
    assert is_last(state(here="end.page"))
    assert not is_last(state(here="end.now"))


def test_from_nowhere_next_is_the_first_page() -> None:
    assert next_page(state()) == "open.start"
    assert next_page(state(here="gone.page")) == "open.start"
    assert previous_page(state(here="gone.page")) is None


def test_going_marks_the_page_left_and_the_page_reached() -> None:
    there = go(state(here="open.start"), "look.ask")
    assert there.here == "look.ask"
    assert there.visited == {"open.start", "look.ask"}


def test_going_to_a_page_that_is_not_there_changes_nothing() -> None:
    here = state(here="open.start")
    assert go(here, "gone.page") == here


def test_leaving_by_next_makes_what_stood_preselected_the_answer() -> None:
    there, kept = forward(state(here="open.start"))
    assert kept == {"open.start.route": "full"}
    assert there.here == "open.facts"
    assert there.answers == kept
    there, kept = forward(there)
    assert kept == {"open.facts.news": day(TODAY.isoformat())}


def test_a_prefill_does_not_become_the_answer() -> None:
    assert forward(state(here="rest.write"))[1] == {}


def test_what_was_answered_emptied_or_hidden_keeps_no_default() -> None:
    assert forward(state({"end.now.done": ["asked"]}, here="end.now"))[1] == {}
    assert forward(state({"end.now.done": []}, here="end.now"))[1] == {}
    assert forward(state({"open.facts.news": "what an import left here"}, here="open.facts"))[1] == {}


def test_the_last_page_stays_and_keeps_its_defaults() -> None:
    there, kept = forward(state(here="end.page"))
    assert (there.here, kept) == ("end.page", {})


def test_a_page_that_is_gone_is_resumed_nearby() -> None:
    assert resume_page(state(here="look.room")) == "look.room"
    assert resume_page(state(here="look.gone", visited=("open.start", "look.words"))) == "look.words"
    assert resume_page(state(here="look.gone", visited=("open.start",))) == "look.words"
    assert resume_page(state(here="gone.gone", visited=("open.start", "rest.plan"))) == "rest.plan"
    assert resume_page(state()) == "open.start"
