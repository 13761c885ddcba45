"""What the person has set: how it looks, which keys do what, and how to call them in a letter."""

from __future__ import annotations

import difflib
import errno
import re
from typing import TYPE_CHECKING, Any

import msgspec

from workbook.library.errors import reason
from workbook.library.files import close_to_others, make_folder, set_aside, write_atomically
from workbook.library.moments import now

if TYPE_CHECKING:
    import tomllib
    from pathlib import Path

A_YEAR = 366 * 24 * 60
"""Minutes. Longer than that is as good as never."""
_ENDS_IN_TEXT = re.compile(r"""(Illegal|invalid) character '\\n'|Unterminated string|Expected "'+\"""")
"""What the reader of TOML says where a line or the file ends within a text."""
_LOOKED_BACK = 300
"""Lines of a file in which the beginning of a text without an end is looked for."""
_LOST_LINES = 50
"""How many lines of a broken file are given up one by one before all of it is."""


class Settings(msgspec.Struct, frozen=True):
    """The settings. What is left out of the file is as it stands here."""

    theme: str = ""
    """Name of the theme; empty for the one that suits the terminal."""
    name: str = ""
    """The person's name, for the letters they copy out."""
    day_first: bool | None = None
    """Whether 3/4 is the third of April; None to ask each time."""
    lock_after_minutes: int | float = 10
    """Minutes without a key after which a locked library asks for its passphrase again; 0 for never."""
    keys: dict[str, str] = {}
    """Keys by the ID of what they do, several separated by commas."""


def load(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings in the file at `path`, and what is wrong with it, in sentences.

    A mistake costs only its own line or key: the rest still counts. No file at all is no mistake.
    """
    try:
        values, problems = _values(path)
    except OSError as error:
        return Settings(), (f"{path} cannot be read: {reason(error)}.",)
    if _leads_nowhere(path):
        problems.append(f"{path} is a link to a file that is not there.")
    taken: dict[str, Any] = {}
    for name, value in values.items():
        wrong = _wrong(name, value)
        if name == "keys" and isinstance(value, dict):
            taken["keys"] = {action: key for action, key in value.items() if isinstance(key, str)}
            problems += [
                f"{place(path, action, 'keys')}: keys.{action} must be text in quotes."
                for action in value
                if action not in taken["keys"]
            ]
        elif wrong:
            problems.append(f"{place(path, name)}: {wrong}")
        else:
            taken[name] = value
    return Settings(**taken), tuple(problems)


def place(path: Path, name: str, section: str = "") -> str:
    """Return where a setting stands, for a message about it: the file, and the line if that can be told."""
    from workbook import toml

    try:
        line = toml.line_of(_bytes(path).decode("utf-8-sig"), name, section)
    except (OSError, UnicodeDecodeError):
        line = None
    return f"{path}, line {line}" if line else str(path)


def _wrong(name: str, value: object) -> str:
    """Return what is wrong with one setting, or nothing."""
    known = Settings.__struct_fields__
    if name not in known:
        near = difflib.get_close_matches(name, known, 1)
        return f"there is no setting {name!r}." + (f" Did you mean {near[0]!r}?" if near else "")
    if name == "day_first" and not isinstance(value, bool):
        return "day_first must be true or false."
    if name == "keys" and not isinstance(value, dict):
        return "keys must be a section of its own: [keys], then a line for each."
    if name == "lock_after_minutes" and (type(value) not in (int, float) or not 0 <= float(str(value)) <= A_YEAR):
        return "lock_after_minutes must be a number of minutes, or 0 for never."
    if name in ("theme", "name") and not isinstance(value, str):
        return f"{name} must be text in quotes."
    return ""


def _values(path: Path) -> tuple[dict[str, Any], list[str]]:
    """Return what the file says, giving up lines that are no TOML, and what those were. Raises OSError."""
    data = _bytes(path)
    if not data:
        return {}, []
    import tomllib

    try:
        lines = data.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
        return {}, [f"{path}, line {number}: this is no UTF-8 text. The whole file was passed over."]
    problems: list[str] = []
    for _ in range(_LOST_LINES):
        try:
            return tomllib.loads("\n".join(lines)), problems
        except tomllib.TOMLDecodeError as error:
            number = _line_of(error, lines)
            problems.append(f"{path}, line {number}: {_what(error)}. The line was passed over.")
            lines[number - 1] = ""
    return {}, [f"{path}: too many lines are not as they should be. The whole file was passed over."]


def _leads_nowhere(path: Path) -> bool:
    """Whether this is a link to nothing: a disk that is not there now, as often as not."""
    return path.is_symlink() and not path.exists()


def _bytes(path: Path) -> bytes:
    """Return the file, or nothing where there is none. Raises OSError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def _line_of(error: tomllib.TOMLDecodeError, lines: list[str]) -> int:
    """Return the line a mistake is on; where the end of the file is, the last one that says something."""
    _, _, place = str(error).rpartition("(at line ")
    number = place.partition(",")[0]
    if number.isdecimal() and lines[int(number) - 1 : int(number)] and lines[int(number) - 1].strip():
        return int(number)
    if _ENDS_IN_TEXT.search(str(error)) and len(lines) <= _LOOKED_BACK:
        return _begins_to_fail(lines)
    return max((index for index, line in enumerate(lines, 1) if line.strip()), default=1)


def _begins_to_fail(lines: list[str]) -> int:
    """Return the line after the last one up to which all is well: there the text begins that never ends."""
    import tomllib

    for number in range(len(lines) - 1, 0, -1):
        try:
            tomllib.loads("\n".join(lines[:number]))
        except tomllib.TOMLDecodeError:
            continue
        while not lines[number].strip() and number < len(lines) - 1:
            number += 1
        return number + 1
    return 1


def _what(error: tomllib.TOMLDecodeError) -> str:
    """Return what is wrong, without the place."""
    if _ENDS_IN_TEXT.search(str(error)):
        return "a quote is not closed"
    return str(error).partition(" (at ")[0].rstrip(".")


def save(path: Path, settings: Settings) -> None:
    """Write the settings, keeping what else the file has, comments too. Raises OSError.

    A file with lines that could not be read is kept beside the new one. A link stays one: what it leads to is written.
    """
    from workbook import toml

    if _leads_nowhere(path):
        raise FileNotFoundError(errno.ENOENT, "the link leads to no file", str(path))
    path = path.resolve()
    before, problems = _values(path)
    chosen = msgspec.structs.asdict(settings)
    after = {**before, **chosen}
    for name, value in chosen.items():
        if value in ("", None, {}) or (name not in before and value == getattr(Settings(), name)):
            del after[name]
    if after == before:
        return
    text = None if problems else toml.edited(_bytes(path).decode("utf-8-sig"), before, after)
    make_folder(path.parent)
    if problems:
        aside = path.with_name(f"{path.name}.before-{now():%Y%m%d-%H%M%S-%f}")
        set_aside(path, aside)
        close_to_others(aside)
    write_atomically(path, (text or toml.document(after)).encode())
