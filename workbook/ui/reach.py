"""What no removing here can reach, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from workbook.library.library import Library

ALWAYS = (
    "What this cannot reach: backups and copies you saved, what other computers or a synchronising program keep, "
    "and what a disk keeps of removed files."
)


def not_reached(library: Library, files: Iterable[Path] = ()) -> str:
    """Say what may still hold words that were removed: always the same kinds, then the files that are known."""
    known = sorted({*files, *kept_before_restore(library)})
    here = ("These here may hold some of it too, and stay until you remove them:", *map(str, known)) if known else ()
    return "\n\n".join((ALWAYS, *here))


def kept_before_restore(library: Library) -> list[Path]:
    """Backups of everything that was here before another one was brought back."""
    return sorted(library.places.before_restore.glob("*.zip"))
