"""Ids: how they are written, and that each names one thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbook.guide.checks.checking import Checking
    from workbook.guide.here import Here

ID = re.compile(r"[a-z][a-z0-9_]*")


def check_ids(ids: Iterable[tuple[str, Here]], what: str, checking: Checking) -> None:
    """That ids are written as ids are, and none is given twice."""
    named = list(ids)
    for name, here in named:
        if not ID.fullmatch(name):
            message = f"`{name}` is no id: use small letters, digits and `_`, beginning with a letter"
            checking.say(here, f"{message}{_better(name)}.")
    check_unique(named, what, checking)


def check_unique(names: Iterable[tuple[str, Here]], what: str, checking: Checking) -> None:
    """That no name is given twice. The second one is told where the first one is."""
    seen: dict[str, Here] = {}
    for name, here in names:
        if name in seen:
            first = seen[name]
            file = "" if first.source == here.source else f" of {first.source.file}"
            where = f"line {first.node.line}{file}"
            checking.say(here, f"There are two {what} called `{name}`, the first on {where}; rename one of them.")
        else:
            seen[name] = here


def _better(name: str) -> str:
    """An id like this one, to suggest."""
    made = re.sub(r"[^a-z0-9_]+", "_", name.casefold()).strip("_").lstrip("0123456789_")
    return f", such as `{made}`" if made else ""
