"""What to do when a workbook's file was changed by something else while it is open here.

The lock keeps other windows out; a synchronising program, or a copy put there by hand, does not ask for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Collection
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


def merged(saved: Record, ours: Record, theirs: Record, forgotten: Collection[str]) -> Record:
    """Return `ours` with what `theirs` knows better: for each answer the one that changed last.

    `saved` is what both began from. An answer missing in theirs stays: theirs may be older, and words are
    kept. One that was taken away here stays away, and so does one that was let go.
    """
    answers = dict(ours.answers)
    for ref, answer in theirs.answers.items():
        if ref in forgotten:
            continue
        if ref in answers:
            answers[ref] = max(answers[ref], answer, key=lambda each: each.updated)
        elif ref not in saved.answers:
            answers[ref] = answer
    notes = sorted({*ours.notes, *theirs.notes}, key=lambda note: note.at)
    return msgspec.structs.replace(ours, answers=answers, notes=tuple(notes))
