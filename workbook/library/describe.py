"""From a workbook's record to its entry in the catalogue."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import msgspec

from workbook.flow.dates.saying import short
from workbook.library.entry import EntryFollowUp, EntryState, Row
from workbook.library.marks import PIN, ref_of

if TYPE_CHECKING:
    import os
    from datetime import date, datetime

    from workbook.flow.state import State
    from workbook.guide.model import Guide
    from workbook.library.record import Record

LONGEST = 200
"""Characters of a title or of what a date is about that a list can need."""


def plain(text: str) -> str:
    """Return words for a list: on one line, without control characters, no longer than a list shows."""
    spaced = " ".join(text.split())
    kept = "".join(
        "\ufffd" if unicodedata.category(char) == "Cs" else char
        for char in spaced[: 4 * LONGEST]
        if unicodedata.category(char) != "Cc"
    )
    return kept if len(kept) <= LONGEST else kept[: LONGEST - 1].rstrip() + "…"


def begun(day: date) -> str:
    """Return the title of a workbook that has no name yet."""
    return f"Begun {short(day)}"


def state_of(record: Record, guide: Guide, today: date, completed_workbooks: int = 0) -> State:
    """Return a kept workbook as the flow sees it."""
    from workbook.flow.state import Around, State

    around = Around(
        today=today,
        begun=record.created.date(),
        completed_workbooks=completed_workbooks,
        writing_sittings=record.writing_sittings,
    )
    return State(guide, record.values, around, record.position, frozenset(record.visited))


def describe(record: Record, guide: Guide | None, today: date, status: os.stat_result | None) -> Row:
    """Return the row of a workbook, as kept in the file that `status` is of.

    Without its guide there are no words for what was answered, and it goes by the day it was begun.
    """
    title, route, where = begun(record.created.date()), "", ""
    follow_ups: tuple[EntryFollowUp, ...] = ()
    if guide is not None:
        from workbook.flow.naming import title_of
        from workbook.flow.walk import route as route_of

        state = state_of(record, guide, today)
        title = plain(title_of(state))
        route = route_of(state)
        where = "" if record.completed else _where(state)
        follow_ups = _follow_ups(state, record)
    open_days = [each.day for each in follow_ups if each.stage == "open"]
    finished: EntryState = "completed" if record.completed else "unfinished"
    return Row(
        id=record.id,
        title=title,
        state=finished,
        route=route,
        created=record.created,
        updated=record.updated,
        completed=record.completed,
        position=plain(record.position),
        where=where,
        kept_follow_ups=msgspec.Raw(msgspec.json.encode(follow_ups)),
        open_dates=len(open_days),
        last_open=max(open_days, default=None),
        pinned=_pinned(record),
        mtime_ns=status.st_mtime_ns if status else 0,
        size=status.st_size if status else -1,
    )


def _pinned(record: Record) -> str:
    """Return the kind words that are pinned to Home; of several, those pinned last."""
    pins = [
        (mark.updated, ref_of(key)) for key, mark in record.marks.items() if mark.value and key.startswith(f"{PIN}:")
    ]
    said = (record.answers[ref].value for _, ref in sorted(pins, reverse=True) if ref in record.answers)
    return next((plain(words) for words in said if isinstance(words, str) and words.strip()), "")


def _where(state: State) -> str:
    """Return where the person stopped, for a list."""
    from workbook.flow.progress import progress

    here = progress(state)
    return plain(f"{here.part_title}, page {here.number} of {here.total}") if here else ""


def _follow_ups(state: State, record: Record) -> tuple[EntryFollowUp, ...]:
    """Return the dates worth being reminded of."""
    from workbook.flow.followups import follow_ups

    return tuple(
        EntryFollowUp(each.ref, plain(each.what), each.day, plain(each.about), plain(each.says), each.stage)
        for each in follow_ups(state, record.marked)
    )


def unreadable(known: Row, status: os.stat_result | None, why: str, state: EntryState) -> Row:
    """Return the row of a workbook that cannot be read, or not fully, with what is known of it otherwise."""
    stamp = (status.st_mtime_ns, status.st_size) if status else (0, -1)
    return msgspec.structs.replace(known, state=state, problem=plain(why), where="", mtime_ns=stamp[0], size=stamp[1])


def unknown(workbook_id: str, when: datetime) -> Row:
    """Return what there is to say of a workbook that could never be read."""
    return Row(id=workbook_id, title=f"Workbook {workbook_id}", state="damaged", created=when, updated=when)
