"""Asking before something is done that the person may not have meant."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from workbook.cli.output import is_terminal
from workbook.cli.parser import UsageError
from workbook.flow.plain import clean

if TYPE_CHECKING:
    from argparse import Namespace


def agreed(question: str, args: Namespace) -> bool:
    """Whether the person says yes, here or with `--yes`. Raises UsageError where there is nobody to ask."""
    if args.yes:
        return True
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        raise UsageError("There is no terminal to ask on; add --yes.", f"workbook {args.command}")
    print(f"{clean(question)} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "yes")
