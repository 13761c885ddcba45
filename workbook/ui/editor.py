"""Taking one answer to the person's own editor and back."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import SuspendNotSupported

if TYPE_CHECKING:
    from textual.app import App


class EditorProblem(Exception):  # noqa: N818 - named for what it says
    """The editor could not be used. The answer is as it was."""


def write_elsewhere(app: App[Any], text: str) -> str:
    """Open `text` in $VISUAL or $EDITOR, wait, and return what it became.

    The file is readable by this account alone and is removed afterwards. However the editor ended, what it saved is
    taken: somebody wrote it. Raises EditorProblem where no editor could be opened.
    """
    command = _command()
    with tempfile.TemporaryDirectory(prefix="workbook-") as folder:
        path = Path(folder) / "answer.txt"
        path.touch(mode=0o600)
        path.write_bytes(text.encode(errors="replace"))
        try:
            with app.suspend():
                subprocess.run([*command, str(path)], check=False)  # noqa: S603 - the person's own editor
            written = _decoded(path.read_bytes())
        except SuspendNotSupported as error:
            raise EditorProblem("This terminal cannot be handed to another program.") from error
        except OSError as error:
            raise EditorProblem(f"{command[0]} could not be opened. Your answer is as it was.") from error
    return written if text.endswith("\n") else written.removesuffix("\n")  # editors add one


def _command() -> list[str]:
    """The editor with its options."""
    wanted = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        command = shlex.split(wanted)
    except ValueError as error:
        raise EditorProblem("EDITOR has a quote that is never closed. Your answer is as it was.") from error
    if not command:
        raise EditorProblem("No editor is set. Set EDITOR, for example to nano, and start again.")
    return command


def _decoded(data: bytes) -> str:
    """What was written, whether the editor wrote UTF-8 or the older Latin-1, in which every byte means something."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")
