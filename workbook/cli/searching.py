"""`search`: finding words in every workbook without opening the app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbook.cli.output import give_json, give_marked, tell
from workbook.cli.parser import UsageError
from workbook.cli.places import library_of
from workbook.flow.dates.saying import short
from workbook.flow.plain import one_line
from workbook.insight.query import query
from workbook.insight.search import Hit, Search, moment_of, newest_first
from workbook.library.errors import LibraryError, Locked
from workbook.library.skimming import skim

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from workbook.library.entry import Entry
    from workbook.library.library import Library

BEFORE, AFTER = 60, 100
"""Characters shown around what was found."""


def search(args: Namespace) -> int:
    """Print every answer and note that holds the words, the newest workbook first."""
    text = " ".join(args.text)
    wanted = query(text)
    if not wanted:
        raise UsageError("TEXT has no word to look for.", "workbook search")
    library = library_of(args)
    entries = newest_first(library.entries())
    looking = Search(wanted, library.guides.every(), library.clock().date())
    unread: list[Entry] = []
    found = within = 0
    plain = []
    for hits in _each(library, entries, looking, unread):
        found += len(hits)
        within += 1
        if args.json:
            plain += [_plain(hit) for hit in hits]
        else:
            give_marked(_lines(hits, is_first=within == 1))
    if args.json:
        give_json({"text": text, "workbooks": len(entries), "unread": [each.id for each in unread], "hits": plain})
    elif not found:
        tell(f"Nothing was found in {_count(len(entries), 'workbook')}.")
    else:
        tell(f"{_count(found, 'hit')} in {within:,} of {_count(len(entries), 'workbook')}.")
    if unread:
        tell(f"{_count(len(unread), 'workbook')} could not be read. `workbook list` says which, and why.")
    return 0


def _each(library: Library, entries: list[Entry], looking: Search, unread: list[Entry]) -> Iterator[list[Hit]]:
    """The hits of each workbook that has some; those that cannot be read are noted in `unread`."""
    for entry in entries:
        try:
            book = skim(library, entry, looking.may_hold)
        except Locked:
            raise
        except LibraryError:
            unread.append(entry)
            continue
        hits = looking.hits(book) if book is not None else []
        if hits:
            yield hits


def _lines(hits: list[Hit], *, is_first: bool) -> Iterator[tuple[str, bool]]:
    """What was found in one workbook: its ID, name and day, then each question with the words."""
    entry = hits[0].entry
    state = "completed" if entry.completed else "last worked on"
    gap = "" if is_first else "\n"
    yield f"{gap}{entry.id}  {one_line(entry.title)}  ({state} {short(moment_of(entry).date())})\n", False
    for hit in hits:
        yield f"  {one_line(hit.question)}\n    ", False
        yield from ((one_line(text), is_sought) for text, is_sought in hit.around(BEFORE, AFTER).pieces())
        yield "\n", False


def _plain(hit: Hit) -> dict[str, Any]:
    """A hit as JSON: `marks` are where in `text` something was found, in characters."""
    around = hit.around(BEFORE, AFTER)
    return {
        "id": hit.entry.id,
        "title": hit.entry.title,
        "state": hit.entry.state,
        "date": moment_of(hit.entry).date().isoformat(),
        "kind": hit.kind,
        "ref": hit.ref,
        "question": hit.question,
        "text": around.text,
        "marks": [list(mark) for mark in around.marks],
    }


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
