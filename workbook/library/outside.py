"""What to do when a workbook's file was changed by something else while it is open here.

The lock keeps other windows out; a synchronising program, or a copy put there by hand, does not ask for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from workbook.library.marks import is_about
from workbook.library.merging import merge

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from workbook.library.record import Record


def merged(
    ours: Record,
    theirs: Record,
    seen: Mapping[str, datetime],
    had: Collection[tuple[str, datetime]],
    forgotten: Collection[str],
) -> Record:
    """Return `ours` with what `theirs` knows better: for each answer the one that changed last.

    An answer missing in theirs stays: theirs may be older, and words are kept. One that was taken away here stays
    away unless theirs is newer than any `seen` here, by ref and time. One that was let go stays away for good. What
    gives way goes to the earlier answers, unless it was `had` here before and replaced here, by ref and time. Where
    the person is, and whether they are done, is as it is here.
    """
    new = {
        ref: answer
        for ref, answer in theirs.answers.items()
        if ref not in forgotten and (ref in ours.answers or ref not in seen or answer.updated > seen[ref])
    }
    both = merge(ours, msgspec.structs.replace(theirs, answers=new))
    only_theirs = {(ref, answer.updated) for ref, answer in new.items()} - {
        (ref, answer.updated) for ref, answer in ours.answers.items()
    }
    return msgspec.structs.replace(
        both,
        created=ours.created,
        completed=ours.completed,
        position=ours.position,
        guide=ours.guide,
        marks={key: mark for key, mark in both.marks.items() if key in ours.marks or not is_about(key, forgotten)},
        earlier_answers=tuple(
            each
            for each in both.earlier_answers
            if each.ref not in forgotten
            and (
                (each.ref, each.updated) not in only_theirs
                or (each.ref, each.updated) not in had
                or each in ours.earlier_answers
            )
        ),
    )
