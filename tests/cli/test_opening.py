"""`workbook`, `new`, `resume` and `review`, up to the moment the app opens."""

from __future__ import annotations

import os
import sys
import types
from typing import TYPE_CHECKING

import pytest

from workbook.ui.start import Start

from .conftest import CONTENT

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.library.library import Library

    from .conftest import Shelf, Shell

OPENING = (("--content", str(CONTENT)), ("new",), ("resume",), ("review",))


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, Path, Path, Start]]:
    """What the app was opened with, on a terminal that is none."""
    found: list[tuple[Path, Path, Path, Start]] = []

    def run(library: Library, content: Path, settings_file: Path, start: Start) -> int:
        found.append((library.folder, content, settings_file, start))
        return 7

    app = types.ModuleType("workbook.ui.app")
    app.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "workbook.ui.app", app)
    monkeypatch.setattr("workbook.cli.opening.is_terminal", lambda _: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    return found


Opened = list[tuple["Path", "Path", "Path", Start]]


def test_the_app_is_given_its_places_and_its_status_is_the_commands(
    shell: Shell, opened: Opened, tmp_path: Path
) -> None:
    assert shell("--content", str(CONTENT)).status == 7
    assert opened == [(shell.data, CONTENT, tmp_path / "settings.toml", Start("home"))]


def test_a_new_workbook_takes_a_route_the_guide_has(shell: Shell, opened: Opened) -> None:
    assert shell("new").status == shell("new", "--route", "quick").status == 7
    assert [start for *_, start in opened] == [Start("new"), Start("new", route="quick")]
    ran = shell("new", "--route", "slow")
    assert (ran.status, len(opened)) == (2, 2)
    assert "There is no route `slow`; there are `quick`, `full` and `feel`." in ran.err


def test_a_route_in_content_with_problems_shows_the_problems(shell: Shell, opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "workbook.yaml").write_text("titel: x\n")
    ran = shell("new", "--route", "quick", "--content", str(tmp_path))
    assert (ran.status, ran.out, opened) == (1, "", [])
    assert f"{tmp_path / 'workbook.yaml'}:1:1:" in ran.err


def test_resume_goes_on_with_the_newest_unfinished_workbook(shell: Shell, shelf: Shelf, opened: Opened) -> None:
    old, new = shelf.put(), shelf.put()
    done = shelf.put(completed=True)
    assert shell("resume").status == shell("resume", old).status == 7
    assert [start for *_, start in opened] == [Start("resume", new), Start("resume", old)]
    ran = shell("resume", done)
    assert (ran.status, len(opened)) == (1, 2)
    assert f"is completed. `workbook review {done}` reads it." in ran.err


def test_with_nothing_to_resume_or_review_it_says_so(shell: Shell, shelf: Shelf, opened: Opened) -> None:
    done = shelf.put(completed=True)
    ran = shell("resume")
    assert (ran.status, ran.err) == (
        1,
        "workbook: There is no unfinished workbook. `workbook new` begins one.\n",
    )
    shell("delete", done, "--yes")
    ran = shell("review")
    assert ran.status == 1
    assert "There is no completed workbook." in ran.err
    assert opened == []


def test_review_reads_the_newest_completed_one_or_any_that_is_named(shell: Shell, shelf: Shelf, opened: Opened) -> None:
    done, begun = shelf.put(completed=True), shelf.put()
    assert shell("review").status == shell("review", begun).status == 7
    assert [start for *_, start in opened] == [Start("review", done), Start("review", begun)]


@pytest.mark.parametrize("command", ["resume", "review"])
def test_an_id_that_is_none_or_several_opens_nothing(shell: Shell, shelf: Shelf, opened: Opened, command: str) -> None:
    shelf.put()
    shelf.put()
    for prefix, said in (("1999", "There is no workbook"), ("2026", "could be")):
        ran = shell(command, prefix)
        assert ran.status == 1
        assert said in ran.err
    assert opened == []


@pytest.mark.parametrize("argv", OPENING)
def test_without_a_terminal_it_says_so_and_does_not_open(
    shell: Shell, argv: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    ran = shell(*argv)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("workbook: The app needs a terminal")


@pytest.mark.parametrize("stream", ["stdin", "stdout", "stderr"])
def test_what_would_draw_the_app_into_a_file_does_not_open_it(
    shell: Shell, opened: Opened, monkeypatch: pytest.MonkeyPatch, stream: str
) -> None:
    """Textual draws on standard error: `workbook 2> FILE` would write all that is typed into that file."""
    monkeypatch.setattr("workbook.cli.opening.is_terminal", lambda each: each is not getattr(sys, stream))
    ran = shell("new")
    assert (ran.status, ran.out, opened) == (2, "", [])
    assert ran.err.startswith("workbook: The app needs a terminal")


@pytest.mark.parametrize("term", ["dumb", "", "unknown"])
def test_a_terminal_that_cannot_show_a_full_screen_is_told(
    shell: Shell, opened: Opened, monkeypatch: pytest.MonkeyPatch, term: str
) -> None:
    monkeypatch.setenv("TERM", term)
    ran = shell("new")
    assert (ran.status, ran.out, opened) == (2, "", [])
    assert "cannot show a full screen" in ran.err


SWITCHES = {
    "TEXTUAL": "devtools,debug",
    "TEXTUAL_LOG": "/somewhere/log",
    "TEXTUAL_SCREENSHOT": "1",
    "TEXTUAL_SCREENSHOT_LOCATION": "/somewhere",
    "TEXTUAL_DRIVER": "somebody.elses:Driver",
    "TEXTUAL_PRESS": "x",
    "TEXTUAL_NOT_KNOWN_YET": "1",
}


def test_what_would_let_textual_write_or_send_words_is_gone_before_it_is_imported(
    shell: Shell, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {**SWITCHES, "TEXTUAL_ANIMATIONS": "none"}.items():
        monkeypatch.setenv(name, value)
    assert shell("new").status == 7
    assert [name for name in os.environ if name.startswith("TEXTUAL")] == ["TEXTUAL_ANIMATIONS"]
