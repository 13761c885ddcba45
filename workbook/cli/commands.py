"""Every command with its options, and the function that carries it out."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, _ActionsContainer
from collections.abc import Callable

Add = Callable[[str, tuple[str, str], str], ArgumentParser]
"""Adds a command: its name, the module in this package and the function in it, and what it does in a line."""


def add_everywhere(parser: ArgumentParser, version: str) -> None:
    """Add what may stand before or after any command."""
    parser.add_argument("--data", metavar="DIR", default=SUPPRESS, help="the folder of the workbooks")
    parser.add_argument("--content", metavar="DIR", default=SUPPRESS, help="the folder of the content files")
    parser.add_argument("--version", action="version", version=f"workbook {version}", help="show the version")


def add_commands(add: Add) -> None:
    """Add all commands, in the order in which the help shows them."""
    _add_opening(add)
    _add_reading(add)
    _add_search(add)
    _add_moving(add)
    _add_removing(add)
    _add_lock(add)
    check = add("check", ("checking", "check"), "check content files and show every problem in them")
    check.add_argument("dir", metavar="DIR", nargs="?", default="", help="the folder; the one in use if left out")
    add("schema", ("checking", "schema"), "print the JSON Schema of the content files")
    where = add("where", ("places", "where"), "show every place on this computer that is used")
    _add_json(where)


def _add_opening(add: Add) -> None:
    new = add("new", ("opening", "new"), "open the app in a new workbook")
    new.add_argument("--route", metavar="ROUTE", default="", help="how much of it: quick, full or feel")
    resume = add("resume", ("opening", "resume"), "open the app where you stopped")
    _add_id(resume, "the workbook; the newest unfinished one if left out")
    resume.add_argument("--take-over", action="store_true", help="also if another computer says to have it open")
    review = add("review", ("opening", "review"), "open the app to read a workbook")
    _add_id(review, "the workbook; the newest completed one if left out")


def _add_reading(add: Add) -> None:
    listing = add("list", ("reading", "list_"), "list the workbooks, the newest first")
    states = listing.add_mutually_exclusive_group()
    states.add_argument("--unfinished", action="store_true", help="only those that are not completed")
    states.add_argument("--completed", action="store_true", help="only those that are")
    _add_json(listing)
    due = add("due", ("due", "due"), "show the dates coming up; nothing where there are none")
    due.add_argument("--days", metavar="N", type=int, default=None, help="only those of the next N days")
    due.add_argument("--passed", action="store_true", help="also those that have passed and are still open")
    form = due.add_mutually_exclusive_group()
    _add_json(form)
    form.add_argument("--ics", metavar="FILE", default="", help="write all of them to a calendar file; - for output")
    due.add_argument("--with-words", action="store_true", help="with --ics: also what you wrote about each date")
    due.add_argument("--force", action="store_true", help="with --ics: write over any file that is there")
    show = add("show", ("reading", "show"), "print everything in a workbook")
    show.add_argument("id", metavar="ID", help="the workbook, or the beginning of its ID")
    _add_format(show, "markdown", "markdown", "json")
    patterns = add("patterns", ("patterns", "patterns"), "count what comes up across completed workbooks")
    _add_json(patterns)
    sheet = add("sheet", ("gathering", "sheet"), "print one page for the next interview")
    sheet.add_argument(
        "--format", choices=("text", "markdown"), default="text", help="how to write it; text if left out"
    )
    sheet.add_argument("-o", "--output", metavar="PATH", default="-", help="a file")
    sheet.add_argument("--force", action="store_true", help="write over a file that is there")
    sheet.add_argument("--with-names", action="store_true", help="keep names of people you noted")


def _add_search(add: Add) -> None:
    search = add("search", ("searching", "search"), "find words in every answer and note of every workbook")
    search.add_argument(
        "text",
        metavar="TEXT",
        nargs="+",
        help="words that must all be in one answer, accents and capitals aside; a phrase in double quotes as it stands",
    )
    _add_json(search)


def _add_moving(add: Add) -> None:
    export = add("export", ("exporting", "export"), "write workbooks out for reading, sharing or moving")
    export.add_argument("ids", metavar="ID", nargs="*", help="the workbooks, or the beginnings of their IDs")
    which = export.add_mutually_exclusive_group()
    which.add_argument("--all", action="store_true", help="every workbook")
    which.add_argument("--unfinished", action="store_true", help="every workbook that is not completed")
    which.add_argument("--completed", action="store_true", help="every workbook that is")
    _add_format(export, "json", "markdown", "html", "json", "csv")
    export.add_argument("-o", "--output", metavar="PATH", default="-", help="a file, or a folder for one file each")
    export.add_argument("--force", action="store_true", help="write over a file that is there")
    export.add_argument("--without-private", action="store_true", help="leave private writing out")
    export.add_argument(
        "--without-names", action="store_true", help="leave out answers that hold names of other people"
    )
    export.add_argument("--to-share", action="store_true", help="leave out both, for a copy for somebody else")
    import_ = add("import", ("moving", "import_"), "bring in workbooks from JSON files; nothing is lost by it")
    import_.add_argument("files", metavar="FILE", nargs="+", help="a file that `export` wrote; - for input")
    _add_dry_run(import_)
    merge = add("merge", ("joining", "merge"), "put versions of a workbook from several computers together")
    merge.add_argument("ids", metavar="ID", nargs="*", help="the workbooks; all with several versions if left out")
    _add_dry_run(merge)
    backup = add("backup", ("backing", "backup"), "write everything to one file")
    backup.add_argument("file", metavar="FILE", help="the file, or a folder to put it in")
    backup.add_argument("--force", action="store_true", help="write over a file that is there")
    _add_dry_run(backup)
    restore = add("restore", ("backing", "restore"), "bring back a backup, or an earlier copy of one workbook")
    restore.add_argument("what", metavar="FILE|ID", help="a file that `backup` wrote; a workbook, with --earlier")
    restore.add_argument(
        "--earlier",
        metavar="N|DATE",
        nargs="?",
        const="",
        help="list the workbook's earlier copies, or put back the one of this number or day",
    )
    _add_dry_run(restore)
    _add_yes(restore)
    _add_json(restore)


def _add_removing(add: Add) -> None:
    delete = add("delete", ("removing", "delete"), "move a workbook to the trash")
    delete.add_argument("id", metavar="ID", help="the workbook, or the beginning of its ID")
    _add_yes(delete)
    trash = add("trash", ("removing", "trash"), "list deleted workbooks, bring one back, or let them go")
    what = trash.add_mutually_exclusive_group()
    what.add_argument("--restore", metavar="ID", default="", help="take this one out of the trash")
    what.add_argument("--empty", action="store_true", help="remove everything in the trash for good")
    what.add_argument("--before-restore", action="store_true", help="remove the backups from before each restore")
    _add_yes(trash)
    _add_json(trash)


def _add_lock(add: Add) -> None:
    lock = add("lock", ("locking", "lock"), "lock everything with a passphrase")
    what = lock.add_mutually_exclusive_group()
    what.add_argument("--change", action="store_true", help="change the passphrase")
    what.add_argument("--off", action="store_true", help="open everything for good")
    what.add_argument("--backup", metavar="FILE", default="", help="first write everything to this file, unlocked")


def _add_id(parser: ArgumentParser, text: str) -> None:
    parser.add_argument("id", metavar="ID", nargs="?", default="", help=text)


def _add_json(parser: _ActionsContainer) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _add_dry_run(parser: ArgumentParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="only say what it would do")


def _add_yes(parser: ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="do not ask first")


def _add_format(parser: ArgumentParser, default: str, *forms: str) -> None:
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--format", choices=forms, default=default, help=f"how to write it; {default} if left out")
    either.add_argument("--json", dest="format", action="store_const", const="json", help="the same as --format json")
