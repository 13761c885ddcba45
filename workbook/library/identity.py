"""What a kept file is, whatever folder it is in: what a sealed file is bound to.

It goes by the names at the end of a path alone. So the folder may move, a deleted workbook may be renamed into the
trash and back, a file may be set aside or copied by a synchronising program, and each is still what it was.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbook.library.moments import ID

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNFINISHED = re.compile(r"\.(?P<name>.+)\.[0-9a-f]{12}\.part")
_STAMP = re.compile(r"[0-9]{8}T[0-9]{12}Z")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_CATALOGUE = "library"
_LOCKS = ".lock"


def leftover_of(name: str) -> str | None:
    """Return which file the unfinished file `name` of a stopped save was meant for; None if it is none."""
    match = _UNFINISHED.fullmatch(name)
    return match["name"] if match else None


def identity_of(parts: Sequence[str]) -> str | None:
    """Return what the file at these names below a library's folder is; None for one that is never sealed.

    Sealed is the list of workbooks, and everything in a folder. Never sealed are hidden files, which are not ours,
    files that say who has a workbook open, and what the person may have put into the library's own folder.
    """
    *folders, last = parts
    name = leftover_of(last) or last
    if name.startswith(".") or name.endswith(_LOCKS) or any(folder.startswith(".") for folder in folders):
        return None
    if not folders:
        return "catalogue" if name.startswith(f"{_CATALOGUE}.") else None
    workbook = ID.match(name)
    if workbook:
        return f"workbook {workbook[0]}"
    stamp, digest = _STAMP.match(name), _DIGEST.match(name)
    owner = next((match[0] for folder in reversed(folders) if (match := ID.match(folder))), "")
    if stamp:
        return f"earlier {owner} {stamp[0]}"
    if digest:
        return f"guide {digest[0]}"
    if owner and name == "workbook.json":
        return f"workbook {owner}"
    return f"file {owner} {name}"
