"""A whole workbook as Markdown: quiet questions, and the person's words as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.export.escaping import cell, heading, inline, item, paragraphs
from workbook.flow.dates.saying import short
from workbook.flow.document import ADDED_LATER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from workbook.flow.document import DocNote, Document
    from workbook.flow.entries import DocEntry


@dataclass(frozen=True)
class Facts:
    """What stands at the head of a workbook."""

    title: str
    begun: date
    completed: date | None = None


def markdown(document: Document, facts: Facts) -> str:
    """The document as Markdown."""
    return "\n\n".join(_blocks(document, facts)) + "\n"


def _blocks(document: Document, facts: Facts) -> Iterator[str]:
    yield heading(1, facts.title)
    finished = f" Completed {short(facts.completed)}." if facts.completed else ""
    yield f"Begun {short(facts.begun)}.{finished}"
    for part in document.parts:
        yield heading(2, part.title)
        for page in part.pages:
            if page.title != part.title:
                yield heading(3, page.title)
            for entry in page.entries:
                yield from _entry_blocks(entry)
    if document.notes:
        yield heading(2, ADDED_LATER)
    for note in document.notes:
        yield from _note_blocks(note)


def _note_blocks(note: DocNote) -> Iterator[str]:
    yield _question(note.day)
    yield paragraphs(note.text)


def _entry_blocks(entry: DocEntry) -> Iterator[str]:
    if entry.label.strip():
        yield _question(entry.label)
    if entry.before:
        yield paragraphs(f"Earlier: {entry.before}")
    if entry.rows:
        yield _table(entry)
    elif entry.items:
        yield "\n".join(item(each) for each in entry.items)
    elif entry.pairs:
        yield from _pair_blocks(entry)
    elif entry.before:
        yield paragraphs(f"Now: {entry.text}")
    else:
        yield paragraphs(entry.text)


def _pair_blocks(entry: DocEntry) -> Iterator[str]:
    if entry.kind == "letter":
        for title, text in entry.pairs:
            yield f"*{inline(title)}*"
            yield paragraphs(text)
    elif entry.kind == "plan":
        yield paragraphs("\n".join(f"{half} {text}" for half, text in entry.pairs))
    else:
        # The choice stands first: the row is often a whole sentence with a full stop of its own.
        yield "\n".join(item(": ".join(filter(None, (choice, row)))) for row, choice in entry.pairs)


def _table(entry: DocEntry) -> str:
    head, *rows = [[cell(text) for text in row] for row in (entry.columns, *entry.rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))


def _question(text: str) -> str:
    return f"**{inline(text)}**"
