"""No network: the installed app and its commands run with every way out of this computer reported and refused.

Python itself tells of each socket, also those that C code of its own makes; a file remembers it, so that one which is
refused and passed over in silence still fails the test. Starting another program, which might have a network, is told
of in the same way.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.pty.conftest import Installed

WATCH = """
import os, socket, sys

OUT = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo", "socket.bind",
       "socket.connect", "socket.sendto", "urllib.Request", "webbrowser.open",
       "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork"}

def watch(event, arguments):
    if event in OUT or (event == "socket.__new__" and arguments[1] != socket.AF_UNIX):
        fd = os.open(%r, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(fd, (event + "\\n").encode())
        os.close(fd)
        raise PermissionError("no network here")

def main():
    fd = os.open(%r, os.O_WRONLY | os.O_CREAT, 0o600)
    os.close(fd)
    sys.addaudithook(watch)

main()
"""
"""What Python runs first. It also leaves a file that shows it has run."""

TRIES = {
    "a socket": "import socket; socket.socket()",
    "a socket of IPv6": "import socket; socket.socket(socket.AF_INET6)",
    "a socket made in C": "import _socket; _socket.socket()",
    "a name looked up": "import socket; socket.getaddrinfo('example.org', 80)",
    "a page": "from urllib.request import urlopen; urlopen('http://127.0.0.1:9/')",
    "an event loop's connection": "import asyncio; asyncio.run(asyncio.open_connection('127.0.0.1', 9))",
    "another program": "import subprocess; subprocess.run(['true'])",
}


class Watched(Installed):
    """The installed command, told on when it reaches out."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.reached = folder / "reached"
        self.ran = folder / "ran"
        hook = folder / "hook"
        hook.mkdir()
        (hook / "sitecustomize.py").write_text(WATCH % (str(self.reached), str(self.ran)), "utf-8")
        self.env["PYTHONPATH"] = str(hook)

    def found(self) -> list[str]:
        """What was reached for since the last time, after making sure that somebody was watching."""
        assert self.ran.exists(), "nothing was watched"
        self.ran.unlink()
        found = self.reached.read_text().splitlines() if self.reached.exists() else []
        self.reached.unlink(missing_ok=True)
        return found


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path)


AHEAD = (
    "When did you find out?",
    "How is your mood at this moment?",
    "What's here?",
    "A kinder voice",
    "Start with what worked",
    "One or two things for next time",
    "Whose was it?",
    "An opening or idea",
    "Your reward",
    "The same questions as at the start",
    "One thing, one step",
    "In your words",
)
"""What stands on each page of the quick route that follows the interview's."""


def test_a_whole_workbook_in_the_app_reaches_for_nothing(watched: Watched) -> None:
    with watched.open() as terminal:
        terminal.wait_for("Start a workbook")
        terminal.send("enter")
        terminal.wait_for("How would you like to do this?")
        terminal.send("1", "ctrl+n")
        terminal.wait_for("Who was it with?")
        terminal.send("Acme", "tab", "Designer", "tab", "yesterday", "f4")
        terminal.wait_for("People to talk to", gone="Who was it with?")
        terminal.send("escape")
        terminal.wait_for("Who was it with?")
        for title in AHEAD:
            terminal.send("ctrl+n")
            terminal.wait_for(title)
        terminal.wait_for("Finish")
        terminal.send("ctrl+n")
        terminal.wait_for("This workbook is complete")
        terminal.send("ctrl+q")
        assert terminal.ended() == 0
    assert watched.found() == []
    (entry,) = watched.json("list", "--json")["workbooks"]
    assert entry["state"] == "completed"


@pytest.mark.parametrize(
    "command",
    ["list", "list --json", "export --all --format json", "export --all --format markdown", "check", "where"],
)
def test_a_command_reaches_for_nothing(watched: Watched, command: str) -> None:
    watched.run(*command.split())
    assert watched.found() == []


@pytest.mark.parametrize("what", TRIES)
def test_the_watch_sees(watched: Watched, what: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TRIES[what]], env=watched.env, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "no network here" in done.stderr
    assert watched.found() != []


def test_one_that_is_refused_and_passed_over_in_silence_is_seen_too(watched: Watched) -> None:
    quietly = "import contextlib, socket\nwith contextlib.suppress(OSError): socket.socket()\n"
    runs = f"{quietly}from workbook.cli import main\nraise SystemExit(main(['list']))"
    subprocess.run([sys.executable, "-c", runs], env=watched.env, capture_output=True, check=True)
    assert watched.found() == ["socket.__new__"]
