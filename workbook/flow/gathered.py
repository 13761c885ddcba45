"""What earlier workbooks hold that a page of this one can use: it is offered there, never put in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbook.guide.model import Table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from workbook.flow.state import State
    from workbook.guide.model import Field

KEYS = {
    "questions": "question",
    "strengths": "strength",
    "candidates": "what",
    "plans": "thing",
    "contacts": "name",
    "words": "word",
}
"""The column of a table that a bank goes by."""

MOST = 12
"""How much of a bank is offered in one place."""


@dataclass(frozen=True)
class Gathered:
    """One thing in a bank, as the next workbook offers it."""

    text: str
    source: str = ""
    """Where it comes from, in a few words: `Acme · Designer, May 2026`."""
    cells: Mapping[str, str] = field(default_factory=dict)
    """What goes with it, by the column it would stand in."""
    is_dropped: bool = False
    """Whether the person let it drop: it is shown as dropped, and not offered."""


@dataclass(frozen=True)
class LeftPlan:
    """The plan for another time that an earlier workbook left."""

    words: str
    day: date
    """When it was written."""
    source: str
    """Which workbook it comes from."""


def key_column(table: Table, bank: str) -> str:
    """Return the id of the column a bank goes by: the one of its name, or else the first with text."""
    texts = [column.id for column in table.columns if column.kind == "text"]
    return KEYS[bank] if KEYS.get(bank) in texts else next(iter(texts), "")


def offered(bank: str, state: State) -> tuple[Gathered, ...]:
    """Return what a bank offers, the best first and each wording once."""
    found: dict[str, Gathered] = {}
    for each in state.around.gathered.get(bank, ()):
        if not each.is_dropped:
            found.setdefault(each.text.strip(), each)
    return tuple(found.values())[:MOST]


def cell_offers(table: Table, column_id: str, row: Mapping[str, object], state: State) -> tuple[str, ...]:
    """Return what a bank offers for a cell: its words, or what goes with those that stand in this row already."""
    key = key_column(table, table.bank)
    if column_id == key:
        return tuple(each.text for each in offered(table.bank, state))
    said = str(row.get(key) or "").strip()
    goes_with = (
        each.cells.get(column_id, "") for each in state.around.gathered.get(table.bank, ()) if each.text.strip() == said
    )
    return tuple(dict.fromkeys(words for words in goes_with if said and words))[:MOST]


def origins(bank: str, state: State) -> dict[str, str]:
    """Return where each of the words that a bank offers comes from; of several places, the first."""
    found: dict[str, str] = {}
    for each in state.around.gathered.get(bank, ()):
        for words in (each.text, *each.cells.values()):
            for line in (words.strip(), *(part.strip() for part in words.splitlines())):
                found.setdefault(line, each.source)
    return found


def carried_rows(table: Field, answer: object, state: State) -> tuple[dict[str, str], ...]:
    """Return rows that could be brought in from earlier workbooks: none that is in this one already."""
    if not isinstance(table, Table) or table.bank != "words":
        return ()
    key = key_column(table, table.bank)
    rows = answer if isinstance(answer, list | tuple) else ()
    there = {same_word(str(row.get(key) or "")) for row in rows if isinstance(row, dict)}
    known = {column.id for column in table.columns}
    return tuple(
        {key: each.text, **{column: words for column, words in each.cells.items() if column in known}}
        for each in state.around.gathered.get(table.bank, ())
        if not each.is_dropped and same_word(each.text) not in there
    )


def dropped(bank: str, state: State) -> tuple[str, ...]:
    """Return what was dropped in earlier workbooks, to be seen and not offered."""
    return tuple(each.text for each in state.around.gathered.get(bank, ()) if each.is_dropped)


def same_word(word: str) -> str:
    """Return a search word without case and odd spaces. C++ and C# stay what they are."""
    return " ".join(word.casefold().split())
