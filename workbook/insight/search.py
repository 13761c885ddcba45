"""Finding words in everything that was written: which answers hold them, and the words around.

What is looked through is what a person wrote or chose, as the review says it: an option by its label, a day as a
day. Questions, and the words of rows that were given, are no answers. What was let go is never looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from workbook.flow.entries import DocEntry, entry, json_words
from workbook.flow.fields import is_let_go
from workbook.flow.folding import find, folded
from workbook.flow.plain import clean
from workbook.flow.refs import page_of
from workbook.flow.state import Around, State
from workbook.guide.model import LongText, Table, Text
from workbook.insight.excerpt import Excerpt, Passage, excerpt
from workbook.insight.sieve import Sieve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from workbook.guide.model import Field, Guide, Place
    from workbook.insight.query import Query
    from workbook.library.entry import Entry
    from workbook.library.skimming import Skimmed

Kind = Literal["answer", "note", "earlier"]

NOTE = "A note you added"
GAVE_WAY = "gave way to a newer answer"


@dataclass(frozen=True)
class Hit:
    """An answer, or a note, that holds all that was looked for."""

    entry: Entry
    """The workbook it is in."""
    kind: Kind
    """`earlier` is an answer that gave way: two versions of the workbook were put together, or a date was moved."""
    ref: str
    """The answer's ref; empty for a note."""
    question: str
    passages: tuple[Passage, ...]
    """The parts of the answer in which something was found."""

    @property
    def page(self) -> str:
        """Ref of the page it was asked on; empty for a note."""
        return page_of(self.ref) if self.ref else ""

    def around(self, before: int, after: int) -> Excerpt:
        """Return the words around what was found: so many characters before it and after it."""
        return excerpt(self.passages, before, after)


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Return workbooks in the order they are looked through: by the day that stands beside each."""
    return sorted(entries, key=lambda each: (each.moment, each.id), reverse=True)


class Search:
    """Looks for one query in one workbook after the other."""

    def __init__(self, query: Query, guides: Iterable[Guide], today: date) -> None:
        """Look for `query`; `guides` are those that the workbooks were answered to."""
        self.query = query
        self.may_hold = Sieve(query.needles, guides)
        self._today = today

    def hits(self, book: Skimmed) -> list[Hit]:
        """Return everything in a workbook that holds what is looked for, in the order in which it is read."""
        return [*self._answers(book, self._candidates(book)), *self._notes(book)]

    def count(self, book: Skimmed) -> int:
        """Return how many `hits` there are in a workbook, quicker than by finding out what to say of each."""
        number, rest = 0, []
        for ref in self._candidates(book):
            place = book.guide.fields.get(ref)
            texts = _plain_texts(place.field, book.decoded(book.raw[ref])) if place is not None else None
            if texts is None:
                rest.append(ref)
            elif ref not in book.guide.steering:
                number += self._all_in(texts)
        return number + sum(1 for _ in self._answers(book, rest)) + sum(1 for _ in self._notes(book))

    def _candidates(self, book: Skimmed) -> list[str]:
        """The refs of the answers that may be hits."""
        return [ref for ref, raw in book.raw.items() if self.may_hold(bytes(raw))]

    def _all_in(self, texts: Sequence[str]) -> bool:
        """Whether all that is looked for is somewhere in these texts."""
        low = [folded(text) for text in texts]
        return all(any(needle in text for text in low) for needle in self.query.needles)

    def _answers(self, book: Skimmed, here: Sequence[str]) -> Iterator[Hit]:
        """The hits among the answers at these refs, and among those that gave way."""
        gone = [each for each in book.earlier if self.may_hold(bytes(each.value))]
        if not here and not gone:
            return
        state = state_of(book, self._today)
        order = {ref: number for number, ref in enumerate(book.guide.fields)}
        for ref in sorted(here, key=lambda ref: order.get(ref, len(order))):
            yield from self._answer(book, ref, state, "answer")
        for each in gone:
            was = {**state.answers, each.ref: book.decoded(each.value)}
            before = State(state.guide, was, state.around, state.here, state.visited)
            place = book.guide.fields.get(each.ref)
            if place is None or not is_let_go(place, state):
                yield from self._answer(book, each.ref, before, "earlier")

    def _answer(self, book: Skimmed, ref: str, state: State, kind: Kind) -> Iterator[Hit]:
        """The hit in one answer, if it is one."""
        place = book.guide.fields.get(ref)
        if ref in book.guide.steering or (place is not None and is_let_go(place, state)):
            return
        said = entry(place, state) if place is not None else None
        if said is None:
            said = DocEntry(ref=ref, label=ref, kind="", value=None, text=json_words(state.answers[ref]))
        passages = self._found(_parts(said, place))
        if passages:
            question = f"{said.label} ({GAVE_WAY})" if kind == "earlier" else said.label
            yield Hit(book.entry, kind, ref, question, passages)

    def _notes(self, book: Skimmed) -> Iterator[Hit]:
        for note in sorted(book.notes, key=lambda each: each.at):
            passages = self._found([("", note.text)])
            if passages:
                yield Hit(book.entry, "note", "", NOTE, passages)

    def _found(self, parts: Iterable[tuple[str, str]]) -> tuple[Passage, ...]:
        """Return the parts of an answer that show all that is looked for; none where something is missing."""
        passages, missing = [], set(self.query.needles)
        for lead, text in parts:
            words = clean(text)
            low = folded(words)
            here = [needle for needle in self.query.needles if needle in low]
            if here and not missing.isdisjoint(here):
                missing.difference_update(here)
                found = sorted(span for needle in here for span in find(needle, words))
                passages.append(Passage(clean(lead), words, tuple(found)))
        return () if missing else tuple(passages)


def state_of(book: Skimmed, today: date) -> State:
    """Return a workbook as the flow sees it."""
    around = Around(today=today, begun=book.created.date())
    return State(book.guide, book.answers, around, book.position, book.visited)


def _parts(said: DocEntry, place: Place | None) -> Iterator[tuple[str, str]]:
    """What a person wrote or chose in one answer, each part with what stands before it."""
    if said.rows:
        table = place.field if place is not None else None
        given = {column.label for column in table.columns if column.read_only} if isinstance(table, Table) else set()
        for row in said.rows:
            yield from (
                (f"{label}: ", cell) for label, cell in zip(said.columns, row, strict=True) if label not in given
            )
    elif said.pairs:
        yield from ((f"{name.rstrip('.')}: ", words) for name, words in said.pairs)
        yield from (("", name) for name in _own_rows(said))
    elif said.items:
        yield from (("", item) for item in said.items)
    else:
        yield "", said.text


def _plain_texts(field: Field, value: Any) -> list[str] | None:
    """All the texts of an answer, for those kinds of field where that is easily told; None for the others."""
    match field:
        case LongText(let_go=None) | Text():
            return [value] if isinstance(value, str) else None
        case Table(columns=columns) if all(column.kind != "date" for column in columns):
            open_ = [column.id for column in columns if not column.read_only]
            if not isinstance(value, list) or not all(
                isinstance(row, dict) and row.keys() <= {*open_} for row in value
            ):
                return None
            cells = [cell for row in value for cell in row.values()]
            return cells if all(isinstance(cell, str) for cell in cells) else None
    return None


def _own_rows(said: DocEntry) -> list[str]:
    """The rows of a grid that are the person's own words."""
    own = said.value.get("own") if said.kind == "grid" and isinstance(said.value, dict) else None
    return [str(item.get("text") or "") for item in own or () if isinstance(item, dict)]
