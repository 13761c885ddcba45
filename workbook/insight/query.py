"""What is looked for: words that must all be in one answer, and phrases in quotes that must stand as they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbook.flow.folding import folded
from workbook.flow.plain import clean

LONGEST = 1000
"""Characters of what is typed that are looked at: no answer is found by more."""

_PHRASE_OR_WORD = re.compile(r'"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+)')


@dataclass(frozen=True)
class Query:
    """Folded texts that must all be there."""

    needles: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.needles)


def query(text: str) -> Query:
    """Read what was typed. A quote that is not closed yet is read as if it were closed at the end."""
    found = _PHRASE_OR_WORD.finditer(folded(clean(text[:LONGEST])))
    said = (" ".join((each["word"] or each["phrase"] or "").split()) for each in found)
    return Query(tuple(dict.fromkeys(one for one in said if one)))
