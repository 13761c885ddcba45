"""`lock`: sealing everything with a passphrase, changing that, and opening everything for good."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from workbook.cli.output import say
from workbook.cli.passphrase import chosen, is_given, require_terminal, unlock
from workbook.cli.places import unopened_library_of

if TYPE_CHECKING:
    from argparse import Namespace

    from workbook.library.library import Library

BEFORE = """\
A lock seals every workbook, every earlier copy, the trash and the list of workbooks with a passphrase, in
{folder}

A forgotten passphrase cannot be recovered. There is no second key and no reset: \
without it, what you wrote is gone for you as for everybody else. \
Write it down and keep it where you keep such things.
"""

REACH = """\
What it cannot reach: backups, exports and synchronised copies made until now, \
and what a disk may keep of files that were removed. \
File names still tell when each workbook was begun, and sizes about how much is in it."""

SAME_KEY = """\
The key of the files is the same as before: whoever knows the old passphrase and has an old lock.json, from a backup \
or a synchronised folder, can still open everything, also what you write from now on. \
`workbook lock --off` and then `workbook lock` make a new key."""

SHORT = 12
"""Characters below which a passphrase is worth a second thought."""


def lock(args: Namespace) -> int:
    """Turn the lock on or off, or change its passphrase."""
    library = unopened_library_of(args)
    if args.off:
        return _off(library)
    if args.change:
        return _change(library)
    return _on(library, args.backup)


def _on(library: Library, backup: str) -> int:
    from workbook.library.locking import check_can_turn_on, turn_on

    check_can_turn_on(library.folder)
    require_terminal("A lock needs a passphrase")
    say(BEFORE.format(folder=library.folder))
    if not backup and not is_given() and library.ids():
        backup = _asked_for_backup()
    if backup:
        _back_up(library, backup)
    passphrase = chosen()
    if len(passphrase) < SHORT:
        say("That is a short one. Four or five words that do not belong together are much harder to guess.")
    turn_on(library, passphrase)
    say("It is locked. From now on every start asks for the passphrase. `workbook lock --off` opens it for good.")
    say(REACH)
    return 0


def _asked_for_backup() -> str:
    """Offer an unlocked backup; return where to, or nothing."""
    say("You can write an unlocked backup of everything first, to keep in a safe place. `workbook restore` reads it.")
    print("File or folder for it (leave empty for none): ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()


def _back_up(library: Library, name: str) -> None:
    """Write everything to one file, while it can still be read by anybody. Raises Conflict, CannotSave."""
    from workbook.cli.backing import target
    from workbook.library.backup import back_up
    from workbook.library.errors import Conflict

    path = target(library, name)
    try:
        done = back_up(library, path.absolute())
    except Conflict as error:
        raise Conflict(f"{error} Nothing is locked yet.") from None
    say(f"Wrote {done} to {path}")
    for line in done.lines:
        say(line)


def _off(library: Library) -> int:
    from workbook.library.locking import check_lock, turn_off

    check_lock(library.folder)
    unlock(library)
    stays = turn_off(library)
    everything = "Everything else lies" if stays else "Everything lies"
    say(f"The lock is off. {everything} open on the disk again, for whoever can use this account.")
    if stays:
        say("These stay locked, since they belong to another lock or are damaged:")
    for path in stays:
        say(f"  {path}")
    if any(library.places.before_restore in path.parents for path in stays):
        say("`workbook trash --before-restore` removes those from before a restore.")
    return 0


def _change(library: Library) -> int:
    from workbook.library.locking import change, check_lock

    check_lock(library.folder)
    before = unlock(library)
    change(library.folder, before, chosen())
    say("The passphrase is changed.")
    say(SAME_KEY)
    return 0
