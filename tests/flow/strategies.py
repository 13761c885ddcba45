"""Random guides, answers and ways of walking, for property tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from workbook.flow.state import Around, State
from workbook.guide.model import (
    Checklist,
    Choice,
    Condition,
    Date,
    Field,
    Grid,
    Guide,
    Letter,
    Manifest,
    Option,
    Page,
    Part,
    Plan,
    Route,
    Scale,
    Table,
    Text,
)

from .sample_guide import GUIDE
from .states import TODAY, day

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

    from workbook.flow.values import Value

ROUTES = ("quick", "full", "talk")

# A few characters that matter: drawing from all of Unicode is slow to start, and adds nothing here.
LETTERS = st.text(alphabet="ab 0.é字\u202e", max_size=8)
"""Text without braces."""

WORDS = st.text(alphabet="ab {}|*[]\n\u2028é字", max_size=12) | st.sampled_from(["", "no", "{{open.start.route|x}}"])
"""What a person may write."""

JSON: SearchStrategy[Value] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["text", "day", "rows", "own", "if", "what", "went", "choice"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)
"""Any JSON value, with a liking for the keys that answers have."""


def _days() -> SearchStrategy[Value]:
    near = st.dates(date(2026, 11, 1), date(2026, 12, 20)).map(lambda one: day(one.isoformat()))
    return near | st.builds(lambda text: {"text": text, "day": None}, WORDS)


DAYS = _days()


def answers_for(field: Field) -> SearchStrategy[Value]:
    """Answers that fit a field, blank ones among them."""
    match field:
        case Scale():
            return _scale()
        case Date():
            return DAYS
        case Choice():
            return _chosen(tuple(option.value for option in field.choices))
        case Checklist():
            return _ticked(tuple(option.value for option in field.choices))
        case Table():
            return _rows(tuple((column.id, column.kind, column.options) for column in field.columns))
        case Grid():
            return _grid(tuple(row.id for row in field.rows), tuple(option.value for option in field.choices))
        case Plan():
            return _halves("if", "then")
        case Letter():
            return _halves("subject", "body")
    return WORDS


# Kept, because building a strategy costs more than drawing from it.


@cache
def _scale() -> SearchStrategy[Value]:
    return st.none() | st.integers(0, 10)


@cache
def _chosen(options: tuple[str, ...]) -> SearchStrategy[Value]:
    return st.sampled_from((*options, "")) | WORDS


@cache
def _ticked(options: tuple[str, ...]) -> SearchStrategy[Value]:
    return st.lists(_chosen(options), max_size=3)


@cache
def _rows(columns: tuple[tuple[str, str, tuple[str, ...]], ...]) -> SearchStrategy[Value]:
    cells = {id_: DAYS if kind == "date" else _chosen(options) for id_, kind, options in columns}
    return st.lists(st.fixed_dictionaries({}, optional=cells), max_size=3)


@cache
def _grid(rows: tuple[str, ...], options: tuple[str, ...]) -> SearchStrategy[Value]:
    choices = st.sampled_from((*options, ""))
    own = st.lists(st.fixed_dictionaries({"text": WORDS, "choice": choices}), max_size=2)
    return st.fixed_dictionaries({"rows": st.dictionaries(st.sampled_from(rows), choices, max_size=3), "own": own})


@cache
def _halves(*keys: str) -> SearchStrategy[Value]:
    return st.fixed_dictionaries(dict.fromkeys(keys, WORDS))


@st.composite
def guides(draw: DrawFn) -> Guide:
    """Draw a guide whose conditions look only at fields that come before, as the loader sees to."""
    asked: list[str] = ["p0.g0.route"]
    parts = []
    for part in range(draw(st.integers(1, 4))):
        pages = []
        for page in range(draw(st.integers(1, 4))):
            ref = f"p{part}.g{page}"
            when = None if (part, page) == (0, 0) else draw(st.none() | _conditions(asked))
            fields = [_route()] if (part, page) == (0, 0) else []
            for number in range(draw(st.integers(0, 2))):
                fields.append(draw(_fields(f"f{number}", asked)))
                asked.append(f"{ref}.f{number}")
            routes = () if (part, page) == (0, 0) else draw(_routes())
            pages.append(Page(id=f"g{page}", title="Page", fields=tuple(fields), routes=routes, when=when))
        parts.append(Part(id=f"p{part}", title=f"Part {part}", pages=tuple(pages)))
    manifest = Manifest(
        id="random",
        title="Random",
        version="1",
        language="en",
        routes=tuple(Route(id=route, title=route, minutes=9) for route in ROUTES),
        default_route="full",
        route_field="p0.g0.route",
        stages=tuple(part.id for part in parts),
    )
    return Guide(manifest=manifest, parts=tuple(parts))


def _route() -> Field:
    return Choice(id="route", label="Route", options=ROUTES, default="full")


def _routes() -> SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(ROUTES), unique=True, max_size=2).map(tuple)


@st.composite
def _fields(draw: DrawFn, id_: str, asked: list[str]) -> Field:
    when = draw(st.none() | _conditions(asked))
    routes = draw(_routes())
    options: tuple[str | Option, ...] = ("yes", Option(value="no", label="No thanks"))
    common: dict[str, Any] = {
        "id": id_,
        "label": f"{{{{{asked[-1]}|that}}}}?",
        "when": when,
        "routes": routes,
    }
    kinds: list[Field] = [
        Text(**common),
        Scale(**common, default=draw(st.none() | st.just(5))),
        Choice(**common, options=options, default=draw(st.sampled_from(["", "no"]))),
        Checklist(**common, options=options, checked=draw(st.sampled_from([(), ("yes",)]))),
        Date(**common, default=draw(st.sampled_from([None, "today"]))),
    ]
    return draw(st.sampled_from(kinds))


def _conditions(asked: list[str]) -> SearchStrategy[Condition]:
    refs = st.sampled_from(asked)
    tests = st.sampled_from(
        [
            {"is_": "no"},
            {"in_": ("yes", "quick")},
            {"has": "yes"},
            {"at_least": 3},
            {"at_most": 5},
            {"answered": True},
            {"answered": False},
            {"before_today": True},
            {"within_days": 9},
        ]
    )
    simple = st.builds(lambda ref, test: Condition(field=ref, **test), refs, tests)
    return (
        simple
        | st.builds(lambda *both: Condition(any=both), simple, simple)
        | st.builds(lambda *both: Condition(all=both), simple, simple)
        | st.builds(lambda one: Condition(not_=one), simple)
    )


@st.composite
def foreign_answers(draw: DrawFn) -> dict[str, Value]:
    """Answers to the sample guide as a careless import might bring them, some to a field that is gone."""
    refs = draw(st.lists(st.sampled_from(list(GUIDE.fields)), unique=True, max_size=10))
    found = {ref: draw(JSON if draw(st.booleans()) else answers_for(GUIDE.fields[ref].field)) for ref in refs}
    return found | {"gone.page.field": draw(JSON)}


@dataclass(frozen=True)
class Step:
    """One thing a person does while walking."""

    does: str
    """`answer`, `next`, `back` or `jump`."""
    ref: str = ""
    answer: Value = None


@st.composite
def steps(draw: DrawFn, guide: Guide) -> list[Step]:
    """Draw a walk: answers given anywhere in any order, next, back, and jumps from the contents."""
    fields, pages = st.sampled_from(list(guide.fields)), st.sampled_from(list(guide.pages))
    found = []
    for does in draw(st.lists(st.sampled_from(["answer", "answer", "next", "next", "back", "jump"]), max_size=25)):
        ref = draw(fields) if does == "answer" else draw(pages) if does == "jump" else ""
        answer = draw(answers_for(guide.fields[ref].field)) if does == "answer" else None
        found.append(Step(does, ref, answer))
    return found


def begin(guide: Guide, answers: dict[str, Value] | None = None) -> State:
    """Make a workbook that has just been begun, before its first page."""
    return State(guide, answers or {}, Around(today=TODAY, begun=TODAY))
