"""Writing words in Markdown so that it shows exactly those words.

Nothing a person can type is read as Markdown or HTML. The text stays as readable as it can: a character is
escaped only where it would otherwise mean something. The rules are those of CommonMark 0.31, and of tables
and strikethrough in GitHub's Markdown.
"""

from __future__ import annotations

import re

from workbook.flow.plain import clean

_ALWAYS = re.compile(r"[\\`*\[\]~|$]")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")  # one inside a word means nothing
_ENTITY = re.compile(r"&(?=[#a-zA-Z])")
_TAG = re.compile(r"<(?=[a-zA-Z/!?])")
_START = re.compile(r"^(?=[-+](?:\s|$)|-+$|=+$|#{1,6}(?:\s|$)|>)")
_NUMBER = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))")
_LAST_HASHES = re.compile(r"(?<!\S)(?=#+$)")  # a heading may end in a word of them, which is not shown
_ENDS = re.compile(r"^\s+|\s+$")


def inline(text: str) -> str:
    """Text for the middle of a line, such as in bold. Its line ends become spaces."""
    return _within(clean(text).replace("\n", " ").strip())


def heading(level: int, text: str) -> str:
    """Text as a heading of this level."""
    return "#" * level + " " + _LAST_HASHES.sub(r"\\", inline(text))


def cell(text: str) -> str:
    """Text of any number of lines for a cell of a table."""
    return "<br>".join(_ENDS.sub(_as_entities, _within(each)) for each in clean(text).strip().split("\n"))


def paragraphs(text: str) -> str:
    """Text of any number of lines, every line end between its first and last words kept.

    An empty line ends a paragraph; empty lines beyond that one are breaks at the start of the next.
    """
    blocks: list[list[str]] = [[]]
    for each in clean(text).strip("\n").split("\n"):
        if not each and blocks[-1] and blocks[-1][-1]:
            blocks.append([])
        else:
            blocks[-1].append(_line(each))
    return "\n\n".join("\\\n".join(block) for block in blocks)


def item(text: str) -> str:
    """Text of any number of lines as an item of a list."""
    return re.sub(r"\n(?!\n)", "\n  ", f"- {paragraphs(text)}")


def _line(text: str) -> str:
    """One line of text for a line of its own. Space at its ends is kept."""
    return _ENDS.sub(_as_entities, _NUMBER.sub(r"\1\\", _START.sub(r"\\", _within(text))))


def _within(text: str) -> str:
    """The text with everything escaped that means something in the middle of a line."""
    text = _ALWAYS.sub(r"\\\g<0>", text)
    text = _UNDERSCORE.sub(r"\\_", text)
    return _TAG.sub(r"\\<", _ENTITY.sub(r"\\&", text))


def _as_entities(found: re.Match[str]) -> str:
    """Space as character references, which no reader of Markdown takes away."""
    return "".join(f"&#{ord(char)};" for char in found[0])
