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

    The file is readable by this account alone and is removed afterwards, however the editor ended.
    """
    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    if not command:
        raise EditorProblem("No editor is set. Set EDITOR, for example to nano, and start again.")
    with tempfile.TemporaryDirectory(prefix="workbook-") as folder:
        path = Path(folder) / "answer.txt"
        path.write_text(text, encoding="utf-8", errors="replace")
        path.chmod(0o600)
        try:
            with app.suspend():
                subprocess.run([*command, str(path)], check=True)  # noqa: S603 - the person's own editor
            written = path.read_text(encoding="utf-8", errors="replace")
            return written if text.endswith("\n") else written.removesuffix("\n")  # editors add one
        except SuspendNotSupported as error:
            raise EditorProblem("This terminal cannot be handed to another program.") from error
        except (OSError, subprocess.CalledProcessError) as error:
            raise EditorProblem(f"{command[0]} did not end well. Your answer is as it was.") from error
