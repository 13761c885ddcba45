"""`workbook`, `new`, `resume` and `review`: opening the app. Textual is imported only when it really opens."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from workbook.cli.output import is_terminal, tell
from workbook.cli.parser import UsageError
from workbook.cli.places import content_folder, unopened_library_of
from workbook.library.errors import LibraryError
from workbook.paths import settings_file
from workbook.ui.start import Start

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from workbook.library.entry import Entry, EntryState
    from workbook.library.library import Library

NOT_HERE = "`workbook list`, `workbook show ID` and `workbook export` work here too."


def home(args: Namespace) -> int:
    """Open the app at Home."""
    return _why_not() or _open(args, _library(args), Start)


def new(args: Namespace) -> int:
    """Open the app in a new workbook."""
    refused = _why_not()
    if refused:
        return refused
    if args.route:
        _check_route(args)
    return _open(args, _library(args), lambda: Start("new", route=args.route))


def resume(args: Namespace) -> int:
    """Open the app where the person stopped, in the newest unfinished workbook or the one named."""
    refused = _why_not()
    if refused:
        return refused
    library = _library(args)
    return _open(args, library, lambda: _resumed(library, args.id, take_over=args.take_over))


def review(args: Namespace) -> int:
    """Open the app to read the newest completed workbook, or the one named."""
    refused = _why_not()
    if refused:
        return refused
    library = _library(args)
    return _open(args, library, lambda: _reviewed(library, args.id))


def _library(args: Namespace) -> Library:
    """Return the library to open. Where it is locked the app itself asks, unless a passphrase is handed over."""
    library = unopened_library_of(args)
    if library.locked:
        from workbook.cli.passphrase import is_given, unlock
        from workbook.library.locking import check_lock

        check_lock(library.folder)
        if is_given():
            unlock(library)
    return library


def _resumed(library: Library, prefix: str, *, take_over: bool) -> Start:
    """What to open to go on. Raises LibraryError where there is nothing to go on with."""
    found = _chosen(library, prefix, "unfinished")
    if found is None:
        raise LibraryError("There is no unfinished workbook. `workbook new` begins one.")
    if found.state == "completed":
        raise LibraryError(f"{found.title} is completed. `workbook review {found.id}` reads it.")
    return Start("resume", found.id, take_over=take_over)


def _reviewed(library: Library, prefix: str) -> Start:
    """What to open to read. Raises LibraryError where there is nothing to."""
    found = _chosen(library, prefix, "completed")
    if found is None:
        raise LibraryError("There is no completed workbook. `workbook review ID` reads any that `workbook list` shows.")
    return Start("review", found.id)


def _why_not() -> int:
    """Tell why the app cannot open here; return the exit status for that, or 0 where it can."""
    # Standard error too: that is what Textual draws on, so a file in its place would hold all that is typed.
    if not all(map(is_terminal, (sys.stdin, sys.stdout, sys.stderr))):
        tell(f"The app needs a terminal, and this is none. {NOT_HERE}")
        return 2
    term = os.environ.get("TERM", "")
    if os.name != "nt" and term in ("", "dumb", "unknown"):
        said = f"TERM={term}" if term else "TERM is not set"
        tell(f"This terminal cannot show a full screen ({said}). {NOT_HERE}")
        return 2
    return 0


def _chosen(library: Library, prefix: str, state: EntryState) -> Entry | None:
    """The workbook that was named, or the newest in this state. Raises what `find` does."""
    entries = library.entries()
    if not prefix:
        return next((entry for entry in entries if entry.state == state), None)
    found = library.find(prefix)
    return next(entry for entry in entries if entry.id == found)


def _check_route(args: Namespace) -> None:
    """Raise UsageError for a route the guide does not have; GuideError for content that cannot be used."""
    from workbook.guide.loader import load_guide
    from workbook.guide.spelling import listed

    routes = [route.id for route in load_guide(content_folder(args)).manifest.routes]
    if args.route not in routes:
        raise UsageError(f"There is no route `{args.route}`; there are {listed(routes, 'and')}.", "workbook new")


def _open(args: Namespace, library: Library, start: Callable[[], Start]) -> int:
    """Open the app with what `start` says, found out only when the library is unlocked. Return its exit status."""
    from workbook.cli.switches import turn_off
    from workbook.ui.garbage import none_while_starting

    turn_off(os.environ)  # before Textual is imported, which reads them then
    first = Start(later=start) if library.locked else start()
    with none_while_starting():
        from workbook.ui.app import run

        return run(library, content_folder(args), settings_file(), first)
