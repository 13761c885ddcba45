"""The command line as processes of its own: what it imports, what it is piped into, where it runs."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .conftest import CONTENT

if TYPE_CHECKING:
    from .conftest import Shelf

MODULE = [sys.executable, "-m", "workbook"]

IMPORTED = """
import json, sys
from workbook.cli import main
status = main(sys.argv[2:])
with open(sys.argv[1], "w") as file:
    json.dump([status, sorted(name.partition(".")[0] for name in sys.modules)], file)
"""

COMMANDS = [
    "list",
    "list --json",
    "patterns",
    "patterns --json",
    "show ID",
    "show ID --format json",
    "check",
    "schema",
    "where",
    "export --all",
    "export --all --format markdown --without-private",
    "export --all --format html --to-share",
    "export --all --format csv --without-names",
    "import FILE",
    "delete ID --yes",
    "trash",
    "trash --empty --yes",
    "--version",
    "lsit",
    "new",
    "resume",
    "review",
    "",
]


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    """The variables of a process that must touch nothing of this computer's own."""
    usual = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {
        **usual,
        "HOME": str(tmp_path),
        "WORKBOOK_DATA": str(tmp_path / "data"),
        "WORKBOOK_CONFIG": str(tmp_path / "settings.toml"),
        "WORKBOOK_CONTENT": str(CONTENT),
        "TERM": "xterm-256color",
        **more,
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_but_an_opened_app_imports_textual(shelf: Shelf, tmp_path: Path, command: str) -> None:
    found = shelf.put({"open.facts.company": "Acme"})
    file = tmp_path / "out.json"
    file.write_text('{"format": "recovery-workbook", "version": 1, "workbooks": [], "guides": {}}')
    argv = command.replace("ID", found).replace("FILE", str(file)).split()
    seen = tmp_path / "seen.json"
    subprocess.run(
        [sys.executable, "-c", IMPORTED, seen, *argv],
        check=True,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=environment(tmp_path),
    )
    status, modules = json.loads(seen.read_text())
    assert status == (0 if argv and argv[0] not in ("lsit", "new", "resume", "review") else 2)
    assert not {"textual", "rich", "dateutil"} & set(modules)
    if command.startswith("list"):
        assert not {"yaml", "tinydb"} & set(modules)


def run_in_terminal(argv: list[str], env: dict[str, str]) -> tuple[int, bytes]:
    """Run a command on a pseudo-terminal of its own; return its status and all it showed."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(argv, stdin=theirs, stdout=theirs, stderr=theirs, env=env) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                read = os.read(ours, 4096)
            except OSError:  # Linux says so when the other end is closed
                break
            if not read:
                break
            shown += read
        os.close(ours)
        return process.wait(), shown


def test_on_a_dumb_terminal_the_app_says_so_and_draws_nothing(tmp_path: Path) -> None:
    status, shown = run_in_terminal(MODULE, environment(tmp_path, TERM="dumb"))
    assert status == 2
    assert shown.startswith(b"workbook: This terminal cannot show a full screen (TERM=dumb).")
    assert b"\x1b" not in shown


def test_awkward_titles_cannot_command_a_real_terminal(shelf: Shelf, tmp_path: Path) -> None:
    found = shelf.put({"open.facts.company": "\x1b]0;title\x07 \x9b2J \x1b[31m"})
    for argv in (["list"], ["show", found], ["show", found, "--json"]):
        status, shown = run_in_terminal([*MODULE, *argv], environment(tmp_path))
        assert status == 0
        assert b"\x1b" not in shown
        assert b"\x07" not in shown
        assert b"\xc2\x9b" not in shown


def test_a_terminal_without_the_characters_shows_question_marks_and_whole_json(shelf: Shelf, tmp_path: Path) -> None:
    found = shelf.put({"open.facts.company": "Café 語 \U0001f469"})
    ascii_only = environment(tmp_path, PYTHONIOENCODING="ascii")
    status, shown = run_in_terminal([*MODULE, "show", found], ascii_only)
    assert status == 0
    assert b"Caf? ? ?" in shown
    status, shown = run_in_terminal([*MODULE, "show", found, "--json"], ascii_only)
    assert status == 0
    (kept,) = json.loads(shown)["workbooks"]
    assert kept["answers"]["open.facts.company"]["value"] == "Café 語 \U0001f469"


def test_a_document_goes_to_another_program_as_utf_8_whatever_the_locale(shelf: Shelf, tmp_path: Path) -> None:
    found = shelf.put({"open.facts.company": "Café 語"})
    for argv in (["show", found], ["export", "--all"]):
        ran = subprocess.run(
            [*MODULE, *argv],
            check=True,
            capture_output=True,
            env=environment(tmp_path, PYTHONIOENCODING="ascii"),
        )
        assert "Café 語" in ran.stdout.decode()


@pytest.mark.parametrize("command", ["list", "export --all", "where"])
def test_a_reader_that_goes_away_ends_it_quietly(shelf: Shelf, tmp_path: Path, command: str) -> None:
    shelf.put({"rest.write.text": "words " * 100_000})
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [*MODULE, *command.split()], stdout=writing, stderr=subprocess.PIPE, env=environment(tmp_path)
    )
    os.close(writing)
    os.close(reading)
    _, told = process.communicate()
    assert (process.returncode, told) == (141, b"")


def test_a_full_disk_under_the_output_is_told_once(shelf: Shelf, tmp_path: Path) -> None:
    shelf.put()
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*MODULE, "list"], stdout=full, stderr=subprocess.PIPE, env=environment(tmp_path), check=False
        )
    assert ran.returncode == 1
    assert ran.stderr == b"workbook: There is no room left on the disk.\n"


def test_closed_streams_are_no_reason_to_fail(shelf: Shelf, tmp_path: Path) -> None:
    shelf.put()
    ran = subprocess.run(
        ["sh", "-c", '"$0" -m workbook list <&- >&-', sys.executable],
        check=False,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
    )
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_messages_come_after_what_was_printed_before_them(shelf: Shelf, tmp_path: Path) -> None:
    found = shelf.put()
    (shelf.library.places.workbooks / "copy of it.json").write_text("{}")
    ran = subprocess.run(
        [*MODULE, "list"],
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment(tmp_path),
    )
    listed, told = ran.stdout.decode().splitlines()
    assert found in listed
    assert told.startswith("workbook: ")
    assert "copy of it.json" in told
