"""Looking through completed workbooks one after the other, and what has been found at any moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.insight.patterns.asked import Asked
from workbook.insight.patterns.pictures import Counted, Drawn, said_by
from workbook.insight.patterns.sentences import FEWEST, Sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from workbook.flow.values import Answers
    from workbook.guide.model import Guide, Patterns
    from workbook.insight.patterns.pictures import Picture
    from workbook.library.entry import Entry

ORDER = ("ratings", "checklists", "how_far", "feelings")
"""The kinds of pictures, in the order in which they are shown."""


@dataclass(frozen=True)
class Found:
    """What has been found in the workbooks read so far."""

    counted: int = 0
    """How many workbooks were counted."""
    newest: date | None = None
    oldest: date | None = None
    sentences: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    """Those that at least two workbooks have something to say to."""


class Gathering:
    """Workbooks are added newest first. Of each, only what is shown is kept in memory."""

    def __init__(self, guides: Iterable[Guide] = ()) -> None:
        """Know these guides too: a workbook may have begun with an older one that did not say what to show."""
        self._asked: dict[int, Asked] = {}
        self._shown: dict[str, Patterns] = {}
        self._sentences = Sentences()
        self._drawn: dict[tuple[str, str], Drawn] = {}
        self._counted: list[Counted] = []
        for guide in guides:
            self._know(guide)

    def _know(self, guide: Guide) -> Asked:
        if id(guide) not in self._asked:
            if guide.manifest.patterns:
                self._shown.setdefault(guide.manifest.id, guide.manifest.patterns)
            self._asked[id(guide)] = Asked(guide, self._shown.get(guide.manifest.id))
        return self._asked[id(guide)]

    def add(self, book: Counted, guide: Guide, answers: Answers) -> None:
        """Count one more workbook."""
        asked = self._know(guide)
        self._counted.append(book)
        self._sentences.add(asked, answers)
        for question in asked.questions:
            drawn = self._drawn.get(question.key)
            if drawn is None:
                drawn = self._drawn[question.key] = Drawn(question)
            drawn.add(book, said_by(answers, question, asked), question)

    def found(self) -> Found:
        """What there is so far. Adding more does not change it."""
        told = [drawn.picture for drawn in self._drawn.values() if drawn.answered >= FEWEST]
        days = [book.day for book in self._counted]
        return Found(
            counted=len(self._counted),
            newest=max(days, default=None),
            oldest=min(days, default=None),
            sentences=self._sentences.told(),
            pictures=tuple(sorted(told, key=lambda picture: ORDER.index(picture.question.kind))),
        )


def completed_first(entries: Iterable[Entry]) -> Sequence[Entry]:
    """The completed workbooks, those completed last first."""
    done = ((entry.completed, entry) for entry in entries if entry.state == "completed" and entry.completed)
    return [entry for _, entry in sorted(done, key=lambda each: (each[0], each[1].id), reverse=True)]


def counted(entry: Entry) -> Counted:
    """What is shown of a workbook beside its figures."""
    return Counted(entry.id, entry.title, entry.moment.date())
