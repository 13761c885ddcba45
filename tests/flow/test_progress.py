"""The line above the page, the rail and the contents."""

from __future__ import annotations

from dataclasses import replace

from workbook.flow.progress import outline, progress

from .states import AROUND, state

QUICK = {"open.start.route": "quick"}


def test_progress_counts_the_pages_shown_of_this_part() -> None:
    here = progress(state({"open.facts.mood": 9}, here="look.room", around=replace(AROUND)))
    assert here is not None
    assert (here.part_title, here.stage_number, here.stage_count) == ("Look", 1, 2)
    assert (here.number, here.total, here.last) == (3, 4, False)


def test_a_page_off_the_route_counts_while_the_person_is_on_it() -> None:
    here = progress(state(QUICK, here="look.ask"))
    assert here is not None
    assert (here.number, here.total) == (4, 4)


def test_the_opening_and_closing_are_no_stages() -> None:
    for ref in ("open.start", "end.page"):
        here = progress(state(here=ref))
        assert here is not None
        assert here.stage_number is None
        assert here.last == (ref == "end.page")


def test_minutes_are_said_roughly_and_shorter_on_the_quick_route() -> None:
    def said(ref: str, answers: dict[str, str]) -> str:
        here = progress(state(answers, here=ref))
        assert here is not None
        return here.minutes

    assert said("open.start", {}) == "under a minute"
    assert said("look.ready", {}) == "under a minute"
    assert said("open.facts", {}) == "about 2 min"
    assert said("open.facts", QUICK) == "under a minute"
    assert said("rest.write", QUICK) == "about 4 min"


def test_there_is_no_progress_on_no_page() -> None:
    assert progress(state()) is None
    assert progress(state(here="gone.page")) is None


def test_the_outline_has_every_page_and_says_which_stand_aside() -> None:
    lines = outline(state({"open.start.route": "talk"}, here="look.words", visited=("open.start", "look.words")))
    assert [(line.id, line.mark) for line in lines] == [
        ("open", "done"),
        ("look", "here"),
        ("rest", "ahead"),
        ("end", "ahead"),
    ]
    pages = {page.ref: page for line in lines for page in line.pages}
    assert list(pages) == list(state().guide.pages)
    assert pages["open.start"].mark == "done"
    assert pages["open.facts"].mark == "ahead"
    assert pages["look.words"].mark == "here"
    assert pages["look.ask"].optional
    assert [ref for ref, page in pages.items() if page.aside] == [
        "look.ready",
        "look.walk",
        "look.room",
        "look.ask",
        "rest.more",
    ]


def test_a_part_ahead_is_done_only_when_all_its_pages_were_seen() -> None:
    one = outline(state(here="open.start", visited=("look.ask",)))
    assert one[1].mark == "ahead"
    both = outline(state(here="open.start", visited=("end.now", "end.page")))
    assert both[3].mark == "done"
