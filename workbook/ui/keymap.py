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
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from textual.binding import BindingType

_NAMED = frozenset(key.value for key in Keys) | {"space", "slash", "minus", "plus", "comma", "full_stop"}
_KEY = re.compile(r"(?:(?:ctrl|alt|shift|super|hyper|meta)\+)*(?P<last>.+)")

NOT_EVERYWHERE = frozenset({"app.press"})
"""Names of the app's keys that do something on a button alone, so that other things may have the same."""

FOLDERS = ("screens", "fields", "widgets")
"""Folders of modules that bind keys."""


def is_key(key: str) -> bool:
    """Whether Textual could ever see this key pressed."""
    found = _KEY.fullmatch(key.strip())
    return found is not None and (len(found["last"]) == 1 or found["last"] in _NAMED)


def usable(keys: Mapping[str, str], always: Iterable[BindingType] = ()) -> tuple[dict[str, str], list[str]]:
    """The changed keys that can be used, and what is wrong with the others, in sentences.

    `always` are the app's own keys, which work everywhere: none of them can do something else as well.
    """
    good: dict[str, str] = {}
    problems = []
    for name, chosen in keys.items():
        wrong = [key for key in chosen.split(",") if not is_key(key)]
        if wrong:
            problems.append(f"Settings: {wrong[0].strip()!r} is no key, so {name} keeps its own.")
        else:
            good[name] = chosen
    return _without_doubles(good, always, problems), problems


def _without_doubles(keys: Mapping[str, str], always: Iterable[BindingType], problems: list[str]) -> dict[str, str]:
    """Leave out each key that would do two things in one place, and say so."""
    everywhere = {each.id: each.key for each in always if isinstance(each, Binding) and each.id}
    everywhere = {name: key for name, key in everywhere.items() if name not in NOT_EVERYWHERE}
    good: dict[str, str] = {}
    for name, chosen in keys.items():
        taken = {**everywhere, **{other: key for other, key in keys.items() if other in everywhere}}
        place = name.partition(".")[0]
        taken |= {other: key for other, key in good.items() if other.partition(".")[0] == place}
        taken.pop(name, None)
        double = next((other for other, theirs in taken.items() if _each(theirs) & _each(chosen)), None)
        if double is None:
            good[name] = chosen
        else:
            key = min(_each(chosen) & _each(taken[double]))
            problems.append(f"Settings: {key!r} is the key of {double} already, so {name} keeps its own.")
    return good


def _each(keys: str) -> set[str]:
    """The keys of a list of them."""
    return {key.strip() for key in keys.split(",")}


def unknown_names(keys: Mapping[str, str], app: type) -> list[str]:
    """What is to be told of changed keys, in sentences: names that nothing goes by, and keys taken from another thing.

    Imports every screen and widget.
    """
    if not keys:
        return []
    groups = list(_groups(app))
    known = sorted(each.id for group in groups for each in group if each.id)
    problems = []
    for name in keys:
        if name not in known:
            near = get_close_matches(name, known, 1)
            problems.append(f"Settings: no key is called {name!r}." + (f" Did you mean {near[0]!r}?" if near else ""))
    good, _ = usable(keys, getattr(app, "BINDINGS", ()))
    return problems + sorted({told for group in groups for told in _taken(good, group)})


def _taken(keys: Mapping[str, str], group: Sequence[Binding]) -> Iterator[str]:
    """Say which things of one screen or widget lose their key to another, as Textual has it."""
    for each in group:
        chosen = _each(keys.get(each.id or "", ""))
        for other in group:
            lost = chosen & _each(other.key) - {""}
            if other.id and other.id != each.id and other.id not in keys and lost:
                yield f"Settings: {min(lost)!r} does {each.id} now, and no longer {other.id}."


def _groups(app: type) -> Iterator[list[Binding]]:
    """The keys that can be changed, those of each screen and widget together."""
    classes = [app]
    for folder in FOLDERS:
        package = import_module(f"workbook.ui.{folder}")
        for module in iter_modules(package.__path__, f"{package.__name__}."):
            members = vars(import_module(module.name)).values()
            classes += [each for each in members if isinstance(each, type)]
    for each in classes:
        found = getattr(each, "BINDINGS", ())
        yield [binding for binding in found if isinstance(binding, Binding) and binding.id]
