"""Pages, their notes, and the parts they stand in."""

from __future__ import annotations

from workbook.guide.model.base import Struct
from workbook.guide.model.condition import Condition
from workbook.guide.model.picking import Checklist, Choice, Grid, Scale, Table
from workbook.guide.model.writing import Date, Letter, LongText, Plan, Summary, Text

Field = Text | LongText | Scale | Choice | Checklist | Date | Table | Grid | Plan | Letter | Summary
"""Any kind of field; `kind` says which."""


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
    again_when: Condition | None = None
    """Offered for another look when a late answer was added to a page that this names, and this holds."""
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
