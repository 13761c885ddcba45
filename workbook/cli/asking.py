"""Asking before something is done that the person may not have meant."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from workbook.cli.output import is_terminal
from workbook.cli.parser import UsageError
from workbook.flow.plain import clean

if TYPE_CHECKING:
    from argparse import Namespace


def require_somebody(args: Namespace) -> None:
    """Raise UsageError where there is nobody to ask: for before it is said what would be done."""
    if not (args.yes or (is_terminal(sys.stdin) and is_terminal(sys.stderr))):
        raise UsageError("There is no terminal to ask on; add --yes.", f"workbook {args.command}")


def agreed(question: str, args: Namespace) -> bool:
    """Whether the person says yes, here or with `--yes`. Raises UsageError where there is nobody to ask."""
    require_somebody(args)
    if args.yes:
        return True
    print(f"{clean(question)} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "yes")
