"""Dates as a calendar file (iCalendar, RFC 5545): all-day events that a second import brings up to date.

An event keeps its UID whatever becomes of its date, so that a calendar moves it rather than showing it twice. What was
done or let go before its day is cancelled; what was done on its day or later took place, and stays. Days further back
are left alone: a calendar that has them keeps them. Without being asked for words, an event says only what the guide
calls the date.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from workbook.flow.beside import beside, date_of
from workbook.flow.followups import follow_ups
from workbook.flow.naming import title_of
from workbook.flow.plain import clean
from workbook.flow.refs import field_of
from workbook.library.describe import state_of
from workbook.library.moments import in_utc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from icalendar import Event as ICalEvent

    from workbook.flow.followups import FollowUp
    from workbook.flow.state import State
    from workbook.library.books import Book
    from workbook.library.entry import Entry
    from workbook.library.record import Answer, Mark, Record

BACK = timedelta(days=31)
"""How far back days are put into a calendar."""

_HIGHEST = 2**31 - 1
"""The highest number a revision can have."""

PRODUCT = "-//Recovery workbook//Dates//EN"
_UIDS = uuid.UUID("6d6f3c1e-5a0b-4c53-9f0e-2f6f1f0c7a11")
"""The namespace that UIDs are made in: a random one, which must never change."""


@dataclass(frozen=True)
class Event:
    """One date as a calendar has it."""

    uid: str
    day: date
    summary: str
    description: str
    """Empty without words."""
    cancelled: bool
    created: datetime
    changed: datetime


def wanted(entries: Iterable[Entry], today: date) -> list[Entry]:
    """Return the workbooks that have a date for the calendar."""
    return [entry for entry in entries if (last := entry.latest()) is not None and last >= today - BACK]


def events(book: Book, today: date, *, words: bool = False) -> Iterator[Event]:
    """Return the events of one workbook, with what the person wrote about them only where `words` are asked for."""
    record = book.record
    state = state_of(record, book.guide, today)
    title = title_of(state)
    # A date that is settled or moved in passing leaves the workbook's own moment as it was.
    answers = (answer.updated for answer in record.answers.values())
    changed = max(record.updated, *answers, *(mark.updated for mark in record.marks.values()))
    for one in follow_ups(state, record.marked):
        if one.day >= today - BACK:
            yield Event(
                uid=str(uuid.uuid5(_UIDS, f"{record.id}:{one.id}")),
                day=one.day,
                summary=_summary(one, title) if words else f"Workbook: {_lowered(one.what)}",
                description="\n".join(beside(one, state)) if words else "",
                cancelled=_is_cancelled(one, record, state),
                created=record.created,
                changed=changed,
            )


def _summary(one: FollowUp, title: str) -> str:
    return one.says or f"{one.what}{': ' if one.about else ''}{one.about} ({title})"


def _lowered(text: str) -> str:
    """Return words to stand after a colon; a name in capitals stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _is_cancelled(one: FollowUp, record: Record, state: State) -> bool:
    """Whether a date will not take place, or did before its day."""
    if one.stage != "done":
        return one.stage == "let_go"
    settled: Mark | Answer | None = record.marks.get(one.mark)
    if settled is None or not settled.value:
        date = date_of(one, state)
        kept = date.settle.field if date and date.settle else ""
        settled = record.answers.get(field_of(kept))
    return settled is not None and settled.updated.date() < one.day


def calendar(found: Iterable[Event]) -> bytes:
    """Return a calendar of these events; there must be one at least, or it would be no calendar."""
    from icalendar import Calendar

    made: Any = Calendar()
    for name, value in (("prodid", PRODUCT), ("version", "2.0"), ("calscale", "GREGORIAN")):
        made.add(name, value)
    for each in sorted(found, key=lambda each: (each.day, each.uid)):
        made.add_component(_component(each))
    text: bytes = made.to_ical()
    return text


def _component(each: Event) -> ICalEvent:
    from icalendar import Event as ICalEvent

    made: Any = ICalEvent()
    made.add("uid", each.uid)
    made.add("summary", _text(each.summary, " "))
    if each.description:
        made.add("description", _text(each.description, "\n"))
    made.add("dtstart", each.day)
    if each.day < date.max:
        made.add("dtend", each.day + timedelta(days=1))
    changed = in_utc(each.changed)
    made.add("dtstamp", changed)
    made.add("last-modified", changed)
    made.add("created", in_utc(each.created))
    # Seconds, because nothing counts the changes: all that matters is that a later state has a higher number.
    made.add("sequence", min(max(0, int((each.changed - each.created).total_seconds())), _HIGHEST))
    made.add("status", "CANCELLED" if each.cancelled else "CONFIRMED")
    made.add("transp", "TRANSPARENT")
    made.add("class", "PRIVATE")
    event: ICalEvent = made
    return event


def _text(text: str, between: str) -> str:
    """Return words that any calendar can take: no control character, no line end that only some programs know."""
    return between.join(clean(text).replace("\t", " ").splitlines())
