"""Looking an answer up by its path, and saying it in words.

What was never answered is read as its default: the option, ticks, number or day that stand there preselected.
An answer that was emptied on purpose stays empty, and one that does not fit its field is read as unanswered.
A hidden field's answer is read like any other: hiding is a matter of what is asked, not of what is true.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.flow.dates.saying import short
from workbook.flow.fitting import fit
from workbook.flow.refs import split
from workbook.flow.values import is_blank
from workbook.flow.words import cell_words, items_of, option_text
from workbook.guide.model import Checklist, Choice, Date, Field, Grid, LongText, Scale, Table, Text

if TYPE_CHECKING:
    from workbook.flow.state import State
    from workbook.flow.values import Value


def default_of(field: Field, state: State) -> Value:
    """Return what stands preselected in this field until the person answers it; None when nothing does."""
    match field:
        case Choice():
            return field.default or None
        case Checklist():
            return list(field.checked) or None
        case Scale():
            return field.default
        case Date(default="today"):
            return {"text": short(state.around.today), "day": state.around.today.isoformat()}
    return None


def cleared(field: Field) -> Value:
    """Return what is kept of an answer that was taken away: None, save where what stood there would come back."""
    match field:
        case Checklist(checked=(_, *_)):
            return []
        case Date(default="today"):
            return {"text": "", "day": None}
        case Text(prefill=str(prefill)) | LongText(prefill=str(prefill)) if prefill:
            return ""
    return None


def given(state: State, path: str) -> Value:
    """Return the answer the person gave at a path; None when there is none or it does not fit."""
    return _at(state, path, defaults=False)


def value(state: State, path: str) -> Value:
    """Return the answer at a path, or the default where none was given.

    A path may end in a grid row, a table column (then the cells that are not blank), a table cell such as
    `people.0.who`, a table row such as `people.0`, or one half of a plan or letter.
    """
    return _at(state, path, defaults=True)


def is_given(state: State, ref: str) -> bool:
    """Whether anything is stored for this field, be it blank or not of its kind."""
    return state.answers.get(ref) is not None


def _at(state: State, path: str, *, defaults: bool) -> Value:
    found = split(path, state.guide)
    if found is None:
        return None
    ref, rest = found
    field = state.guide.fields[ref].field
    stored = state.answers.get(ref)
    answer = fit(field, stored) if stored is not None else default_of(field, state) if defaults else None
    return _into(field, answer, rest) if answer is not None else None


def _into(field: Field, answer: Value, rest: tuple[str, ...]) -> Value:
    """Follow the end of a path into an answer that fits its field."""
    if not rest:
        return answer
    key, *more = rest
    if isinstance(field, Table):
        return _into_table(answer, key, more)
    if more or not isinstance(answer, dict) or isinstance(field, Date):
        return None
    return answer["rows"].get(key) if isinstance(field, Grid) else answer.get(key)


def _into_table(rows: list[dict[str, Value]], key: str, more: list[str]) -> Value:
    if not (key.isascii() and key.isdecimal()):
        cells = [row.get(key) for row in rows]
        return None if more else [cell for cell in cells if not is_blank(cell)]
    # A number too long to be one is no row; int() would refuse it.
    row = rows[int(key)] if len(key) < 10 and int(key) < len(rows) else None
    if row is None or len(more) > 1:
        return None
    return row.get(more[0]) if more else row


def words(state: State, path: str) -> str:
    """Return what to say for the answer at a path; empty when it is blank."""
    joint = "; " if _is_whole_table(state, path) else ", "
    return joint.join(items(state, path))


def items(state: State, path: str) -> tuple[str, ...]:
    """Return the same, each tick, row, cell or line by itself, blank ones left out."""
    found = split(path, state.guide)
    answer = value(state, path)
    if found is None or is_blank(answer):
        return ()
    field, rest = state.guide.fields[found[0]].field, found[1]
    if not rest:
        return items_of(field, answer)
    if isinstance(field, Table):
        return _table_items(field, answer, rest)
    return (option_text(field, answer) if isinstance(field, Grid) else answer.strip(),)


def _table_items(table: Table, answer: Value, rest: tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(answer, dict) and rest[-1].isdecimal():
        return items_of(table, [answer])
    column = next(column for column in table.columns if column.id == rest[-1])
    cells = answer if isinstance(answer, list) else [answer]
    return tuple(text for text in (cell_words(column, cell) for cell in cells) if text)


def _is_whole_table(state: State, path: str) -> bool:
    found = split(path, state.guide)
    return found is not None and not found[1] and isinstance(state.guide.fields[found[0]].field, Table)
