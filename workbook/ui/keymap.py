"""Keys the person has changed: taken where they make sense, told where they do not."""

from __future__ import annotations

import re
from difflib import get_close_matches
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.keys import Keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NAMED = frozenset(key.value for key in Keys) | {"space", "slash", "minus", "plus", "comma", "full_stop"}
_KEY = re.compile(r"(?:(?:ctrl|alt|shift|super|hyper|meta)\+)*(?P<last>.+)")

FOLDERS = ("screens", "fields", "widgets")
"""Folders of modules that bind keys."""


def is_key(key: str) -> bool:
    """Whether Textual could ever see this key pressed."""
    found = _KEY.fullmatch(key.strip())
    return found is not None and (len(found["last"]) == 1 or found["last"] in _NAMED)


def usable(keys: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The changed keys that can be used, and what is wrong with the others, in sentences."""
    good, problems = {}, []
    for name, chosen in keys.items():
        wrong = [key for key in chosen.split(",") if not is_key(key)]
        if wrong:
            problems.append(f"Settings: {wrong[0].strip()!r} is no key, so {name} keeps its own.")
        else:
            good[name] = chosen
    return good, problems


def unknown_names(keys: Mapping[str, str], app: type) -> list[str]:
    """What is wrong with names of keys that nothing goes by, in sentences. Imports every screen and widget."""
    if not keys:
        return []
    known = sorted(_names(app))
    problems = []
    for name in keys:
        if name not in known:
            near = get_close_matches(name, known, 1)
            problems.append(f"Settings: no key is called {name!r}." + (f" Did you mean {near[0]!r}?" if near else ""))
    return problems


def _names(app: type) -> Iterator[str]:
    """The name of every key that can be changed."""
    classes = [app]
    for folder in FOLDERS:
        package = import_module(f"workbook.ui.{folder}")
        for module in iter_modules(package.__path__, f"{package.__name__}."):
            found = vars(import_module(module.name)).values()
            classes += [each for each in found if isinstance(each, type)]
    for each in classes:
        for binding in getattr(each, "BINDINGS", ()):
            if isinstance(binding, Binding) and binding.id:
                yield binding.id
