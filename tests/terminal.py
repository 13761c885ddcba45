"""A real pseudo-terminal to run the installed command in, read back as a screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from typing import TYPE_CHECKING, Self

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "alt+left": "\x1b[1;3D",
    "alt+right": "\x1b[1;3C",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f4": "\x1bOS",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
}


class Terminal:
    """Runs a command with a screen of `columns` × `rows`. `wait_for` is the only way in which time passes."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        env: Mapping[str, str],
        columns: int = 80,
        rows: int = 24,
        cwd: str | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._fd, theirs = pty.openpty()
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        base = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES", "NO_COLOR"}}
        self.process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=cwd,
            env={**base, "TERM": "xterm-256color", "COLORTERM": "truecolor", **env},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._fd)

    def _read(self, seconds: float) -> bool:
        """Feed the screen with what comes within `seconds`. False when nothing came."""
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:
            return False
        self._stream.feed(data)
        return bool(data)

    @property
    def text(self) -> str:
        """The screen as it is now."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, *wanted: str, gone: str = "", timeout: float = 20) -> str:
        """Read until all of `wanted` is on the screen and `gone` is not. Fails with the screen as it is."""
        end = time.monotonic() + timeout
        while not (all(each in self.text for each in wanted) and (not gone or gone not in self.text)):
            if time.monotonic() > end:
                raise AssertionError(f"{wanted!r} did not come (gone: {gone!r}). The screen:\n{self.text}")
            if not self._read(0.1) and self.process.poll() is not None and not self._read(0):
                if all(each in self.text for each in wanted) and (not gone or gone not in self.text):
                    break
                raise AssertionError(f"It ended ({self.process.returncode}) without {wanted!r}:\n{self.text}")
        return self.text

    def wait_until(self, holds: Callable[[], object], timeout: float = 20) -> None:
        """Read until something outside the screen holds."""
        end = time.monotonic() + timeout
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"It never came to hold. The screen:\n{self.text}")
            self._read(0.05)

    def hang_up(self) -> None:
        """Close the window, as far as the command can tell."""
        os.killpg(self.process.pid, signal.SIGHUP)

    def send(self, *keys: str) -> None:
        """Press keys by name, such as `ctrl+n`; anything that is no name is typed as it is."""
        for key in keys:
            data = chr(ord(key[-1]) & 0x1F) if key.startswith("ctrl+") else KEYS.get(key, key)
            os.write(self._fd, data.encode())

    def paste(self, text: str) -> None:
        """Send a bracketed paste."""
        os.write(self._fd, b"\x1b[200~" + text.encode() + b"\x1b[201~")

    def ended(self, timeout: float = 20) -> int:
        """Wait for the command to end, and return its status."""
        end = time.monotonic() + timeout
        while self.process.poll() is None:
            if time.monotonic() > end:
                raise AssertionError(f"It did not end. The screen:\n{self.text}")
            self._read(0.05)
        while self._read(0):
            pass
        return self.process.returncode
