"""`import`: bringing workbooks in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.cli.files import read_input
from workbook.cli.output import say, say_dry_run
from workbook.cli.places import library_of

if TYPE_CHECKING:
    from argparse import Namespace

    from workbook.library.library import Library


def import_(args: Namespace) -> int:
    """Bring in workbooks. Every file is checked before anything is written."""
    from workbook.library.importing import import_ as bring_in

    library = library_of(args)
    found = [(name, read_input(name)) for name in args.files]
    for name, data in found:
        _check(library, name, data)
    if args.dry_run:
        say_dry_run()
    held = False
    for name, data in found:
        report = bring_in(library, data, dry_run=args.dry_run)
        held = held or bool(report.held)
        for line in report.lines:
            say(f"{name}: {line}" if len(found) > 1 else line)
    return int(held)


def _check(library: Library, name: str, data: object) -> None:
    """Raise ImportProblem, with the name of the file, where it cannot be brought in whole."""
    from workbook.library.errors import ImportProblem
    from workbook.library.importing import import_ as bring_in

    try:
        bring_in(library, data, dry_run=True)
    except ImportProblem as error:
        raise ImportProblem(f"{name}: {error}") from None
