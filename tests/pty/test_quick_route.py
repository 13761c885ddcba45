"""A whole quick route in a real pseudo-terminal, as a person would walk it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.pty.conftest import Installed
    from tests.terminal import Terminal


def go_on(terminal: Terminal, title: str) -> None:
    """Next page, and wait until it is there."""
    terminal.send("ctrl+n")
    terminal.wait_for(title)


def test_start_answer_quit_resume_finish_review(installed: Installed) -> None:
    with installed.open() as terminal:
        terminal.wait_for("Start a workbook")
        terminal.send("enter")
        terminal.wait_for("How would you like to do this?")
        terminal.send("1")
        go_on(terminal, "Who was it with?")
        terminal.send("Acme [b]&[/b]", "tab", "Designer", "tab", "12 November 2026")
        terminal.wait_for("Thursday 12 November 2026")
        go_on(terminal, "When did you find out?")
        terminal.send("tab", "1", "tab", "8")
        terminal.wait_for("You wanted this one a lot")
        go_on(terminal, "How is your mood at this moment?")
        terminal.send("4")
        go_on(terminal, "What's here?")
        terminal.wait_for("You got a no from Acme [b]&[/b].")
        terminal.send("space", "right", "space")
        go_on(terminal, "A kinder voice")
        terminal.send("You did what you could.\rIt was enough.")
        terminal.wait_for("It was enough.")
        terminal.send("ctrl+q")
        assert terminal.ended() == 0

    with installed.open("resume") as terminal:
        terminal.wait_for("A kinder voice", "You did what you could.", "It was enough.")
        go_on(terminal, "Start with what worked")
        terminal.send("The goodbye was warm")
        go_on(terminal, "One or two things for next time")
        terminal.send("Pause before I answer")
        go_on(terminal, "Whose was it?")
        terminal.send("3", "3", "1")
        go_on(terminal, "An opening or idea")
        terminal.send("A studio in town")
        go_on(terminal, "Your reward")
        terminal.send("1", "tab", "tab", "tomorrow")
        go_on(terminal, "The same questions as at the start")
        terminal.send("6")
        go_on(terminal, "One thing, one step")
        terminal.send("I can be calm")
        go_on(terminal, "In your words")
        terminal.wait_for("Finish")
        terminal.send("ctrl+n")
        terminal.wait_for("This workbook is complete", "Acme [b]&[/b] · Designer")
        terminal.send("ctrl+q")
        assert terminal.ended() == 0

    answers = installed.answers()
    assert answers["open.welcome.route"] == "quick"
    assert answers["open.interview.company"] == "Acme [b]&[/b]"
    assert answers["open.interview.role"] == "Designer"
    assert answers["open.interview.interview_date"] == {"text": "12 November 2026", "day": "2026-11-12"}
    assert answers["open.news.channel"] == "email"
    assert answers["open.news.want"] == 8
    assert answers["open.now.mood"] == 4
    assert answers["feel.name.words"] == ["sad", "low"]
    assert answers["feel.kind.friend"] == "You did what you could.\nIt was enough."
    assert answers["evaluate.worked.items"][0]["what"] == "The goodbye was warm"
    assert answers["evaluate.two.different"] == "Pause before I answer"
    assert list(answers["accept.sort.cards"]["rows"].values()) == ["not_mine", "not_mine", "mine"]
    assert answers["refine.next.opening"] == "A studio in town"
    assert answers["celebrate.reward.pick"] == "an evening with nothing planned"
    assert answers["close.now.mood"] == 6
    assert answers["close.step.learned"] == "I can be calm"

    (entry,) = installed.json("list", "--json")["workbooks"]
    assert entry["state"] == "completed"
    with installed.open("review") as terminal:
        terminal.wait_for("Acme [b]&[/b] · Designer", "Who was it with?")
        terminal.send("escape")
        terminal.wait_for("Your workbooks", "completed")
        terminal.send("ctrl+q")
        assert terminal.ended() == 0


def test_a_killed_window_loses_at_most_the_last_two_seconds(installed: Installed) -> None:
    with installed.open("new") as terminal:
        terminal.wait_for("How would you like")
        go_on(terminal, "Who was it with?")
        terminal.send("Kept before the kill")
        terminal.wait_for("Kept before the kill")
        terminal.wait_for("Saved")
        terminal.wait_until(lambda: "Kept before the kill" in installed.written())
        terminal.process.kill()
        terminal.process.wait()
    with installed.open("resume") as terminal:
        terminal.wait_for("Who was it with?", "Kept before the kill")
        terminal.send("ctrl+q")
        assert terminal.ended() == 0


def test_closing_the_window_saves_the_last_key(installed: Installed) -> None:
    with installed.open("new") as terminal:
        terminal.wait_for("How would you like")
        go_on(terminal, "Who was it with?")
        terminal.send("Hung up on")
        terminal.wait_for("Hung up on")
        terminal.hang_up()
        terminal.process.wait(timeout=20)
    assert installed.answers()["open.interview.company"] == "Hung up on"


def test_textuals_own_switches_write_no_word_anywhere(installed: Installed) -> None:
    there = installed.folder / "written by switches"
    there.mkdir()
    installed.env |= {"TEXTUAL_LOG": str(there / "log"), "TEXTUAL_SCREENSHOT": "0", "TEXTUAL_PRESS": "ctrl+n"}
    with installed.open("new", TEXTUAL_SCREENSHOT_LOCATION=str(there), TEXTUAL="debug") as terminal:
        terminal.wait_for("How would you like")
        go_on(terminal, "Who was it with?")
        terminal.send("Zimmerei")
        terminal.wait_for("Zimmerei", "Saved")
        terminal.send("ctrl+q")
        assert terminal.ended() == 0
    assert list(there.iterdir()) == []
    assert installed.answers()["open.interview.company"] == "Zimmerei"
