"""Summaries: what is worked out from earlier answers and shown back.

- `noticed`: grid and table rows whose choice is among the field's `picks`, and words as they were written;
- `counts`: for a grid, how many rows went to each option, in words;
- `words`: the person's own words, a line each;
- `page`: one page of label and words;
- `coming_up`: the days that were set, the earliest first, then those that were typed and never settled;
- `patterns`: sentences worked out across completed workbooks.

Nothing is scored or judged, and an empty summary is empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.flow.conditions import holds
from workbook.flow.dates.saying import short
from workbook.flow.fields import label, row_label
from workbook.flow.followups import FollowUp, follow_ups
from workbook.flow.lookup import given, items, value
from workbook.flow.numbers import in_words
from workbook.flow.refs import split
from workbook.flow.shortening import shortened
from workbook.flow.values import day_of, is_blank
from workbook.flow.words import cell_words, grid_pairs, option_text
from workbook.guide.model import Date, Grid, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbook.flow.state import State
    from workbook.flow.values import Value
    from workbook.guide.model import Summary

__all__ = ["FollowUp", "SummaryLine", "follow_ups", "summary"]

_TYPED = 40
"""The most characters said again of what was typed for a day."""


@dataclass(frozen=True)
class SummaryLine:
    """One line of a summary."""

    label: str
    """What the words answer; empty where the line stands by itself."""
    text: str


def summary(field: Summary, state: State) -> tuple[SummaryLine, ...]:
    """Return the lines of a summary; none when there is nothing to show."""
    match field.of:
        case "noticed":
            lines = [line for path in field.sources for line in _noticed(path, field.picks, state)]
        case "counts":
            lines = [line for path in field.sources for line in _counts(path, state)]
        case "words":
            lines = [item for path in field.sources for item in items(state, path)]
        case "page":
            return tuple(line for path in field.sources for line in _page_lines(path, state))
        case "coming_up":
            lines = [*(_coming_up_line(one) for one in follow_ups(state)), *_without_a_day(state)]
        case "patterns":
            lines = list(state.around.patterns)
    return tuple(SummaryLine("", line) for line in lines if line.strip())


def is_silent(field: Summary, state: State) -> bool:
    """Whether there is nothing to say, not even that nothing was found: all that could be noticed was skipped."""
    return field.of == "noticed" and all(is_blank(given(state, path)) for path in field.sources)


def _noticed(path: str, picks: tuple[str, ...], state: State) -> Iterator[str]:
    found = split(path, state.guide)
    field = state.guide.fields[found[0]].field if found else None
    answer = value(state, path)
    if found is None or answer is None:
        return
    if isinstance(field, Table) and not found[1]:
        for row in answer:
            yield from _noticed_cells(field, row, picks)
    elif isinstance(field, Grid):
        rows = answer if not found[1] else {"rows": {found[1][0]: answer}, "own": []}
        texts = {option_text(field, pick) for pick in picks}
        yield from (
            f"{row.rstrip('.')}: {choice}"
            for row, choice in grid_pairs(field, rows, _row_labels(field, state))
            if choice in texts
        )
    else:
        yield from items(state, path)


def _noticed_cells(table: Table, row: dict[str, Value], picks: tuple[str, ...]) -> Iterator[str]:
    """Say `a hard moment: hard` for each choice of the row that is worth noticing."""
    about = next((column for column in table.columns if column.kind == "text"), None)
    name = cell_words(about, row.get(about.id)) if about else ""
    for column in table.columns:
        choice = row.get(column.id)
        if column.kind == "choice" and choice in picks:
            yield f"{name.rstrip('.')}: {choice}" if name else str(choice)


def _row_labels(grid: Grid, state: State) -> dict[str, str]:
    return {row.id: row_label(row, state) for row in grid.rows}


def _counts(path: str, state: State) -> Iterator[str]:
    """`Mine to change: two.`, for each option that some row went to, in the order of the options."""
    found = split(path, state.guide)
    field = state.guide.fields[found[0]].field if found else None
    answer = value(state, path)
    if found is None or found[1] or not isinstance(field, Grid) or answer is None:
        return
    chosen = [choice for _, choice in grid_pairs(field, answer) if choice]
    order = dict.fromkeys([*(option.text for option in field.choices), *chosen])
    yield from (f"{option}: {in_words(chosen.count(option))}." for option in order if option in chosen)


def _page_lines(path: str, state: State) -> Iterator[SummaryLine]:
    """Return the answer at a path beside its label. A table gives a line for each row, under one label."""
    found = split(path, state.guide)
    said = items(state, path)
    if found is None or not said:
        return
    field = state.guide.fields[found[0]].field
    name = _column_label(field, found[1]) if isinstance(field, Table) and found[1] else label(field, state)
    if isinstance(field, Grid) and found[1]:
        name = _row_labels(field, state).get(found[1][0], name)
    lines = said if isinstance(field, Table) else (", ".join(said),)
    yield from (SummaryLine(name, line) for line in lines)


def _column_label(table: Table, rest: tuple[str, ...]) -> str:
    """Return the label of the column a path ends in; the table's own where there is none."""
    column = next((column for column in table.columns if column.id == rest[-1]), None)
    return column.label if column and column.label else table.label


def _coming_up_line(one: FollowUp) -> str:
    return f"{short(one.day)}: {one.what}" + (f" ({one.about})" if one.about else "")


def _without_a_day(state: State) -> Iterator[str]:
    """Say of each date that was meant for something, and typed, that no day came of it."""
    for ref, place in state.guide.fields.items():
        field = place.field
        if isinstance(field, Date) and field.follow_up and holds(field.when, state, place.page_ref):
            answer = given(state, ref)
            if not is_blank(answer) and day_of(answer) is None:
                typed = shortened(answer["text"], _TYPED, " …")
                yield f"{typed}: no day chosen yet ({field.follow_up})"
