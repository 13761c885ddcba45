"""`merge`: putting versions of a workbook that came from other computers together with the one here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.cli.output import say, say_dry_run, tell
from workbook.cli.places import library_of

if TYPE_CHECKING:
    from argparse import Namespace

    from workbook.library.library import Library


def merge(args: Namespace) -> int:
    """Put every version of the named workbooks together, or of all that have several."""
    from workbook.library.errors import LibraryError
    from workbook.library.joining import join

    library = library_of(args)
    library.entries()
    waiting = list(dict.fromkeys(copy.name for copy in library.conflicts))
    wanted = [_find(library, each, waiting) for each in args.ids] if args.ids else waiting
    if not wanted:
        say("Every workbook has one version only.")
    if args.dry_run:
        say_dry_run()
    status = 0
    for each in dict.fromkeys(wanted):
        try:
            joined = join(library, each, dry_run=args.dry_run)
        except LibraryError as error:
            if len(wanted) == 1:
                raise
            tell(str(error))
            status = 1
        else:
            for line in joined.lines:
                say(line)
            status = 1 if joined.left else status
    return status


def _find(library: Library, prefix: str, waiting: list[str]) -> str:
    """Return the one ID that begins so, also of a workbook that is only here as a version from elsewhere."""
    found = [each for each in waiting if prefix and each.startswith(prefix)]
    return found[0] if len(set(found)) == 1 and found[0] not in library.ids() else library.find(prefix)
