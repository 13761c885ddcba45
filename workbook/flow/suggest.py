"""What a field offers without being asked: earlier words, a first wording, a day, a drafted letter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from workbook.flow.facts import days_since
from workbook.flow.gathered import cell_offers, offered
from workbook.flow.lookup import given, is_given, items, value
from workbook.flow.piping import fill, piped, pipes
from workbook.flow.plain import one_line
from workbook.flow.refs import ref_of, split
from workbook.flow.summaries import summary
from workbook.flow.values import day_of
from workbook.flow.words import cell_words
from workbook.guide.model import DateRule, LongText, Plan, Summary, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbook.flow.state import State
    from workbook.flow.values import Value
    from workbook.guide.model import Column, Date, Field, Letter

_SETTLED_AFTER = 7
"""News older than this many days needs no more waiting."""


def suggestions(field: Text | LongText, state: State) -> tuple[str, ...]:
    """Return what is offered for this field, each once; never what already stands in it."""
    present = given(state, ref_of(field, state.guide)) or ""
    banked = tuple(each.text.strip() for each in offered(field.bank, state)) if field.bank else ()
    own = tuple(_offers(field.suggest, state))
    offers = dict.fromkeys((*own, *banked)) if isinstance(field, LongText) else _lines((*own, *banked))
    return tuple(offer for offer in offers if offer != present.strip())


def cell_suggestions(
    column: Column, state: State, table: Table | None = None, row: Mapping[str, Value] | None = None
) -> tuple[str, ...]:
    """Return what is offered for a cell of this column, each once.

    Where its table feeds a bank, that is also what earlier workbooks hold of it: for the row `row`, once it says
    which of them it is.
    """
    banked = cell_offers(table, column.id, row or {}, state) if table is not None and table.bank else ()
    return tuple(_lines((*_offers(column.suggest, state), *banked)))


def _lines(offers: Iterable[str]) -> Iterable[str]:
    """Return the offers for a box of one line: of a longer answer, each of its lines."""
    found = (line.strip() for offer in offers for line in offer.splitlines())
    return dict.fromkeys(line for line in found if line)


def _offers(sources: tuple[str, ...], state: State) -> Iterable[str]:
    found = (offer.strip() for source in sources for offer in _words_of_source(source, state))
    return dict.fromkeys(offer for offer in found if offer)


def _words_of_source(source: str, state: State) -> tuple[str, ...]:
    place = split(source, state.guide)
    if place is None:
        return (source,)
    field = state.guide.fields[place[0]].field
    if isinstance(field, Summary):
        return tuple(line.text for line in summary(field, state))
    if isinstance(field, Table) and not place[1]:
        texts = [column for column in field.columns if column.kind == "text"]
        rows = value(state, source) or []
        return tuple(cell_words(column, row.get(column.id)) for row in rows for column in texts)
    return items(state, source)


def prefill(field: Field, state: State) -> Value | None:
    """Return what an empty box starts with; None for nothing, and where something was stored before."""
    if is_given(state, ref_of(field, state.guide)):
        return None
    match field:
        case Text() | LongText():
            return _prefilled(field.prefill, state) or None
        case Plan():
            plan = drafted(field, state)
            return plan if any(plan.values()) else None
    return None


def drafted(plan: Plan, state: State) -> dict[str, str]:
    """Return what either half of a plan starts with, whatever was stored: empty where nothing stands there."""
    return {"if": _prefilled(plan.if_prefill, state), "then": _prefilled(plan.then_prefill, state)}


def followed(before: State, after: State) -> dict[str, Value]:
    """Return the stored plans that change with the answers, by ref.

    A half that still says word for word what stood there from the start was never touched: it follows.
    """
    found: dict[str, Value] = {}
    for ref, place in after.guide.fields.items():
        stored = after.answers.get(ref)
        if isinstance(place.field, Plan) and isinstance(stored, Mapping) and stored == before.answers.get(ref):
            old, new = drafted(place.field, before), drafted(place.field, after)
            halves = {half: new[half] for half in new if stored.get(half) == one_line(old[half]) != one_line(new[half])}
            if halves:
                found[ref] = {**stored, **{half: one_line(text) for half, text in halves.items()}}
    return found


def _prefilled(template: str, state: State) -> str:
    """Return the template filled; empty when it is nothing but one pipe and that is blank."""
    found = pipes(template)
    lone = len(found) == 1 and template.strip() == template[found[0].start : found[0].end]
    return piped(found[0].path, state) if lone else fill(template, state)


def suggested_day(field: Date, state: State) -> date | None:
    """Return the day offered beside this date, if there is one."""
    if isinstance(field.suggest, DateRule):
        return _by_rule(field.suggest, state)
    return _cooling_off(state) if field.suggest == "cooling_off" else None


def _by_rule(rule: DateRule, state: State) -> date:
    today = state.around.today
    start = (day_of(value(state, rule.after)) if rule.after else None) or today
    earliest = {"today": today, "tomorrow": _later(today, 1)}.get(rule.not_before or "", date.min)
    return max(_later(start, rule.days), earliest)


def _cooling_off(state: State) -> date | None:
    """When to look back: the more it was wanted the later, and in time for the next interview.

    A judgement, not a finding. Old news needs no waiting.
    """
    refs = state.guide.manifest.cooling_off
    if refs is None:
        return None
    today = state.around.today
    if days_since(state, refs.news) > _SETTLED_AFTER:
        return today
    want = value(state, refs.want)
    want = want if isinstance(want, int) else 0
    day = _later(today, 3 if want >= 8 else 2 if want >= 5 else 1)
    ahead = day_of(value(state, refs.next)) if refs.next else None
    if ahead is None or ahead < today:
        return day
    return max(today, min(day, ahead - timedelta(days=1)))


def _later(day: date, days: int) -> date:
    """Days later, or the last day there is when the calendar ends before that."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def letter(field: Letter, state: State) -> tuple[str, str]:
    """Subject and body: as the person changed them, else as drafted."""
    own = given(state, ref_of(field, state.guide)) or {}
    return own.get("subject", fill(field.subject, state)), own.get("body", fill(field.body, state))
