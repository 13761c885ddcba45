"""Conditions: tests on what was answered, as data."""

from __future__ import annotations

from workbook.guide.model.base import Struct


class Condition(Struct, rename={"is_": "is", "in_": "in", "not_": "not"}, frozen=True, kw_only=True):
    """A test on what was answered, as data.

    Exactly one subject: `field` (a path), `fact` (a derived value), or one of `any`, `all`, `not`. A subject that
    is a field or fact has at least one test, and all of its tests must hold. An unanswered field makes every test
    false, save `answered: false`.
    """

    field: str = ""
    """Path of the answer to test."""
    fact: str = ""
    """Name of a derived value: one of the guide's `facts`, or a built-in one (see `flow.facts`)."""
    column: str = ""
    """For a table: test this column's cells, and count the rows that pass."""
    rows: int = 1
    """With `column`: how many rows must pass."""
    is_: str | int | None = None
    """The answer is exactly this."""
    in_: tuple[str | int, ...] = ()
    """The answer is one of these."""
    has: str = ""
    """This is among the ticked options of a checklist."""
    at_least: int | None = None
    """The number (a scale, a fact, or how many rows or ticks) is this or more."""
    at_most: int | None = None
    """The number is this or less."""
    answered: bool | None = None
    """Whether there is an answer at all."""
    within_days: int | None = None
    """The date is from today up to this many days ahead."""
    before_today: bool | None = None
    """Whether the date has passed; `false` holds for today and days ahead."""
    any: tuple[Condition, ...] = ()
    """At least one of these holds."""
    all: tuple[Condition, ...] = ()
    """Each of these holds."""
    not_: Condition | None = None
    """This does not hold."""


def tested(condition: Condition | None) -> frozenset[str]:
    """Return the paths of all answers that a condition tests, at any depth."""
    if condition is None:
        return frozenset()
    inner = (*condition.any, *condition.all, condition.not_)
    return frozenset({condition.field} - {""}).union(*(tested(one) for one in inner))
