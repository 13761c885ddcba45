"""`due`: fit for a shell profile, complete for programs, and a calendar file that a second import brings up to date."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_lock import hand_over
from tests.export.rfc5545 import parse
from tests.flow.states import day
from tests.library.locks import PASSPHRASE, as_another_process, lock
from workbook.cli import places
from workbook.library.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Shelf, Shell

__all__ = ["hand_over"]

ON, ITEMS, COMPANY = "end.now.on", "look.walk.items", "open.facts.company"


@pytest.fixture(autouse=True)
def today(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands see the shelf's own calendar, on which it is 3 November 2026 after two workbooks."""
    made = places.unopened_library_of

    def with_clock(args: object) -> object:
        library = made(args)  # type: ignore[arg-type]
        library.clock = lambda: shelf.moment
        return library

    for module in ("workbook.cli.due", "workbook.cli.places"):
        monkeypatch.setattr(f"{module}.unopened_library_of", with_clock)


def test_with_nothing_coming_up_there_is_nothing_to_see(shell: Shell, shelf: Shelf) -> None:
    assert (shell("due").status, shell("due").out, shell("due").err) == (0, "", "")
    shelf.put({ON: day("2026-10-01")})
    shelf.put({ON: {"text": "one day", "day": None}})
    assert (shell("due").status, shell("due").out, shell("due").err) == (0, "", "")
    assert shell("due", "--json").json == {"dates": []}


def test_dates_come_soonest_first_with_what_for_and_where(shell: Shell, shelf: Shelf) -> None:
    shelf.put({COMPANY: "Acme", ON: day("2026-11-27"), "end.now.reward": "a film"})
    shelf.put({COMPANY: "Oak", ITEMS: [{"what": "Ana", "call": day("2026-11-04")}], ON: day("2026-11-01")})
    assert shell("due").out.splitlines() == [
        "tomorrow          4 November 2026   Call them: Ana       Oak",
        "in about 3 weeks  27 November 2026  Your reward: a film  Acme",
    ]
    assert [each["in_days"] for each in shell("due", "--json").json["dates"]] == [1, 24]
    assert shell("due", "--days", "3").out.count("\n") == 1
    assert shell("due", "--days", "0").out == ""
    assert shell("due", "--days", "99999999999").out.count("\n") == 2
    assert shell("due", "--passed").out.splitlines()[0].startswith("2 days ago ")


def test_no_word_of_it_blames(shell: Shell, shelf: Shelf) -> None:
    shelf.put({ON: day("2026-10-01")})
    shelf.put({ON: day("2026-11-01")})
    out = shell("due", "--passed").out.casefold()
    assert out.count("\n") == 2
    assert not any(word in out for word in ("overdue", "late", "miss", "should", "!"))


def test_the_json_has_what_a_script_needs(shell: Shell, shelf: Shelf) -> None:
    found = shelf.put({COMPANY: "Acme", ON: day("2026-11-27"), "end.now.reward": "a film"})
    assert shell("due", "--json").json == {
        "dates": [
            {
                "day": "2026-11-27",
                "in_days": 25,
                "what": "Your reward",
                "about": "a film",
                "says": "",
                "ref": ON,
                "workbook": found,
                "title": "Acme",
            }
        ]
    }


def test_what_is_done_or_let_go_is_not_due(shell: Shell, shelf: Shelf) -> None:
    found = shelf.put({ON: day("2026-11-27")})
    for stage in ("done", "let_go", "kept"):
        with shelf.library.open(found) as workbook:
            workbook.save(Changes(marks={f"coming:{ON}:2026-11-27": stage}))
        assert shell("due").out == ""
    with shelf.library.open(found) as workbook:
        workbook.save(Changes(marks={f"coming:{ON}:2026-11-27": None}))
    assert shell("due").out != ""


def test_a_locked_library_is_told_of_in_one_line_and_never_asks(
    shell: Shell, shelf: Shelf, hand_over: Callable[..., None]
) -> None:
    shelf.put({COMPANY: "Acme", ON: day("2026-11-27")})
    lock(shelf.library)
    as_another_process(shell.data)
    ran = shell("due")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "workbook: The library is locked, so no dates are shown here. The app shows them.\n"
    assert shell("due", "--json").status == 1
    hand_over(PASSPHRASE)
    assert "Your reward" in shell("due").out


def test_damage_and_warnings_are_left_to_the_app(shell: Shell, shelf: Shelf) -> None:
    shelf.library.places.workbook(shelf.put({ON: day("2026-11-27")})).write_bytes(b"{torn")
    shelf.put({ON: day("2026-11-28")})
    (shelf.library.places.workbooks / "a stranger").write_text("x")
    ran = shell("due")
    assert (ran.status, ran.err) == (0, "")
    assert "28 November 2026" in ran.out


def test_a_calendar_is_written_brought_up_to_date_and_never_put_over_another_file(
    shell: Shell, shelf: Shelf, tmp_path: Path
) -> None:
    found = shelf.put({COMPANY: "Acme", ON: day("2026-11-27")})
    path = tmp_path / "dates.ics"
    assert shell("due", "--ics", str(path)).out == f"Wrote 1 date to {path}\n"
    [before] = parse(path.read_bytes()).inside
    assert b"Acme" not in path.read_bytes()
    shelf.put()  # a day goes by
    with shelf.library.open(found) as workbook:
        workbook.save(Changes(answers={ON: day("2026-12-03")}))
    assert shell("due", "--ics", str(path), "--with-words").status == 0
    [after] = parse(path.read_bytes()).inside
    assert after.value("UID") == before.value("UID")
    assert (before.value("DTSTART"), after.value("DTSTART")) == ("20261127", "20261203")
    assert int(after.value("SEQUENCE")) > int(before.value("SEQUENCE"))
    assert after.text("SUMMARY") == "Your reward (Acme)"
    path.write_text("a diary")
    ran = shell("due", "--ics", str(path))
    assert (ran.status, path.read_text()) == (1, "a diary")
    assert "is there already" in ran.err
    assert shell("due", "--ics", str(path), "--force").status == 0


def test_a_cancelled_date_is_counted_by_itself(shell: Shell, shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "dates.ics"
    shelf.put({ON: day("2026-11-28")})
    for number in (1, 2):
        found = shelf.put({ON: day("2026-11-27")})
        with shelf.library.open(found) as workbook:
            workbook.save(Changes(marks={f"coming:{ON}:2026-11-27": "let_go"}))
        are = "is" if number == 1 else "are"
        assert shell("due", "--ics", str(path)).out == f"Wrote 1 date, and {number} that {are} cancelled, to {path}\n"


def test_a_calendar_of_nothing_but_a_cancelled_date_says_so(shell: Shell, shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "dates.ics"
    found = shelf.put({ON: day("2026-11-27")})
    with shelf.library.open(found) as workbook:
        workbook.save(Changes(marks={f"coming:{ON}:2026-11-27": "let_go"}))
    assert shell("due", "--ics", str(path)).out == f"Wrote 1 date that is cancelled to {path}\n"


def test_without_a_date_there_is_no_calendar(shell: Shell, shelf: Shelf, tmp_path: Path) -> None:
    shelf.put()
    ran = shell("due", "--ics", str(tmp_path / "dates.ics"))
    assert (ran.status, ran.out) == (0, "")
    assert "no dates to put into a calendar" in ran.err
    assert not (tmp_path / "dates.ics").exists()


@pytest.mark.parametrize(
    "argv",
    [("--with-words",), ("--ics", "x", "--json"), ("--ics", "x", "--days", "3"), ("--days", "-1"), ("--days", "soon")],
)
def test_options_that_do_not_go_together_are_wrong_usage(shell: Shell, argv: tuple[str, ...]) -> None:
    assert shell("due", *argv).status == 2


def test_it_is_quick_no_textual_no_calendar_library_and_bytes_as_they_are(shell: Shell, shelf: Shelf) -> None:
    shelf.put({ON: day("2099-11-27")})
    code = (
        "import sys; from workbook.cli import main; status = main(sys.argv[1:]); "
        "print([name for name in ('textual', 'icalendar', 'tinydb') if name in sys.modules], file=sys.stderr); "
        "sys.exit(status)"
    )
    argv = [sys.executable, "-c", code, "--data", str(shell.data), "due"]
    shelf.library.entries()
    ran = subprocess.run(argv, capture_output=True, check=True)
    assert b"27 November 2099" in ran.stdout
    assert ran.stderr == b"[]\n"
    ran = subprocess.run([*argv, "--ics", "-"], capture_output=True, check=True)
    parse(ran.stdout)
