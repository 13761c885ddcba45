"""What goes with a date that was set for something: the plan beside it, what it says, and what is asked about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbook.guide.checks.checking import Checking
    from workbook.guide.checks.index import FieldAt
    from workbook.guide.checks.pipes import Pipes
    from workbook.guide.here import Here
    from workbook.guide.model import Column, Date, Settle

KEYS = ("with", "says", "settle")
"""The keys that only a date with a `follow_up` has."""


def check_follow_up(date: Date | Column, here: Here, at: FieldAt, checking: Checking, pipes: Pipes) -> None:
    """A date field, or a date column of the table `at`: what it names must be on this page or before."""
    pipes.check(date.says, here.at("says"), at.page.after)
    if not date.follow_up:
        for name in KEYS:
            if here.has(name):
                message = f"`{name}` goes with `follow_up`, which says what the date is for; add it, or take this out."
                checking.say(here.key(name), message)
        return
    for number, path in enumerate(date.with_):
        checking.path(path, here.at("with", number), at.page.after)
    if date.settle is not None:
        _check_settle(date.settle, here.at("settle"), at, checking)


def _check_settle(settle: Settle, here: Here, at: FieldAt, checking: Checking) -> None:
    """The question about a date. Where an answer keeps how it went, it must offer both ends."""
    if not settle.field:
        return
    found = checking.path(settle.field, here.at("field"), at.page.after)
    if found is None:
        return
    is_column = found.shape == "cells" and found.cell == "choice" and found.at is at
    if found.shape != "choice" and not is_column:
        checking.say(here.at("field"), f"`{settle.field}` is no choice; name one, or a choice column of this table.")
        return
    if found.at.page.ref != at.page.ref:
        checking.say(here.at("field"), f"`{settle.field}` is on another page; name a choice of this one.")
    for name, value in (("done", settle.done), ("let_go", settle.let_go)):
        if value:
            checking.option(value, found.options, here.at(name), settle.field)
        else:
            checking.say(here.at("field"), f"With `field`, `{name}` is needed too: the option for it.")
