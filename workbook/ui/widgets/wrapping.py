"""Breaking text into lines, without copying it: a line is where it begins and ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import get_character_cell_size

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbook.flow.folding import Span

NARROWEST = 8
"""Nothing is wrapped into fewer cells than this; a narrower window cuts it off."""

_ONE_CELL_EACH = re.compile(r"[\n\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u203b]*")


def wrap(text: str, width: int) -> list[Span]:
    """Return the lines of a text, none wider than `width` cells; the spaces at which they break belong to none.

    Most text has characters one cell wide and goes quickly; for the rest each character is measured.
    """
    broken = _by_length if _ONE_CELL_EACH.fullmatch(text) else _by_cells
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if len(line) * 2 <= width:
            spans.append((start, end))
        else:
            spans.extend(broken(text, start, _without_spaces(text, start, end), width))
        start = end + 1
    return spans


def _by_length(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    while end - start > width:
        cut = text.rfind(" ", start + 1, start + width + 1)
        if cut < 0:
            yield start, start + width
            start += width
        else:
            yield start, _without_spaces(text, start, cut)
            start = cut + 1
            while start < end and text[start] == " ":
                start += 1
    yield start, end


def _by_cells(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    """Break at spaces, and beside characters two cells wide, which need none."""
    at, used, cut = start, 0, start
    while at < end:
        size = get_character_cell_size(text[at])
        if text[at] == " " or (size == 2 and at > start):
            cut = at
        if used + size > width and at > start:
            cut = cut if cut > start else at
            yield start, _without_spaces(text, start, cut)
            while cut < end and text[cut] == " ":
                cut += 1
            at = start = cut
            used = 0
        else:
            used += size
            at += 1
    yield start, end


def _without_spaces(text: str, start: int, cut: int) -> int:
    while cut > start and text[cut - 1] == " ":
        cut -= 1
    return cut
