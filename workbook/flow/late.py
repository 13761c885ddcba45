"""What late answers to a completed workbook may make worth another look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbook.flow.conditions import holds
from workbook.flow.refs import page_of, split

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from workbook.flow.state import State
    from workbook.guide.model import Condition


def late_pages(state: State) -> tuple[str, ...]:
    """Refs of the pages on which something can still be filled when the workbook is complete."""
    return tuple(
        ref for ref, (_, page) in state.guide.pages.items() if any(field.after_completion for field in page.fields)
    )


def offered_again(state: State, changed: Collection[str]) -> tuple[str, ...]:
    """Refs of the pages to offer again once the answers to `changed` came late.

    Those whose `again_when` holds and names something on a page where an answer changed. Only ever an offer.
    """
    touched = {page_of(ref) for ref in changed}
    return tuple(
        ref
        for ref, (_, page) in state.guide.pages.items()
        if page.again_when is not None
        and touched & set(_pages_named(page.again_when, state))
        and holds(page.again_when, state, ref)
    )


def _pages_named(condition: Condition, state: State) -> Iterator[str]:
    """The pages whose answers a condition tests."""
    found = split(condition.field, state.guide) if condition.field else None
    if found is not None:
        yield page_of(found[0])
    inner = (*condition.any, *condition.all, *((condition.not_,) if condition.not_ is not None else ()))
    for one in inner:
        yield from _pages_named(one, state)
