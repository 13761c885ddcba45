"""The kinds of field that hold words, a number, a day or nothing: what their own keys must be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbook.guide.checks.followups import check_follow_up
from workbook.guide.checks.targets import PATH, Target
from workbook.guide.model import (
    Choice,
    Date,
    DateRule,
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

_DURATION = re.compile(r"\d{1,4}(?:\.\d{1,4})? *(?:second|minute|hour)s?", re.IGNORECASE)
_WORKED_OUT = ("noticed", "counts", "words", "page")
"""The summaries that are made from sources."""


def check_positive(number: int | None, name: str, here: Here, checking: Checking) -> None:
    """A number of rows, characters or ticks: at least one."""
    if number is not None and number < 1:
        checking.say(here.at(name), f"`{name}` must be 1 or more.")


def check_suggest(suggest: tuple[str, ...], here: Here, at: FieldAt, checking: Checking) -> None:
    """What is offered: what is written like a ref must be one, and be asked earlier."""
    for number, item in enumerate(suggest):
        if PATH.fullmatch(item):
            checking.path(item, here.at(number), at.order, summaries=True)


def check_writing(field: Text | LongText, at: FieldAt, checking: Checking) -> None:
    """Text and long text."""
    check_suggest(field.suggest, at.here.at("suggest"), at, checking)
    check_positive(field.max, "max", at.here, checking)
    if isinstance(field, LongText):
        check_positive(field.rows, "rows", at.here, checking)
        if field.timer:
            _check_timer(field.timer, at.here.at("timer"), at, checking)


def _check_timer(timer: str, here: Here, at: FieldAt, checking: Checking) -> None:
    if _DURATION.fullmatch(timer):
        return
    if not PATH.fullmatch(timer):
        advice = "write it like `5 minutes` or `30 seconds`, or name a choice of durations"
        checking.say(here, f"`{timer}` is no duration; {advice}.")
        return
    found = checking.path(timer, here, at.order)
    if found is None:
        return
    options = found.at.field.choices if isinstance(found.at.field, Choice) else ()
    if not any(_DURATION.match(words) for option in options for words in (option.value, option.text)):
        checking.say(here, f"`{timer}` is no choice of durations; one of its options must be like `5 minutes`.")


def check_scale(field: Scale, at: FieldAt, checking: Checking) -> None:
    """A scale."""
    if field.default is not None and not 0 <= field.default <= 10:
        checking.say(at.here.at("default"), "A scale goes from 0 to 10; choose a default among them, or leave it out.")


def check_date(field: Date, at: FieldAt, checking: Checking, pipes: Pipes) -> None:
    """A date, the day it suggests, and what goes with it."""
    check_follow_up(field, at.here, at, checking, pipes)
    here = at.here.at("suggest")
    manifest = checking.index.files.manifest
    if field.suggest == "cooling_off" and manifest.cooling_off is None:
        checking.say(here, "`cooling_off` needs to know which answers decide it; say so in `workbook.yaml`.")
    if isinstance(field.suggest, DateRule) and field.suggest.after:
        found = checking.path(field.suggest.after, here.at("after"), at.order)
        if found is not None and found.shape != "date":
            checking.say(here.at("after"), f"`{field.suggest.after}` is no date to count from; name a field that is.")


def check_plan(field: Plan, at: FieldAt, pipes: Pipes) -> None:
    """What a plan starts with."""
    pipes.check(field.if_prefill, at.here.at("if_prefill"), at.order)
    pipes.check(field.then_prefill, at.here.at("then_prefill"), at.order)


def check_letter(field: Letter, at: FieldAt, pipes: Pipes) -> None:
    """The two templates of a letter."""
    pipes.check(field.subject, at.here.at("subject"), at.order)
    pipes.check(field.body, at.here.at("body"), at.order)


def check_summary(field: Summary, at: FieldAt, checking: Checking) -> None:
    """What a summary is worked out from."""
    here = at.here
    if field.names:
        checking.say(here.key("names"), "A summary holds nothing itself; put `names` on the fields it is made from.")
    if field.of in _WORKED_OUT and not field.sources:
        checking.say(here, f"A summary of `{field.of}` needs `sources`: the fields it is worked out from.")
    if field.of not in _WORKED_OUT and field.sources:
        checking.say(here.key("sources"), f"A summary of `{field.of}` has no sources; take them out.")
    sources = [checking.path(path, here.at("sources", number), at.order) for number, path in enumerate(field.sources)]
    for number, found in enumerate(sources):
        if found is not None and (message := _source_problem(field, number, found)):
            checking.say(here.at("sources", number), message)
    _check_picks(field, [found for found in sources if found is not None], here, checking)


def _source_problem(field: Summary, number: int, found: Target) -> str:
    if field.of == "counts" and found.shape != "grid":
        return f"`counts` counts the rows of a grid, and `{field.sources[number]}` is none."
    if field.of == "noticed" and found.shape == "cells" and found.cell == "choice":
        return f"`noticed` looks through whole rows; name the table itself, `{found.at.ref}`."
    return ""


def _check_picks(field: Summary, sources: list[Target], here: Here, checking: Checking) -> None:
    if field.picks and field.of != "noticed":
        checking.say(here.key("picks"), "`picks` are for a summary of `noticed`; take them out.")
        return
    known = [value for found in sources for value in _pickable(found)]
    if len(sources) < len(field.sources):
        return
    for number, pick in enumerate(field.picks):
        if pick not in known:
            guess = did_you_mean(pick, known) or f"; they offer {listed(dict.fromkeys(known), 'and') or 'none'}."
            checking.say(here.at("picks", number), f"No grid or table among the sources offers `{pick}`{guess}")


def _pickable(found: Target) -> tuple[str, ...]:
    field = found.at.field
    if isinstance(field, Grid):
        return tuple(option.value for option in field.choices)
    if isinstance(field, Table) and found.shape == "table":
        return tuple(value for column in field.columns for value in column.options)
    # A single column is a problem of its own, told already.
    return found.options or () if found.shape == "cells" else ()
