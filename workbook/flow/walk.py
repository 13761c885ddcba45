"""Which pages there are for this person, and moving between them.

The walk is worked out anew from the answers each time. A page that was visited never drops out of it, so that
going back always finds what was written.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbook.flow.conditions import holds
from workbook.flow.lookup import default_of, is_given, value

if TYPE_CHECKING:
    from workbook.flow.state import State
    from workbook.flow.values import Value
    from workbook.guide.model import Page

QUICK = "quick"
"""The route on which `quick_minutes` and `quick_rows` count."""


def route(state: State) -> str:
    """Return the route the person chose, or the guide's default one."""
    manifest = state.guide.manifest
    chosen = value(state, manifest.route_field)
    return chosen if chosen in [one.id for one in manifest.routes] else manifest.default_route


def on_route(routes: tuple[str, ...], state: State) -> bool:
    """Whether something asked on these routes (all, when there are none) is asked now."""
    return not routes or route(state) in routes


def shown_pages(state: State) -> tuple[str, ...]:
    """Refs of the pages of the walk, in the guide's order."""
    chosen = route(state)
    return tuple(
        ref
        for ref, (_, page) in state.guide.pages.items()
        if ref == state.here or ref in state.visited or _is_due(ref, page, chosen, state)
    )


def _is_due(ref: str, page: Page, chosen: str, state: State) -> bool:
    return (not page.routes or chosen in page.routes) and holds(page.when, state, ref)


def first_page(state: State) -> str:
    """Where the walk begins. A guide whose every page is off the route begins at its very first."""
    return next(iter(shown_pages(state) or state.guide.pages), "")


def next_page(state: State) -> str | None:
    """Return the page after this one; None at the end. From nowhere, the first."""
    return _beside(state, 1)


def previous_page(state: State) -> str | None:
    """Return the page before this one; None at the beginning."""
    return _beside(state, -1)


def _beside(state: State, step: int) -> str | None:
    pages = shown_pages(state)
    if state.here not in pages:
        return first_page(state) or None if step > 0 else None
    number = pages.index(state.here) + step
    return pages[number] if 0 <= number < len(pages) else None


def is_last(state: State) -> bool:
    """Whether there is no page after this one."""
    return next_page(state) is None


def go(state: State, page_ref: str) -> State:
    """Move to a page, wherever it is, and mark it visited. A page the guide has not changes nothing."""
    if page_ref not in state.guide.pages:
        return state
    here = {state.here} & set(state.guide.pages)
    return replace(state, here=page_ref, visited=state.visited | here | {page_ref})


def resume_page(state: State) -> str:
    """Where to go on: the page the person left, or the nearest there is when the guide no longer has it."""
    pages = state.guide.pages
    if state.here in pages:
        return state.here
    part = state.here.partition(".")[0]
    shown = shown_pages(state)
    same_part = [ref for ref in shown if ref.partition(".")[0] == part]
    seen = [ref for ref in shown if ref in state.visited]
    return next(iter([*reversed([ref for ref in same_part if ref in state.visited]), *same_part]), "") or (
        seen[-1] if seen else first_page(state)
    )


def standing_defaults(state: State) -> dict[str, Value]:
    """Return what stands preselected in the unanswered fields of this page, by ref."""
    if state.here not in state.guide.pages:
        return {}
    _, page = state.guide.pages[state.here]
    found = {}
    for field in page.fields:
        ref = f"{state.here}.{field.id}"
        if not is_given(state, ref) and on_route(field.routes, state) and holds(field.when, state, state.here):
            found[ref] = default_of(field, state)
    return {ref: default for ref, default in found.items() if default is not None}


def forward(state: State) -> tuple[State, dict[str, Value]]:
    """Return the state on the next page, and the answers that leaving this one gives.

    What stands preselected becomes the answer once the person has gone on from it. Prefilled text does not:
    they did not write it. On the last page the state stays, and the answers are given all the same.
    """
    kept = standing_defaults(state)
    answered = replace(state, answers={**state.answers, **kept}) if kept else state
    ahead = next_page(answered)
    return (go(answered, ahead) if ahead else answered), kept
