"""`backup` and `restore`: everything as one file, and bringing it back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbook.cli.asking import agreed
from workbook.cli.output import say
from workbook.cli.parser import UsageError
from workbook.cli.places import unopened_library_of

if TYPE_CHECKING:
    from argparse import Namespace

    from workbook.library.library import Library

NOTHING_CHANGED = "Nothing was changed. This is what it would do:"


def backup(args: Namespace) -> int:
    """Write everything to one file. What is locked stays locked in it."""
    from workbook.library.backup import back_up

    library = unopened_library_of(args)
    path = target(library, args.file)
    done = back_up(library, path.absolute(), force=args.force, dry_run=args.dry_run)
    if args.dry_run:
        say(NOTHING_CHANGED)
    say(f"{'It would write' if args.dry_run else 'Wrote'} {done} to {path}")
    for line in done.lines:
        say(line)
    return 0


def target(library: Library, name: str) -> Path:
    """Return where a backup goes that is to be called `name`; in a folder it gets a name of its own."""
    path = Path(name).expanduser()
    if path.is_dir() or name.endswith("/"):
        path /= f"workbook-backup-{library.clock():%Y-%m-%d-%H%M}.zip"
    return path


def restore(args: Namespace) -> int:
    """Bring back a backup in the place of everything, or with `--earlier` one workbook as it was."""
    if args.earlier is not None:
        from workbook.cli.earlier import restore_earlier

        return restore_earlier(args)
    if args.json:
        raise UsageError("`--json` goes with --earlier.", "workbook restore")
    from workbook.library.restoring import plan, restore

    library = unopened_library_of(args)
    path = Path(args.what).expanduser()
    if not path.exists():
        _say_if_workbook(library, args.what)
    planned = plan(library, path.absolute())
    if args.dry_run:
        say(NOTHING_CHANGED)
    for line in planned.lines:
        say(line)
    if args.dry_run:
        return 0
    if not agreed("Bring it back?", args):
        say("Nothing was changed.")
        return 0
    restore(library, planned)
    say(f"Done. `workbook restore '{planned.before}'` takes it back.")
    return 0


def _say_if_workbook(library: Library, what: str) -> None:
    """Raise UsageError where a workbook was named and not a file."""
    if any(each.startswith(what) for each in library.ids()):
        raise UsageError(
            f"{what} is a workbook. `workbook restore {what} --earlier` lists its earlier copies.", "workbook restore"
        )
