"""One workbook as it is kept: what was answered, where the person is, and which guide they follow."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from workbook.ready import made_ready

Moment = Annotated[datetime, Meta(tz=True)]
"""A point in time that knows its offset."""

FORMAT = 3
"""Version of the workbook files written here. `migrating` knows the way from each of those before."""


def own_copy(value: Any) -> Any:
    """Return a JSON value that shares no list or mapping with `value`."""
    if isinstance(value, Mapping):
        return {key: own_copy(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [own_copy(item) for item in value]
    return value


class Answer(msgspec.Struct, frozen=True):
    """An answer and when it last changed."""

    value: Any
    """As `flow.values` lays down for the kind of field."""
    updated: Moment


class Mark(msgspec.Struct, frozen=True):
    """What a person says of an answer later on (see `marks`), and when."""

    value: str
    """Empty where the mark was taken away."""
    updated: Moment


class GuideKey(msgspec.Struct, frozen=True):
    """Which guide, to the letter."""

    id: str
    version: str
    digest: str
    """SHA-256 of the guide as it is kept."""


class RecordNote(msgspec.Struct, frozen=True):
    """Something the person added later, with its moment."""

    at: Moment
    text: str


class EarlierAnswer(msgspec.Struct, frozen=True):
    """An answer that gave way to a newer one: two versions were put together, or a date was moved."""

    ref: str
    value: Any
    updated: Moment
    """When it was written."""
    replaced: Moment
    """When the answer was written that it gave way to."""


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A workbook at one moment. Frozen: a change makes a new one."""

    id: str
    created: Moment
    updated: Moment
    """When it was last worked on. What is changed in passing (`changes.Changes`) has later moments of its own."""
    completed: Moment | None = None
    position: str = ""
    """Ref `part.page` of the page the person was on; empty before the first."""
    visited: tuple[str, ...] = ()
    """Refs of the pages they have been on."""
    writing_sittings: int = 0
    """In how many sittings something was written on a page with a timer."""
    guide: GuideKey
    answers: dict[str, Answer] = {}
    """By ref, in the order they were first given."""
    notes: tuple[RecordNote, ...] = ()
    earlier_answers: tuple[EarlierAnswer, ...] = ()
    """What was written in this workbook, or in another version of it, and gave way to a newer answer."""
    let_go: dict[str, Moment] = {}
    """When answers were let go for good, by ref: an older version of the workbook must not bring them back."""
    marks: dict[str, Mark] = {}
    """By key, as `marks` lays down, those that were taken away too."""

    @property
    def values(self) -> dict[str, Any]:
        """The answers alone, as the flow takes them: copies, so that changing one changes nothing here."""
        return {ref: own_copy(answer.value) for ref, answer in self.answers.items()}

    @property
    def marked(self) -> dict[str, str]:
        """What the marks say that stand, by key."""
        return {key: mark.value for key, mark in self.marks.items() if mark.value}


made_ready(Record)
