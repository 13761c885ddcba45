"""The whole full route in a real pseudo-terminal, with a field of every kind answered by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.guide.loader import load_guide
from workbook.guide.model import FieldBase, Summary
from workbook.paths import content_folder

if TYPE_CHECKING:
    from tests.pty.conftest import Installed
    from tests.terminal import Terminal

KEYS: dict[str, tuple[str, ...]] = {
    "open.interview": ("Acme", "enter", "Designer", "enter", "12 November 2026", "tab", "2", "tab", "3"),
    "open.news": ("tab", "2", "tab", "8", "tab", "10"),
    "open.now": ("4", "tab", "5", "tab", "right"),
    "feel.name": ("space", "down", "space"),
    "feel.lost": ("A desk by the window.",),
    "feel.write": ("tab", "tab", "The moment I heard, I [sat] down.\rThen I walked."),
    "feel.kind": ("It is heavy", "tab", "You are not alone"),
    "feel.room": ("tomorrow", "tab", "1"),
    "feel.check": ("5", "tab", "They saw me shake", "wait:A plan for that thought", "tab", "tab", "I breathe out"),
    "evaluate.ready": ("3",),
    "evaluate.worked": ("The goodbye", "enter", "I smiled"),
    "evaluate.walk": ("Slept badly", "tab", "3"),
    "evaluate.before": ("1", "2", "3", "4"),
    "evaluate.room": ("2", "2", "2"),
    "evaluate.questions": ("Why us?", "enter", "1"),
    "evaluate.feedback": ("1", "wait:Your request", *("tab",) * 5, "A word of thanks: "),
    "evaluate.two": ("Pause first",),
    "accept.sort": ("1", "2", "3", "4", "4", "1"),
    "accept.fair": ("7", "tab", "I blew it"),
    "accept.company": ("I waited and tried again",),
    "refine.spec": ("Lead a team", "enter", "2"),
    "refine.words": ("design lead",),
    "celebrate.reward": ("3",),
    "close.now": ("6", "tab", "6", "tab", "6"),
    "close.step": ("Calm helps",),
}
"""What is typed on a page, beginning in the field that has the focus when it is reached; `wait:` for what appears."""


def walk(terminal: Terminal, pages: dict[str, str], until: str = "") -> None:
    """Answer and go on, page by page, each time waiting until the next one is there."""
    for page, title in pages.items():
        terminal.wait_for(title)
        for key in KEYS.get(page, ()):
            if key.startswith("wait:"):
                terminal.wait_for(key.removeprefix("wait:"))
            else:
                terminal.send(key)
        if page == until:
            return
        terminal.send("ctrl+n")


def test_every_page_and_every_kind_of_field(installed: Installed) -> None:
    guide = load_guide(content_folder(None))
    skipped = {"open.welcome", "refine.pattern"}  # answered by the command line; needs completed workbooks
    pages = {ref: page.title for ref, (_, page) in guide.pages.items() if ref not in skipped}
    with installed.open("new", "--route", "full", columns=100, rows=50) as terminal:
        terminal.wait_for("How would you like to do this?")
        terminal.send("ctrl+n")
        walk(terminal, pages, until="evaluate.room")
        terminal.wait_for("In the room, and after")
        terminal.send("ctrl+q")
        assert terminal.ended() == 0
    half = installed.answers()
    assert half["feel.write.text"] == "The moment I heard, I [sat] down.\nThen I walked."

    with installed.open("resume", columns=100, rows=50) as terminal:
        terminal.wait_for("In the room, and after", "page 5 of 8", "partly")
        terminal.send("ctrl+n")
        refs = list(pages)
        walk(terminal, {ref: pages[ref] for ref in refs[refs.index("evaluate.questions") :]})
        terminal.wait_for("This workbook is complete")
        terminal.send("ctrl+q")
        assert terminal.ended() == 0

    answers = installed.answers()
    assert {ref: answers[ref] for ref in half} == half
    assert answers["open.news.effort"] == 10
    assert answers["open.now.motivation"] == 5
    assert answers["open.interview.format"] == "video call"
    assert answers["feel.name.words"][0] == "sad"
    assert answers["feel.check.plan"] == {
        "if": "this turns up in the room: They saw me shake",
        "then": "I breathe out",
    }
    assert "A word of thanks: " in answers["evaluate.feedback.email"]["body"]
    moments = answers["evaluate.walk.moments"]
    assert (moments[0]["happened"], moments[0]["went"]) == ("Slept badly", "hard")
    assert list(answers["evaluate.before.prep"]["rows"].values()) == ["yes", "partly", "no", "doesn't apply"]
    assert answers["evaluate.questions.items"][0]["kind"] == "comes up a lot"
    assert answers["refine.spec.lines"][0] == {"line": "Lead a team", "could": "partly"}
    assert answers["close.now.mood"] == 6

    kinds = {type(guide.fields[ref].field) for ref in answers}
    wanted = {kind for kind in FieldBase.__subclasses__() if kind is not Summary}
    missing = {kind.__struct_config__.tag for kind in wanted - kinds}
    assert not missing
    assert installed.json("list", "--json")["workbooks"][0]["route"] == "full"
