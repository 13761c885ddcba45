"""One answered question in HTML, in the elements that say what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.export.html.tags import line, moment, paragraphs, words
from workbook.flow.values import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbook.flow.document import DocNote
    from workbook.flow.entries import DocEntry

MANY_COLUMNS = 3
"""From how many columns on a table is laid out row by row on a phone."""
SHORT = 600
"""Characters up to which an answer stays on one page in print."""
FEW = 8
"""Rows or items up to which it does."""


def entry_html(entry: DocEntry, about: str) -> str:
    """A question and its answer. `about` names a table whose question is blank."""
    if entry.rows or entry.kind == "grid" or (entry.before and entry.text):
        inside = _table(entry, line(entry.label) or line(about))
    else:
        inside = _question(line(entry.label)) + _answer(entry)
    return f'<div class="entry{_short(entry)}">\n{inside}</div>\n'


def note_html(note: DocNote) -> str:
    """A note that was added later, under its day."""
    said = paragraphs(note.text)
    return f'<div class="entry">\n{_question(moment(note.at.isoformat(), note.day))}{said}</div>\n'


def _question(inside: str) -> str:
    return f'<p class="question">{inside}</p>\n' if inside else ""


def _short(entry: DocEntry) -> str:
    cells = (cell for row in (*entry.rows, *entry.pairs, entry.items) for cell in row)
    many = max(len(entry.rows), len(entry.pairs), len(entry.items)) > FEW
    return "" if many or len(entry.text) + sum(map(len, cells)) > SHORT else " short"


def _answer(entry: DocEntry) -> str:
    earlier = paragraphs(f"Earlier: {entry.before}") if entry.before else ""
    if entry.items:
        return earlier + _list(entry.items)
    if entry.kind == "plan":
        halves = (
            f'<p class="words" dir="auto"><span class="lead">{line(name)}</span> {words(text.strip())}</p>\n'
            for name, text in entry.pairs
        )
        return f'{earlier}<div class="plan">\n{"".join(halves)}</div>\n'
    if entry.pairs:
        halves = (f"<dt>{line(name)}</dt>\n<dd>{paragraphs(text)}</dd>\n" for name, text in entry.pairs)
        return f"{earlier}<dl>\n{''.join(halves)}</dl>\n"
    return _text(entry)


def _text(entry: DocEntry) -> str:
    day = day_of(entry.value) if entry.kind == "date" else None
    return f"<p>{moment(day.isoformat(), entry.text)}</p>\n" if day else paragraphs(entry.text)


def _list(items: Sequence[str]) -> str:
    return "<ul>\n" + "".join(f'<li dir="auto">{words(each)}</li>\n' for each in items) + "</ul>\n"


def _table(entry: DocEntry, caption: str) -> str:
    if entry.rows:
        kind = "wide" if len(entry.columns) >= MANY_COLUMNS else "plain"
        inside = _head(entry.columns) + _body(_row(row, entry.columns) for row in entry.rows)
    elif entry.kind == "grid":
        kind, inside = "grid", _body(_grid_row(row, choice) for row, choice in entry.pairs)
    else:
        kind, inside = "ratings", _head(("Earlier", "Now")) + _body([_row((entry.before, entry.text), ())])
    return f'<table class="{kind}">\n<caption>{caption}</caption>\n{inside}</table>\n'


def _head(labels: Sequence[str]) -> str:
    cells = "".join(f'<th scope="col">{line(label)}</th>' for label in labels)
    return f"<thead>\n<tr>{cells}</tr>\n</thead>\n"


def _body(rows: Iterable[str]) -> str:
    return f"<tbody>\n{''.join(rows)}</tbody>\n"


def _row(cells: Sequence[str], labels: Sequence[str]) -> str:
    tags = [f' data-label="{line(label)}"' for label in labels] or [""] * len(cells)
    said = (f'<td dir="auto"{tag}>{words(cell.strip())}</td>' for tag, cell in zip(tags, cells, strict=True))
    return f"<tr>{''.join(said)}</tr>\n"


def _grid_row(row: str, choice: str) -> str:
    head = f'<th scope="row" dir="auto">{words(row)}</th>' if row.strip() else "<td></td>"
    return f'<tr>{head}<td dir="auto">{words(choice)}</td></tr>\n'
