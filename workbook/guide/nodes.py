"""A content file as a tree in which every value knows its line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

Plain = str | int | float | bool | None
"""What a single value can be."""


class Scalar(msgspec.Struct, frozen=True):
    """A single value: text, a number, true or false, or nothing."""

    value: Plain
    line: int
    column: int
    start: int = 0
    """Where it begins in the file, in characters."""
    end: int = 0

    size = 1
    depth = 0

    @property
    def plain(self) -> Plain:
        """The value alone."""
        return self.value


class Items(msgspec.Struct, frozen=True):
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int
    size: int = 1
    """How many values it holds once every alias is written out."""
    depth: int = 1
    """How many levels lie below."""

    @property
    def plain(self) -> list[Any]:
        """The values alone."""
        return [item.plain for item in self.items]


class Entries(msgspec.Struct, frozen=True):
    """A mapping. Keys are text and stand in the order of the file."""

    entries: dict[str, tuple[Scalar, Node]]
    """By key: the key where it stands, and its value."""
    line: int
    column: int
    size: int = 1
    depth: int = 1

    @property
    def plain(self) -> dict[str, Any]:
        """The keys and values alone."""
        return {name: node.plain for name, (_, node) in self.entries.items()}


Node = Scalar | Items | Entries


class Source(msgspec.Struct, frozen=True):
    """A content file: the name to give in messages, and its text."""

    file: str
    text: str

    def written(self, node: Scalar) -> str:
        """A single value as it is written in the file."""
        return self.text[node.start : node.end]

    def locate(self, node: Scalar, needle: str, number: int) -> tuple[int, int]:
        """Line and column of the occurrence of a text inside a value, counting from 0.

        A value may be folded, indented or quoted, so that its characters do not stand one for one in the
        file. What is looked for does, so it is counted instead. Where that fails, the value's start is told.
        """
        at = node.start - 1
        for _ in range(number + 1):
            at = self.text.find(needle, at + 1, node.end)
            if at < 0:
                return node.line, node.column
        line_start = self.text.rfind("\n", 0, at) + 1
        return node.line + self.text.count("\n", node.start, at), at - line_start + 1


def walk(node: Node) -> Iterator[Node]:
    """A node and everything below it, in the order of the file."""
    ahead = [node]
    while ahead:
        node = ahead.pop()
        yield node
        if isinstance(node, Items):
            ahead.extend(reversed(node.items))
        elif isinstance(node, Entries):
            ahead.extend(value for _, value in reversed(node.entries.values()))
