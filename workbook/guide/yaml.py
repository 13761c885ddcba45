"""Reading a content file as YAML, so that every value keeps its line and column.

PyYAML's parser does the work (libyaml where it is there); building the tree is ours, because its own would
let the second of two equal keys win, turn `no` into False, and make whatever object a tag asks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from workbook.guide.decoding import decode, forbidden
from workbook.guide.nodes import Entries, Items, Node, Scalar, Source
from workbook.guide.problems import Problem
from workbook.guide.scalars import meaning
from workbook.guide.yaml_errors import explain

if TYPE_CHECKING:
    from yaml.error import Mark

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml is several times faster; without it PyYAML's own parser reads the same files."""

MOST_VALUES = 50_000
"""More values than any guide has; only aliases of aliases get there."""
MOST_LEVELS = 40
"""A guide needs about ten."""

_TEXT_TAG = "tag:yaml.org,2002:str"
_TAGS = {"!", _TEXT_TAG, "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}


class Tree(NamedTuple):
    """What was read: the file, its tree unless it could not be read, and what is wrong with it."""

    source: Source
    root: Node | None
    problems: list[Problem]


def parse(data: bytes, file: str) -> Tree:
    """Read one file. With problems there may still be a tree, of what could be understood."""
    text, problems = decode(data, file)
    source = Source(file, text)
    if problems:
        return Tree(source, None, problems)
    builder = _Builder(source)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
            if builder.stopped:
                break
    except yaml.MarkedYAMLError as error:
        line, column, message = explain(error, text)
        builder.problems.append(Problem(file, line, column, message))
        return Tree(source, None, builder.problems)
    if builder.root is None and not builder.problems:
        builder.problems.append(Problem(file, 1, 1, "The file is empty. Write its keys, or take it out of the guide."))
    return Tree(source, None if builder.stopped else builder.root, builder.problems)


def _mark(event: Event) -> Mark:
    """Where an event begins. Every event that comes out of a file knows it."""
    return cast("Mark", event.start_mark)


class _Open:
    """A list or mapping that is still being read."""

    def __init__(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        self.mark = _mark(event)
        self.anchor: str | None = event.anchor
        self.mapping = isinstance(event, MappingStartEvent)
        self.children: list[Node] = []
        self.size = 1
        self.depth = 1


class _Builder:
    """Puts the parser's events together into a tree, without recursion, however deep the file is nested."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.stopped = False
        """Whether reading on makes no sense."""
        self._open: list[_Open] = []
        self._anchors: dict[str, Node] = {}
        self._documents = 0

    def take(self, event: object) -> None:
        """The next event of the parser."""
        match event:
            case ScalarEvent():
                self._tag(event)
                self._done(self._scalar(event), event.anchor)
            case MappingStartEvent() | SequenceStartEvent():
                self._tag(event)
                self._open.append(_Open(event))
            case MappingEndEvent() | SequenceEndEvent():
                closed = self._open.pop()
                self._done(self._close(closed), closed.anchor)
            case AliasEvent():
                self._alias(event)
            case DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._stop(_mark(event), "A content file is one document; take out this `---`.")

    def _problem(self, mark: Mark, message: str) -> None:
        self.problems.append(Problem(self.source.file, mark.line + 1, mark.column + 1, message))

    def _stop(self, mark: Mark, message: str) -> None:
        self._problem(mark, message)
        self.stopped = True

    def _tag(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        if event.tag and event.tag not in _TAGS:
            shown = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._problem(_mark(event), f"Tags such as `{shown}` are not used in content files; take it out.")

    def _scalar(self, event: ScalarEvent) -> Scalar:
        mark = _mark(event)
        bare = event.implicit[0] and event.tag not in (_TEXT_TAG, "!")
        if event.style == '"' and (message := forbidden(event.value)):
            self._problem(mark, message)
        value = meaning(event.value) if bare else event.value
        return Scalar(value, mark.line + 1, mark.column + 1, mark.index, cast("Mark", event.end_mark).index)

    def _alias(self, event: AliasEvent) -> None:
        name, mark = event.anchor, _mark(event)
        if name in self._anchors:
            # The node stands where it was written: a problem in it is put right there.
            self._done(self._anchors[name], None)
        elif any(one.anchor == name for one in self._open):
            self._stop(mark, f"`*{name}` stands inside what it repeats, which would never end; write it out.")
        else:
            message = f"`*{name}` repeats something marked `&{name}`, but nothing above is marked so"
            self._problem(mark, f"{message}. If it is meant as text, put it in quotes.")
            self._done(Scalar(f"*{name}", mark.line + 1, mark.column + 1), None)

    def _done(self, node: Node, anchor: str | None) -> None:
        """A finished node goes into what is open around it."""
        if anchor:
            self._anchors[anchor] = node
        if not self._open:
            self.root = node
            return
        around = self._open[-1]
        around.children.append(node)
        around.size += node.size
        around.depth = max(around.depth, node.depth + 1)
        if around.size > MOST_VALUES:
            self._stop(around.mark, "Repeating with `*` makes this far too big; write it out instead.")
        elif around.depth > MOST_LEVELS or len(self._open) > MOST_LEVELS:
            self._stop(around.mark, "This is nested far deeper than any guide; check the brackets and indentation.")

    def _close(self, closed: _Open) -> Node:
        line, column = closed.mark.line + 1, closed.mark.column + 1
        if not closed.mapping:
            return Items(tuple(closed.children), line, column, closed.size, closed.depth)
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(closed.children[::2], closed.children[1::2], strict=True):
            if self._is_pipe(key):
                message = "A text that begins with `{{` must be in quotes."
                self.problems.append(Problem(self.source.file, key.line, key.column - 1, message))
            elif message := self._key_problem(key, entries):
                self.problems.append(Problem(self.source.file, key.line, key.column, message))
            elif isinstance(key, Scalar) and isinstance(key.value, str):
                entries[key.value] = (key, value)
        return Entries(entries, line, column, closed.size, closed.depth)

    def _key_problem(self, key: Node, entries: dict[str, tuple[Scalar, Node]]) -> str:
        if not isinstance(key, Scalar):
            return "A key must be a word. If this is meant as text, put it in quotes."
        if key.value == "<<":
            return "`<<` is not used in content files; write the keys out."
        if not isinstance(key.value, str):
            written = self.source.written(key)
            return f"A key must be text; put {written} in quotes." if written else "There is a value without a key."
        if key.value in entries:
            first = entries[key.value][0].line
            return f"`{key.value}` is given twice here, first on line {first}. Keep one of them."
        return ""

    def _is_pipe(self, key: Node) -> bool:
        """Whether this is a `{{` without quotes, which YAML takes for a mapping in the key of a mapping."""
        if not isinstance(key, Entries):
            return False
        line = self.source.text.split("\n", key.line)[key.line - 1]
        return line.startswith("{{", key.column - 2)
