"""A disk that says no to a library while the app is open, at one step of writing, until it is told otherwise."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

STEPS = ("open", "write", "fsync", "replace")
"""What writing a file does, one after the other."""


class Disk:
    """Refuses one step of everything that is written below a folder. Everything else goes on as ever."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = str(folder)
        self._refused: tuple[str, int] = ("", 0)
        self._ours: set[int] = set()
        self.asked = 0
        """How often something was refused."""
        self._real = {name: getattr(os, name) for name in (*STEPS, "close", "mkdir")}
        for name in self._real:
            monkeypatch.setattr(os, name, getattr(self, f"_{name}"))

    def refuse(self, code: int, step: str = "replace") -> None:
        """Say no to a step from now on."""
        self._refused = (step, code)

    def take_again(self) -> None:
        """Take everything again."""
        self._refused = ("", 0)

    def _pass(self, step: str, *, is_ours: bool) -> None:
        name, code = self._refused
        if is_ours and step == name:
            self.asked += 1
            raise OSError(code, os.strerror(code))

    def _is_below(self, path: Any) -> bool:
        return str(os.fspath(path)).startswith(self._folder)

    def _open(self, path: Any, flags: int, *args: Any, **kwargs: Any) -> int:
        writes = bool(flags & os.O_CREAT) and self._is_below(path)
        self._pass("open", is_ours=writes)
        fd: int = self._real["open"](path, flags, *args, **kwargs)
        if writes:
            self._ours.add(fd)
        return fd

    def _close(self, fd: int) -> None:
        self._ours.discard(fd)
        self._real["close"](fd)

    def _write(self, fd: int, data: Any) -> Any:
        self._pass("write", is_ours=fd in self._ours)
        return self._real["write"](fd, data)

    def _fsync(self, fd: int) -> Any:
        self._pass("fsync", is_ours=fd in self._ours)
        return self._real["fsync"](fd)

    def _replace(self, source: Any, target: Any) -> Any:
        self._pass("replace", is_ours=self._is_below(target))
        return self._real["replace"](source, target)

    def _mkdir(self, path: Any, *args: Any, **kwargs: Any) -> Any:
        self._pass("open", is_ours=self._is_below(path))
        return self._real["mkdir"](path, *args, **kwargs)
