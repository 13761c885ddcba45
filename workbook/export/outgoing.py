"""Workbooks on their way out, one after the other, with what is to be left out of them left out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from workbook.export.markdown import Facts
from workbook.export.sharing import EVERYTHING, Leaving, Sharing, name_marks
from workbook.flow.document import document
from workbook.flow.naming import title_of
from workbook.library.describe import plain, state_of
from workbook.library.errors import DamagedFile, LibraryError
from workbook.library.exchange import FORMAT, VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from workbook.flow.document import Document
    from workbook.guide.model import Guide
    from workbook.library.library import Library
    from workbook.library.record import Record


@dataclass(frozen=True)
class Written:
    """A workbook as a document, with what is said around it."""

    id: str
    facts: Facts
    language: str
    document: Document
    completed: datetime | None
    changed: Mapping[str, datetime]
    """When each answer last changed, by ref."""


@dataclass
class Tally:
    """What came of it so far."""

    done: int = 0
    """Workbooks that are through, also those that could not be read."""
    left_out: int = 0
    """Answers of which something was left out."""
    unmarked: int = 0
    """Workbooks whose pages do not say where names stand, so that none could be left out."""
    skipped: list[LibraryError] = field(default_factory=list)
    """What is to be told of those that could not be read."""


class Outgoing:
    """Reads one workbook at a time, and keeps none of them."""

    def __init__(
        self,
        library: Library,
        ids: Sequence[str],
        leaving: Leaving = EVERYTHING,
        *,
        pages_now: Callable[[], Guide | None] = lambda: None,
        held: Mapping[str, Record] | None = None,
    ) -> None:
        """`held` are workbooks that are open here, as they are in memory.

        `pages_now` is asked for the guide as it is today where an older one that a workbook began with does not say
        where names stand.
        """
        self.ids = ids
        self.tally = Tally()
        self._library = library
        self._leaving = leaving
        self._pages_now = pages_now
        self._marks_now: frozenset[str] | None = None
        self._sharing: dict[str, Sharing] = {}
        self._guides: dict[str, Any] = {}
        self._held = held or {}
        self._today = library.clock().date()

    @property
    def many(self) -> bool:
        """Whether more than one workbook is to go out."""
        return len(self.ids) > 1

    def titles(self) -> list[str]:
        """What the workbooks are called, without reading them."""
        known = {entry.id: entry.title for entry in self._library.entries(at_once=True)}
        return [known.get(each, f"Workbook {each}") for each in self.ids]

    # ---------------------------------------------------------------------------------------------- reading

    def documents(self) -> Iterator[Written | None]:
        """Each workbook as a document; None for one that cannot be read."""
        for each in self.ids:
            try:
                written = self._written(each)
            except LibraryError as error:
                self.tally.skipped.append(error)
                written = None
            self.tally.done += 1
            yield written

    def _written(self, workbook_id: str) -> Written:
        record = self._record(workbook_id)
        guide = self._guide_of(record)
        state = state_of(record, guide, self._today)
        answers, left_out = self._sharing_of(record, guide).answers(state.answers)
        self.tally.left_out += left_out
        state = replace(state, answers=answers)
        completed = record.completed.date() if record.completed else None
        return Written(
            id=record.id,
            facts=Facts(plain(title_of(state)), record.created.date(), completed),
            language=guide.manifest.language,
            document=document(state, record.notes),
            completed=record.completed,
            changed={ref: answer.updated for ref, answer in record.answers.items()},
        )

    def exported(self) -> Iterator[dict[str, Any]]:
        """Each workbook in the documented JSON format. Those that cannot be read are passed over."""
        from workbook.library.moving import exported, guide_or_none

        for each in self.ids:
            self.tally.done += 1
            try:
                record = self._record(each)
            except LibraryError as error:
                self.tally.skipped.append(error)
                continue
            guide = guide_or_none(self._library, record.guide.digest)
            shared, left_out = self._sharing_of(record, guide).exported(exported(record, guide, self._library))
            self.tally.left_out += left_out
            self._keep_guide(record.guide.digest)
            yield shared

    def head(self) -> dict[str, Any]:
        """What stands before the workbooks in the documented JSON format."""
        return {"format": FORMAT, "version": VERSION}

    def guides(self) -> dict[str, Any]:
        """What stands after them: the guides of those that went out."""
        return {"guides": self._guides}

    def _record(self, workbook_id: str) -> Record:
        return self._held.get(workbook_id) or self._library.read(workbook_id)

    def _guide_of(self, record: Record) -> Guide:
        """The guide a workbook was answered to. Raises LibraryError, which says how to read it without."""
        try:
            return self._library.guide(record.guide.digest)
        except DamagedFile as error:
            raise LibraryError(
                f"{error} `workbook show {record.id} --format json` gives every answer without it."
            ) from None

    def _keep_guide(self, digest: str) -> None:
        from workbook.library.moving import raw_guide

        if digest not in self._guides:
            raw = raw_guide(self._library, digest)
            self._guides.update({digest: raw} if raw is not None else {})

    # ------------------------------------------------------------------------------------------- leaving out

    def _sharing_of(self, record: Record, guide: Guide | None) -> Sharing:
        """What may go out of this workbook."""
        digest = record.guide.digest
        if digest not in self._sharing:
            sharing = Sharing(guide, self._leaving)
            if self._leaving.names and not sharing.knows_names:
                sharing = Sharing(guide, self._leaving, self._now())
            self._sharing[digest] = sharing
        if self._leaving.names and not self._sharing[digest].knows_names:
            self.tally.unmarked += 1
        return self._sharing[digest]

    def _now(self) -> frozenset[str]:
        """Where names stand in the pages as they are today."""
        if self._marks_now is None:
            guide = self._pages_now()
            self._marks_now = name_marks(guide) if guide else frozenset()
        return self._marks_now
