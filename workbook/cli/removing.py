"""`delete` and `trash`: putting workbooks away, and getting them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.cli.asking import agreed
from workbook.cli.columns import table
from workbook.cli.output import give_json, say
from workbook.cli.places import library_of
from workbook.flow.dates.saying import short
from workbook.library.before_restore import backups
from workbook.library.reach import ALWAYS

if TYPE_CHECKING:
    from argparse import Namespace

    from workbook.library.library import Library


def delete(args: Namespace) -> int:
    """Move a workbook to the trash, after asking."""
    library = library_of(args)
    found = library.find(args.id)
    title = next(entry.title for entry in library.entries() if entry.id == found)
    if not agreed(f"Move {title} ({found}) to the trash?", args):
        say("It was left where it is.")
        return 0
    library.delete(found)
    say(f"{title} is in the trash. `workbook trash --restore {found}` brings it back.")
    return 0


def trash(args: Namespace) -> int:
    """List the deleted workbooks, bring one back, or remove them all for good; or what a restore kept."""
    library = library_of(args)
    if args.restore:
        return _restore(library, args.restore)
    if args.empty:
        return _empty(library, args)
    if args.before_restore:
        return _remove_backups(library, args)
    trashed = library.trashed()
    if args.json:
        give_json(
            {"trash": [{"id": each.id, "title": each.title, "deleted": each.deleted.isoformat()} for each in trashed]}
        )
        return 0
    if not trashed:
        say("The trash is empty.")
        return 0
    rows = [(each.title, each.id, f"deleted {short(each.deleted.date())}") for each in trashed]
    for line in table(rows, gives_way=0):
        say(line)
    return 0


def _restore(library: Library, prefix: str) -> int:
    from workbook.library.errors import AmbiguousId

    ids = list(dict.fromkeys(each.id for each in library.trashed()))
    found = [prefix] if prefix in ids else [each for each in ids if each.startswith(prefix)]
    if len(found) > 1:
        raise AmbiguousId(prefix, found)
    library.restore(found[0] if found else prefix)
    say(f"{found[0]} is back. `workbook list` shows it.")
    return 0


def _empty(library: Library, args: Namespace) -> int:
    number = len(library.trashed())
    if not number:
        library.empty_trash()  # what a stop in the middle left behind
        say("The trash is empty.")
        return 0
    what = "the workbook" if number == 1 else f"the {number} workbooks"
    if not agreed(f"Remove {what} in the trash for good? They cannot be brought back.", args):
        say("The trash was left as it is.")
        return 0
    gone = library.empty_trash()
    say(f"{gone} {'workbook is' if gone == 1 else 'workbooks are'} gone for good.")
    say(ALWAYS)
    found = backups(library.places)
    if found:
        say(
            f"{_backups(len(found))} from before a restore may still have {'it' if gone == 1 else 'them'}. "
            "`workbook trash --before-restore` removes what is kept there."
        )
    return 0


def _remove_backups(library: Library, args: Namespace) -> int:
    from workbook.library.before_restore import remove

    found = backups(library.places)
    if not found:
        say("Nothing is kept from before a restore.")
        return 0
    say(f"{_backups(len(found))} from before a restore, each with everything there was here then:")
    for path in found:
        say(str(path))
    if not agreed("Remove them for good? They cannot be brought back.", args):
        say("They were left as they are.")
        return 0
    say(f"{_backups(remove(library.places))} removed for good.")
    return 0


def _backups(number: int) -> str:
    return "One backup" if number == 1 else f"{number} backups"
