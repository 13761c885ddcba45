"""Printing. Nothing a person wrote, and nothing in content files, can reach the terminal as an instruction to it."""

from __future__ import annotations

import io
import os
import re
import sys
from typing import TYPE_CHECKING, Any, TextIO

from workbook.flow.plain import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BOLD, _NOT_BOLD = "\x1b[1;4m", "\x1b[22;24m"
"""Bold and underlined, which is no colour."""
_MARKS = re.compile("(\x1b\\[1;4m|\x1b\\[22;24m)")

_WORDS = re.compile(r"(\s*)((?:`[^`]*`|\S)+)")
"""Words with the space before each; what is between backticks is part of one."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def prepare() -> None:
    """Let a terminal that cannot show a character show a question mark rather than end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sits at the other end of this stream."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def say(text: str = "", *, to: TextIO | None = None) -> None:
    """Print lines of text. On a terminal, none is broken within a word."""
    out = to or sys.stdout
    print(_at_words(clean(text), out), file=out)


def say_dry_run() -> None:
    """Say that what is printed next is only what would be done."""
    say("Nothing was changed. This is what it would do:")


def tell(text: str) -> None:
    """Print to standard error what the person should know, apart from what was asked for."""
    if sys.stdout is not None and not sys.stdout.closed:
        sys.stdout.flush()
    print(_at_words(f"workbook: {clean(text)}", sys.stderr), file=sys.stderr)


def _at_words(text: str, stream: TextIO | None) -> str:
    """Break lines between words where they are wider than the terminal they go to.

    A command between backticks is kept whole, so that it can be copied, and so is a line that is set in.
    """
    width = columns_of(stream)
    if width is None or len(text) * 2 <= width:
        return text
    return "\n".join(line if line.startswith("    ") else _broken(line, width) for line in text.split("\n"))


def columns_of(stream: TextIO | None) -> int | None:
    """Return how wide the terminal is that a stream goes to; None where it goes to none, or none that says."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or None if stream and is_terminal(stream) else None
    except (OSError, ValueError):
        return None


def _broken(line: str, width: int) -> str:
    """Return one line as several, none wider than `width` but for a single long word."""
    from workbook.cli.columns import width_of

    if width_of(line) <= width:
        return line
    indent = line[: len(line) - len(line.lstrip())]
    made, taken = "", 0
    for gap, word in _WORDS.findall(line):
        cells = width_of(gap) + width_of(word)
        if made and taken + cells > width:
            made, taken = f"{made}\n{indent}{word}", len(indent) + cells - width_of(gap)
        else:
            made, taken = made + gap + word, taken + cells
    return made


def give(text: str) -> None:
    """Print a document: to a file or another program as UTF-8 whatever the locale, so that no word is lost."""
    _write(clean(text))


def marked(pieces: Iterable[tuple[str, bool]]) -> str:
    """Return text of which some stretches are marked: bold and underlined on a terminal, between ** elsewhere.

    It is clean but for these marks, and only for `give_marked`.
    """
    shown = is_terminal(sys.stdout) and os.environ.get("TERM", "dumb") != "dumb"
    before, after = (_BOLD, _NOT_BOLD) if shown else ("**", "**")
    return "".join(f"{before}{clean(text)}{after}" if is_marked else clean(text) for text, is_marked in pieces)


def give_marked(text: str) -> None:
    """Print what `marked` made: whatever else is in it cannot reach the terminal as an instruction either."""
    stretches = _MARKS.split(text)
    _write("".join(one if _MARKS.fullmatch(one) else clean(one) for one in stretches))


def _write(text: str) -> None:
    """Print clean text as it is."""
    out = sys.stdout
    if is_stdout_terminal() or not isinstance(out, io.TextIOWrapper):
        print(text, end="")
    else:
        _give_bytes(out, text.encode("utf-8", "replace"))


def give_piece(text: str, form: str) -> None:
    """Print a piece of a longer document in one of the export's forms."""
    if form == "json":
        give(_for_terminal(text))
    elif form == "csv" and isinstance(sys.stdout, io.TextIOWrapper) and not is_stdout_terminal():
        _give_bytes(sys.stdout, text.encode("utf-8", "replace"))  # its cells are clean, and its rows end as they must
    else:
        give(text)


def give_bytes(data: bytes) -> None:
    """Print a file that must arrive byte for byte, line ends too; a terminal is shown its text."""
    out = sys.stdout
    if is_stdout_terminal() or not isinstance(out, io.TextIOWrapper):
        print(clean(data.decode(errors="replace")), end="")
    else:
        _give_bytes(out, data)


def give_json(value: Mapping[str, Any]) -> None:
    """Print one JSON document."""
    from workbook.export.json_text import json_text

    give(_for_terminal(json_text(value)))


def is_stdout_terminal() -> bool:
    """Whether a person reads what is printed as it comes."""
    return is_terminal(sys.stdout)


def _give_bytes(out: io.TextIOWrapper, data: bytes) -> None:
    out.flush()
    out.buffer.write(data)


def _for_terminal(text: str) -> str:
    """JSON text in the characters this terminal has."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    if not is_stdout_terminal() or "utf" in encoding.lower():
        return text
    import json

    return _NOT_ASCII.sub(lambda found: json.dumps(found[0])[1:-1], text)
