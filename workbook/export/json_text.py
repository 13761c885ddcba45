"""JSON as text that is safe to look at and to send anywhere."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

_CONTROLS = re.compile("[\x7f-\x9f\u2028\u2029]")


def json_text(value: Any) -> str:
    """A JSON value as text, indented and with a line end.

    What JSON lets stand although a terminal would take it for an instruction is escaped, and reads back as it was.
    """
    try:
        text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    except (UnicodeEncodeError, OverflowError):  # half a surrogate pair, or a number beyond JSON's usual ones
        text = json.dumps(value, indent=2)
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
