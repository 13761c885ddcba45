"""Start an installed `workbook` for real: `python -m tests.start PATH`. It fails for a wheel without its content."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.terminal import Terminal


def main(command: str) -> int:
    """Open it at Home, begin a workbook, leave it, and see that it ended well."""
    with tempfile.TemporaryDirectory() as folder:
        env = {"WORKBOOK_DATA": f"{folder}/data", "WORKBOOK_CONFIG": f"{folder}/settings.toml"}
        with Terminal([str(Path(command).resolve())], env=env, cwd=folder) as terminal:
            terminal.wait_for("Start a workbook")
            terminal.send("enter")
            terminal.wait_for("Start here", "page 1 of 4")
            terminal.send("ctrl+q")
            status = terminal.ended()
    print(f"{command} started, began a workbook and ended with status {status}")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
