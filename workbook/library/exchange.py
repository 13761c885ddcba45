"""The documented JSON in which workbooks are taken out and brought in: its shape, and reading it strictly."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from workbook.library.coding import decode
from workbook.library.errors import DamagedFile, ImportProblem
from workbook.library.moments import ID
from workbook.library.record import Answer, EarlierAnswer, GuideKey, Mark, Moment, Record, RecordNote
from workbook.ready import made_ready

FORMAT = "recovery-workbook"
VERSION = 3
"""Version 3 has `marks`, and version 2 had `earlier_answers` and `let_go` already; both and version 1 are read."""
DEEPEST = 100
"""How deep an answer may be nested. Those of any field here stay below five."""


class ExchangedAnswer(Answer, frozen=True, forbid_unknown_fields=True):
    """An answer, as in a record."""


class ExchangedNote(RecordNote, frozen=True, forbid_unknown_fields=True):
    """A note, as in a record."""


class ExchangedEarlierAnswer(EarlierAnswer, frozen=True, forbid_unknown_fields=True):
    """An answer that gave way, as in a record."""


class ExchangedMark(Mark, frozen=True, forbid_unknown_fields=True):
    """A mark, as in a record."""


class ExchangedGuide(GuideKey, frozen=True, forbid_unknown_fields=True):
    """Which guide, as in a record."""


class ExchangedWorkbook(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One workbook. A key this version does not know is refused, since it could not be kept."""

    id: str
    title: str = ""
    """For people reading the file; worked out from the answers otherwise."""
    route: str = ""
    """For people and programs reading the file, like the title."""
    created: Moment
    updated: Moment
    completed: Moment | None = None
    position: str = ""
    visited: tuple[str, ...] = ()
    writing_sittings: int = 0
    guide: ExchangedGuide
    answers: dict[str, ExchangedAnswer] = {}
    notes: tuple[ExchangedNote, ...] = ()
    earlier_answers: tuple[ExchangedEarlierAnswer, ...] = ()
    let_go: dict[str, Moment] = {}
    marks: dict[str, ExchangedMark] = {}

    def record(self) -> Record:
        """Return the record this says."""
        return Record(
            id=self.id,
            created=self.created,
            updated=self.updated,
            completed=self.completed,
            position=self.position,
            visited=self.visited,
            writing_sittings=self.writing_sittings,
            guide=GuideKey(self.guide.id, self.guide.version, self.guide.digest),
            answers={ref: Answer(answer.value, answer.updated) for ref, answer in self.answers.items()},
            notes=tuple(RecordNote(note.at, note.text) for note in self.notes),
            earlier_answers=tuple(
                EarlierAnswer(each.ref, each.value, each.updated, each.replaced) for each in self.earlier_answers
            ),
            let_go=self.let_go,
            marks={key: Mark(mark.value, mark.updated) for key, mark in self.marks.items()},
        )


class Exchange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    format: Literal["recovery-workbook"]
    version: Literal[1, 2, 3]
    workbooks: tuple[ExchangedWorkbook, ...]
    guides: dict[str, Any] = {}
    """Guides by digest, as JSON."""


made_ready(Exchange)


def parse(data: bytes, name: str = "The file") -> object:
    """Return the JSON in a file to import, called `name`. Raises ImportProblem."""
    try:
        return decode(data, Path(name))
    except DamagedFile as error:
        raise ImportProblem(f"{name} cannot be imported: {error.why}. Nothing was changed.") from None


def understand(found: object) -> Exchange:
    """Return what parsed JSON says, wholly checked. Raises ImportProblem, which tells where it is wrong."""
    if not isinstance(found, Mapping) or found.get("format") != FORMAT:
        raise ImportProblem("This is not an export of this program. Nothing was changed.")
    version = found.get("version")
    if type(version) is int and version > VERSION:
        raise ImportProblem(
            f"This export was made by a newer version of this program (format {version}). "
            "Please update first. Nothing was changed."
        )
    if _depth(found) > DEEPEST:
        raise ImportProblem("This export is nested deeper than any workbook. Nothing was changed.")
    try:
        exchange = msgspec.convert(found, Exchange)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at ")
        place = where.strip("`").removeprefix("$").lstrip(".") or "the top"
        raise ImportProblem(f"At {place}: {what[:1].lower()}{what[1:]}. Nothing was changed.") from None
    except UnicodeEncodeError:
        raise ImportProblem("A name in this file has half a character in it. Nothing was changed.") from None
    _check_ids(exchange)
    return exchange


def _depth(value: object) -> int:
    """Return how deep JSON is nested, without going into it by recursion."""
    depth, level = 0, [value]
    while level:
        depth += 1
        inner: list[object] = []
        for item in level:
            if isinstance(item, Mapping):
                inner.extend(item.values())
            elif isinstance(item, list | tuple):
                inner.extend(item)
        level = inner
        if depth > DEEPEST:
            break
    return depth


def _check_ids(exchange: Exchange) -> None:
    """Raise ImportProblem for an ID no workbook can have, or one that comes twice."""
    seen: set[str] = set()
    for number, each in enumerate(exchange.workbooks):
        if not ID.fullmatch(each.id):
            raise ImportProblem(f"At workbooks[{number}].id: {each.id[:40]!r} is no ID. Nothing was changed.")
        if each.id in seen:
            raise ImportProblem(f"At workbooks[{number}].id: {each.id} is there twice. Nothing was changed.")
        seen.add(each.id)
