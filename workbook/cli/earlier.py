"""`restore ID --earlier`: the earlier copies of a workbook, and putting one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.cli.asking import agreed
from workbook.cli.columns import table
from workbook.cli.output import give_json, say, say_dry_run
from workbook.cli.places import library_of
from workbook.library.difference import count

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from workbook.library.copies import EarlierCopy


def restore_earlier(args: Namespace) -> int:
    """List the earlier copies of a workbook, or put the one that was named in the place of the present."""
    from workbook.library.copies import chosen, earlier_copies, put_back

    library = library_of(args)
    found = library.find(args.what)
    copies = earlier_copies(library, found)
    if not args.earlier:
        _list(copies, args)
        return 0
    copy = chosen(copies, args.earlier)
    effect = said(copy)
    if args.dry_run:
        say_dry_run()
        say(f"{found} goes back to how it was on {copy.when}: {effect}. As it is now, it is kept.")
        return 0
    if not agreed(f"Put {found} back as it was on {copy.when} ({effect})? As it is now, it is kept.", args):
        say("It was left as it is.")
        return 0
    say(str(put_back(library, found, copy)))
    return 0


def said(copy: EarlierCopy) -> str:
    """What putting this copy in place would change, for people."""
    if copy.problem:
        return "it cannot be read"
    return str(copy.changes) if copy.changes else "the present cannot be read"


def _list(copies: Sequence[EarlierCopy], args: Namespace) -> None:
    if args.json:
        give_json({"earlier": [_plain(copy) for copy in copies]})
    elif copies:
        rows = [(str(copy.number), copy.when, count(copy.answers, "answer"), said(copy)) for copy in copies]
        say("\n".join(table(rows, gives_way=3)))
        say(f"`workbook restore {args.what} --earlier 1` puts the first of these back; nothing is lost by it.")
    else:
        say("There is no earlier copy. One is kept from before each sitting that changes something.")


def _plain(copy: EarlierCopy) -> dict[str, object]:
    differ = copy.changes.answers if copy.changes else None
    return {
        "number": copy.number,
        "taken": copy.taken.isoformat(),
        "answers": copy.answers,
        "differ": differ,
        "path": str(copy.path),
        "problem": copy.problem,
    }
