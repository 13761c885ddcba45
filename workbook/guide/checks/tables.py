"""Tables and grids: columns and rows that fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.guide.checks.followups import check_follow_up
from workbook.guide.checks.ids import check_ids, check_unique
from workbook.guide.checks.kinds import check_positive, check_suggest
from workbook.guide.checks.options import check_options
from workbook.guide.spelling import did_you_mean, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbook.guide.checks.checking import Checking
    from workbook.guide.checks.index import FieldAt
    from workbook.guide.checks.pipes import Pipes
    from workbook.guide.here import Here
    from workbook.guide.model import Column, Grid, Table


def check_table(field: Table, at: FieldAt, checking: Checking, pipes: Pipes) -> None:
    """A table: its columns, the rows it starts with, and how many it can have."""
    here = at.here
    if not field.columns and at.page.file.whole:
        checking.say(here.key("columns"), f"`{at.ref}` has no columns; give it at least one.")
    ids = [(column.id, here.at("columns", number, "id")) for number, column in enumerate(field.columns)]
    check_ids(ids, "columns in this table", checking)
    for number, column in enumerate(field.columns):
        _check_column(column, here.at("columns", number), at, checking)
        check_follow_up(column, here.at("columns", number), at, checking, pipes)
    check_positive(field.max_rows, "max_rows", here, checking)
    check_positive(field.quick_rows, "quick_rows", here, checking)
    if field.quick_rows is not None and field.quick_rows > field.max_rows:
        checking.say(here.at("quick_rows"), f"`quick_rows` is more than the {field.max_rows} of `max_rows`.")
    _check_given_rows(field, at, checking)


def _check_column(column: Column, here: Here, at: FieldAt, checking: Checking) -> None:
    places = [(value, here.at("options", number)) for number, value in enumerate(column.options)]
    check_options(column.options, here.at("options"), checking)
    check_unique(places, "options", checking)
    if column.kind == "choice" and not column.options and at.page.file.whole:
        checking.say(here, f"The column `{column.id}` is a choice and has no `options`; give it some.")
    if column.kind != "choice" and column.options:
        checking.say(here.key("options"), "Only a column of kind `choice` has options; write `kind: choice`.")
    if column.kind != "date" and column.follow_up:
        checking.say(here.key("follow_up"), "`follow_up` says what a date is for; only a column of kind `date` has it.")
    if column.kind != "text" and column.suggest:
        checking.say(here.key("suggest"), "Only a column of kind `text` has suggestions.")
    check_positive(column.width, "width", here, checking)
    check_suggest(column.suggest, here.at("suggest"), at, checking)
    checking.routes(column.routes, here.at("routes"))


def _check_given_rows(field: Table, at: FieldAt, checking: Checking) -> None:
    """Rows that are given need a read-only column to stand in, and the other way round."""
    here = at.here
    fixed = [number for number, column in enumerate(field.columns) if column.read_only]
    if field.rows is None:
        for number in fixed:
            message = "A read-only column shows the rows a table starts with; give the table `rows`"
            checking.say(here.at("columns", number).key("read_only"), f"{message}, or let it be typed.")
        if not field.add_rows and at.page.file.whole:
            checking.say(here.key("add_rows"), "A table without `rows` of its own must let rows be added.")
        return
    if not fixed and at.page.file.whole:
        checking.say(here.key("rows"), "The given rows need a column to stand in; give one `read_only: true`.")
    for number in fixed[1:]:
        checking.say(here.at("columns", number).key("read_only"), "Only one column of a table can be read-only.")
    rows, place = field.rows, here.at("rows")
    for given, where in [
        (rows.default, place.key("default")),
        *((texts, place.at("cases").key(name)) for name, texts in rows.cases.items()),
    ]:
        if not given:
            checking.say(where, "There are no rows here; write their texts.")
        if len(given) > field.max_rows:
            checking.say(where, f"These {len(given)} rows are more than the {field.max_rows} of `max_rows`.")
    _check_cases(rows.by, rows.cases, place, at, checking)


def _check_cases(by: str, cases: Iterable[str], here: Here, at: FieldAt, checking: Checking) -> None:
    """Wording that depends on an earlier choice: the choice, and an option of it for each case."""
    names = list(cases)
    if names and not by:
        checking.say(here.key("cases"), "`cases` need `by`: the ref of the choice that decides between them.")
    if by and not names:
        checking.say(here.key("by"), "`by` decides between `cases`; give some, or take it out.")
    if not by:
        return
    found = checking.path(by, here.at("by"), at.order)
    if found is None:
        return
    if found.shape != "choice":
        checking.say(here.at("by"), f"`{by}` is no choice, so it cannot decide between cases.")
        return
    for name in names:
        checking.option(name, found.options, here.at("cases").key(name), by)


def check_grid(field: Grid, at: FieldAt, checking: Checking, pipes: Pipes) -> None:
    """A grid: its rows and what can be said of each."""
    here = at.here
    if not field.rows and at.page.file.whole:
        checking.say(here.key("rows"), f"`{at.ref}` has no rows; give it at least one.")
    if not field.options and at.page.file.whole:
        checking.say(here.key("options"), f"`{at.ref}` has nothing to choose from; give it `options`.")
    check_ids([(row.id, here.at("rows", number, "id")) for number, row in enumerate(field.rows)], "rows", checking)
    check_unique(check_options(field.options, here.at("options"), checking), "options", checking)
    for number, row in enumerate(field.rows):
        place = here.at("rows", number)
        pipes.check(row.label, place.at("label"), at.order)
        for name, label in row.cases.items():
            pipes.check(label, place.at("cases", name), at.order)
        _check_cases(row.by, row.cases, place, at, checking)
    known = [row.id for row in field.rows]
    for number, row_id in enumerate(field.quick_rows):
        if row_id not in known and at.page.file.whole:
            guess = did_you_mean(row_id, known) or f"; it has {listed(known, 'and')}."
            checking.say(here.at("quick_rows", number), f"`{at.ref}` has no row `{row_id}`{guess}")
