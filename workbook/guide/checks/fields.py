"""What every field can have, and which checks its kind adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.guide.checks.compared import check_compared
from workbook.guide.checks.conditions import check_condition
from workbook.guide.checks.kinds import (
    check_date,
    check_letter,
    check_plan,
    check_scale,
    check_summary,
    check_writing,
)
from workbook.guide.checks.options import check_checklist, check_choice
from workbook.guide.checks.tables import check_grid, check_table
from workbook.guide.model import (
    Checklist,
    Choice,
    Condition,
    Date,
    Grid,
    Letter,
    LongText,
    Plan,
    Scale,
    Summary,
    Table,
    Text,
)
from workbook.guide.spelling import did_you_mean, listed

if TYPE_CHECKING:
    from workbook.guide.checks.checking import Checking
    from workbook.guide.checks.index import FieldAt
    from workbook.guide.checks.pipes import Pipes
    from workbook.guide.here import Here

BANKS = ("questions", "research", "strengths", "candidates", "ask", "plans", "contacts", "words", "kind")
"""The banks across workbooks that a field can feed."""


def check_field(at: FieldAt, checking: Checking, pipes: Pipes) -> None:
    """One field: first what all kinds share, then its own keys."""
    field, here = at.field, at.here
    pipes.check(field.label, here.at("label"), at.order)
    pipes.check(field.help, here.at("help"), at.order)
    pipes.check(field.prefill, here.at("prefill"), at.order)
    check_condition(field.when, here.at("when"), at.page.after, checking)
    _check_not_itself(field.when, here.at("when"), at, checking)
    _check_routes(at, checking)
    if field.bank and field.bank not in BANKS:
        guess = did_you_mean(field.bank, BANKS) or f"; there are {listed(BANKS, 'and')}."
        checking.say(here.at("bank"), f"There is no bank `{field.bank}`{guess}")
    if field.said_by:
        _check_said_by(at, checking)
    if field.follow_up and not isinstance(field, Date):
        checking.say(here.key("follow_up"), "`follow_up` says what a date is for; only a field of kind `date` has it.")
    if field.prefill and not isinstance(field, Text | LongText):
        checking.say(here.key("prefill"), "Only `text` and `long_text` can be prefilled; a plan has its own two keys.")
    if field.compare_with:
        check_compared(at, checking)
    _check_kind(at, checking, pipes)


def _check_said_by(at: FieldAt, checking: Checking) -> None:
    here = at.here.at("said_by")
    if not at.field.bank:
        checking.say(at.here.key("said_by"), "Only a field with a `bank` has `said_by`.")
    found = checking.path(at.field.said_by, here, at.order)
    if found is not None and found.shape != "cells":
        checking.say(here, f"`{at.field.said_by}` must be a column of a table, and it is a {found.shape}.")


def _check_kind(at: FieldAt, checking: Checking, pipes: Pipes) -> None:
    match at.field:
        case Text() | LongText():
            check_writing(at.field, at, checking)
            if isinstance(at.field, LongText):
                check_condition(at.field.let_go, at.here.at("let_go"), at.page.after, checking)
                _check_not_itself(at.field.let_go, at.here.at("let_go"), at, checking)
        case Scale():
            check_scale(at.field, at, checking)
        case Choice():
            check_choice(at.field, at, checking)
        case Checklist():
            check_checklist(at.field, at, checking)
        case Date():
            check_date(at.field, at, checking, pipes)
        case Table():
            check_table(at.field, at, checking, pipes)
        case Grid():
            check_grid(at.field, at, checking, pipes)
        case Plan():
            check_plan(at.field, at, pipes)
        case Letter():
            check_letter(at.field, at, pipes)
        case Summary():
            check_summary(at.field, at, checking)


def _check_routes(at: FieldAt, checking: Checking) -> None:
    """That the routes exist and visit the page at all."""
    field, page, here = at.field, at.page.page, at.here.at("routes")
    checking.routes(field.routes, here)
    for number, route in enumerate(field.routes):
        if page.routes and route in checking.index.route_ids and route not in page.routes:
            message = f"The page `{at.page.ref}` is not on the route `{route}`, so this is never asked there"
            checking.say(here.at(number), f"{message}; take it out, or add it to the page.")


def _check_not_itself(condition: Condition | None, here: Here, at: FieldAt, checking: Checking) -> None:
    """That a field does not hide or drop itself by its own answer."""
    if condition is None:
        return
    if condition.field == at.ref or condition.field.startswith(f"{at.ref}."):
        checking.say(here.at("field"), f"`{at.ref}` cannot depend on its own answer; name another field.")
    for name, inner in (("any", condition.any), ("all", condition.all)):
        for number, one in enumerate(inner):
            _check_not_itself(one, here.at(name, number), at, checking)
    _check_not_itself(condition.not_, here.at("not"), at, checking)
