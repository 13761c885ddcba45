"""`list` and `show`: reading workbooks without opening the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.cli.columns import table
from workbook.cli.output import give_json, say, tell
from workbook.cli.places import library_of
from workbook.flow.dates.saying import short
from workbook.library.entry import STATE_WORDS

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from workbook.library.conflicts import ConflictCopy
    from workbook.library.entry import Entry


def list_(args: Namespace) -> int:
    """List the workbooks: how each stands, its name, its ID, and where and when."""
    library = library_of(args)
    every = library.entries()
    entries = [entry for entry in every if is_wanted(entry, args)]
    if args.json:
        give_json({"workbooks": [_plain(entry) | _versions(entry, library.conflicts) for entry in entries]})
    elif entries:
        say("\n".join(_lines(entries, library.conflicts)))
    else:
        say(_nothing(args, len(every)))
    for warning in (*_only_elsewhere(every, library.conflicts), *library.warnings):
        tell(warning)
    return 0


def show(args: Namespace) -> int:
    """Print everything in a workbook."""
    from workbook.cli.output import give_piece
    from workbook.export.formats import FORMATS
    from workbook.export.outgoing import Outgoing

    library = library_of(args)
    out = Outgoing(library, [library.find(args.id)])
    for piece in FORMATS[args.format].pieces(out):
        give_piece(piece, args.format)
    if out.tally.skipped:
        raise out.tally.skipped[0]
    return 0


def is_wanted(entry: Entry, args: Namespace) -> bool:
    """Whether to list this one. One that cannot be read may be either, so it is never hidden."""
    if args.unfinished:
        return entry.state != "completed"
    return not args.completed or entry.state != "unfinished"


def _lines(entries: Sequence[Entry], conflicts: Sequence[ConflictCopy]) -> Iterator[str]:
    """The rows of the list, with what to do below those that need something."""
    rows = [(STATE_WORDS[entry.state], entry.title, entry.id, _where(entry)) for entry in entries]
    for entry, line in zip(entries, table(rows, gives_way=1), strict=True):
        yield line
        if entry.problem:
            yield f"    {entry.problem}"
        if entry.state == "damaged":
            yield "    Open `workbook`, choose it and go back to its newest good copy; nothing is removed."
        for copy in conflicts:
            if copy.name == entry.id:
                yield f"    Another version of it came from another computer: {copy}."
                yield f"    `workbook merge {entry.id}` puts both together; nothing is lost."


def _only_elsewhere(entries: Sequence[Entry], conflicts: Sequence[ConflictCopy]) -> Iterator[str]:
    """What to say of versions whose workbook is not here."""
    ids = {entry.id for entry in entries}
    for copy in conflicts:
        if copy.name not in ids:
            yield (
                f"A version of a workbook that is not here came from another computer: {copy}. "
                f"`workbook merge {copy.name}` brings it in."
            )


def _versions(entry: Entry, conflicts: Sequence[ConflictCopy]) -> dict[str, object]:
    """The files of other versions of a workbook, as JSON; nothing where there are none."""
    paths = [str(copy.path) for copy in conflicts if copy.name == entry.id]
    return {"versions": paths} if paths else {}


def _where(entry: Entry) -> str:
    """Where an unfinished workbook stopped and when, or when it was completed."""
    day = short((entry.completed or entry.updated).date())
    return f"{entry.where} · {day}" if entry.where else day


def _plain(entry: Entry) -> dict[str, object]:
    """An entry as JSON, without what only the catalogue needs."""
    import msgspec

    from workbook.library.entry import Entry

    plain = msgspec.json.decode(msgspec.json.encode(entry))
    return {name: plain[name] for name in Entry.__struct_encode_fields__}


def _nothing(args: Namespace, number: int) -> str:
    if not number:
        return "There are no workbooks yet. `workbook new` begins one."
    return f"No workbook is {'unfinished' if args.unfinished else 'completed'} ({number} in all)."
