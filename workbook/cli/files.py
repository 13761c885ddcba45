"""Files that the person names: read to import, written to export."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from workbook.paths import expanded

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from workbook.library.errors import Conflict

STANDARD_INPUT = "-"


def read_input(name: str) -> object:
    """Return the JSON in a file, or in standard input for `-`. Raises ImportProblem."""
    from workbook.library.errors import ImportProblem, reason
    from workbook.library.exchange import parse

    if name == STANDARD_INPUT:
        return parse(sys.stdin.buffer.read() if sys.stdin else b"", "Standard input")
    try:
        data = expanded(name).read_bytes()
    except FileNotFoundError:
        raise ImportProblem(f"There is no file {name}. Nothing was changed.") from None
    except OSError as error:
        raise ImportProblem(f"{name} cannot be read: {reason(error)}. Nothing was changed.") from None
    return parse(data, name)


def check_places(paths: Iterable[Path], library: Path, *, force: bool = False) -> None:
    """Raise Conflict where something would be lost by writing to one of these places, before anything is written."""
    from workbook.library.copying import check_place
    from workbook.library.errors import Conflict

    for path in paths:
        if path.exists() and not path.is_file():
            raise Conflict(f"{path} is no ordinary file. Leave -o out to write to standard output.")
        try:
            check_place(path, library, over=force)
        except FileExistsError:
            raise _is_there(path) from None


def write_piecewise(path: Path, pieces: Iterable[str], library: Path, *, force: bool = False) -> bool:
    """Write text to a file for this person alone, whole or not at all; return whether there was any.

    A file that is there is only written over with `force`. Raises Conflict and CannotSave.
    """
    from workbook.library.copying import write_copy
    from workbook.library.errors import CannotSave, reason
    from workbook.library.files import make_folder

    try:
        make_folder(path.parent)
        return write_copy(path, pieces, library, over=force)
    except FileExistsError:
        raise _is_there(path) from None
    except OSError as error:
        raise CannotSave(f"{path} could not be written: {reason(error)}.") from None


def _is_there(path: Path) -> Conflict:
    from workbook.library.errors import Conflict

    return Conflict(f"{path} is there already. Choose another name, or write over it with --force.")
