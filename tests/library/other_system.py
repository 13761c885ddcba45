"""A system without what only some have, as far as it can be had here: `python -m tests.library.other_system FOLDER`.

Windows has no `fcntl`, no modes that mean anything, no folder that can be opened, and another way to lock a file. This
takes those away, puts a stand-in for `msvcrt` in, and does once with a library all that one can do. It shows that
nothing is imported or called that is not there; it is no proof that all of it works there.
"""

from __future__ import annotations

import fcntl
import importlib
import os
import pathlib
import shutil
import sys
import types
from pathlib import Path
from typing import Any


def main() -> None:
    """Do as the module says."""
    importlib.import_module("cryptography.hazmat.primitives.ciphers.aead")
    importlib.import_module("cryptography.hazmat.primitives.kdf.scrypt")
    for name in ("secrets", "zipfile", "subprocess", "tempfile", "socket", "msgspec", "tinydb", "dateutil.parser"):
        importlib.import_module(name)  # the system's own, and others': they are taken as they are here
    become_other()
    importlib.import_module("tests.library.other_life").live(Path(sys.argv[1]))


def become_other() -> None:
    """Take away what Windows has not."""
    lock, taken = fcntl.flock, fcntl.LOCK_EX | fcntl.LOCK_NB

    def locking(fd: int, *_: int) -> None:
        try:
            lock(fd, taken)
        except BlockingIOError:
            raise PermissionError(13, "Permission denied") from None

    sys.modules["msvcrt"] = types.SimpleNamespace(locking=locking, LK_NBLCK=2, LK_UNLCK=0)  # type: ignore[assignment]
    for name in ("fcntl", "termios", "tty", "pwd", "grp", "resource"):
        sys.modules[name] = None  # type: ignore[assignment]
    for name in ("fchmod", "getuid", "geteuid", "fork", "O_NOFOLLOW", "O_NONBLOCK", "O_DIRECTORY", "pread"):
        delattr(os, name)
    real = os.open

    def open_(path: Any, *rest: Any, **more: Any) -> int:
        if os.path.isdir(path):  # noqa: PTH112
            raise PermissionError(13, "Permission denied")
        return real(path, *rest, **more)

    os.open = open_
    for module in (pathlib, sys.modules.get("pathlib._local", pathlib)):
        module.WindowsPath = module.PosixPath  # type: ignore[attr-defined]
    shutil._use_fd_functions = False  # type: ignore[attr-defined]
    os.name = "nt"
    sys.platform = "win32"


if __name__ == "__main__":
    main()
