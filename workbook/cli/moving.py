"""`export` and `import`: taking workbooks out, and bringing them in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.cli.files import read_input, write_new
from workbook.cli.output import give, give_json, say, tell
from workbook.cli.parser import UsageError
from workbook.cli.places import library_of
from workbook.cli.writing import json_of, markdown_of
from workbook.paths import expanded

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from pathlib import Path

    from workbook.library.errors import LibraryError
    from workbook.library.library import Library

ENDINGS = {"markdown": ".md", "json": ".json"}


def export(args: Namespace) -> int:
    """Write workbooks to standard output, to one file, or to a file each in a folder."""
    if args.all == bool(args.ids):
        said = "Name workbooks by their IDs or say --all" + (", not both." if args.all else ".")
        raise UsageError(said, "workbook export")
    library = library_of(args)
    ids = library.ids() if args.all else list(dict.fromkeys(map(library.find, args.ids)))
    if not ids:
        tell("There are no workbooks to export.")
        return 0
    skipped: list[LibraryError] = []
    if args.output != "-":
        _write(library, ids, args, skipped)
    else:
        _print(library, ids, args, skipped)
    for error in skipped:
        tell(str(error))
    return 1 if skipped else 0


def _print(library: Library, ids: Sequence[str], args: Namespace, skipped: list[LibraryError]) -> None:
    """Print to standard output; nothing at all where none of the workbooks can be read."""
    if args.format == "json":
        data = json_of(library, ids, skipped, private=not args.without_private)
        if data["workbooks"] or not ids:
            give_json(data)
    else:
        give(_text(library, ids, args, skipped))


def _write(library: Library, ids: Sequence[str], args: Namespace, skipped: list[LibraryError]) -> None:
    """Write to the file or the folder that was named."""
    path = expanded(args.output)
    if path.is_dir() or args.output.endswith("/"):
        names = {path / f"{each}{ENDINGS[args.format]}": [each] for each in ids}
    else:
        names = {path: list(ids)}
    texts: dict[Path, str] = {}
    for name, each in names.items():
        before = len(skipped)
        text = _text(library, each, args, skipped)
        if len(skipped) - before < len(each) or not each:
            texts[name] = text
    write_new(texts, force=args.force)
    number = len(ids) - len(skipped)
    say(f"Wrote {number} {'workbook' if number == 1 else 'workbooks'} to {path}")


def _text(library: Library, ids: Sequence[str], args: Namespace, skipped: list[LibraryError]) -> str:
    """These workbooks in the format that was asked for. Those that cannot be read are put into `skipped`."""
    from workbook.export.json_text import json_text
    from workbook.library.errors import LibraryError

    private = not args.without_private
    if args.format == "json":
        return json_text(json_of(library, ids, skipped, private=private))
    texts = []
    for each in ids:
        try:
            texts.append(markdown_of(library, each, private=private))
        except LibraryError as error:
            skipped.append(error)
    return "\n".join(texts)


def import_(args: Namespace) -> int:
    """Bring in workbooks. Every file is checked before anything is written."""
    from workbook.library.importing import import_ as bring_in

    library = library_of(args)
    found = [(name, read_input(name)) for name in args.files]
    for name, data in found:
        _check(library, name, data)
    if args.dry_run:
        say("Nothing was changed. This is what it would do:")
    held = False
    for name, data in found:
        report = bring_in(library, data, dry_run=args.dry_run)
        held = held or bool(report.held)
        for line in report.lines:
            say(f"{name}: {line}" if len(found) > 1 else line)
    return int(held)


def _check(library: Library, name: str, data: object) -> None:
    """Raise ImportProblem, with the name of the file, where it cannot be brought in whole."""
    from workbook.library.errors import ImportProblem
    from workbook.library.importing import import_ as bring_in

    try:
        bring_in(library, data, dry_run=True)
    except ImportProblem as error:
        raise ImportProblem(f"{name}: {error}") from None
