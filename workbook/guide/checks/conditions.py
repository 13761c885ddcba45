"""Conditions: one subject, tests that make sense for it, and options that are really offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.guide.checks.targets import Target, cells
from workbook.guide.model import Table
from workbook.guide.spelling import did_you_mean, listed

if TYPE_CHECKING:
    from workbook.guide.checks.checking import Checking
    from workbook.guide.checks.index import Order
    from workbook.guide.checks.targets import Shape
    from workbook.guide.here import Here
    from workbook.guide.model import Condition

BUILT_IN_FACTS = (
    "completed_workbooks",
    "minutes_writing",
    "writing_sittings",
    "lower_than_before",
    "answers_locked",
)
"""Facts every guide has; `workbook.flow.facts` works them out."""

SUBJECTS = ("field", "fact", "any", "all", "not")
TESTS = ("is", "in", "has", "at_least", "at_most", "answered", "within_days", "before_today")

_NUMBER = ("is", "in", "at_least", "at_most", "answered")
_DAY = ("within_days", "before_today", "answered")
_MANY = ("has", "at_least", "at_most", "answered")
TESTS_FOR: dict[Shape, tuple[str, ...]] = {
    "text": ("is", "in", "answered"),
    "long text": ("answered",),
    "scale": _NUMBER,
    "choice": ("is", "in", "answered"),
    "checklist": _MANY,
    "date": _DAY,
    "table": ("at_least", "at_most", "answered"),
    "row": ("answered",),
    "cells": _MANY,
    "grid": _MANY,
    "pair": ("answered",),
    "summary": (),
}
"""The tests that make sense for each kind of value."""


def check_condition(condition: Condition | None, here: Here, before: Order | None, checking: Checking) -> None:
    """A condition and those inside it; what it names must be asked before this."""
    if condition is None:
        return
    subjects = [name for name in SUBJECTS if here.has(name)]
    tests = [name for name in TESTS if here.has(name)]
    if not subjects:
        checking.say(here, f"This condition tests nothing; give it one of {listed(SUBJECTS)}.")
    for extra in subjects[1:]:
        message = f"A condition has one subject, and this one has {listed(subjects, 'and')}"
        checking.say(here.key(extra), f"{message}; put them as a list under `all` or `any`.")
    for name, inner in (("any", condition.any), ("all", condition.all)):
        if here.has(name) and not inner:
            checking.say(here.key(name), f"`{name}` is empty; list conditions under it.")
        for number, one in enumerate(inner):
            check_condition(one, here.at(name, number), before, checking)
    if condition.not_ is not None:
        check_condition(condition.not_, here.at("not"), before, checking)
    if not {"field", "fact"} & set(subjects):
        if subjects:
            _belong_inside(
                [*tests, *(name for name in ("column", "rows") if here.has(name))],
                subjects[0],
                here,
                checking,
            )
        return
    if not tests:
        checking.say(here, f"This condition has no test; give it one of {listed(TESTS)}.")
    if "field" in subjects:
        _check_field(condition, tests, here, before, checking)
    elif "fact" in subjects:
        _check_fact(condition, tests, here, checking)


def _belong_inside(names: list[str], subject: str, here: Here, checking: Checking) -> None:
    for name in names:
        checking.say(here.key(name), f"`{name}` goes with `field` or `fact`; put it inside `{subject}`.")


def _check_fact(condition: Condition, tests: list[str], here: Here, checking: Checking) -> None:
    known = [*checking.index.files.manifest.facts, *BUILT_IN_FACTS]
    if condition.fact not in known:
        guess = did_you_mean(condition.fact, known) or f"; there are {listed(known, 'and')}."
        checking.say(here.at("fact"), f"There is no fact `{condition.fact}`{guess}")
        return
    for name in ("column", "rows"):
        if here.has(name):
            checking.say(here.key(name), f"`{name}` is for a `field` that is a table.")
    _check_tests(tests, _NUMBER, f"the fact `{condition.fact}`, which is a number", here, checking)
    _check_numbers(condition, here, checking)


def _check_field(condition: Condition, tests: list[str], here: Here, before: Order | None, checking: Checking) -> None:
    found = checking.path(condition.field, here.at("field"), before)
    if found is None:
        return
    if here.has("column"):
        found = _column(condition, found, here, checking)
        if found is None:
            return
    elif here.has("rows"):
        checking.say(
            here.key("rows"),
            "`rows` counts the rows that pass a test of a `column`; name the column as well.",
        )
    allowed = TESTS_FOR[found.shape]
    if found.shape == "cells" and found.cell == "date":
        allowed = (*_DAY, "at_least", "at_most")
    if _check_tests(tests, allowed, f"`{condition.field}`, which is {_said(found)}", here, checking):
        _check_values(condition, found, here, checking)


def _column(condition: Condition, found: Target, here: Here, checking: Checking) -> Target | None:
    """The cells of the column a condition on a table names, each as a value of its own."""
    table = found.at.field
    if not isinstance(table, Table) or found.shape != "table":
        checking.say(here.key("column"), f"`column` is for a table, and `{condition.field}` is {_said(found)}.")
        return None
    if condition.rows < 1:
        checking.say(here.at("rows"), "`rows` is how many rows must pass, so it is 1 or more.")
    column = next((one for one in table.columns if one.id == condition.column), None)
    if column is None:
        known = [one.id for one in table.columns]
        guess = did_you_mean(condition.column, known) or f"; it has {listed(known, 'and')}."
        checking.say(here.at("column"), f"`{condition.field}` has no column `{condition.column}`{guess}")
        return None
    return Target(found.at, column.kind, cells(found.at, column).options)


def _check_tests(tests: list[str], allowed: tuple[str, ...], about: str, here: Here, checking: Checking) -> bool:
    """That each test makes sense for what is tested."""
    wrong = [name for name in tests if name not in allowed]
    for name in wrong:
        checking.say(here.key(name), f"`{name}` makes no sense for {about}; use {listed(allowed)}.")
    return not wrong


def _check_values(condition: Condition, found: Target, here: Here, checking: Checking) -> None:
    if found.shape == "scale":
        _check_numbers(condition, here, checking)
        for name, number in (
            ("at_least", condition.at_least),
            ("at_most", condition.at_most),
            ("is", condition.is_),
        ):
            if isinstance(number, int) and not 0 <= number <= 10:
                checking.say(here.at(name), f"A scale goes from 0 to 10, so it is never {number}.")
        return
    ref = condition.field
    if condition.is_ is not None:
        checking.option(str(condition.is_), found.options, here.at("is"), ref)
    for number, value in enumerate(condition.in_):
        checking.option(str(value), found.options, here.at("in", number), ref)
    if condition.has:
        checking.option(condition.has, found.options, here.at("has"), ref)


def _check_numbers(condition: Condition, here: Here, checking: Checking) -> None:
    """That a number is compared with numbers."""
    places = [
        (condition.is_, here.at("is")),
        *((one, here.at("in", n)) for n, one in enumerate(condition.in_)),
    ]
    for value, at in places:
        if isinstance(value, str):
            checking.say(
                at,
                f"A number is tested here, never `{value}`; write a whole number without quotes.",
            )


def _said(found: Target) -> str:
    match found.shape:
        case "cells":
            return "a column of a table"
        case "row":
            return "a row of a table"
        case "pair":
            return "a plan or letter"
        case "text" | "long text":
            return found.shape
    return f"a {found.shape}"
