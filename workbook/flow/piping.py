"""Piping: earlier answers inside later text, as `{{ref|fallback}}`.

A blank answer uses the fallback; 0 and "no" are answers. What a person wrote is put in as it is and never
read again: their own `{{…|…}}` or Markdown stays as they typed it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbook.flow.lookup import value, words
from workbook.flow.values import day_of
from workbook.guide.model import Date

if TYPE_CHECKING:
    from workbook.flow.state import State

PIPE = re.compile(r"\{\{(?P<path>[^|{}]*)(?:\|(?P<fallback>.*?))?\}\}", re.DOTALL)
"""A pipe. One without a fallback is a mistake in the guide, and is read as one with an empty fallback."""

PERSON = "person.name"
"""The path that stands for the person's own name."""

_BREAKS = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


@dataclass(frozen=True)
class Pipe:
    """One pipe of a template, and where it stands in it."""

    path: str
    fallback: str
    start: int
    end: int


@dataclass(frozen=True)
class Piece:
    """A stretch of filled text: the guide's own, or (piped) the person's."""

    text: str
    piped: bool


def pipes(template: str) -> list[Pipe]:
    """Every pipe of a template, in order."""
    return [
        Pipe(found["path"].strip(), (found["fallback"] or "").strip(), found.start(), found.end())
        for found in PIPE.finditer(template)
    ]


def piped(path: str, state: State) -> str:
    """Return what a pipe to this path says: the person's words on one line, or nothing."""
    said = state.around.person if path == PERSON else "" if _is_unsettled(path, state) else words(state, path)
    return _BREAKS.sub(" ", said).strip()


def _is_unsettled(path: str, state: State) -> bool:
    """Whether a path is a date that could not be read: it is kept, but says nothing in a sentence."""
    place = state.guide.fields.get(path)
    return place is not None and isinstance(place.field, Date) and day_of(value(state, path)) is None


def pieces(template: str, state: State) -> tuple[Piece, ...]:
    """Fill a template, the person's words apart from the guide's, for text that is styled or parsed."""
    found: list[Piece] = []
    done = 0
    for pipe in pipes(template):
        said = piped(pipe.path, state)
        found += [
            Piece(template[done : pipe.start], piped=False),
            Piece(said or pipe.fallback, piped=bool(said)),
        ]
        done = pipe.end
    found.append(Piece(template[done:], piped=False))
    return tuple(piece for piece in found if piece.text)


def fill(template: str, state: State) -> str:
    """Return the template with every pipe filled."""
    return "".join(piece.text for piece in pieces(template, state))
