"""Writing TOML, as little of it as the settings need: any value that can be read can be written back."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time
from itertools import pairwise

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def text(value: str) -> str:
    """Return text in quotes. Half a surrogate pair, which TOML cannot say, becomes U+FFFD."""
    return '"' + "".join(map(_character, value)) + '"'


def _character(char: str) -> str:
    """Return one character inside quotes."""
    if char in _SHORT:
        return _SHORT[char]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return f"\\u{ord(char):04x}" if char < " " or "\x7f" <= char <= "\x9f" else char


def key(name: str) -> str:
    """Return a key, in quotes where it needs them."""
    return name if _BARE.fullmatch(name) else text(name)


def value(item: object) -> str:
    """Return any value on one line."""
    match item:
        case bool():
            return "true" if item else "false"
        case str():
            return text(item)
        case int() | float():
            return repr(item)
        case datetime() | date() | time():
            return item.isoformat()
        case Mapping():
            return "{" + ", ".join(f"{key(name)} = {value(each)}" for name, each in item.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(value, item)) + "]"
    raise TypeError(f"TOML has no {type(item).__name__}")


def line_of(source: str, name: str, section: str = "") -> int | None:
    """Return the line on which a key stands, in a section or before all of them; None where it cannot be told."""
    here = ""
    for number, line in enumerate(source.replace("\r\n", "\n").split("\n"), start=1):
        said = line.partition("#")[0].strip()
        if said.startswith("["):
            here = said.strip("[]").strip().strip("\"'")
            found = not section and here == name
        else:
            found = here == section and said.partition("=")[0].strip() in (name, text(name), f"'{name}'")
        if found:
            return number
    return None


def document(values: Mapping[str, object]) -> str:
    """Return a whole document: plain values first, then a section for each mapping."""
    plain = [f"{key(name)} = {value(item)}\n" for name, item in values.items() if not isinstance(item, Mapping)]
    sections = [
        f"\n[{key(name)}]\n" + "".join(f"{key(inner)} = {value(item)}\n" for inner, item in section.items())
        for name, section in values.items()
        if isinstance(section, Mapping)
    ]
    return "".join([*plain, *sections])


def edited(source: str, before: Mapping[str, object], after: Mapping[str, object]) -> str | None:
    """Return `source`, which says `before`, changed to say `after`, its comments and order as they were.

    None where that cannot be done line by line, such as for a value over several lines: use `document` then.
    """
    lines = source.replace("\r\n", "\n").split("\n")
    starts = [number for number, line in enumerate(lines) if line.lstrip().startswith("[")]
    top = starts[0] if starts else len(lines)
    blocks = {"": lines[:top]}
    for start, end in pairwise([*starts, len(lines)]):
        blocks[lines[start].partition("#")[0].strip()] = lines[start:end]
    _edit(blocks[""], _plain(before), _plain(after))
    for name in [name for name in {**before, **after} if before.get(name) != after.get(name)]:
        old, new, header = before.get(name, {}), after.get(name, {}), f"[{key(name)}]"
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            _edit(blocks.setdefault(header, ["", header]), old, new)
            if name not in after:
                del blocks[header][0]
    text = "\n".join(line for block in blocks.values() for line in block).strip("\n") + "\n"
    try:
        return text if tomllib.loads(text) == after else None
    except tomllib.TOMLDecodeError:
        return None


def _plain(values: Mapping[str, object]) -> dict[str, object]:
    """Return the values that stand on a line of their own, outside sections."""
    return {name: item for name, item in values.items() if not isinstance(item, Mapping)}


def _edit(lines: list[str], before: Mapping[str, object], after: Mapping[str, object]) -> None:
    """Change the lines of one section: replace what differs, remove what is gone, add what is new."""
    for name in {**before, **after}:
        if before.get(name) == after.get(name) and (name in before) == (name in after):
            continue
        names = (name, text(name))
        at = next((i for i, line in enumerate(lines) if line.partition("=")[0].strip() in names), None)
        new = [f"{key(name)} = {value(after[name])}"] if name in after else []
        if at is not None:
            lines[at : at + 1] = new
        else:
            end = max((i for i, line in enumerate(lines, 1) if line.strip()), default=0)
            lines[end:end] = new
