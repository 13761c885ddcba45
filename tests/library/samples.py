"""A small guide and a clock of our own, for tests that keep workbooks."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from workbook.guide.model import Choice, Date, Guide, LongText, Manifest, Page, Part, Route, Scale, Table, Text
from workbook.guide.model import Column as TableColumn
from workbook.library.exchange import parse
from workbook.library.record import FORMAT, RecordNote

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.library.library import Library

WORDS = "feel.now.words"
MOOD = "feel.now.mood"
ROLE = "open.start.role"
UNTIL = "feel.now.until"
PRIVATE = "feel.now.private"


def guide(version: str = "1", label: str = "What happened") -> Guide:
    """Return a guide of two parts; with another label it is another guide."""
    start = Page(
        id="start",
        title="Start",
        fields=(
            Text(id="role", label="Role"),
            Choice(id="route", label="Route", options=("quick", "full"), default="full"),
        ),
    )
    now = Page(
        id="now",
        title="Now",
        fields=(
            LongText(id="words", label=label),
            LongText(id="private", label="For nobody else", private=True),
            Scale(id="mood", label="Mood"),
            Date(id="until", label="Until", follow_up="Look back"),
            Table(id="people", label="People", columns=(TableColumn(id="who", label="Who"),)),
        ),
    )
    last = Page(id="last", title="Last", fields=(Text(id="word", label="A word"),))
    return Guide(
        manifest=Manifest(
            id="sample",
            title="Sample",
            version=version,
            language="en",
            routes=(Route(id="quick", title="Quick", minutes=5.0), Route(id="full", title="Full", minutes=20.0)),
            default_route="full",
            route_field="open.start.route",
            stages=("feel",),
            opening="open",
            name=(ROLE,),
        ),
        parts=(
            Part(id="open", title="Opening", pages=(start,)),
            Part(id="feel", title="Feel", pages=(now, last)),
        ),
    )


class Clock:
    """Tells a time that goes on by a second at each look, or jumps where a test says."""

    def __init__(self) -> None:
        self.time = datetime(2026, 5, 3, 9, 30, tzinfo=timezone(timedelta(hours=2)))

    def __call__(self) -> datetime:
        """Return the time."""
        self.time += timedelta(seconds=1)
        return self.time

    def jump(self, **by: float) -> None:
        """Go on, or back, by a `timedelta` of these."""
        self.time += timedelta(**by)


def everything(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder` with what is in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def files_with(folder: Path, words: str) -> list[str]:
    """Return the names of the files below `folder` in which `words` can be found."""
    return sorted(name for name, data in everything(folder).items() if words.encode() in data)


def written(library: Library, **answers: object) -> str:
    """Keep a finished sitting with these answers (refs with `__` for dots) and return the workbook's ID."""
    with library.new(guide(), {ref.replace("__", "."): value for ref, value in answers.items()}) as workbook:
        return workbook.id


def newer(data: bytes) -> bytes:
    """Return a workbook's file as if a later version of this program had written it."""
    return data.replace(f'"format":{FORMAT}'.encode(), b'"format":99')


def kept(library: Library) -> dict[str, bytes]:
    """Everything that is kept, without the catalogue and the backups from before a restore."""
    return {
        name: data
        for name, data in everything(library.folder).items()
        if name != "library.json" and not name.startswith("before-restore")
    }


def through_a_file(exported: dict[str, Any], **kwargs: Any) -> object:
    """Return an export as it comes out of a file."""
    return parse(json.dumps(exported, **kwargs).encode())


def note(text: str) -> RecordNote:
    """Return a note of a fixed moment."""
    return RecordNote(datetime.fromisoformat("2026-05-04T10:00:00+02:00"), text)
