"""Everything gathered, on its shelves; and the gathering of it, a workbook at a time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.flow.gathered import same_word
from workbook.insight.banks.kept import Kept, kept_in, name_paths, names_in
from workbook.insight.banks.questions import Met, Question, mark_of, questions
from workbook.library.marks import PIN, mark_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workbook.library.books import Book

LET_GO, DONE, DROP = "let go", "done", "drop"
"""What a row of contacts, or of search words, is where it is not the usual."""


@dataclass(frozen=True)
class Word:
    """A search word, as it was decided on last, with each time it was written."""

    kept: Kept
    times: tuple[Kept, ...]

    @property
    def decided(self) -> str:
        """`keep`, `try` or `drop`, in the words of the workbook it was decided in; empty where it was not."""
        return self.kept.cells.get("do", "")

    @property
    def is_dropped(self) -> bool:
        """Whether it was let drop."""
        return self.decided.casefold() == DROP


@dataclass(frozen=True)
class KindWords:
    """Kind words of the person's own."""

    kept: Kept
    is_pinned: bool


@dataclass(frozen=True)
class Shelves:
    """What was gathered, the newest first unless it says otherwise."""

    workbooks: int = 0
    """How many workbooks it comes from, those without anything too."""
    questions: tuple[Question, ...] = ()
    """Those met in most workbooks first."""
    research: tuple[Kept, ...] = ()
    strengths: tuple[Kept, ...] = ()
    candidates: tuple[Kept, ...] = ()
    ask: tuple[Kept, ...] = ()
    plans: tuple[Kept, ...] = ()
    contacts: tuple[Kept, ...] = ()
    words: tuple[Word, ...] = ()
    kind: tuple[KindWords, ...] = ()
    """Those that are pinned first."""
    names: frozenset[str] = frozenset()
    """Names of other people, for whoever leaves them out."""


def contact_state(kept: Kept) -> str:
    """Return `planned`, `done` or `let go`."""
    said = kept.cells.get("state", "").casefold()
    return said if said in (DONE, LET_GO) else "planned"


class Gathering:
    """Gathers workbook by workbook, so that what is there can be shown meanwhile."""

    def __init__(self, also: Mapping[str, str] | None = None) -> None:
        """Gather by each workbook's own guide, and by the banks `also` names (see `kept_in`)."""
        self._also = also
        self._kept: defaultdict[str, list[Kept]] = defaultdict(list)
        self._met: list[Met] = []
        self._pinned: set[tuple[str, str]] = set()
        self._names: set[str] = set()
        self._name_paths: dict[str, tuple[tuple[str, str], ...]] = {}
        self.workbooks = 0

    def add(self, book: Book) -> None:
        """Take in a workbook."""
        self.workbooks += 1
        marks = book.record.marked
        digest = book.record.guide.digest
        if digest not in self._name_paths:
            self._name_paths[digest] = name_paths(book.guide)
        self._names.update(names_in(book, self._name_paths[digest]))
        for kept in kept_in(book, self._also):
            if kept.bank == "questions":
                self._met.append(Met(kept, mark_of(kept, marks)))
            else:
                self._kept[kept.bank].append(kept)
                if kept.bank == "kind" and marks.get(mark_key(PIN, kept.source.ref)):
                    self._pinned.add((book.entry.id, kept.source.ref))

    def mark(self, marks: Mapping[tuple[str, str, str], str]) -> None:
        """Take marks on questions that were set since their workbooks were read, by place."""
        where = {workbook for workbook, _, _ in marks}
        self._met = [
            Met(each.kept, marks.get(each.place, each.mark)) if each.source.workbook in where else each
            for each in self._met
        ]

    def pin(self, kept: Kept, *, is_pinned: bool) -> None:
        """Take that kind words were pinned, or no longer are."""
        place = (kept.source.workbook, kept.source.ref)
        (self._pinned.add if is_pinned else self._pinned.discard)(place)

    def shelves(self) -> Shelves:
        """Return what was gathered so far."""
        shelf = {bank: newest_first(kept) for bank, kept in self._kept.items()}
        kind = [
            KindWords(kept, (kept.source.workbook, kept.source.ref) in self._pinned) for kept in shelf.get("kind", ())
        ]
        return Shelves(
            workbooks=self.workbooks,
            names=frozenset(self._names),
            questions=questions(self._met),
            words=_words(shelf.get("words", ())),
            kind=tuple(sorted(kind, key=lambda each: not each.is_pinned)),
            **{
                bank: shelf.get(bank, ())
                for bank in ("research", "strengths", "candidates", "ask", "plans", "contacts")
            },
        )


def newest_first(kept: Iterable[Kept]) -> tuple[Kept, ...]:
    """Return these with the newest workbook first, in their own order within it."""
    return tuple(sorted(kept, key=lambda each: (each.source.day, each.source.workbook), reverse=True))


def _words(kept: Iterable[Kept]) -> tuple[Word, ...]:
    """Each search word once. It is what it was decided to be last."""
    times: defaultdict[str, list[Kept]] = defaultdict(list)
    for each in kept:
        times[same_word(each.text)].append(each)
    return tuple(
        Word(next((each for each in found if each.cells.get("do")), found[0]), tuple(found)) for found in times.values()
    )


def gathered(books: Iterable[Book], also: Mapping[str, str] | None = None) -> Shelves:
    """Return what these workbooks hold for the banks."""
    gathering = Gathering(also)
    for book in books:
        gathering.add(book)
    return gathering.shelves()
