"""A lock turned on and off and stopped dead at every step: `python -m tests.library.stopping_locks FOLDER on|off`.

Every call that changes the disk is a step. For each step the folder is copied, a child does the work and is ended just
before that call (a write is done by half first), and what it left is opened as the next start would. It prints a line
for each step: what became of the library, `old` or `new`. What is neither raises.
"""

from __future__ import annotations

import itertools
import os
import shutil
import sys
from pathlib import Path
from typing import Any

from tests.library.locks import PASSPHRASE, QUICK, lying_open
from workbook.library import keyring, locking
from workbook.library.library import Library

CALLS = ("open", "write", "fsync", "replace", "rename", "unlink", "rmdir", "mkdir", "link", "utime")
WORDS = ("Sturm", "Regen", "Zimmerei")
STOPPED = 9


def main() -> None:
    """Do as the module says."""
    folder, how = Path(sys.argv[1]), sys.argv[2]
    shown = contents(folder)
    for step in itertools.count(1):
        there = folder.with_name(f"{how}-{step}")
        shutil.copytree(folder, there)
        status = in_child(lambda there=there: turn(there, how), step)
        assert status in (0, STOPPED), f"step {step} ended with {status}"
        again = in_child(lambda there=there: Library(there), step % 7 + 1)
        assert again in (0, STOPPED), f"starting again, stopped at {step % 7 + 1}, ended with {again}"
        sys.stdout.write(f"{judged(there, shown, how)}\n")
        shutil.rmtree(there)
        if status == 0:
            break


def in_child(work: Any, step: int) -> int:
    """Do some work in a child that ends before its call number `step`; return how it ended."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            stop_at(step)
            work()
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def stop_at(step: int) -> None:
    """Make this process end, with nothing tidied up, at the given call that changes the disk."""
    calls = itertools.count(1)

    def stopping(name: str) -> Any:
        real = getattr(os, name)

        def call(*args: Any, **kwargs: Any) -> Any:
            changes = name != "open" or args[1] & (os.O_CREAT | os.O_WRONLY | os.O_RDWR)
            if changes and next(calls) == step:
                if name == "write":
                    real(args[0], bytes(args[1])[: len(args[1]) // 2])
                os._exit(STOPPED)
            return real(*args, **kwargs)

        return call

    for name in CALLS:
        setattr(os, name, stopping(name))


def turn(folder: Path, how: str) -> None:
    """Turn the lock of a library on or off."""
    library = Library(folder)
    if how == "on":
        locking.turn_on(library, PASSPHRASE, QUICK)
    else:
        library.unlock(PASSPHRASE)
        locking.turn_off(library)


def contents(folder: Path) -> object:
    """Return all a library has, as whoever opens it sees it."""
    library = Library(folder)
    if library.locked:
        library.unlock(PASSPHRASE)
    entries = [(entry.id, entry.title, entry.state) for entry in library.entries()]
    records = [library.read(each) for each in library.ids()]
    guides = [library.guide(record.guide.digest).manifest for record in records]
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if not is_beside(path))
    keyring.forget(folder)
    return entries, records, guides, names


def is_beside(path: Path) -> bool:
    """Whether a file is about a lock, not about what is kept: also who was at it when it was stopped."""
    return path.name in ("lock.json", f"{keyring.CHANGE}.lock")


def judged(folder: Path, shown: object, how: str) -> str:
    """Return whether a library is wholly `old` or wholly `new`; fail if it is neither, or has lost anything."""
    locked = Library(folder).locked
    open_files = [
        str(path)
        for path in folder.rglob("*")
        if path.is_file() and not is_beside(path) and not path.read_bytes().startswith(b"recovery-workbook sealed")
    ]
    assert (not open_files) == locked, f"{'locked' if locked else 'open'}, but {open_files}"
    if locked:
        assert lying_open(folder, *WORDS) == []
    assert contents(folder) == shown
    return "new" if locked == (how == "on") else "old"


if __name__ == "__main__":
    main()
