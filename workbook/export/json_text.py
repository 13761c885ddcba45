"""JSON as text that is safe to look at and to send anywhere."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_CONTROLS = re.compile("[\x7f-\x9f\u2028\u2029]")


INDENT = 2


def json_text(value: Any) -> str:
    """A JSON value as text, indented and with a line end.

    What JSON lets stand although a terminal would take it for an instruction is escaped, and reads back as it was.
    """
    try:
        text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    except (UnicodeEncodeError, OverflowError):  # half a surrogate pair, or a number beyond JSON's usual ones
        text = json.dumps(value, indent=2)
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


class JsonList:
    """A JSON document that holds one long list, written piece by piece; the whole is as `json_text` would write it."""

    def __init__(self, before: Mapping[str, Any], name: str, after: Callable[[], Mapping[str, Any]]) -> None:
        """Keys `before` the list called `name`, and those `after` it, which are asked for at the end."""
        self._before = before
        self._name = name
        self._after = after

    def pieces(self, items: Iterable[Any]) -> Iterator[str]:
        """The text: a piece for each item, and one for the end. No items, no text."""
        number = 0
        for number, item in enumerate(items, 1):
            opened = ",\n" if number > 1 else self._top() + f"  {json.dumps(self._name)}: [\n"
            yield opened + _indented(json_text(item).rstrip("\n"), 2 * INDENT)
        if number:
            yield "\n  ]" + "".join(f",\n{_member(key, value)}" for key, value in self._after().items()) + "\n}\n"

    def _top(self) -> str:
        return "{\n" + "".join(f"{_member(key, value)},\n" for key, value in self._before.items())


def _member(key: str, value: Any) -> str:
    """One key of an object with its value."""
    return f"  {json.dumps(key)}: {_indented(json_text(value).rstrip(), INDENT).lstrip()}"


def _indented(text: str, by: int) -> str:
    """JSON text further in. No string in it holds a line end, so every one is between values."""
    return re.sub("^", " " * by, text, flags=re.MULTILINE)
