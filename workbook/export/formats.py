"""The forms in which workbooks go out: what each is called, how its files end, and how it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workbook.export.outgoing import Outgoing

FormatName = Literal["markdown", "html", "json", "csv"]


class Format(NamedTuple):
    """One form."""

    ending: str
    label: str
    what_for: str
    """In a few words, for choosing."""
    pieces: Callable[[Outgoing], Iterator[str]]
    """The text of a file, a piece or so for each workbook. No piece at all where none can be read."""


def _markdown(out: Outgoing) -> Iterator[str]:
    from workbook.export.markdown import markdown

    between = ""
    for one in out.documents():
        if one is not None:
            yield between + markdown(one.document, one.facts)
            between = "\n"


def _html(out: Outgoing) -> Iterator[str]:
    from workbook.export.html import page

    titles = out.titles() if out.many else []
    written = 0
    waiting = [page.opening(titles)] if titles else []
    for number, one in enumerate(out.documents(), 1):
        if one is None:
            waiting.extend([page.missing(titles[number - 1], number)] if titles else [])
            continue
        yield from waiting
        waiting.clear()
        written += 1
        if titles:
            yield page.one_of_several(one.document, one.facts, one.language, number)
        else:
            yield page.single(one.document, one.facts, one.language)
    if written and titles:
        yield "".join(waiting) + page.FOOT


def _json(out: Outgoing) -> Iterator[str]:
    from workbook.export.json_text import JsonList

    return JsonList(out.head(), "workbooks", out.guides).pieces(out.exported())


def _csv(out: Outgoing) -> Iterator[str]:
    from workbook.export.csv_rows import HEAD, csv_text, rows

    head = csv_text([HEAD])
    for one in out.documents():
        if one is not None:
            yield head + csv_text(rows(one))
            head = ""


FORMATS: dict[FormatName, Format] = {
    "markdown": Format(".md", "Markdown", "for reading, and for notes", _markdown),
    "html": Format(".html", "HTML", "for reading on a phone, and for printing", _html),
    "json": Format(".json", "JSON", "holds everything, and can be imported again", _json),
    "csv": Format(".csv", "CSV", "for a spreadsheet", _csv),
}
"""Every form, in the order in which they are offered."""
