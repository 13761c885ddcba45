"""Workbooks to gather from, made without a disk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from workbook.guide.loader import load_guide
from workbook.library.books import Book
from workbook.library.entry import Entry
from workbook.library.record import Answer, GuideKey, Mark, Record
from workbook.paths import content_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbook.guide.model import Guide

START = datetime(2026, 1, 10, 9, 0, tzinfo=UTC)
QUESTIONS, STRENGTHS, WORDS = "evaluate.questions.items", "refine.offer.strengths", "refine.words.keywords"
CONTACTS, FRIEND, NOTE = "refine.door.contacts", "feel.kind.friend", "celebrate.welldone.note"
NEXT_NO, GOOD, PEOPLE = "accept.company.next_no", "evaluate.feedback.good", "evaluate.feedback.people"
PICKS, SNAG, ASK = "evaluate.two.picks", "refine.next.snag", "refine.want.ask_them"


@lru_cache(maxsize=1)
def shipped() -> Guide:
    """The guide that is shipped."""
    return load_guide(content_folder(None))


def book(
    answers: Mapping[str, Any],
    number: int = 0,
    *,
    title: str = "",
    marks: Mapping[str, str] | None = None,
    guide: Guide | None = None,
) -> Book:
    """A completed workbook, the higher its number the newer: each is a month after the one before."""
    at = START + timedelta(days=31 * number)
    record = Record(
        id=f"{at:%Y%m%d}-{number:06x}",
        created=at,
        updated=at,
        completed=at,
        guide=GuideKey("recovery", "1", "0" * 64),
        answers={ref: Answer(value, at) for ref, value in answers.items()},
        marks={key: Mark(value, at) for key, value in (marks or {}).items()},
    )
    entry = Entry(
        id=record.id, title=title or f"Firm {number}", state="completed", created=at, updated=at, completed=at
    )
    return Book(entry, record, guide or shipped())


def asked(*texts: str, **cells: str) -> dict[str, Any]:
    """An answer with these questions, each with the same other cells."""
    return {QUESTIONS: [{"question": text, **cells} for text in texts]}
