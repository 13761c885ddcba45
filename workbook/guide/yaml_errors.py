"""What PyYAML says about a file it cannot read, in plain words.

libyaml and PyYAML's own parser word the same mistake differently, so what is looked at first is the text
around it, then the few words their messages share.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yaml.error import Mark, MarkedYAMLError

_BARE_PIPE = re.compile(r"(?:^|[:\-\[,])\s+(\{\{)")
_TAB = re.compile(r" *(\t)")

_SECOND_COLON = (
    "There is a second `: ` here, or this line is indented differently from the lines it belongs with."
    " Put a text that contains `: ` in quotes, or line it up."
)
_BACKSLASH = "A backslash means something special between double quotes. Use single quotes, or write two."
_BLOCK = "After `|` or `>` the text begins on the next line, indented. Put it there, or put quotes around it."

_BY_MESSAGE = {
    "mapping values are not allowed": _SECOND_COLON,
    "sequence entries are not allowed": "A list cannot begin here; put each `- ` on a line of its own.",
    "mapping keys are not allowed": "A text that begins with `? ` must be in quotes.",
    "unknown escape character": _BACKSLASH,
    "Unicode character escape": "This escape is no character; type the character itself.",
    "hexdecimal number": _BACKSLASH,
    "hexadecimal number": _BACKSLASH,
    "tag": "Tags are not used in content files; put a text that begins with `!` in quotes.",
    "directive": "A line cannot begin with `%`; put it in quotes or take it out.",
    "alphabetic or numeric character": "A text that begins with `*` or `&` must be in quotes.",
    "line break": _BLOCK,
    "chomping or indentation": _BLOCK,
    "<document start>": "Nothing may come after the end of a document; take out the `...` or `---` above.",
}
"""By words that the messages of both parsers contain."""

_NO_COLON = "This line has no colon. Write `key: value`, or indent it like the text it goes on from."
_STRAY = "This does not belong here. Put the whole text in quotes; inside single quotes write '' for an apostrophe."
_UNEVEN = (
    "This line does not fit the ones above it. Indent it exactly like the lines it belongs with,"
    " and see that a quote or bracket above is closed."
)


def explain(error: MarkedYAMLError, text: str) -> tuple[int, int, str]:
    """Line, column and message, with what to do."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return 1, 1, "This cannot be read as YAML. Check its quotes, brackets and indentation."
    lines = [*text.split("\n"), ""]
    return _in_text(error, mark, lines) or _in_brackets(error, mark) or _by_message(error, mark, lines)


def _in_text(error: MarkedYAMLError, mark: Mark, lines: list[str]) -> tuple[int, int, str] | None:
    """Mistakes that are seen best in the lines themselves."""
    line = lines[min(mark.line, len(lines) - 1)]
    if tab := _TAB.match(line):
        return (
            mark.line + 1,
            tab.start(1) + 1,
            "There is a tab in the indentation. Indent with spaces instead.",
        )
    if (pipe := _BARE_PIPE.search(line)) and pipe.start(1) <= mark.column:
        return mark.line + 1, pipe.start(1) + 1, "A text that begins with `{{` must be in quotes."
    if "cannot start any token" in (error.problem or ""):
        begins = line[mark.column : mark.column + 1]
        return mark.line + 1, mark.column + 1, f"A text that begins with {begins} must be in quotes."
    return None


def _in_brackets(error: MarkedYAMLError, mark: Mark) -> tuple[int, int, str] | None:
    """Quotes and brackets that are not closed: told where they were opened."""
    problem, context, opened = error.problem or "", error.context or "", error.context_mark
    if opened is None:
        return None
    place = opened.line + 1, opened.column + 1
    if "unexpected end of stream" in problem:
        return *place, "The quote opened here is not closed before the end of the file."
    if "document separator" in problem:
        return *place, "The quote opened here is not closed before the document ends."
    for name, closing in (("flow sequence", "]"), ("flow mapping", "}")):
        if name in context:
            here = f"line {mark.line + 1}, column {mark.column + 1}"
            return *place, f"A comma or the closing `{closing}` is missing; reading stopped at {here}."
    if "expected ':'" in problem:
        return *place, _NO_COLON
    return None


def _by_message(error: MarkedYAMLError, mark: Mark, lines: list[str]) -> tuple[int, int, str]:
    """Everything else, by the words of the message and where on the line it happened."""
    line, column = mark.line + 1, mark.column + 1
    for words, message in _BY_MESSAGE.items():
        if words in (error.problem or ""):
            return line, column, message
    if not "".join([lines[mark.line][mark.column :], *lines[mark.line + 1 :]]).strip():
        return line, column, "The file ends too early: a quote or bracket above is not closed."
    return line, column, _STRAY if lines[mark.line][: mark.column].strip() else _UNEVEN
