"""`due`: the dates coming up, for people, programs and calendars.

Fit for a shell profile: with nothing coming up it prints nothing, it never asks for a passphrase, and a library that is
locked or has a problem is the app's to tell of, in a line at most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.cli.output import give_json, say, tell
from workbook.cli.parser import UsageError
from workbook.cli.places import library_of, unopened_library_of

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date

    from workbook.insight.coming_up import Coming
    from workbook.library.library import Library

LOCKED = "The library is locked, so no dates are shown here. The app shows them."


def due(args: Namespace) -> int:
    """Print the dates coming up, or write them to a calendar file."""
    _check(args)
    if args.ics:
        return _calendar(library_of(args), args)
    library = library_of(args) if args.json else _quietly(args)
    if library is None:
        tell(LOCKED)
        return 0
    today = library.clock().date()
    found = _chosen(library, args, today)
    if args.json:
        give_json({"dates": [_plain(each, today) for each in found]})
    elif found:
        from workbook.cli.columns import table
        from workbook.flow.dates.saying import distance, short

        rows = [(distance(each.day, today), short(each.day), each.text, each.entry.title) for each in found]
        say("\n".join(table(rows, gives_way=2)))
    return 0


def _check(args: Namespace) -> None:
    """Raise UsageError for options that do not go together."""
    if args.with_words and not args.ics:
        raise UsageError("`--with-words` goes with `--ics FILE`.", "workbook due")
    if args.ics and (args.days is not None or args.passed):
        raise UsageError(
            "A calendar file holds every date, so `--days` and `--passed` do not go with it.", "workbook due"
        )
    if args.days is not None and args.days < 0:
        raise UsageError("`--days` counts from today, so it is 0 or more.", "workbook due")


def _quietly(args: Namespace) -> Library | None:
    """Return the library, or None where it is locked and no passphrase is handed over."""
    library = unopened_library_of(args)
    if library.locked:
        from workbook.cli.passphrase import is_given

        return library_of(args) if is_given() else None
    return library


def _chosen(library: Library, args: Namespace, today: date) -> list[Coming]:
    """Return the dates that were asked for: open ones, from today on unless those passed are wanted too."""
    from datetime import date as day
    from datetime import timedelta

    from workbook.insight.coming_up import dates_from

    found = dates_from(library.entries(at_once=True), day.min if args.passed else today)
    if args.days is None:
        return found
    last = today + timedelta(days=args.days) if args.days < (day.max - today).days else day.max
    return [each for each in found if each.day <= last]


def _plain(each: Coming, today: date) -> dict[str, object]:
    """Return a date as JSON."""
    return {
        "day": each.day.isoformat(),
        "in_days": (each.day - today).days,
        "what": each.kept.what,
        "about": each.kept.about,
        "says": each.kept.says,
        "ref": each.ref,
        "workbook": each.entry.id,
        "title": each.entry.title,
    }


def _calendar(library: Library, args: Namespace) -> int:
    """Write every date to a calendar file, or to standard output for `-`."""
    from workbook.cli.output import give_bytes
    from workbook.export.calendar import PRODUCT, calendar, events, wanted
    from workbook.library.books import books
    from workbook.library.calendar_file import write_calendar
    from workbook.paths import expanded

    today = library.clock().date()
    entries = wanted(library.entries(), today)
    found = [each for book in books(library, entries) for each in events(book, today, words=args.with_words)]
    if not found:
        tell("There are no dates to put into a calendar. No file was written.")
        return 0
    data = calendar(found)
    if args.ics == "-":
        give_bytes(data)
    else:
        write_calendar(expanded(args.ics), data, PRODUCT, library.folder, force=args.force)
        say(f"Wrote {_counted(len(found), sum(each.cancelled for each in found))} to {args.ics}")
    return 0


def _counted(number: int, cancelled: int) -> str:
    """Say how many dates were written, with those that are cancelled apart: they take an entry away again."""
    are = f"that {'is' if cancelled == 1 else 'are'} cancelled"
    if number == cancelled:
        return f"{number:,} {'date' if number == 1 else 'dates'} {are}"
    dates = f"{number - cancelled:,} {'date' if number - cancelled == 1 else 'dates'}"
    return f"{dates}, and {cancelled:,} {are}," if cancelled else dates
