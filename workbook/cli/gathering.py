"""`sheet`: one page for the next interview, from what all workbooks hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.cli.files import check_places, write_piecewise
from workbook.cli.output import give, say, tell
from workbook.cli.places import guide_or_none, library_of
from workbook.paths import expanded

if TYPE_CHECKING:
    from argparse import Namespace

NOTHING = (
    "There is nothing for a page yet. Strengths, better answers, questions to ask and plans that you write "
    "in a workbook go on it."
)


def sheet(args: Namespace) -> int:
    """Print the page, or write it to a file."""
    from workbook.export import sheet as rendering
    from workbook.insight.banks.kept import banks_of
    from workbook.insight.banks.sheet import sheet as page_of
    from workbook.insight.banks.shelves import gathered
    from workbook.library.books import books

    library = library_of(args)
    entries = library.entries()
    guide = guide_or_none(args)
    # The guide of today too: workbooks may be older than what a bank is fed by.
    shelves = gathered(books(library, entries), banks_of(guide) if guide else None)
    if shelves.workbooks < len(entries):
        number = len(entries) - shelves.workbooks
        said = "One workbook" if number == 1 else f"{number} workbooks"
        tell(f"{said} could not be read; `workbook list` says why.")
    page = page_of(shelves, names=args.with_names)
    if not page.sections:
        tell(NOTHING)
        return 0
    text = (rendering.markdown if args.format == "markdown" else rendering.text)(page, library.clock().date())
    if args.output == "-":
        give(text)
    else:
        path = expanded(args.output)
        check_places([path], library.folder, force=args.force)
        write_piecewise(path, [text], library.folder, force=args.force)
        say(f"Wrote the page to {path}")
    return 0
