"""A place in a content file: where the checks stand, and how they say so."""

from __future__ import annotations

from typing import NamedTuple

from workbook.guide.nodes import Entries, Items, Node, Scalar, Source
from workbook.guide.problems import Problem


class Here(NamedTuple):
    """A value in a file."""

    source: Source
    node: Node

    def at(self, *steps: str | int) -> Here:
        """A value inside this one, by keys and numbers; for a key left out, the mapping that lacks it."""
        node = self.node
        for step in steps:
            if isinstance(node, Entries) and step in node.entries:
                node = node.entries[str(step)][1]
            elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                break
        return Here(self.source, node)

    def key(self, name: str) -> Here:
        """A key of this mapping, or the mapping itself where the key was left out."""
        if isinstance(self.node, Entries) and name in self.node.entries:
            return Here(self.source, self.node.entries[name][0])
        return self

    def has(self, name: str) -> bool:
        """Whether this mapping was written with the key."""
        return isinstance(self.node, Entries) and name in self.node.entries

    def problem(self, message: str) -> Problem:
        """A problem with this value."""
        return Problem(self.source.file, self.node.line, self.node.column, message)

    def problem_inside(self, needle: str, number: int, message: str) -> Problem:
        """A problem with one of the occurrences of a text inside this value, counting from 0."""
        if not isinstance(self.node, Scalar):
            return self.problem(message)
        return Problem(self.source.file, *self.source.locate(self.node, needle, number), message)
