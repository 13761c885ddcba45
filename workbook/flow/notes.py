"""Notes that appear as they become true, and the length of a quiet timer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.flow.conditions import holds
from workbook.flow.fields import shown_fields
from workbook.flow.lookup import value
from workbook.flow.refs import page_of, split
from workbook.flow.words import option_text
from workbook.guide.model import Choice, LongText, Scale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbook.flow.state import State
    from workbook.guide.model import Condition, Page

_DURATION = re.compile(r"\s*(?P<number>\d{1,4}(?:\.\d{1,4})?)\s*(?P<unit>second|minute|hour)s?\b", re.IGNORECASE)
_MINUTES = {"second": 1 / 60, "minute": 1.0, "hour": 60.0}


@dataclass(frozen=True)
class ShownNote:
    """A note to show now."""

    text: str
    """Markdown with its pipes not yet filled."""
    after: str
    """Id of the shown field it stands after; empty at the top of the page."""


def notes(state: State, page_ref: str) -> tuple[ShownNote, ...]:
    """Return the notes that hold now, each after the last field of the page that its condition looks at."""
    if page_ref not in state.guide.pages:
        return ()
    _, page = state.guide.pages[page_ref]
    shown = {place.field.id for place in shown_fields(state, page_ref)}
    return tuple(
        ShownNote(note.text, _stands_after(note.when, page, page_ref, shown, state))
        for note in page.notes
        if holds(note.when, state, page_ref)
    )


def _stands_after(when: Condition, page: Page, page_ref: str, shown: set[str], state: State) -> str:
    ids = [field.id for field in page.fields]
    looked_at = {ids.index(one) for one in _looks_at(when, page, page_ref, state) if one in ids}
    if not looked_at:
        return ""
    # A note whose field is hidden keeps its place: after the nearest shown one above.
    return next((one for one in reversed(ids[: max(looked_at) + 1]) if one in shown), "")


def _looks_at(when: Condition, page: Page, page_ref: str, state: State) -> Iterator[str]:
    """Ids of the fields of this page that a condition looks at, itself or through a fact."""
    yield from (_on_page(path, page_ref, state) for path in (when.field, *_paths_of(when.fact, state)))
    match when.fact:
        case "lower_than_before":
            yield from (one.id for one in page.fields if isinstance(one, Scale) and one.compare_with)
        case "minutes_writing" | "writing_sittings":
            yield from (one.id for one in page.fields if isinstance(one, LongText) and one.timer)
    for inner in (*when.any, *when.all, *((when.not_,) if when.not_ else ())):
        yield from _looks_at(inner, page, page_ref, state)


def _paths_of(name: str, state: State) -> tuple[str, ...]:
    named = state.guide.manifest.facts.get(name)
    return (named.days_since, *named.latest) if named else ()


def _on_page(path: str, page_ref: str, state: State) -> str:
    found = split(path, state.guide)
    return found[0].rsplit(".", 1)[1] if found and page_of(path) == page_ref else ""


def timer_minutes(field: LongText, state: State) -> float | None:
    """How long the quiet timer of this field runs; None when it has none, or none was wanted."""
    found = split(field.timer, state.guide)
    if found is None:
        return _minutes(field.timer)
    answer = value(state, field.timer)
    source = state.guide.fields[found[0]].field
    if not isinstance(answer, str):
        return None
    label = option_text(source, answer) if isinstance(source, Choice) else ""
    return _minutes(answer) or _minutes(label)


def _minutes(duration: str) -> float | None:
    """`30 seconds` as 0.5; None for what is no duration, such as `no timer`, or is none at all."""
    found = _DURATION.match(duration)
    return float(found["number"]) * _MINUTES[found["unit"].lower()] or None if found else None
