"""Where the person is: the line above the page, and the rail and contents."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING, Literal

from workbook.flow.walk import QUICK, is_last, route, shown_pages

if TYPE_CHECKING:
    from workbook.flow.state import State
    from workbook.guide.model import Page, Part

Mark = Literal["done", "here", "ahead"]


@dataclass(frozen=True)
class Progress:
    """Stage, page and time, for the line above the page."""

    part_title: str
    stage_number: int | None
    """1 for the first stage; None in the opening and closing."""
    stage_count: int
    number: int
    """Of this page among the pages shown of its part, from 1."""
    total: int
    minutes: str
    """Such as `about 2 min`."""
    last: bool
    """Whether no page follows."""


@dataclass(frozen=True)
class PageLine:
    """One page in the rail or contents."""

    ref: str
    title: str
    mark: Mark
    optional: bool
    minutes: str
    aside: bool
    """Off the route, or not due: it can be opened all the same."""


@dataclass(frozen=True)
class PartLine:
    """One part in the rail or contents, with all of its pages."""

    id: str
    title: str
    mark: Mark
    pages: tuple[PageLine, ...]


def minutes_text(page: Page, route_id: str) -> str:
    """About how long a page takes on this route."""
    quick = route_id == QUICK and page.quick_minutes is not None
    minutes = (page.quick_minutes if quick else page.minutes) or 0
    return "under a minute" if minutes < 1 else f"about {floor(minutes + 0.5)} min"


def progress(state: State) -> Progress | None:
    """Where the person is; None while they are on no page of the guide."""
    if state.here not in state.guide.pages:
        return None
    part, page = state.guide.pages[state.here]
    pages = [ref for ref in shown_pages(state) if state.guide.pages[ref][0].id == part.id]
    stages = [one.id for one in state.guide.parts if one.id in state.guide.stages]
    return Progress(
        part_title=part.title,
        stage_number=stages.index(part.id) + 1 if part.id in stages else None,
        stage_count=len(stages),
        number=pages.index(state.here) + 1,
        total=len(pages),
        minutes=minutes_text(page, route(state)),
        last=is_last(state),
    )


def outline(state: State) -> tuple[PartLine, ...]:
    """Every part with every page of the guide, so that the contents can open any of them."""
    shown = set(shown_pages(state))
    chosen = route(state)
    here = state.guide.pages.get(state.here)
    order = [part.id for part in state.guide.parts]
    now = order.index(here[0].id) if here else -1
    lines = []
    for number, part in enumerate(state.guide.parts):
        pages = tuple(_page_line(part, page, state, shown, chosen) for page in part.pages)
        mark = _part_mark(pages, is_past=number < now)
        lines.append(PartLine(part.id, part.title, mark, pages))
    return tuple(lines)


def _page_line(part: Part, page: Page, state: State, shown: set[str], chosen: str) -> PageLine:
    ref = f"{part.id}.{page.id}"
    mark: Mark = "here" if ref == state.here else "done" if ref in state.visited else "ahead"
    return PageLine(ref, page.title, mark, page.optional, minutes_text(page, chosen), ref not in shown)


def _part_mark(pages: tuple[PageLine, ...], *, is_past: bool) -> Mark:
    """Done means that all its pages were seen, or that it was begun and the person has gone on from it."""
    marks = [page.mark for page in pages if not page.aside]
    if "here" in marks:
        return "here"
    seen = "done" in marks and (is_past or "ahead" not in marks)
    return "done" if seen else "ahead"
