"""`workbook.yaml`: what a guide is called and what it is made of."""

from __future__ import annotations

from workbook.guide.model.base import Struct


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


class Patterns(Struct, frozen=True, kw_only=True):
    """Which answers are shown as pictures across workbooks, besides what is found by its kind."""

    how_far: str = ""
    """Choice: how far it went, with its options from the first step to the last."""
    feelings: str = ""
    """Checklist: the words ticked for how it feels."""


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
    patterns: Patterns | None = None
    next_no: str = ""
    """Ref of the plan for another time, which greets the person on the first page of their next workbook."""
