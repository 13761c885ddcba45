"""What no removing here can reach, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.library.before_restore import backups

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from workbook.library.library import Library

ALWAYS = (
    "What this cannot reach: backups and copies you saved, what other computers or a synchronising program keep, "
    "and what a disk keeps of removed files."
)


def not_reached(library: Library, files: Iterable[Path] | None = None) -> str:
    """Say what may still hold words that were removed: always the same kinds, then the files that are known.

    Where it is known which `files` those are, they alone; otherwise every backup that a restore left.
    """
    known = sorted(set(backups(library.places) if files is None else files))
    here = ("These here may hold some of it too, and stay until you remove them:", *map(str, known)) if known else ()
    return "\n\n".join((ALWAYS, *here))
