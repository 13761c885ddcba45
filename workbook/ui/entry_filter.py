"""Which workbooks a filter finds: by company, role, state, where they stand, and their days and months.

Ten thousand of them are told apart between two keys because each is folded once, a few at a time.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from workbook.flow.dates.saying import short
from workbook.flow.folding import folded
from workbook.library.entry import STATE_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbook.library.entry import Entry

    Line = tuple[str, str]

PAUSE = 0.03
"""Seconds without a letter after which the list follows: the letter itself is shown first."""
AT_ONCE = 150
"""How many workbooks are folded, and ten times as many compared, before a key is listened for."""


class EntryFilter:
    """Finds workbooks among these."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._lines: list[Line] = []

    async def find(self, text: str) -> Sequence[Entry]:
        """Return those that match, in their order; all for no words. May be cancelled at any time."""
        words = words_of(text)
        if not words:
            return self._entries
        await asyncio.sleep(PAUSE)
        while len(self._lines) < len(self._entries):
            done = len(self._lines)
            self._lines += map(line_of, self._entries[done : done + AT_ONCE])
            await asyncio.sleep(0)
        found: list[Entry] = []
        for start in range(0, len(self._entries), 10 * AT_ONCE):
            stretch = slice(start, start + 10 * AT_ONCE)
            some = zip(self._entries[stretch], self._lines[stretch], strict=True)
            found += [entry for entry, line in some if holds(line, words)]
            await asyncio.sleep(0)
        return found


def words_of(text: str) -> list[str]:
    """Return the folded words that must all be found."""
    return folded(text).split()


def line_of(entry: Entry) -> Line:
    """Return what is looked at: the name, anywhere in which a word may stand, and facts that begin with it."""
    days = {entry.created.date(), entry.moment.date()}
    facts = (STATE_WORDS[entry.state], entry.where, *(f"{short(day)} {day:%Y-%m-%d}" for day in days))
    return folded(entry.title), " " + folded(" ".join(facts))


def holds(line: Line, words: Sequence[str]) -> bool:
    """Whether every word is in the name, or begins a fact."""
    title, facts = line
    return all(word in title or f" {word}" in facts for word in words)
