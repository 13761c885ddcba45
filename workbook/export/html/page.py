"""A whole file of HTML: what stands at its head, where to jump to, and the workbooks in it.

It comes in pieces, a workbook at a time, so that ten thousand of them need no more memory than one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.export.html.entries import entry_html, note_html
from workbook.export.html.style import POLICY, STYLE
from workbook.export.html.tags import lang, line, moment
from workbook.flow.dates.saying import short
from workbook.flow.document import ADDED_LATER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from workbook.export.markdown import Facts
    from workbook.flow.document import DocPage, DocPart, Document

OURS = "en"
"""The language of the few words that stand between the workbooks."""


def single(document: Document, facts: Facts, language: str) -> str:
    """A file with one workbook in it."""
    spoken = lang(language) or lang(OURS)
    article = _article(document, facts, "", "w", 1, top=_parts_list(document))
    return f"{_head(facts.title, spoken)}<main>\n{article}{FOOT}"


def opening(titles: Sequence[str]) -> str:
    """The beginning of a file with several workbooks: how many, and a list to jump by."""
    title = f"{len(titles):,} workbooks"
    links = "".join(f'<li><a href="#w{number}">{line(each)}</a></li>\n' for number, each in enumerate(titles, 1))
    return (
        f"{_head(title, lang(OURS))}<header>\n<h1>{title}</h1>\n</header>\n"
        f'<nav aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n<ol>\n{links}</ol>\n</nav>\n<main>\n'
    )


def one_of_several(document: Document, facts: Facts, language: str, number: int) -> str:
    """A workbook among others."""
    return _article(document, facts, lang(language), f"w{number}", 2, end=_BACK)


def missing(title: str, number: int) -> str:
    """What stands in the place of a workbook that could not be read, so that the list leads somewhere."""
    said = "<p>This workbook could not be read when this copy was made.</p>\n"
    return f'<article id="w{number}">\n<h2>{line(title)}</h2>\n{said}{_BACK}</article>\n'


FOOT = "</main>\n</body>\n</html>\n"
"""The end of every file."""

_BACK = '<p class="back"><a href="#contents">Back to the contents</a></p>\n'


def _head(title: str, spoken: str) -> str:
    return (
        f'<!DOCTYPE html>\n<html{spoken}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{line(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
    )


def _parts_list(document: Document) -> str:
    """Links to the parts of a single workbook."""
    titles = [part.title for part in document.parts] + [ADDED_LATER] * bool(document.notes)
    links = "".join(f'<li><a href="#w-{number}">{line(each)}</a></li>\n' for number, each in enumerate(titles, 1))
    return f'<nav class="parts" aria-label="Contents">\n<ul>\n{links}</ul>\n</nav>\n' if len(titles) > 1 else ""


def _article(
    document: Document, facts: Facts, spoken: str, name: str, level: int, *, top: str = "", end: str = ""
) -> str:
    """One workbook, its title as a heading of this level."""
    said = "".join(_sections(document, name, level + 1))
    return (
        f'<article id="{name}"{spoken}>\n<h{level}>{line(facts.title)}</h{level}>\n'
        f'<p class="when">{_when(facts)}</p>\n{top}{said}{end}</article>\n'
    )


def _when(facts: Facts) -> str:
    done = f" Completed {_day(facts.completed)}." if facts.completed else ""
    return f"Begun {_day(facts.begun)}.{done}"


def _day(day: date) -> str:
    return moment(day.isoformat(), short(day))


def _sections(document: Document, name: str, level: int) -> Iterator[str]:
    for number, part in enumerate(document.parts, 1):
        heading = f"<h{level}>{line(part.title)}</h{level}>\n" if part.title.strip() else ""
        pages = "".join(_page(page, part, level + bool(heading)) for page in part.pages)
        yield f'<section id="{name}-{number}">\n{heading}{pages}</section>\n'
    if document.notes:
        notes = "".join(map(note_html, document.notes))
        heading = f"<h{level}>{ADDED_LATER}</h{level}>\n"
        yield f'<section id="{name}-{len(document.parts) + 1}">\n{heading}{notes}</section>\n'


def _page(page: DocPage, part: DocPart, level: int) -> str:
    """A page under its title, which is not said twice where the part is called the same."""
    is_new = page.title.strip() and page.title != part.title
    heading = f"<h{level}>{line(page.title)}</h{level}>\n" if is_new else ""
    return heading + "".join(entry_html(entry, page.title) for entry in page.entries)
