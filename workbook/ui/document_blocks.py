"""A workbook's document as blocks to read: questions quiet, the person's words prominent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workbook.ui.text import plain
from workbook.ui.widgets.reading import Block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbook.flow.document import DocPage, Document
    from workbook.flow.entries import DocEntry

INDENT = 2


def blocks(doc: Document, title: str, said: str) -> list[Block]:
    """The whole document, under its title."""
    made = [Block(plain(title, "bold $primary"), anchor="top"), Block(plain(said, "$text-muted"), after=1)]
    for part in doc.parts:
        made.append(Block(plain(part.title.upper(), "bold $primary"), anchor=f"part:{part.title}", after=1))
        for page in part.pages:
            made.extend(_page(page))
    if doc.notes:
        made.append(Block(plain("ADDED LATER", "bold $primary"), anchor="notes", after=1))
        for note in doc.notes:
            made.append(Block(plain(note.day, "$text-muted")))
            made.append(Block(plain(note.text), INDENT, after=1))
    if not doc.parts and not doc.notes:
        made.append(Block(plain("Nothing was written here, and that is fine.")))
    return made


def _page(page: DocPage) -> Iterator[Block]:
    yield Block(plain(page.title, "bold"), anchor=f"page:{page.ref}", after=1)
    for entry in page.entries:
        yield Block(plain(entry.label, "$text-muted"))
        answer = list(_answer(entry))
        yield from answer[:-1]
        if answer:
            last = answer[-1]
            yield Block(last.content, last.indent, after=1)


def _answer(entry: DocEntry) -> Iterator[Block]:
    """The words of one answer."""
    if entry.rows:
        for number, row in enumerate(entry.rows):
            if number:
                yield Block(Content(""), INDENT)
            for column, cell in zip(entry.columns, row, strict=True):
                if cell:
                    yield Block(plain(f"{column}: ", "$text-muted").append(plain(cell)), INDENT)
    elif entry.pairs:
        for name, words in entry.pairs:
            yield Block(plain(f"{name}: ", "$text-muted").append(plain(words)), INDENT)
    elif entry.items:
        yield Block(plain(", ".join(entry.items)), INDENT)
    else:
        said = plain(entry.text)
        if entry.before:
            said = (
                plain("before ", "$text-muted")
                .append(plain(entry.before))
                .append(plain("   now ", "$text-muted"))
                .append(said)
            )
        yield Block(said, INDENT)
