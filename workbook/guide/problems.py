"""What is wrong with content files, said so that whoever wrote them can put it right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable


class Problem(msgspec.Struct, frozen=True, order=True):
    """One thing to put right, and where. Lines and columns count from 1, as editors show them."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        """`file:line:column: message`, the form editors and terminals turn into a link."""
        # A message may quote a text of several lines; a problem is one line all the same.
        return f"{self.file}:{self.line}:{self.column}: {self.message}".replace("\n", " ")


class GuideError(Exception):
    """A guide that cannot be opened, with everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))
