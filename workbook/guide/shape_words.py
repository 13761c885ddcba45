"""What a file should hold and what it holds, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import inspect

from workbook.guide.nodes import Entries, Items, Node, Scalar, Source
from workbook.guide.spelling import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORDS: dict[type[inspect.Type], str] = {
    inspect.StrType: "text",
    inspect.IntType: "a whole number",
    inspect.FloatType: "a number",
    inspect.BoolType: "`true` or `false`",
    inspect.VarTupleType: "a list",
    inspect.DictType: "keys with values",
    inspect.StructType: "keys with values",
}


def expected(types: Iterable[inspect.Type]) -> str:
    """What would fit. That a value may be left out goes without saying."""
    words: dict[str, None] = {}
    for one in types:
        if isinstance(one, inspect.LiteralType):
            words[listed(str(value) for value in one.values)] = None
        elif type(one) in _WORDS:
            words[_WORDS[type(one)]] = None
    return " or ".join(words)


def found(node: Node, source: Source) -> str:
    """What is there instead."""
    match node:
        case Items():
            return "a list"
        case Entries():
            return "keys with values"
        case Scalar(value=None):
            return "nothing"
        case Scalar(value=str()):
            return "the text " + _shortened(str(node.value))
        case Scalar(value=bool()):
            return f"`{source.written(node)}`"
    return f"the number {source.written(node)}"


def kinds_with_key(key: str, kinds: Iterable[inspect.StructType]) -> list[str]:
    """The kinds of field that have this key."""
    return [str(kind.tag) for kind in kinds if any(field.encode_name == key for field in kind.fields)]


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return f"“{words[:40]}…”" if len(words) > 40 else f"“{words}”"
