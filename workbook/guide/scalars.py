"""What a bare word in a content file means: YAML 1.2's core types and nothing else.

`yes`, `no`, `on`, `off`, dates, times such as 12:30 and numbers with a leading zero stay text, so that
nothing someone writes turns into something else. Only true, false, null and plain decimal numbers are none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbook.guide.nodes import Plain

_WORDS: dict[str, Plain] = {
    **dict.fromkeys(["", "~", "null", "Null", "NULL"]),
    **dict.fromkeys(["true", "True", "TRUE"], True),
    **dict.fromkeys(["false", "False", "FALSE"], False),
}
# At most fifteen digits: longer ones are no numbers anyone means, and would not survive being kept as JSON.
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})?\.[0-9]{1,15}|[-+]?[1-9][0-9]{0,14}\.")


def meaning(word: str) -> Plain:
    """The value of a word written without quotes."""
    if word in _WORDS:
        return _WORDS[word]
    if _INT.fullmatch(word):
        return int(word)
    if _FLOAT.fullmatch(word):
        return float(word)
    return word
