"""`backup` and `restore`: everything as one file, and bringing it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.cli.asking import agreed, require_somebody
from workbook.cli.output import say, say_dry_run
from workbook.cli.parser import UsageError
from workbook.cli.places import unopened_library_of
from workbook.paths import expanded

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from workbook.library.library import Library


def backup(args: Namespace) -> int:
    """Write everything to one file. What is locked stays locked in it."""
    from workbook.library.backup import back_up
    from workbook.library.errors import Conflict

    library = unopened_library_of(args)
    path = target(library, args.file)
    try:
        done = back_up(library, path.absolute(), force=args.force, dry_run=args.dry_run)
    except Conflict as error:
        can_be_forced = path.is_file() and not path.is_symlink()
        raise Conflict(f"{error} Or write over it with --force." if can_be_forced else str(error)) from None
    if args.dry_run:
        say_dry_run()
    say(f"{'It would write' if args.dry_run else 'Wrote'} {done} to {path}")
    for line in done.lines:
        say(line)
    return 0


def target(library: Library, name: str) -> Path:
    """Return where a backup goes that is to be called `name`; in a folder it gets a name of its own."""
    from workbook.library.backup import suggested_name

    path = expanded(name)
    if path.is_dir() or name.endswith("/"):
        path /= suggested_name(library.clock())
    return path


def restore(args: Namespace) -> int:
    """Bring back a backup in the place of everything, or with `--earlier` one workbook as it was."""
    if args.earlier is not None:
        from workbook.cli.earlier import restore_earlier

        return restore_earlier(args)
    if args.json:
        raise UsageError("`--json` goes with --earlier.", "workbook restore")
    from workbook.cli.passphrase import unlock
    from workbook.library.backup_reading import is_sealed_file
    from workbook.library.locking import check_lock
    from workbook.library.restoring import plan, restore

    library = unopened_library_of(args)
    path = expanded(args.what)
    if not path.exists():
        _say_if_workbook(library, args.what)
    elif library.locked and path.resolve().is_relative_to(library.folder.resolve()) and is_sealed_file(path):
        check_lock(library.folder)
        unlock(library)  # it lay here when that was locked
    planned = plan(library, path.absolute())
    if args.dry_run:
        say_dry_run()
    else:
        require_somebody(args)
    for line in planned.lines:
        say(line)
    if args.dry_run:
        return 0
    if library.locked and not planned.backup.manifest.locked and not args.yes:
        _prove_or_forget(library, planned.before)
    if not agreed("Bring it back?", args):
        say("Nothing was changed.")
        return 0
    restore(library, planned)
    say(f"Done. `workbook restore '{planned.before}'` takes it back.")
    if planned.left_open:
        say(planned.left_open)
    return 0


FORGOTTEN = """\
Without the passphrase: what is here now cannot be read by this, and is not lost. It is kept, locked, as
{before}
and only that passphrase will open it."""


def _prove_or_forget(library: Library, before: Path) -> None:
    """Ask for the passphrase of what an unlocked backup takes the place of. Whoever forgot it may go on, and is told.

    Raises WrongPassphrase, Locked, LockProblem. With `--yes` nobody is asked: what is here stays sealed either way.
    """
    from workbook.cli.passphrase import unlock_or_none
    from workbook.library.errors import LockProblem
    from workbook.library.locking import check_lock

    try:
        check_lock(library.folder)
    except LockProblem as error:  # a lock that nothing opens is a reason to bring a backup back, and no obstacle
        say(str(error))
        is_unlocked = False
    else:
        say("What is here now is locked. Type its passphrase, or leave it empty if it is forgotten.")
        is_unlocked = unlock_or_none(library)
    if not is_unlocked:
        say(FORGOTTEN.format(before=before))


def _say_if_workbook(library: Library, what: str) -> None:
    """Raise UsageError where a workbook was named and not a file."""
    if any(each.startswith(what) for each in library.ids()):
        raise UsageError(
            f"{what} is a workbook. `workbook restore {what} --earlier` lists its earlier copies.", "workbook restore"
        )
