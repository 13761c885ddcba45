"""The shape of a guide.

Every struct here is one kind of mapping in the content files, and every attribute one of its keys; the loader, the
JSON Schema and the reference in `content/README.md` are all made from these classes. A key's default is what a file
that leaves it out means. Structs are frozen: a guide never changes while it is open.

A *ref* names a field as `part.page.field`, such as `feel.name.words`. A *path* may go further into a field's
answer: a grid row (`evaluate.room.room.best`), a table column (`evaluate.worked.items.what`) or one cell of a
table by row number (`evaluate.feedback.people.0.who`).
"""

from __future__ import annotations

from functools import cached_property
from typing import Literal

import msgspec


class Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, dict=True):
    """What every mapping in the content files has in common: frozen, and no unknown keys."""


# --------------------------------------------------------------------------------------------- conditions


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


# ------------------------------------------------------------------------------------------------- fields


class Option(Struct, frozen=True, kw_only=True):
    """One thing to choose."""

    value: str
    """What is kept in the answer and named in conditions."""
    label: str = ""
    """What is shown; the value itself when left out."""
    offers: str = ""
    """What choosing it offers as a button: `stop` (save and leave for today) or a page such as `evaluate.feedback`."""

    @property
    def text(self) -> str:
        """What is shown for this option."""
        return self.label or self.value


def options_of(raw: tuple[str | Option, ...]) -> tuple[Option, ...]:
    """Options as structs, whether they were written as plain text or as value and label."""
    return tuple(item if isinstance(item, Option) else Option(value=item) for item in raw)


class FieldBase(Struct, tag_field="kind", frozen=True, kw_only=True):
    """What every kind of field has in common. No field is ever required."""

    id: str
    label: str
    """The question, or the start of a sentence to finish. May pipe."""
    help: str = ""
    """A quiet line below the label. May pipe."""
    placeholder: str = ""
    """Shown in the empty box."""
    routes: tuple[str, ...] = ()
    """The routes that ask this; every route of its page when left out."""
    when: Condition | None = None
    """Shown only while this holds. An answer that was given stays kept while hidden."""
    prefill: str = ""
    """What an empty box starts with. May pipe. It counts as an answer only once the person changes it."""
    after_completion: bool = False
    """Can still be filled when the workbook is complete."""
    bank: str = ""
    """The bank across workbooks that this feeds: questions, strengths, candidates, contacts, words, kind."""
    follow_up: str = ""
    """For a date: what it is a date for, as shown in what is coming up, such as `Send the feedback request`."""
    compare_with: str = ""
    """Ref of the earlier field asked in the same words, whose answer is shown beside this one."""

    @property
    def kind_name(self) -> str:
        """The kind as the content files write it, such as `long_text`."""
        return str(self.__struct_config__.tag)


class Text(FieldBase, tag="text", frozen=True, kw_only=True):
    """One line."""

    max: int = 200
    """About how long an answer is meant to be, in characters. Longer ones are kept whole."""
    suggest: tuple[str, ...] = ()
    """Paths whose answers, or literal texts, are offered."""


class LongText(FieldBase, tag="long_text", frozen=True, kw_only=True):
    """Many lines."""

    rows: int = 4
    """How many lines high the box is."""
    max: int = 100_000
    timer: str = ""
    """A quiet timer: a duration such as `5 minutes` or `30 seconds`, or the ref of a choice of durations."""
    starters: tuple[str, ...] = ()
    """Openings to choose from when stuck."""
    suggest: tuple[str, ...] = ()
    private: bool = False
    """Left out of what is shared without private writing."""
    let_go: Condition | None = None
    """While this holds the answer is never written to disk, and what had been written is removed everywhere."""


class Scale(FieldBase, tag="scale", frozen=True, kw_only=True):
    """0 to 10, or blank."""

    low: str = ""
    """What 0 means."""
    high: str = ""
    """What 10 means."""
    default: int | None = None


class Choice(FieldBase, tag="choice", frozen=True, kw_only=True):
    """One of a few."""

    options: tuple[str | Option, ...] = ()
    options_from: str = ""
    """Path of an earlier checklist, or table column, whose answers are the options."""
    other: str = ""
    """Label of a line for an answer of one's own; none when left out."""
    default: str = ""
    """The value chosen until the person chooses."""

    @cached_property
    def choices(self) -> tuple[Option, ...]:
        """The options as structs."""
        return options_of(self.options)


class Checklist(FieldBase, tag="checklist", frozen=True, kw_only=True):
    """Any of many."""

    options: tuple[str | Option, ...] = ()
    groups: dict[str, tuple[str | Option, ...]] = {}
    """Options under headings, in order; used instead of `options`."""
    max_picks: int | None = None
    other: str = ""
    """Label of a line for one's own; none when left out."""
    checked: tuple[str, ...] = ()
    """Values ticked until the person changes them."""

    @cached_property
    def choices(self) -> tuple[Option, ...]:
        """Every option in order, whatever group it is in."""
        grouped = tuple(item for group in self.groups.values() for item in group)
        return options_of(self.options or grouped)


class DateRule(Struct, frozen=True, kw_only=True):
    """A day to suggest, counted from another."""

    after: str = ""
    """Ref of the date to count from; today when that is blank or left out."""
    days: int = 0
    not_before: Literal["today", "tomorrow"] | None = None


class Date(FieldBase, tag="date", frozen=True, kw_only=True):
    """A day."""

    default: Literal["today"] | None = None
    """The day that stands there until the person changes it."""
    suggest: Literal["cooling_off"] | DateRule | None = None
    """A day offered beside the box."""


class Column(Struct, frozen=True, kw_only=True):
    """One column of a table."""

    id: str
    label: str
    kind: Literal["text", "choice", "date"] = "text"
    width: int = 24
    """How wide it would like to be, in characters."""
    read_only: bool = False
    """Given with the row, not typed."""
    options: tuple[str, ...] = ()
    suggest: tuple[str, ...] = ()
    """Paths whose answers, or literal texts, are offered for a cell."""
    placeholder: str = ""
    help: str = ""
    routes: tuple[str, ...] = ()
    follow_up: str = ""
    """For a date column: what it is a date for."""


class GivenRows(Struct, frozen=True, kw_only=True):
    """Rows a table starts with, as the texts of its read-only column."""

    default: tuple[str, ...]
    by: str = ""
    """Ref of a choice that decides between `cases`."""
    cases: dict[str, tuple[str, ...]] = {}
    """Rows to use instead, by the value of that choice."""


class Table(FieldBase, tag="table", frozen=True, kw_only=True):
    """Rows of one's own. The answer is a list of rows, each a mapping of column id to cell."""

    columns: tuple[Column, ...]
    rows: GivenRows | None = None
    max_rows: int = 20
    quick_rows: int | None = None
    """The most rows on the quick route."""
    add_rows: bool = True
    """Whether rows can be added."""


class GridRow(Struct, frozen=True, kw_only=True):
    """One row of a grid."""

    id: str
    label: str
    by: str = ""
    """Ref of a choice that decides between `cases`."""
    cases: dict[str, str] = {}
    """Wording to use instead, by the value of that choice."""


class Grid(FieldBase, tag="grid", frozen=True, kw_only=True):
    """One choice for each row."""

    rows: tuple[GridRow, ...]
    options: tuple[str | Option, ...]
    add_own: str = ""
    """Label of a line that adds rows of one's own; none when left out."""
    quick_rows: tuple[str, ...] = ()
    """Ids of the rows asked on the quick route; all when left out."""

    @cached_property
    def choices(self) -> tuple[Option, ...]:
        """The options as structs."""
        return options_of(self.options)


class Plan(FieldBase, tag="plan", frozen=True, kw_only=True):
    """If …, then …: a moment, and one thing to do in it."""

    if_placeholder: str = ""
    then_placeholder: str = ""
    if_prefill: str = ""
    then_prefill: str = ""


class Letter(FieldBase, tag="letter", frozen=True, kw_only=True):
    """A subject and a body to copy out. The app never sends it."""

    subject: str
    """Template of the subject."""
    body: str
    """Template of the body."""


class Summary(FieldBase, tag="summary", frozen=True, kw_only=True):
    """Something worked out from earlier answers. Holds nothing itself."""

    of: Literal["noticed", "counts", "words", "page", "coming_up", "patterns"]
    """Which summary; `flow.summaries` says what each one is."""
    sources: tuple[str, ...] = ()
    """Paths it is worked out from."""
    picks: tuple[str, ...] = ()
    """For `noticed`: the options that make a row worth noticing."""
    empty: str = ""
    """What stands there when there is nothing to show."""


Field = Text | LongText | Scale | Choice | Checklist | Date | Table | Grid | Plan | Letter | Summary


# ---------------------------------------------------------------------------------------- pages and parts


class Note(Struct, frozen=True, kw_only=True):
    """A few words that appear as soon as their condition holds."""

    text: str
    """Markdown. May pipe."""
    when: Condition


class Page(Struct, frozen=True, kw_only=True):
    """One screen of the wizard: some text and some fields."""

    id: str
    title: str
    minutes: float = 1
    """About how long it takes."""
    quick_minutes: float | None = None
    """The same on the quick route; as `minutes` when left out."""
    routes: tuple[str, ...] = ()
    """The routes that visit this page; every route when left out."""
    optional: bool = False
    """Says so beside the title."""
    when: Condition | None = None
    """Visited only if this holds; once visited it stays."""
    body: str = ""
    """Markdown. May pipe."""
    fields: tuple[Field, ...] = ()
    notes: tuple[Note, ...] = ()
    tip: str = ""
    """Markdown, shown quietly at the end of the page."""
    recall: tuple[str, ...] = ()
    """Paths of earlier answers kept in sight here."""
    support_when: Condition | None = None
    """Offers people to talk to, once in a sitting, as soon as this holds."""
    shortcut: str = ""
    """Label under which Home offers this page directly; none when left out."""
    sources: tuple[str, ...] = ()
    """Points of advice this page serves, as numbered in the coverage list."""
    evidence: tuple[str, ...] = ()
    """Entries of the evidence list behind it."""


class Part(Struct, frozen=True, kw_only=True):
    """One content file: a stage, or the opening or closing."""

    id: str
    title: str
    pages: tuple[Page, ...]
    intro: str = ""
    """Markdown, shown above the first page."""


# ---------------------------------------------------------------------------------------------- the guide


class Route(Struct, frozen=True, kw_only=True):
    """How much of the guide to walk."""

    id: str
    title: str
    minutes: float
    """The most that its pages may add up to."""


class Fact(Struct, frozen=True, kw_only=True):
    """A derived value that conditions can name. Exactly one of these keys."""

    days_since: str = ""
    """Whole days from this date to today; the day the workbook was begun when it is blank."""
    latest: tuple[str, ...] = ()
    """The last answered of these scales, in this order."""


class CoolingOff(Struct, frozen=True, kw_only=True):
    """Which answers decide the suggested day to look back."""

    want: str
    """Scale: how much it was wanted."""
    news: str
    """Date: when the news came."""
    next: str = ""
    """Date: the next interview, if any."""


class Manifest(Struct, frozen=True, kw_only=True):
    """`workbook.yaml`: what the guide is called and what it is made of."""

    id: str
    title: str
    version: str
    language: str
    routes: tuple[Route, ...]
    default_route: str
    route_field: str
    """Ref of the choice whose value is the route."""
    stages: tuple[str, ...]
    """File names, without `.yaml`, of the stages in order."""
    opening: str = ""
    """File name of the part before the stages."""
    closing: str = ""
    """File name of the part after the stages."""
    support: str = ""
    """File name of the people to talk to."""
    name: tuple[str, ...] = ()
    """Refs of the answers that name a workbook, most telling first."""
    facts: dict[str, Fact] = {}
    cooling_off: CoolingOff | None = None


class Number(Struct, frozen=True, kw_only=True):
    """A number to call, and where."""

    where: str
    call: str


class Emergency(Struct, frozen=True, kw_only=True):
    """What to do when it cannot wait."""

    text: str
    numbers: tuple[Number, ...]


class Directory(Struct, frozen=True, kw_only=True):
    """Where to find more lines."""

    name: str
    url: str
    text: str


class Line(Struct, frozen=True, kw_only=True):
    """Someone to talk to."""

    where: str
    name: str
    how: str
    checked: str | None = None
    """The day these details were last checked, as YYYY-MM-DD; empty when they were not."""


class Support(Struct, frozen=True, kw_only=True):
    """People to talk to: the `support` file."""

    title: str
    lead: str
    emergency: Emergency
    directory: tuple[Directory, ...] = ()
    lines: tuple[Line, ...] = ()
    everyday: str = ""
    work: str = ""
    foot: str = ""
    low_mood_card: str = ""
    """What is said when someone puts their mood near the bottom."""
    low_mood_choices: tuple[str, ...] = ()
    """Three equal answers to it: carry on, stop for today, show me."""


class Place(msgspec.Struct, frozen=True):
    """Where a field stands: its ref, and the page and part around it."""

    ref: str
    field: Field
    page: Page
    part: Part


class Guide(Struct, frozen=True, kw_only=True):
    """A whole guide, ready to walk. Parts stand in walking order: opening, stages, closing."""

    manifest: Manifest
    parts: tuple[Part, ...]
    support: Support | None = None

    @cached_property
    def stages(self) -> frozenset[str]:
        """Ids of the parts that are stages."""
        first = 1 if self.manifest.opening else 0
        return frozenset(part.id for part in self.parts[first : first + len(self.manifest.stages)])

    @cached_property
    def pages(self) -> dict[str, tuple[Part, Page]]:
        """Every page by its ref `part.page`, in walking order."""
        return {f"{part.id}.{page.id}": (part, page) for part in self.parts for page in part.pages}

    @cached_property
    def fields(self) -> dict[str, Place]:
        """Every field by its ref `part.page.field`, in walking order."""
        return {
            f"{page_ref}.{field.id}": Place(f"{page_ref}.{field.id}", field, page, part)
            for page_ref, (part, page) in self.pages.items()
            for field in page.fields
        }

    @cached_property
    def steering(self) -> frozenset[str]:
        """Refs of the fields that only steer the workbook: the route, and how long a timer runs.

        They are kept like any answer, but are no words to read again.
        """
        timers = (place.field.timer for place in self.fields.values() if isinstance(place.field, LongText))
        return frozenset({self.manifest.route_field, *(timer for timer in timers if timer in self.fields)})
