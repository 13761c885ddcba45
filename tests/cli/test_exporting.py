"""`export`: which workbooks, in which form, without what, and stopping it."""

from __future__ import annotations

import csv
import io
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.export.parsed import parsed
from workbook.cli import progress
from workbook.cli.progress import Progress
from workbook.export.outgoing import Outgoing
from workbook.guide.loader import load_guide
from workbook.library.library import Library

from .conftest import CONTENT
from .test_processes import MODULE, environment

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Shelf, Shell


def test_html_goes_out_as_one_file_that_lists_what_is_in_it(shell: Shell, shelf: Shelf, tmp_path: Path) -> None:
    for company in ("Acme", "<b>Oak</b> & Sons"):
        shelf.put({"open.facts.company": company}, completed=True)
    path = tmp_path / "all.html"
    ran = shell("export", "--all", "--format", "html", "-o", str(path))
    assert (ran.status, ran.out, ran.err) == (0, f"Wrote 2 workbooks to {path}\n", "")
    root = parsed(path.read_text("utf-8"))
    assert [each.text for each in root.one("nav").all("a")] == ["Acme", "<b>Oak</b> & Sons"]
    assert parsed(shell("export", "--all", "--format", "html").out) == root


def test_csv_begins_with_its_mark_in_a_file_and_without_one_in_a_pipe(
    shelf: Shelf, tmp_path: Path, shell: Shell
) -> None:
    found = shelf.put({"open.facts.company": "=1+1", "rest.write.note": "one\ntwo"}, completed=True)
    path = tmp_path / "out.csv"
    assert shell("export", found, "--format", "csv", "-o", str(path)).status == 0
    written = path.read_bytes()
    assert written.startswith(b'\xef\xbb\xbf"workbook",')
    assert b"\r\n" in written
    assert b"one\ntwo" in written
    piped = subprocess.run(
        [*MODULE, "export", found, "--format", "csv"], check=True, capture_output=True, env=environment(tmp_path)
    )
    assert piped.stdout == written[3:]
    rows = list(csv.reader(io.StringIO(piped.stdout.decode(), newline=""), strict=True))
    assert [row[8] for row in rows[1:]] == ["'=1+1", "one\ntwo"]


def test_all_that_are_completed_or_all_that_are_not(shell: Shell, shelf: Shelf) -> None:
    done = {shelf.put({}, completed=True), shelf.put({}, completed=True)}
    going = {shelf.put()}
    bad = shelf.put()
    shelf.library.places.workbook(bad).write_text("{")

    def ids(*argv: str) -> set[str]:
        return {each["id"] for each in shell("export", *argv).json["workbooks"]}

    assert ids("--completed") == done
    assert ids("--unfinished") == going
    assert ids("--all") == done | going
    assert bad in shell("export", "--completed").err, "it may be one of them"


def test_workbooks_are_named_in_one_way_only(shell: Shell, shelf: Shelf) -> None:
    found = shelf.put()
    for argv in (["--all", "--completed"], ["--completed", "--unfinished"], [found, "--unfinished"], []):
        ran = shell("export", *argv)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err


@pytest.fixture
def shipped(shell: Shell, tmp_path: Path) -> str:
    """A workbook that goes by the shipped pages, with a name in every place that is for one."""
    answers: dict[str, Any] = {
        "open.interview.company": "Acme",
        "feel.write.text": "SECRET",
        "feel.room.person": "JO",
        "evaluate.feedback.people": [{"who": "JO", "role": "recruiter"}],
        "evaluate.feedback.email": {"subject": "S", "body": "Hello JO"},
        "evaluate.two.practice_with": "JO",
        "accept.company.someone": "JO",
        "refine.pattern.help": "JO",
        "refine.door.contacts": [{"name": "JO", "part": "HR", "how": "JO@example.org"}],
        "refine.door.message": "Hello JO",
        "celebrate.tell.who": "JO",
    }
    library = Library(shell.data)
    with library.new(load_guide(CONTENT), answers) as workbook:
        return workbook.id


@pytest.mark.parametrize("form", ["markdown", "html", "json", "csv"])
def test_what_is_to_be_shared_leaves_out_private_writing_and_names(shell: Shell, shipped: str, form: str) -> None:
    whole = shell("export", shipped, "--format", form)
    assert "JO" in whole.out
    assert "SECRET" in whole.out
    ran = shell("export", shipped, "--format", form, "--to-share")
    assert ran.status == 0
    assert "JO" not in ran.out
    assert "SECRET" not in ran.out
    assert all(word in ran.out for word in ("Acme", "recruiter", "HR"))
    assert ran.err == "workbook: 10 answers were left out as private or names of other people.\n"
    assert shell("export", shipped, "--format", form, "--without-names", "--without-private").out == ran.out
    names = shell("export", shipped, "--format", form, "--without-names").out
    assert "SECRET" in names
    assert "JO" not in names


def test_pages_that_say_nothing_of_names_are_told(shell: Shell, shelf: Shelf, tmp_path: Path) -> None:
    shelf.put({"open.facts.company": "Acme"})
    (tmp_path / "none").mkdir()
    for content in (str(CONTENT), str(tmp_path / "none")):
        ran = shell("export", "--all", "--without-names", "--format", "html", "--content", content)
        assert ran.status == 0
        assert ("look through the copy" in ran.err) == (content != str(CONTENT))


def test_a_copy_never_lands_among_the_workbooks(shell: Shell, shelf: Shelf) -> None:
    found = shelf.put()
    place = shelf.library.places.workbook(found)
    before = place.read_bytes()
    ran = shell("export", found, "-o", str(place), "--force")
    assert ran.status == 1
    assert "Choose another place" in ran.err
    assert place.read_bytes() == before


def test_an_interruption_leaves_no_half_file_and_says_so(
    shell: Shell, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        shelf.put()
    really = Outgoing._written

    def interrupted(self: Outgoing, workbook_id: str) -> object:
        if self.tally.done == len(self.ids) - 1 and workbook_id == shelf.library.ids()[-1]:
            raise KeyboardInterrupt
        return really(self, workbook_id)

    monkeypatch.setattr(Outgoing, "_written", interrupted)
    folder = tmp_path / "copies"
    folder.mkdir()
    ran = shell("export", "--all", "--format", "html", "-o", str(folder / "all.html"))
    assert (ran.status, ran.out, ran.err) == (130, "", "workbook: Stopped. Nothing was written.\n")
    assert list(folder.iterdir()) == []
    ran = shell("export", "--all", "--format", "html", "-o", str(folder))
    assert (ran.status, ran.out) == (130, "")
    assert ran.err == f"workbook: Stopped. 2 files are in {folder}, each of them whole.\n"
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_told_to_end_while_it_writes_it_leaves_nothing_behind(
    shelf: Shelf, tmp_path: Path, number: signal.Signals, status: int
) -> None:
    shelf.put()
    folder = tmp_path / "copies"
    folder.mkdir()
    waits = (
        "import sys, threading, workbook.export.outgoing as outgoing\n"
        "def wait(*_):\n    print('here', flush=True)\n    threading.Event().wait(60)\n"
        "outgoing.Outgoing._written = wait\n"
        "from workbook.cli import main\nsys.exit(main(sys.argv[1:]))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", waits, "export", "--all", "--format", "html", "-o", str(folder / "a.html")],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"here\n"
    process.send_signal(number)
    _, told = process.communicate(timeout=60)
    assert process.returncode == status
    assert b"Traceback" not in told
    assert list(folder.iterdir()) == []


# ------------------------------------------------------------------------------------------------- progress


class Terminal(io.StringIO):
    """A stream at whose other end a person sits."""

    def isatty(self) -> bool:
        return True


def test_progress_is_quiet_at_first_then_writes_over_itself_and_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    shown = Progress(12_000)
    shown.show(1)
    assert terminal.getvalue() == ""
    now[0] = progress.SOON
    shown.show(1_234)
    shown.show(1_235)
    first = "\r1,234 of 12,000 workbooks (ctrl+c stops it)"
    assert terminal.getvalue() == first
    shown.clear()
    assert terminal.getvalue() == f"{first}\r{' ' * (len(first) - 1)}\r"
    shown.clear()
    assert terminal.getvalue().count("\r") == 3


def test_progress_says_nothing_where_nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, quiet in ((io.StringIO(), False), (Terminal(), True)):
        monkeypatch.setattr(sys, "stderr", stream)
        monkeypatch.setattr(progress, "SOON", 0)
        shown = Progress(2, quiet=quiet)
        shown.show(1)
        shown.clear()
        assert stream.getvalue() == ""
