"""A workbook's document as blocks to read: questions quiet, the person's words prominent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from workbook.flow.document import ADDED_LATER, EARLIER_ANSWERS, GAVE_WAY
from workbook.ui.text import plain
from workbook.ui.widgets.passages import Block, Table, TableRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from workbook.flow.document import DocEarlier, DocPage, Document
    from workbook.flow.entries import DocEntry

INDENT = 2

LONG_ITEM = 24
"""From how many characters on what was ticked stands in a line of its own."""

QUIET = "$text-muted"


def blocks(doc: Document, title: str, said: str) -> list[Block]:
    """The whole document, under its title."""
    made = [Block(words(title, "bold $primary"), anchor="top"), Block(words(said, QUIET), after=1)]
    for part in doc.parts:
        made.append(_heading(part.title, f"part:{part.title}"))
        for page in part.pages:
            made.extend(_page(page))
    if doc.notes:
        made.append(_heading(ADDED_LATER, "notes"))
        for note in doc.notes:
            made.append(Block(words(note.day, QUIET)))
            made.append(Block(words(note.text), INDENT, after=1, ref=f"note:{note.at.isoformat()}"))
    if doc.earlier:
        made.append(_heading(EARLIER_ANSWERS, "earlier"))
        made.append(Block(words(GAVE_WAY, QUIET), after=1))
        for number, earlier in enumerate(doc.earlier):
            made.extend(_earlier(earlier, number))
    if len(made) == 2:
        made.append(Block(plain("Nothing was written here, and that is fine.")))
    return made


def words(text: str, style: str = "") -> Content:
    """What a person or the guide wrote, with tabs as the spaces they look like."""
    return plain(text.expandtabs(4), style)


def _heading(title: str, anchor: str) -> Block:
    return Block(words(title.upper(), "bold $primary"), anchor=anchor, after=1)


def _page(page: DocPage) -> Iterator[Block]:
    yield Block(words(page.title, "bold"), anchor=f"page:{page.ref}", after=1)
    for number, entry in enumerate(page.entries, start=1):
        yield Block(words(entry.label, QUIET))
        yield from answer_blocks(entry, after=2 if number == len(page.entries) else 1)


def _earlier(earlier: DocEarlier, number: int) -> Iterator[Block]:
    """An answer that gave way, as it was, with the day on which it was written."""
    yield Block(words(earlier.entry.label, QUIET).append(words(f"  {earlier.day}", QUIET)))
    yield from answer_blocks(replace(earlier.entry, ref=f"earlier:{number}"))


def answer_blocks(entry: DocEntry, *, after: int = 1) -> list[Block]:
    """The words of one answer, with blank lines after them."""
    made = [replace(block, ref=entry.ref) for block in _answer(entry)]
    if made:
        made[-1] = replace(made[-1], after=after)
    return made


def _answer(entry: DocEntry) -> Iterator[Block]:
    if entry.rows:
        yield from _table(entry.columns, entry.rows, entry.given)
    elif entry.kind == "plan":
        for half, said in entry.pairs:
            yield Block(words(f"{half} ", QUIET).append(words(said)), INDENT)
    elif entry.kind == "letter":
        for half, said in entry.pairs:
            content = words(said) if half == "Body" else words(f"{half}: ", QUIET).append(words(said))
            yield Block(content, INDENT, after=1)
    elif entry.pairs:
        yield from _grid(entry.pairs)
    elif entry.items:
        if any(len(item) > LONG_ITEM for item in entry.items):
            yield from (Block(words("· ", QUIET).append(words(item)), INDENT) for item in entry.items)
        else:
            yield Block(words(", ".join(entry.items)), INDENT)
    elif entry.before:
        both = words("before ", QUIET).append(words(entry.before)).append(words("   now ", QUIET))
        yield Block(both.append(words(entry.text)), INDENT)
    else:
        yield Block(words(entry.text), INDENT)


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]], given: Collection[int]) -> Iterator[Block]:
    """A table under the names of its columns; where it is narrow, each cell after the name of its column.

    Words given with the content head their row as a question does: quiet, with a colon where there is no colour.
    """
    rows = [[_asked(cell) if place in given else cell for place, cell in enumerate(row)] for row in rows]
    table = Table([list(columns), *map(list, rows)])
    if len(columns) > 1:
        names = _assembled([(column, QUIET) for column in columns], ["  "] * len(columns))
        yield Block(names[0], INDENT, row=TableRow(table, names[1], is_head=True))
    for number, row in enumerate(rows, start=1):
        filled = [bool(cell) for cell in row]
        own = [some and place not in given for place, some in enumerate(filled)]
        labels = [named(column) if some else "" for column, some in zip(columns, own, strict=True)]
        styled = [(cell, QUIET if place in given else "") for place, cell in enumerate(row)]
        content, cells = _assembled(styled, labels, "\n")
        yield Block(content, INDENT, after=1, row=TableRow(table, cells, is_last=number == len(rows)))


def _asked(cell: str) -> str:
    """Words that head a row."""
    return f"{cell}:" if cell and cell[-1].isalnum() else cell


def _grid(pairs: Sequence[tuple[str, str]]) -> Iterator[Block]:
    """What was said of each row, in a column beside them."""
    table = Table([list(pair) for pair in pairs])
    for number, (name, said) in enumerate(pairs, start=1):
        content, cells = _assembled([(name.rstrip(":"), QUIET), (said, "")], ["", ": "], "")
        yield Block(content, INDENT, row=TableRow(table, cells, is_last=number == len(pairs)))


def named(column: str) -> str:
    """The name of a column before words of it: `What: `, but `If or when … `."""
    return f"{column} " if column.startswith("…") or column.endswith("…") else f"{column}: "


def _assembled(
    cells: Sequence[tuple[str, str]], labels: Sequence[str], joint: str = ""
) -> tuple[Content, tuple[tuple[int, int], ...]]:
    """Cells in one text, a quiet label before each and a joint between those that say something; and where they are."""
    whole, places = Content(""), []
    for (cell, style), label in zip(cells, labels, strict=True):
        content = words(cell, style)
        if cell and whole.plain:
            whole = whole.append(joint)
        whole = whole.append(words(label, QUIET))
        places.append((len(whole.plain), len(whole.plain) + len(content.plain)))
        whole = whole.append(content)
    return whole, tuple(places)
