"""What one workbook holds for the banks: a row or an answer each, with where it came from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbook.flow.dates.names import MONTHS
from workbook.flow.fields import is_let_go
from workbook.flow.fitting import fit
from workbook.flow.gathered import key_column
from workbook.flow.lookup import items
from workbook.flow.refs import page_of
from workbook.flow.state import Around, State
from workbook.flow.values import is_blank
from workbook.flow.words import cell_words, plan_words
from workbook.guide.model import LongText, Plan, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, datetime

    from workbook.flow.values import Value
    from workbook.guide.model import Guide, Place
    from workbook.library.books import Book

SOMEBODY = "them"
"""Who said something, where the workbook does not name just one."""


@dataclass(frozen=True)
class Source:
    """Where something was written."""

    workbook: str
    """The workbook's ID."""
    title: str
    day: date
    """The day the workbook was completed, or was last worked on."""
    ref: str
    said_by: str = ""
    """Who said it, where that was not the person."""
    changed: datetime | None = None
    """When the answer last changed, which may be long before or after its workbook was completed."""

    @property
    def page(self) -> str:
        """Ref of the page it stands on."""
        return page_of(self.ref)

    @property
    def words(self) -> str:
        """A few words: `said by recruiter, Acme · Designer, May 2026`."""
        said = f"said by {self.said_by}, " if self.said_by else ""
        return f"{said}{self.title}, {MONTHS[self.day.month - 1]} {self.day.year}"


@dataclass(frozen=True)
class Kept:
    """One thing in a bank."""

    bank: str
    text: str
    source: Source
    cells: Mapping[str, str] = field(default_factory=dict)
    """The other cells of its row, by column, blank ones left out."""
    first: bool = False
    """Whether the first option of its sort was chosen."""
    second: bool = False
    """Whether the second was."""
    again: int = 0
    """How many rows before it in the same table have the very same words."""


def banks_of(guide: Guide) -> dict[str, str]:
    """Return which bank each field of a guide feeds, by ref."""
    return {ref: place.field.bank for ref, place in guide.fields.items() if place.field.bank}


def kept_in(book: Book, also: Mapping[str, str] | None = None) -> Iterator[Kept]:
    """Everything a workbook holds for the banks, in the order of its pages.

    `also` says which banks the guide of today feeds: a workbook that began with an earlier one, before a field
    had a bank, is gathered all the same.
    """
    for ref, bank in {**(also or {}), **banks_of(book.guide)}.items():
        answer, place = book.record.answers.get(ref), book.guide.fields.get(ref)
        if answer is not None and place is not None and not _is_private(place, book):
            yield from _of_answer(bank, place, fit(place.field, answer.value), _source(book, place))


def name_paths(guide: Guide) -> tuple[tuple[str, str], ...]:
    """Return where a guide says that names of people stand: refs, with the column where it is one of a table."""
    found = [(ref, "") for ref, place in guide.fields.items() if place.field.names]
    for ref, place in guide.fields.items():
        if isinstance(place.field, Table):
            # Only the first: further ones say how to reach them, and "email" is a word like any other.
            found += [(ref, column.id) for column in place.field.columns if column.names][:1]
    return tuple(found)


def names_in(book: Book, paths: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Return the names of people that stand in a workbook."""
    for ref, column in paths:
        answer = book.record.answers.get(ref)
        if answer is None:
            continue
        rows = answer.value if column and isinstance(answer.value, list) else [answer.value]
        said = (row.get(column) if column and isinstance(row, dict) else row for row in rows)
        yield from (name.strip() for name in said if isinstance(name, str) and name.strip())


def source_of(book: Book, ref: str, said_by: str = "") -> Source:
    """Return where an answer of a workbook stands."""
    day = book.entry.moment.date()
    answer = book.record.answers.get(ref)
    changed = answer.updated if answer else book.record.updated
    return Source(book.entry.id, book.entry.title, day, ref, said_by, changed)


def _source(book: Book, place: Place) -> Source:
    return source_of(book, place.ref, _said_by(book, place.field.said_by) if place.field.said_by else "")


def _said_by(book: Book, path: str) -> str:
    """Who said it, where the workbook names just one."""
    said = set(items(_state(book), path))
    return said.pop() if len(said) == 1 else SOMEBODY


def _state(book: Book) -> State:
    day = book.record.updated.date()
    answers = {ref: answer.value for ref, answer in book.record.answers.items()}
    return State(book.guide, answers, Around(today=day, begun=book.record.created.date()))


def _is_private(place: Place, book: Book) -> bool:
    field = place.field
    if not isinstance(field, LongText):
        return False
    return field.private or (field.let_go is not None and is_let_go(place, _state(book)))


def _of_answer(bank: str, place: Place, answer: Value, source: Source) -> Iterator[Kept]:
    if is_blank(answer):
        return
    match place.field:
        case Table() as table:
            yield from _of_table(bank, table, answer, source)
        case Plan():
            if answer.get("then", "").strip():
                yield Kept(bank, plan_words(answer), source, {half: answer.get(half, "").strip() for half in answer})
        case LongText() if bank == "candidates":  # each line may be a strength by itself
            yield from (Kept(bank, line.strip(), source) for line in answer.splitlines() if line.strip())
        case Text() | LongText():
            yield Kept(bank, answer.strip(), source)
        case _:
            if isinstance(answer, str):
                yield Kept(bank, answer.strip(), source)


def _of_table(bank: str, table: Table, rows: list[dict[str, Value]], source: Source) -> Iterator[Kept]:
    key = key_column(table, bank)
    sort = next((column for column in table.columns if column.kind == "choice"), None)
    options = [*(sort.options if sort else ()), "", ""]
    before: Counter[str] = Counter()
    for row in rows:
        said = {column.id: cell_words(column, row.get(column.id)) for column in table.columns}
        cells = {id_: words for id_, words in said.items() if words and id_ != key}
        text = said.get(key, "")
        sorted_as = said.get(sort.id, "") if sort else ""
        if text or (bank == "plans" and cells.get("then")):
            is_first, is_second = (bool(sorted_as) and sorted_as == each for each in options[:2])
            yield Kept(bank, text, source, cells, is_first, is_second, before[text])
            before[text] += 1
