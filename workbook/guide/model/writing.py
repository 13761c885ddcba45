"""Fields to write in, to date, to plan and to read."""

from __future__ import annotations

from typing import Literal

from workbook.guide.model.base import Struct
from workbook.guide.model.condition import Condition
from workbook.guide.model.field import FieldBase
from workbook.guide.model.settle import Settle


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


class DateRule(Struct, frozen=True, kw_only=True):
    """A day to suggest, counted from another."""

    after: str = ""
    """Ref of the date to count from; today when that is blank or left out."""
    days: int = 0
    not_before: Literal["today", "tomorrow"] | None = None


class Date(FieldBase, tag="date", rename={"with_": "with"}, frozen=True, kw_only=True):
    """A day."""

    past: bool = False
    """Whether it asks for a day that has been: days ahead are then no choices."""
    default: Literal["today"] | None = None
    """The day that stands there until the person changes it."""
    suggest: Literal["cooling_off"] | DateRule | None = None
    """A day offered beside the box."""
    with_: tuple[str, ...] = ()
    """Paths of what was written with it on this page or before, such as a plan, to stand beside the date."""
    says: str = ""
    """A sentence to say instead of `follow_up` and the day. May pipe, this date too."""
    settle: Settle | None = None
    """What is asked about it when the day is there."""


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
