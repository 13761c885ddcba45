"""`search`: finding words in every workbook without opening the app."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from workbook.cli.output import give_json, give_marked, marked, tell
from workbook.cli.parser import UsageError
from workbook.cli.places import library_of
from workbook.cli.together import in_stretches
from workbook.flow.dates.saying import short
from workbook.flow.plain import one_line
from workbook.insight.query import query
from workbook.insight.search import Hit, Search, newest_first
from workbook.library.difference import count
from workbook.library.errors import LibraryError, Locked
from workbook.library.skimming import skim

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from workbook.library.entry import Entry
    from workbook.library.library import Library

BEFORE, AFTER = 60, 100
"""Characters shown around what was found."""


class _Part(msgspec.Struct):
    """What was found in a stretch of the workbooks."""

    text: str = ""
    """Ready to be printed."""
    hits: list[dict[str, Any]] = []
    """The same for JSON."""
    found: int = 0
    within: int = 0
    unread: list[str] = []


def search(args: Namespace) -> int:
    """Print every answer and note that holds the words, the newest workbook first."""
    text = " ".join(args.text)
    wanted = query(text)
    if not wanted:
        raise UsageError("TEXT has no word to look for.", "workbook search")
    library = library_of(args)
    entries = newest_first(library.entries())
    looking = Search(wanted, library.guides.every(), library.clock().date())
    work = partial(_look_through, library, looking, as_json=args.json)
    whole = _Part()
    for made in in_stretches(entries, work):
        part = msgspec.json.decode(made, type=_Part)
        if part.text:
            give_marked(part.text if whole.found else part.text[1:])
        whole.hits += part.hits
        whole.found += part.found
        whole.within += part.within
        whole.unread += part.unread
    if args.json:
        give_json({"text": text, "workbooks": len(entries), "unread": whole.unread, "hits": whole.hits})
    elif whole.found:
        tell(f"{count(whole.found, 'hit')} in {whole.within:,} of {count(len(entries), 'workbook')}.")
    else:
        tell(f"Nothing was found in {count(len(entries), 'workbook')}.")
    if whole.unread:
        tell(f"{count(len(whole.unread), 'workbook')} could not be read. `workbook list` says which, and why.")
    return 0


def _look_through(library: Library, looking: Search, entries: Sequence[Entry], *, as_json: bool) -> bytes:
    """Look through some workbooks; return a `_Part`. Raises Locked."""
    part = _Part()
    for entry in entries:
        try:
            book = skim(library, entry, looking.may_hold)
        except Locked:
            raise
        except LibraryError:
            part.unread.append(entry.id)
            continue
        hits = looking.hits(book) if book is not None else []
        if not hits:
            continue
        part.found += len(hits)
        part.within += 1
        if as_json:
            part.hits += [_plain(hit) for hit in hits]
        else:
            part.text += marked(_lines(hits))
    return msgspec.json.encode(part)


def _lines(hits: list[Hit]) -> Iterator[tuple[str, bool]]:
    """What was found in one workbook: its ID, name and day, then each question with the words."""
    entry = hits[0].entry
    state = "completed" if entry.completed else "last worked on"
    yield f"\n{entry.id}  {one_line(entry.title)}  ({state} {short(entry.moment.date())})\n", False
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
        "date": hit.entry.moment.date().isoformat(),
        "kind": hit.kind,
        "ref": hit.ref,
        "question": hit.question,
        "text": around.text,
        "marks": [list(mark) for mark in around.marks],
    }
