"""People's words made safe to keep and to draw, without losing one of them."""

from __future__ import annotations

import re

_CONTROL_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
_CONTROL_PICTURES[0x7F] = "\u2421"
_CONTROL_PICTURES.update(dict.fromkeys(range(128, 160), "�"))
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def clean(text: str) -> str:
    """Text without control bytes: every line end is one line feed, any other control byte the picture of itself.

    An escape byte becomes `␛`, so a paste from a terminal keeps every visible character and can never reach the
    terminal again as an instruction. Half a surrogate pair, which no file can hold, becomes `�`.
    """
    if not _UNSAFE.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub("[\ud800-\udfff]", "\ufffd", text.translate(_CONTROL_PICTURES))


def one_line(text: str) -> str:
    """Text with its lines joined by spaces, for places that have a single line."""
    return clean(text).replace("\n", " ").replace("\t", " ")
