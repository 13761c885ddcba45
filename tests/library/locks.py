"""Locks that open quickly, for tests, and what a locked library may not show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.library.samples import MOOD, WORDS, written
from workbook.library import keyring, locking
from workbook.library.changes import Changes
from workbook.library.lock_file import Cost

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.library.library import Library

QUICK = Cost(n=2, r=1)
"""A guess costs nothing: only for tests, which would wait for each lock otherwise."""

PASSPHRASE = "one two three four"


def lock(library: Library, passphrase: str = PASSPHRASE) -> None:
    """Turn the lock on."""
    locking.turn_on(library, passphrase, QUICK)


def as_another_process(folder: Path) -> None:
    """Forget the key, as if this were a process that never had it."""
    keyring.forget(folder)


def lying_open(folder: Path, *words: str) -> list[str]:
    """Return what below `folder` shows one of these words, in a file or in a name."""
    found = []
    for path in folder.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        shown = path.name + data.decode("utf-8", "replace") + data.decode("utf-16-le", "replace")
        found += [str(path.relative_to(folder)) for word in words if word in shown]
    return found


def unsealed(folder: Path) -> list[str]:
    """Return the files below `folder` that are not sealed, though they belong to workbooks."""
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock.json" and not path.read_bytes().startswith(b"recovery-workbook sealed")
    ]


def fill(library: Library) -> str:
    """Keep something of every kind: a workbook, earlier copies, a file set aside, one in the trash."""
    workbook_id = written(library, feel__now__words="Sturm", open__start__role="Zimmerei")
    for number in range(3):
        with library.open(workbook_id) as workbook:
            workbook.save(Changes(answers={WORDS: f"Sturm {number}", MOOD: number}))
    torn = written(library, feel__now__words="Regen")
    with library.open(torn) as workbook:
        workbook.save(Changes(answers={WORDS: "Regen wieder"}))
    library.places.workbook(torn).write_bytes(b'{"Sturm": torn')
    library.recover(torn)
    deleted = written(library, feel__now__words="Hagel", open__start__role="Zimmerei")
    with library.open(deleted) as workbook:
        workbook.save(Changes(answers={WORDS: "Hagel wieder"}))
    library.delete(deleted)
    library.entries()
    return workbook_id
