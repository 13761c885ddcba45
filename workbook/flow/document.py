"""A workbook as one document to read: the person's words beside the questions they answer.

Unanswered questions are left out, and so is what only steered the workbook; whatever else was answered is in, on
the route or off it. What no field of the guide can hold any more, because it comes from an earlier version or from
elsewhere, stands in a last part.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from workbook.flow.dates.saying import short
from workbook.flow.entries import DocEntry, entry, json_words
from workbook.flow.fields import is_let_go

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import datetime

    from workbook.flow.state import State
    from workbook.flow.values import Value
    from workbook.guide.model import Page

EARLIER = "From an earlier version"
"""Title of the last part: answers whose question this guide no longer asks."""

ADDED_LATER = "Added later"
"""Title over the notes that were added when the workbook was complete."""

EARLIER_ANSWERS = "Earlier answers"
"""Title over the answers that gave way to newer ones."""

GAVE_WAY = "They gave way to newer ones: two versions of this workbook were put together, or a date was moved."


class AddedNote(Protocol):
    """A note added to a workbook when it was complete."""

    @property
    def at(self) -> datetime:
        """When it was added."""

    @property
    def text(self) -> str:
        """What it says."""


@dataclass(frozen=True)
class DocNote:
    """An added note as it is read."""

    at: datetime
    day: str
    """Such as `27 November 2026`."""
    text: str


class EarlierAnswer(Protocol):
    """An answer that gave way to a newer one."""

    @property
    def ref(self) -> str:
        """Whose answer it was."""

    @property
    def value(self) -> Value:
        """What it was."""

    @property
    def updated(self) -> datetime:
        """When it was written."""


@dataclass(frozen=True)
class DocEarlier:
    """An answer that gave way, as it is read."""

    day: str
    entry: DocEntry


@dataclass(frozen=True)
class DocPage:
    """A page with the entries that were answered."""

    ref: str
    title: str
    entries: tuple[DocEntry, ...]


@dataclass(frozen=True)
class DocPart:
    """A part with the pages on which something was answered."""

    title: str
    pages: tuple[DocPage, ...]


@dataclass(frozen=True)
class Document:
    """A whole workbook to read."""

    parts: tuple[DocPart, ...]
    notes: tuple[DocNote, ...]
    earlier: tuple[DocEarlier, ...] = ()


def document(state: State, notes: Iterable[AddedNote] = (), earlier: Iterable[EarlierAnswer] = ()) -> Document:
    """Return the workbook as a document, with notes added later at its end, then answers that gave way."""
    parts = [DocPart(part.title, tuple(_pages(state, part.id, part.pages))) for part in state.guide.parts]
    placed = {one.ref for part in parts for page in part.pages for one in page.entries}
    unasked = tuple(_unasked(state, placed))
    if unasked:
        parts.append(DocPart(EARLIER, (DocPage("", EARLIER, unasked),)))
    return Document(
        parts=tuple(part for part in parts if part.pages),
        notes=tuple(
            DocNote(note.at, short(note.at.date()), note.text) for note in sorted(notes, key=lambda one: one.at)
        ),
        earlier=tuple(_gave_way(state, earlier)),
    )


def _pages(state: State, part_id: str, pages: tuple[Page, ...]) -> Iterator[DocPage]:
    for page in pages:
        ref = f"{part_id}.{page.id}"
        asked = (state.guide.fields[f"{ref}.{field.id}"] for field in page.fields)
        found = (entry(place, state) for place in asked if place.ref not in state.guide.steering)
        entries = tuple(one for one in found if one is not None)
        if entries:
            yield DocPage(ref, page.title, entries)


def _unasked(state: State, placed_already: Collection[str]) -> Iterator[DocEntry]:
    """Every answer that is not blank and found no place on its page."""
    for ref, answer in state.answers.items():
        if ref in placed_already:
            continue
        place = state.guide.fields.get(ref)
        placed = place is not None and (is_let_go(place, state) or entry(place, state) is not None)
        if not placed and json_words(answer):
            yield DocEntry(ref=ref, label=ref, kind="", value=answer, text=json_words(answer))


def _gave_way(state: State, earlier: Iterable[EarlierAnswer]) -> Iterator[DocEarlier]:
    """Answers that gave way, in the order of the guide and then of time."""
    order = {ref: number for number, ref in enumerate(state.guide.fields)}
    for one in sorted(earlier, key=lambda each: (order.get(each.ref, len(order)), each.updated)):
        place = state.guide.fields.get(one.ref)
        if place is not None and (is_let_go(place, state) or one.ref in state.guide.steering):
            continue
        then = replace(state, answers={**state.answers, one.ref: one.value})
        found = entry(place, then) if place is not None else None
        if found is None and json_words(one.value):
            found = DocEntry(ref=one.ref, label=one.ref, kind="", value=one.value, text=json_words(one.value))
        if found is not None:
            yield DocEarlier(short(one.updated.date()), replace(found, before=""))
