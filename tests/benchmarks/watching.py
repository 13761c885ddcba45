"""A program in a pseudo-terminal, watched without getting in its way: when did which words reach the screen.

What arrives is only noted with its time. It is drawn by a terminal emulator afterwards, outside the measured time,
since that takes as long as some of what is measured here.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Self

import pyte

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COLUMNS, ROWS = 80, 24


class Watched:
    """A running program. `start` is the moment just before its process was made."""

    def __init__(self, command: Sequence[str], *, env: Mapping[str, str], folder: Path) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self._waiting: list[tuple[float, bytes]] = []
        self._fd, theirs = pty.openpty()
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        base = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        self.start = perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env={**base, "TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONUTF8": "1", **env},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self._fd)

    @property
    def text(self) -> str:
        """The screen as far as it was drawn."""
        return "\n".join(line.rstrip() for line in self.screen.display if line.strip())

    def send(self, keys: str) -> float:
        """Type `keys`; return the moment just before."""
        moment = perf_counter()
        os.write(self._fd, keys.encode())
        return moment

    def when(self, *wanted: str, gone: str = "", timeout: float = 60) -> float:
        """Return the moment at which all of `wanted` had reached the screen and `gone` had left it."""
        end = perf_counter() + timeout
        while True:
            while self._waiting:
                moment, data = self._waiting.pop(0)
                self._stream.feed(data)
                text = self.text
                if all(each in text for each in wanted) and not (gone and gone in text):
                    return moment
            if perf_counter() > end:
                raise RuntimeError(f"{wanted!r} never came (gone: {gone!r}). The screen:\n{self.text}")
            self._listen(end - perf_counter())

    def changed(self, timeout: float = 60) -> float:
        """Return the moment at which the screen had become another, and nothing more came."""
        before, moment = self.screen.display, 0.0
        end = perf_counter() + timeout
        while self.screen.display == before:
            if perf_counter() > end:
                raise RuntimeError(f"The screen stayed as it was:\n{self.text}")
            if not self._waiting:
                self._listen(end - perf_counter())
            while self._waiting:
                moment, data = self._waiting.pop(0)
                self._stream.feed(data)
        return moment

    def _listen(self, seconds: float) -> None:
        """Note what arrives until nothing more does for a moment, and when each piece of it came."""
        while select.select([self._fd], [], [], seconds)[0]:
            try:
                data = os.read(self._fd, 1 << 16)
            except OSError:
                data = b""
            if not data:
                raise RuntimeError(f"It ended by itself. The screen:\n{self.text}")
            self._waiting.append((perf_counter(), data))
            seconds = 0.03

    def rest(self, seconds: float) -> None:
        """Let it run on for so long, taking what it prints."""
        end = perf_counter() + seconds
        while (left := end - perf_counter()) > 0:
            if select.select([self._fd], [], [], left)[0]:
                self._waiting.append((perf_counter(), os.read(self._fd, 1 << 16)))

    def catch_up(self) -> None:
        """Draw what has arrived, so that this does not delay the next measurement."""
        while self._waiting:
            self._stream.feed(self._waiting.pop(0)[1])

    def peak_memory(self) -> int:
        """Return the most memory the process has had so far, in KiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:"))
