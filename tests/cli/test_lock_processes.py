"""The lock in processes of its own: what they show, and what they import."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.library.locks import PASSPHRASE
from workbook.cli import passphrase

from .conftest import WORDS
from .test_processes import IMPORTED, MODULE, environment

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Shelf


def test_a_script_hands_it_over_and_the_process_list_does_not_show_it(locked: str, tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, PASSPHRASE.encode() + b"\n")
    env = environment(tmp_path, **{passphrase.VARIABLE: str(reading)})
    ran = subprocess.run([*MODULE, "list"], capture_output=True, text=True, env=env, pass_fds=[reading], check=False)
    os.close(reading)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert locked in ran.stdout


def test_on_a_real_terminal_what_is_typed_does_not_show(locked: str, tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*MODULE, "list"], stdin=theirs, stdout=theirs, stderr=theirs, env=environment(tmp_path), start_new_session=True
    ) as process:
        os.close(theirs)
        shown = b""
        while b"Passphrase: " not in shown:
            shown += os.read(ours, 4096)
        os.write(ours, PASSPHRASE.encode() + b"\n")
        with contextlib.suppress(OSError):
            while read := os.read(ours, 4096):
                shown += read
        os.close(ours)
        assert process.wait() == 0
    assert locked.encode() in shown
    assert PASSPHRASE.encode() not in shown


def test_without_a_lock_no_cipher_is_imported(shelf: Shelf, tmp_path: Path) -> None:
    shelf.put(WORDS)
    seen = tmp_path / "seen.json"
    for argv in (["list"], ["where"], ["export", "--all"]):
        command = [sys.executable, "-c", IMPORTED, str(seen), *argv]
        subprocess.run(command, check=True, capture_output=True, env=environment(tmp_path))
        status, modules = json.loads(seen.read_text())
        assert status == 0
        assert not {"cryptography", "getpass"} & set(modules)
