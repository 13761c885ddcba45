"""`patterns`: what comes up across completed workbooks, as sentences and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbook.cli.output import give, give_json, tell
from workbook.cli.places import guide_or_none, library_of
from workbook.flow.plain import one_line

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from workbook.insight.patterns.figures import Line
    from workbook.insight.patterns.gathering import Found
    from workbook.insight.patterns.pictures import Picture
    from workbook.library.library import Library

NOT_YET = "From two completed workbooks on, this counts what came up in more than one of them. There {}."
NOTHING = "Nothing was said in more than one workbook."


def patterns(args: Namespace) -> int:
    """Print the sentences, then the figures behind each picture."""
    from workbook.insight.patterns.gathering import Gathering, completed_first, counted
    from workbook.library.books import books

    library = library_of(args)
    entries = completed_first(library.entries())
    guide = guide_or_none(args) if entries else None
    gathering = Gathering([guide] if guide else ())  # workbooks may be older than what their guide says to show
    for book in books(library, entries):
        gathering.add(counted(book.entry), book.guide, book.uncopied)
    found = gathering.found()
    if args.json:
        give_json(_plain(found))
    else:
        give("\n".join(_lines(found)) + "\n")
    _tell_missing(len(entries) - found.counted, library)
    return 0


def _tell_missing(missing: int, library: Library) -> None:
    if missing:
        some = "One completed workbook" if missing == 1 else f"{missing} completed workbooks"
        tell(f"{some} could not be read and {'is' if missing == 1 else 'are'} not counted. `workbook list` says more.")
    for warning in library.warnings:
        tell(warning)


def _lines(found: Found) -> Iterator[str]:
    """Everything as lines; a picture is its question, the counts, then each workbook."""
    if found.counted < 2:
        yield NOT_YET.format("is one so far" if found.counted else "are none yet")
        return
    yield f"Counted: {found.counted} completed workbooks."
    yield ""
    yield from found.sentences or (NOTHING,)
    for picture in found.pictures:
        yield ""
        yield from _picture_lines(picture)


def _picture_lines(picture: Picture) -> Iterator[str]:
    from workbook.insight.patterns.figures import counts, of_book

    where = one_line(picture.question.where)
    yield f"{one_line(picture.question.label)} ({where})" if where else one_line(picture.question.label)
    for line in counts(picture):
        yield f"  {_row_words(line)}"
    for book, said in picture.books:
        title, *rows = of_book(picture.question, book, said)
        words = one_line(title.said) or "; ".join(_row_words(row) for row in rows)
        yield f"  {book.day.isoformat()}  {one_line(book.title)}: {words}"


def _row_words(row: Line) -> str:
    """A question and what was said to it, or only the words."""
    words = one_line(row.words)
    return f"{words.rstrip('.')}: {one_line(row.said)}" if row.said else words


def _plain(found: Found) -> dict[str, Any]:
    """Everything as JSON."""
    return {
        "counted": found.counted,
        "newest": found.newest.isoformat() if found.newest else None,
        "oldest": found.oldest.isoformat() if found.oldest else None,
        "sentences": list(found.sentences),
        "pictures": [_plain_picture(picture) for picture in found.pictures],
    }


def _plain_picture(picture: Picture) -> dict[str, Any]:
    from workbook.insight.patterns.pictures import Rating

    def counts(row: str = "") -> dict[str, int]:
        return {words: number for words, number in picture.tallies(row) if number}

    question = picture.question
    return {
        "kind": question.kind,
        "guide": question.guide,
        "ref": question.ref,
        "question": question.label,
        "page": question.where,
        "rows": dict(question.lines),
        "counts": {row: counts(row) for row, _ in question.lines} or counts(),
        "workbooks": [
            {"id": book.id, "title": book.title, "completed": book.day.isoformat()}
            | {"said": said._asdict() if isinstance(said, Rating) else said}
            for book, said in picture.books
        ],
    }
