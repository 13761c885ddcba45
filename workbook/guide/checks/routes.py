"""Routes: that each visits something, and takes no longer than it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbook.guide.checks.checking import Checking
    from workbook.guide.model import Page

QUICK = "quick"
"""The route on which `quick_minutes` and `quick_rows` count."""


def check_routes(checking: Checking) -> None:
    """Every route of the guide. Silent while part of the guide could not be read."""
    files = checking.index.files
    certain = not files.some_unread and all(file.whole for file in files.parts)
    pages = [(page, file) for file in files.parts for page in file.part.pages]
    for number, route in enumerate(files.manifest.routes):
        visited = [page for page, _ in pages if not page.routes or route.id in page.routes]
        here = files.here.at("routes", number)
        if not visited and certain:
            checking.say(here.at("id"), f"No page is on the route `{route.id}`.")
        total = sum(_minutes(page, route.id) for page in visited)
        # Tenths and quarters of a minute do not add up exactly.
        if total > route.minutes + 1e-6:
            message = f"The pages on the route `{route.id}` add up to {total:g} minutes, over its {route.minutes:g}"
            checking.say(here.at("minutes"), f"{message}; shorten it, or allow it more.")
    if QUICK not in checking.index.route_ids:
        _check_quick_keys(checking)


def _minutes(page: Page, route: str) -> float:
    if route == QUICK and page.quick_minutes is not None:
        return page.quick_minutes
    return page.minutes


def _check_quick_keys(checking: Checking) -> None:
    """That nothing is said for a quick route there is not."""
    message = f"There is no route with the id `{QUICK}`, so this has no effect; take it out, or name the route so."
    for page in checking.index.pages.values():
        if page.here.has("quick_minutes"):
            checking.say(page.here.key("quick_minutes"), message)
    for at in checking.index.fields.values():
        if at.here.has("quick_rows"):
            checking.say(at.here.key("quick_rows"), message)
