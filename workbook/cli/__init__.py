"""The command line: plain, scriptable and quick. Only the commands that open the app import Textual."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in `argv`, or in what the program was started with; return its exit status.

    0 when all is well, 1 when something is wrong, 2 for wrong usage, 130 when interrupted, and 141 when whatever
    read the output went away.
    """
    from workbook.cli.running import run

    return run(sys.argv[1:] if argv is None else argv)
