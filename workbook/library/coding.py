"""Tables as JSON text and back: UTF-8, a document a line, and nothing a person can type fails to be kept."""

from __future__ import annotations

import math
import re
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from workbook.library.errors import DamagedFile
from workbook.library.sealing import is_sealed

if TYPE_CHECKING:
    from pathlib import Path

Tables = dict[str, dict[str, Any]]
"""What a TinyDB storage holds: tables by name, each with its documents by number."""

CHECKSUM = "checksum"
"""The table in a file that nobody sees: what the rest was when it was written."""

_END = b"\n}\n"
_MARK = b',\n"checksum": '
_SOME_CHECKSUM = re.compile(rb'"checksum"\s*:\s*[{]')

LONG_TABLE = 1000
"""Documents beyond which a table goes on one line: no answers are that many, and a long catalogue is quicker so."""


def encode_value(value: object) -> bytes:
    """Return a JSON value as UTF-8.

    Half a surrogate pair, which a broken paste can bring along, has no UTF-8. A value with one is written in
    ASCII escapes instead, so that it comes back as it was; so is a number too long for the fast way.
    """
    try:
        return msgspec.json.encode(value)
    except (UnicodeEncodeError, OverflowError):
        import json

        return json.dumps(msgspec.to_builtins(value), separators=(",", ":")).encode("ascii")


def encode_object(tables: Mapping[str, object]) -> bytes:
    """Return a JSON object, of tables as a rule, a line for each document: for people to read, programs to compare."""
    if not tables:
        return b"{}\n"
    return b"{\n" + b",\n".join(_encode_table(name, table) for name, table in tables.items()) + _END


def encode_tables(tables: Mapping[str, object]) -> bytes:
    """Return whole tables as JSON, with a last line to know them by: a flipped bit may leave other words."""
    plain = encode_object(tables)
    if not tables:
        return plain
    before = plain.removesuffix(_END)
    return before + _MARK + _checksum(before)


def is_as_written(data: bytes) -> bool:
    """Whether a file is just as it was written here; also one from before there were checksums."""
    before, mark, after = data.rpartition(_MARK)
    if not mark:
        return _SOME_CHECKSUM.search(data) is None  # laid out by something else, what it says perhaps the same
    return after == _checksum(before)


def _checksum(before: bytes) -> bytes:
    """Return the end of a file that begins so. It tells slips of a disk or a hand, and is no proof against anybody."""
    return b'{"1": {"crc32":"%08x"}}' % zlib.crc32(before) + _END


def _encode_table(name: str, table: object) -> bytes:
    """Return one table with its name; anything else that stands in the place of one as it is."""
    if not isinstance(table, Mapping) or not 0 < len(table) <= LONG_TABLE:
        return encode_value(name) + b": " + encode_value(table)
    lines = b",\n".join(
        encode_value(str(number)) + b": " + encode_value(document) for number, document in table.items()
    )
    return encode_value(name) + b": {\n" + lines + b"\n}"


def decode(data: bytes, path: Path) -> Any:
    """Return JSON `data` read from `path`; raise DamagedFile with what is wrong with it."""
    if not data:
        raise DamagedFile(path, "it is empty")
    if not data.strip(b"\0"):
        raise DamagedFile(path, "it holds nothing but zero bytes")
    if is_sealed(data):
        raise DamagedFile(path, "it is sealed by a lock; only the library it belongs to can open it")
    try:
        return msgspec.json.decode(data)
    except RecursionError:
        raise DamagedFile(path, "it is nested too deep to be one of ours") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass  # half a surrogate pair is refused there and read here
    import json

    try:
        return json.loads(data, parse_constant=_no_number, parse_float=_finite)
    except UnicodeDecodeError as error:
        raise DamagedFile(path, f"byte {error.start + 1} is no text") from None
    except json.JSONDecodeError as error:
        raise DamagedFile(path, f"it is not whole at line {error.lineno}") from None
    except (RecursionError, ValueError):
        raise DamagedFile(path, "it is not JSON") from None


def _no_number(name: str) -> float:
    """Refuse what Python writes for no number: it is no JSON, and what is written of it would be lost."""
    raise ValueError(name)


def _finite(digits: str) -> float:
    """Return a number, refusing one too large to be told from infinity, for the same reason."""
    number = float(digits)
    return number if math.isfinite(number) else _no_number(digits)


def decode_object(data: bytes, path: Path) -> dict[str, Any]:
    """Return the JSON object in `data`; raise DamagedFile if it is none."""
    found = decode(data, path)
    if not isinstance(found, dict):
        raise DamagedFile(path, "it is JSON, but not one of ours")
    return found


def decode_tables(data: bytes, path: Path) -> Tables:
    """Return the tables in `data`; raise DamagedFile unless it is an object of objects of objects."""
    found = decode_object(data, path)
    found.pop(CHECKSUM, None)
    for name, table in found.items():
        if not isinstance(table, dict) or not all(
            number.isdecimal() and isinstance(document, dict) for number, document in table.items()
        ):
            raise DamagedFile(path, f"it is JSON, but its part {name[:40]!r} is not one of ours")
    return found
