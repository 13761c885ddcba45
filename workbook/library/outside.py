"""What to do when a workbook's file was changed by something else while it is open here.

The lock keeps other windows out; a synchronising program, or a copy put there by hand, does not ask for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime
    from pathlib import Path

    from workbook.library.record import Record

Signature = tuple[int, int, int] | None
"""What shows that a file is still the one we know; None where there is none."""


def signature(path: Path) -> Signature:
    """Return the signature of the file at `path`."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def merged(ours: Record, theirs: Record, seen: Mapping[str, datetime], forgotten: Collection[str]) -> Record:
    """Return `ours` with what `theirs` knows better: for each answer the one that changed last.

    An answer missing in theirs stays: theirs may be older, and words are kept. One that was taken away here stays
    away unless theirs is newer than any `seen` here, by ref and time. One that was let go stays away for good.
    """
    answers = dict(ours.answers)
    for ref, answer in theirs.answers.items():
        if ref in forgotten:
            continue
        if ref in answers:
            answers[ref] = max(answers[ref], answer, key=lambda each: each.updated)
        elif ref not in seen or answer.updated > seen[ref]:
            answers[ref] = answer
    notes = sorted({*ours.notes, *theirs.notes}, key=lambda note: note.at)
    return msgspec.structs.replace(ours, answers=answers, notes=tuple(notes))
