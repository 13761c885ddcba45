"""Getting the passphrase of a lock: typed unseen on the terminal, or from a file descriptor for scripts.

It is never an argument, which other programs could see, nor in the environment, which others inherit.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from workbook.cli.output import is_terminal, tell
from workbook.library.errors import Locked, LockProblem, WrongPassphrase

if TYPE_CHECKING:
    from workbook.library.library import Library

VARIABLE = "WORKBOOK_PASSPHRASE_FD"
"""Holds the number of the descriptor: each passphrase asked for is one line of it."""

TRIES = 3
LONGEST = 4096
"""Bytes of a line that can be a passphrase."""


def is_given() -> bool:
    """Whether a descriptor was named to read the passphrase from."""
    return bool(os.environ.get(VARIABLE))


def unlock(library: Library) -> str:
    """Unlock a library with its passphrase, and return that. Raises WrongPassphrase, Locked, LockProblem."""
    return _unlocked(library, may_be_empty=False)


def unlock_or_none(library: Library) -> bool:
    """Unlock a library, or leave it locked for whoever types nothing; return whether it is unlocked.

    Raises WrongPassphrase, Locked, LockProblem.
    """
    return bool(_unlocked(library, may_be_empty=True))


def _unlocked(library: Library, *, may_be_empty: bool) -> str:
    require_terminal(f"{library.folder} is locked with a passphrase")
    for left in reversed(range(1 if is_given() else TRIES)):
        typed = _given() if is_given() else asked("Passphrase: ")
        if may_be_empty and not typed:
            break
        try:
            library.unlock(typed)
        except WrongPassphrase as error:
            if not left:
                raise
            tell(str(error))
        else:
            break
    return typed


def chosen() -> str:
    """Return a new passphrase, typed twice. Raises LockProblem."""
    if is_given():
        return _given()
    for _ in range(TRIES):
        typed = asked("New passphrase: ")
        if typed and typed == asked("The same again: "):
            return typed
        tell("The two were not the same." if typed else "A passphrase needs at least one character.")
    raise LockProblem("No passphrase was chosen. Nothing was changed.")


def require_terminal(why: str) -> None:
    """Raise Locked, beginning with `why`, where a passphrase is given nowhere and there is nobody to ask."""
    if not is_given() and not is_terminal(sys.stdin):
        raise Locked(
            f"{why}, and there is no terminal to ask for it on. "
            f"A script can hand it over in a file descriptor: {VARIABLE}=3 workbook … 3< FILE"
        )


def asked(prompt: str) -> str:
    """Return what the person types, which is not shown. Raises LockProblem."""
    import getpass
    import warnings

    sys.stdout.flush()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(prompt)
    except getpass.GetPassWarning:
        raise LockProblem("This terminal cannot hide what is typed, so the passphrase was not asked for.") from None
    except UnicodeDecodeError:
        pass
    except EOFError:
        raise LockProblem("No passphrase was typed. Nothing was changed.") from None
    raise LockProblem("What was typed is no text this terminal can pass on. Nothing was changed.")


def _given() -> str:
    """Return the next line of the descriptor that was named. Raises LockProblem, which never quotes it."""
    try:
        line = _line(int(os.environ[VARIABLE]))
    except (ValueError, OSError):
        raise LockProblem(f"{VARIABLE} names no file descriptor that can be read. Nothing was changed.") from None
    try:
        text = line.decode()
    except UnicodeDecodeError:
        text = ""
    if not text:
        raise LockProblem(f"There is no passphrase in the descriptor that {VARIABLE} names. Nothing was changed.")
    return text


def _line(descriptor: int) -> bytes:
    """Return one line, reading not a byte beyond it: the next may be another passphrase."""
    line = b""
    while len(line) < LONGEST:
        byte = os.read(descriptor, 1)
        if byte in (b"", b"\n"):
            break
        line += byte
    return line.removesuffix(b"\r")
