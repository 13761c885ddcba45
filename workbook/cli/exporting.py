"""`export`: taking workbooks out, to standard output, to one file, or to a file each in a folder."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from workbook.cli.files import check_places
from workbook.cli.output import give_piece, say, tell
from workbook.cli.parser import UsageError
from workbook.cli.places import guide_or_none, library_of
from workbook.cli.progress import Progress
from workbook.cli.stopping import tidily
from workbook.export.formats import FORMATS
from workbook.export.outgoing import Outgoing
from workbook.export.sharing import Leaving
from workbook.paths import expanded

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from workbook.library.library import Library


def export(args: Namespace) -> int:
    """Write workbooks out. Those that cannot be read do not keep the others in."""
    library = library_of(args)
    ids = _chosen(library, args)
    if not ids:
        tell("There are no workbooks to export.")
        return 0
    errand = _Errand(library, ids, args)
    with tidily():
        if args.output == "-":
            errand.print()
        else:
            errand.write(expanded(args.output))
    return errand.tell()


def leaving_of(args: Namespace) -> Leaving:
    """What is to be left out."""
    return Leaving(args.without_private or args.to_share, args.without_names or args.to_share)


def _chosen(library: Library, args: Namespace) -> Sequence[str]:
    """IDs of the workbooks that are wanted. Raises UsageError."""
    many = args.all or args.unfinished or args.completed
    if many == bool(args.ids):
        said = "Name workbooks by their IDs or say --all" + (", not both." if many else ".")
        raise UsageError(said, "workbook export")
    if args.ids:
        return list(dict.fromkeys(map(library.find, args.ids)))
    if args.all:
        return library.ids()
    from workbook.cli.reading import is_wanted

    return sorted(entry.id for entry in library.entries() if is_wanted(entry, args))


class _Errand:
    """One export: what is wanted, how far it is, and what is to be told at its end."""

    def __init__(self, library: Library, ids: Sequence[str], args: Namespace) -> None:
        self._library = library
        self._ids = ids
        self._name = args.format
        self._format = FORMATS[args.format]
        self._leaving = leaving_of(args)
        self._force = args.force
        self._pages_now = functools.cache(functools.partial(guide_or_none, args))
        self._is_folder = args.output.endswith("/")
        self._out: list[Outgoing] = []
        self._progress = Progress(len(ids))

    def print(self) -> None:
        """Print to standard output; nothing at all where none of the workbooks can be read."""
        from workbook.cli.output import is_stdout_terminal

        self._progress = Progress(len(self._ids), quiet=is_stdout_terminal())
        try:
            for piece in self._pieces(self._ids):
                give_piece(piece, self._name)
        except KeyboardInterrupt:
            self._progress.clear()
            tell("Stopped.")
            raise
        self._progress.clear()

    def write(self, path: Path) -> None:
        """Write to the file or the folder that was named, each file whole or not at all."""
        if self._is_folder or path.is_dir():
            names = {path / f"{each}{self._format.ending}": [each] for each in self._ids}
        else:
            names = {path: list(self._ids)}
        check_places(names, self._library.folder, force=self._force)
        written = 0
        try:
            for name, ids in names.items():
                written += self._write_one(name, ids)
        except BaseException as error:
            self._progress.clear()
            if isinstance(error, KeyboardInterrupt):
                tell(f"Stopped. {_files(written, path)}" if len(names) > 1 else "Stopped. Nothing was written.")
            raise
        self._progress.clear()
        number = self._done - len(self._skipped)
        say(
            f"Wrote {number:,} {'workbook' if number == 1 else 'workbooks'} to {path}" if number else "Nothing written."
        )

    def _write_one(self, path: Path, ids: Sequence[str]) -> bool:
        from workbook.cli.files import write_piecewise

        pieces = self._pieces(ids)
        if self._name == "csv":
            from workbook.export.csv_rows import marked

            pieces = marked(pieces)
        return write_piecewise(path, pieces, self._library.folder, force=self._force)

    def _pieces(self, ids: Sequence[str]) -> Iterator[str]:
        """The text of one file."""
        out = Outgoing(self._library, ids, self._leaving, pages_now=self._pages_now)
        before = self._done
        self._out.append(out)
        for piece in self._format.pieces(out):
            self._progress.show(before + out.tally.done)
            yield piece

    @property
    def _done(self) -> int:
        return sum(out.tally.done for out in self._out)

    @property
    def _skipped(self) -> list[Exception]:
        return [error for out in self._out for error in out.tally.skipped]

    def tell(self) -> int:
        """Say what was left out and what could not be read; return the exit status for it."""
        tell_left_out(sum(out.tally.left_out for out in self._out), self._leaving)
        unmarked = sum(out.tally.unmarked for out in self._out)
        if unmarked:
            whose = "a workbook does" if unmarked == 1 else f"{unmarked:,} workbooks do"
            tell(
                f"The pages of {whose} not say where names stand, so no names could be left out there. "
                "Please look through the copy before you share it."
            )
        for error in self._skipped:
            tell(str(error))
        return 1 if self._skipped else 0


def tell_left_out(number: int, leaving: Leaving) -> None:
    """Say how many answers stayed out of what is shared."""
    if number:
        why = " or ".join(["private"] * leaving.private + ["names of other people"] * leaving.names)
        tell(f"{number:,} {'answer was' if number == 1 else 'answers were'} left out as {why}.")


def _files(number: int, path: Path) -> str:
    return f"{number:,} {'file is' if number == 1 else 'files are'} in {path}, each of them whole."
