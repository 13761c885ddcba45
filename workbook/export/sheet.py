"""The page for the next interview, as plain text to print and as Markdown."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from workbook.export.escaping import heading, inline
from workbook.flow.dates.saying import short
from workbook.insight.banks.sheet import INDENT, WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from workbook.insight.banks.sheet import Item, Sheet

TITLE = "For the next interview"


def written(day: date) -> str:
    """Say when the page was written: a day alone beside that title would be taken for the interview's."""
    return f"written {short(day)}"


def text(sheet: Sheet, day: date) -> str:
    """Return the page as text, in lines that fit a printed one."""
    return "\n".join(_lines(sheet, day)) + "\n"


def _lines(sheet: Sheet, day: date) -> Iterator[str]:
    yield f"{TITLE}{written(day):>{WIDTH - len(TITLE)}}"
    for section in sheet.sections:
        yield ""
        yield section.title.upper()
        for item in section.items:
            yield from _item_lines(item)
    if sheet.more or sheet.notes:
        yield ""
        yield from wrap(" ".join((sheet.more, *sheet.notes)).strip(), WIDTH)


def _item_lines(item: Item) -> Iterator[str]:
    first, later = "- ".ljust(INDENT), " " * INDENT
    for number, line in enumerate(wrap(item.head, WIDTH - INDENT) + wrap(item.text, WIDTH - INDENT)):
        yield (later if number else first) + line


def markdown(sheet: Sheet, day: date) -> str:
    """Return the page as Markdown."""
    return "\n\n".join(_blocks(sheet, day)) + "\n"


def _blocks(sheet: Sheet, day: date) -> Iterator[str]:
    yield heading(1, TITLE)
    yield f"*{written(day)}*"
    for section in sheet.sections:
        yield heading(2, section.title)
        yield "\n".join(_item(item) for item in section.items)
    if sheet.more or sheet.notes:
        yield f"*{inline(' '.join((sheet.more, *sheet.notes)).strip())}*"


def _item(item: Item) -> str:
    if not item.text:
        return f"- {_started(item.head)}"
    return f"- **{inline(item.head)}**  \n  {_started(item.text)}" if item.head else f"- {_started(item.text)}"


def _started(words: str) -> str:
    """Words at the start of a line, where a mark or a number would make another list."""
    from workbook.export.escaping import paragraphs

    return paragraphs(words)
