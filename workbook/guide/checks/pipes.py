"""Pipes: `{{path|fallback}}` in the texts that can have them, each with a fallback, braces closed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbook.guide.here import Here
from workbook.guide.nodes import Scalar, walk
from workbook.guide.spelling import closest

if TYPE_CHECKING:
    from workbook.guide.checks.checking import Checking
    from workbook.guide.checks.index import Order

PERSON = "person.name"
"""Stands for the person's own name. Its fallback may be empty: a letter can do without a name."""

_BRACES = re.compile(r"\{\{|\}\}")
_SINGLE = re.compile(r"(?<!\{)\{ *[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+ *(?:\|[^{}]*)?\}(?!\})")


class Pipes:
    """Checks the pipes of texts, and remembers which texts those were."""

    def __init__(self, checking: Checking) -> None:
        self._checking = checking
        self._seen: set[int] = set()

    def check(self, text: str, here: Here, before: Order | None) -> None:
        """Every pipe of one text; what it names must be asked before this."""
        self._seen.add(id(here.node))
        opened: re.Match[str] | None = None
        counts = {"{{": -1, "}}": -1}
        for brace in _BRACES.finditer(text):
            counts[brace.group()] += 1
            number = counts["{{"]
            if brace.group() == "{{":
                if opened:
                    self._say(here, "{{", number - 1, "This `{{` is not closed; end it with `}}`.")
                opened = brace
            elif opened is None:
                self._say(here, "}}", counts["}}"], "This `}}` closes nothing; there is no `{{` before it.")
            else:
                self._pipe(text[opened.end() : brace.start()], here, number, before)
                opened = None
        if opened:
            self._say(here, "{{", counts["{{"], "This `{{` is not closed; end it with `}}`.")
        for single in _SINGLE.finditer(text):
            count = text.count(single.group(), 0, single.start())
            self._say(here, single.group(), count, "A pipe has two braces on each side: `{{path|fallback}}`.")

    def check_rest(self, here: Here) -> None:
        """That nothing is piped into texts where it would stand as it is written."""
        for node in walk(here.node):
            if isinstance(node, Scalar) and id(node) not in self._seen and "{{" in str(node.value):
                message = "Answers cannot be piped into this text; the documentation lists the keys that pipe."
                self._say(Here(here.source, node), "{{", 0, message)

    def _say(self, here: Here, needle: str, number: int, message: str) -> None:
        self._checking.problems.append(here.problem_inside(needle, number, message))

    def _pipe(self, inner: str, here: Here, number: int, before: Order | None) -> None:
        path, bar, fallback = (piece.strip() for piece in inner.partition("|"))
        if not bar:
            message = f"`{{{{{path}}}}}` has no fallback; write `{{{{{path}|words for when it is blank}}}}`."
            self._say(here, "{{", number, message)
        elif not fallback and path != PERSON:
            self._say(
                here,
                "{{",
                number,
                f"The fallback of `{path}` is empty; say what stands there when it is blank.",
            )
        if path == PERSON:
            return
        if closest(path, [PERSON]) and path.startswith("person."):
            self._say(here, "{{", number, f"There is no `{path}`; did you mean `{PERSON}`?")
            return
        self._checking.path(path, here, before, say=lambda message: self._say(here, "{{", number, message))
