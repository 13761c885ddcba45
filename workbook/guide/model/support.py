"""People to talk to."""

from __future__ import annotations

from workbook.guide.model.base import Struct


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
