"""From the bytes of a content file to its text, or to what is wrong with them."""

from __future__ import annotations

import re

from workbook.guide.problems import Problem

_BOMS = {
    b"\xef\xbb\xbf": "Save the file as UTF-8 without it (not as `UTF-8 with BOM`)",
    b"\xff\xfe": "It was saved as UTF-16; save it as UTF-8",
    b"\xfe\xff": "It was saved as UTF-16; save it as UTF-8",
}
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Controls, line ends that are none to YAML's readers, and what is no character. (Naming what is allowed instead takes
six times as long to compile, at every start.)"""


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text with line ends made alike, and the problems that keep it from being read."""
    for mark, advice in _BOMS.items():
        if data.startswith(mark):
            return "", [Problem(file, 1, 1, f"The file begins with an invisible byte order mark. {advice}.")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = _place(_line_ends(before))
        advice = "Save the file as UTF-8, or type this character again"
        return "", [Problem(file, line, column, f"This byte (0x{data[error.start]:02x}) is not UTF-8. {advice}.")]
    text = _line_ends(text)
    return text, [
        Problem(file, *_place(text[: found.start()]), _invisible(found.group())) for found in _FORBIDDEN.finditer(text)
    ]


def forbidden(text: str) -> str:
    """What to say about an invisible character that an escape put into a text; empty when there is none."""
    found = _FORBIDDEN.search(text)
    return _invisible(found.group()) if found else ""


def _invisible(character: str) -> str:
    return f"There is an invisible control character (U+{ord(character):04X}) here; delete it."


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _place(before: str) -> tuple[int, int]:
    """Line and column of what comes after this text."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
