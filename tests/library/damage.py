"""Every kind of damage a file can come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.library.samples import newer

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("truncated", "empty", "zero-filled", "bit-flipped", "foreign JSON", "newer", "a folder", "a dangling link")
"""Names for `damage`."""


def damage(path: Path, kind: str) -> bytes | str | None:
    """Do this to the file at `path`; return what is left there, for `is_as_left`."""
    data = path.read_bytes()
    path.unlink()
    match kind:
        case "truncated":
            left = data[: len(data) // 2]
        case "empty":
            left = b""
        case "zero-filled":
            left = bytes(len(data))
        case "bit-flipped":
            left = bytes([data[0] ^ 64, *data[1:]])
        case "foreign JSON":
            left = b'{"users": {"1": {"name": "somebody"}}}'
        case "newer":
            left = newer(data).replace(b'"format":2', b'"format":99').replace(b'"format":1', b'"format":99')
            left = left if left != data else b'{"format": 99}'
        case "a folder":
            path.mkdir()
            return None
        case _:
            path.symlink_to("nowhere")
            return "nowhere"
    path.write_bytes(left)
    return left


def is_as_left(path: Path, left: bytes | str | None) -> bool:
    """Whether nothing changed there since."""
    if left is None:
        return path.is_dir()
    if isinstance(left, str):
        return path.is_symlink() and str(path.readlink()) == left
    return path.is_file() and path.read_bytes() == left
