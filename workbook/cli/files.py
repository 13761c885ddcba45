"""Files that the person names: read to import, written to export."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from workbook.paths import expanded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

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


def write_new(texts: Mapping[Path, str], *, force: bool = False) -> None:
    """Write texts to files for this person alone, each whole or not at all.

    A file that is there is only written over with `force`, and no text is written unless all may be. Raises
    Conflict and CannotSave.
    """
    from workbook.library.errors import CannotSave, reason
    from workbook.library.files import make_folder, write_atomically

    for path in texts:
        _may_write(path, force=force)
    for path, text in texts.items():
        try:
            make_folder(path.parent)
            write_atomically(path.resolve(), text.encode("utf-8", "replace"))
        except OSError as error:
            raise CannotSave(f"{path} could not be written: {reason(error)}.") from None


def _may_write(path: Path, *, force: bool) -> None:
    """Raise Conflict where something would be lost by writing here."""
    from workbook.library.errors import Conflict

    if path.exists() and not path.is_file():
        raise Conflict(f"{path} is no ordinary file. Leave -o out to write to standard output.")
    if path.exists() and not force:
        raise Conflict(f"{path} is there already. Choose another name, or write over it with --force.")
