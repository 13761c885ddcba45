"""A whole workbook as Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from tests.flow.states import day, state
from workbook.export.markdown import Facts, markdown
from workbook.flow.document import document

from .rendering import blocks

FACTS = Facts("Acme [b] · night *porter*", date(2026, 11, 20), date(2026, 11, 22))

ANSWERS: dict[str, object] = {
    "open.start.route": "full",
    "open.facts.company": "Acme [b]",
    "open.facts.next": {"text": "maybe June", "day": None},
    "open.facts.news": day("2026-11-10", "10 nov"),
    "open.facts.mood": 0,
    "look.words.words": ["low", "1. wist\nful"],
    "look.walk.moments": [
        {"moment": "a | b\nc", "happened": "*x*"},
        {"moment": "the goodbye", "went": "hard"},
    ],
    "look.room.room": {"rows": {"voice": "part", "best": "yes"}, "own": [{"text": "mine", "choice": ""}]},
    "look.ask.email": {"subject": "S", "body": "Hello,\n\nbye"},
    "rest.write.text": "a secret",
    "rest.plan.plan": {"if": "it comes", "then": "I breathe"},
    "end.now.mood": 7,
    "gone.away.now": "still here",
}


@dataclass
class Added:
    """A note added later."""

    at: datetime
    text: str


NOTES = (Added(datetime(2026, 12, 1, tzinfo=UTC), "They rang\n# back"),)


def shown() -> list[tuple[str, str]]:
    return blocks(markdown(document(state(ANSWERS), NOTES), FACTS))


def test_the_head_says_what_it_is_and_when() -> None:
    assert shown()[:2] == [
        ("h1", "Acme [b] · night *porter*"),
        ("p", "Begun 20 November 2026. Completed 22 November 2026."),
    ]


def test_an_unfinished_workbook_has_no_day_it_was_completed() -> None:
    assert markdown(document(state()), Facts("A", date(2026, 11, 20))) == "# A\n\nBegun 20 November 2026.\n"


def test_parts_and_pages_are_headings_and_a_page_named_like_its_part_is_not_said_twice() -> None:
    assert [words for tag, words in shown() if tag in ("h2", "h3")] == [
        *("Start here", "Facts", "Look", "Words", "Walk back", "In the room", "Ask"),
        *("Rest", "Write", "Plan", "Close", "Now", "From an earlier version", "Added later"),
    ]


def test_every_kind_of_answer_follows_its_question() -> None:
    found = shown()

    def after(question: str, many: int = 1) -> list[tuple[str, str]]:
        place = found.index(("p", question))
        return found[place + 1 : place + 1 + many]

    assert after("Who was it with?") == [("p", "Acme [b]")]
    assert after("Another one coming up?") == [("p", "maybe June")]
    assert after("When did you hear?") == [("p", "10 November 2026")]
    assert after("I feel", 2) == [("li", "rather low"), ("li", "1. wist\nful")]
    assert after("Moments", 9) == [
        *[("th", "Moment"), ("th", "What happened"), ("th", "How it went")],
        *[("td", "a | b\nc"), ("td", "*x*"), ("td", "")],
        *[("td", "the goodbye"), ("td", ""), ("td", "hard")],
    ]
    assert after("In the room", 3) == [
        *[("li", "partly: My voice and face matched."), ("li", "yes: I gave my best."), ("li", "mine")],
    ]
    assert after("Your request", 5) == [
        *[("p", "Subject"), ("p", "S"), ("p", "Body"), ("p", "Hello,"), ("p", "bye")],
    ]
    assert after("A plan for it") == [("p", "If it comes\nthen I breathe")]
    assert after("gone.away.now") == [("p", "still here")]
    assert after("1 December 2026") == [("p", "They rang\n# back")]


def test_an_answer_stands_beside_the_earlier_one_it_is_compared_with() -> None:
    found = shown()
    place = found.index(("h3", "Now"))
    assert found[place + 1 : place + 4] == [("p", "Mood?"), ("p", "Earlier: 0"), ("p", "Now: 7")]
