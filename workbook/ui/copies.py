"""Writing a copy of the workbook in hand to a file of the person's choosing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from workbook.library.library import Library
    from workbook.ui.sitting import Sitting


def write_copy(library: Library, sitting: Sitting, kind: str, path: Path) -> None:
    """Write `kind` (`all`, `shared` or `json`) to `path`, readable by this account alone.

    Raises FileExistsError rather than write over anything, and OSError where the disk says no.
    """
    text = _text(library, sitting, kind)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
